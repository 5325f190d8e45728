#include "codegen/cxx/verify.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

#include <cmath>

namespace minigo::cxx {

namespace {

using llvm::StringRef;

class Verifier {
public:
  std::string fault;
  SourcePos faultPos;

  void decl(const Decl* d, bool defines);
  // Begins a namespace's section; definitions are unique in a namespace.
  void enter(llvm::ArrayRef<Name> space) {
    space_.clear();
    for (Name part : space)
      space_ += part.text().str() + "::";
  }

private:
  void fail(const llvm::Twine& what) {
    if (!fault.empty()) return;
    fault = (where_ + ": " + what).str();
    faultPos = pos_;
  }
  bool present(const void* child, const char* what) {
    if (!child) fail(llvm::Twine("missing ") + what);
    return child;
  }
  void named(Name name, const char* what) {
    if (name.isEmpty()) fail(llvm::Twine(what) + " without a name");
  }
  void define(Name name) {
    named(name, "definition");
    if (!defined_.insert(space_ + name.text().str()).second)
      fail(name.text() + " is defined twice");
  }
  void type(const Type* t);
  void typeArgs(llvm::ArrayRef<TemplateArg> args);
  void expr(const Expr* e);
  void literal(const Expr* e);
  void inits(llvm::ArrayRef<Init> inits);
  void stmt(const Stmt* s);
  void lambda(const LambdaExpr* e);
  void operation(const Expr* e);
  void variable(const VarStmt* s);
  void ifStmt(const IfStmt* s);
  void loop(const Stmt* s);
  void switchStmt(const SwitchStmt* s);
  void function(const Function* f, bool defines);
  void structure(const Struct* s);
  void simple(const Stmt* s);
  void functionBody(const BlockStmt* body);

  std::string where_ = "unit";
  SourcePos pos_; // of the innermost statement or declaration that knows one
  std::string space_;
  llvm::StringSet<> defined_;
  llvm::StringSet<> labels_, gotos_;
};

void Verifier::typeArgs(llvm::ArrayRef<TemplateArg> args) {
  for (const TemplateArg& arg : args) {
    if (arg.type)
      type(arg.type);
    else
      expr(arg.value);
  }
}

void Verifier::type(const Type* t) {
  if (!present(t, "type")) return;
  if (const auto* named = llvm::dyn_cast<NamedType>(t)) {
    if (named->name.parts.empty()) fail("type without a name");
    typeArgs(named->args);
  } else if (const auto* pointer = llvm::dyn_cast<PointerType>(t)) {
    type(pointer->elem);
  } else if (const auto* reference = llvm::dyn_cast<ReferenceType>(t)) {
    type(reference->elem);
  } else if (const auto* constant = llvm::dyn_cast<ConstType>(t)) {
    type(constant->elem);
  } else if (const auto* function = llvm::dyn_cast<FunctionType>(t)) {
    type(function->result);
    for (const Type* param : function->params)
      type(param);
  } else if (const auto* array = llvm::dyn_cast<ArrayType>(t)) {
    type(array->elem);
    if (array->length) expr(array->length);
  }
}

void Verifier::inits(llvm::ArrayRef<Init> list) {
  for (const Init& init : list)
    expr(init.value);
}

void Verifier::literal(const Expr* e) {
  if (const auto* lit = llvm::dyn_cast<FloatLit>(e)) {
    if (!std::isfinite(lit->value)) fail("floating-point literal is not finite");
  } else if (const auto* lit = llvm::dyn_cast<IntLit>(e)) {
    bool isUnsigned = lit->suffix.contains('u');
    bool large = lit->magnitude > uint64_t(INT64_MAX) + (lit->negative ? 1 : 0);
    if (large && !isUnsigned) fail("integer literal needs suffix u");
  }
}

void Verifier::lambda(const LambdaExpr* e) {
  for (const Param& param : e->params)
    type(param.type);
  if (e->result) type(e->result);
  for (const Capture& capture : e->captures)
    named(capture.name, "capture");
  if (!present(e->body, "body of a lambda")) return;
  llvm::StringSet<> labels = std::move(labels_), gotos = std::move(gotos_);
  functionBody(e->body);
  labels_ = std::move(labels);
  gotos_ = std::move(gotos);
}

void Verifier::operation(const Expr* e) {
  if (const auto* x = llvm::dyn_cast<UnaryExpr>(e)) return expr(x->x);
  if (const auto* x = llvm::dyn_cast<BinaryExpr>(e)) return expr(x->x), expr(x->y);
  if (const auto* x = llvm::dyn_cast<IndexExpr>(e)) return expr(x->base), expr(x->index);
  if (const auto* x = llvm::dyn_cast<CastExpr>(e)) return type(x->type), expr(x->x);
  const auto* x = llvm::cast<ConditionalExpr>(e);
  expr(x->cond);
  expr(x->yes);
  expr(x->no);
}

void Verifier::expr(const Expr* e) {
  if (!present(e, "expression")) return;
  switch (e->kind) {
  case Kind::NameExpr: {
    const auto* x = llvm::cast<NameExpr>(e);
    if (x->name.parts.empty() || x->name.last().isEmpty()) fail("use of an empty name");
    return typeArgs(x->args);
  }
  case Kind::CallExpr: {
    const auto* x = llvm::cast<CallExpr>(e);
    expr(x->callee);
    for (const Expr* arg : x->args)
      expr(arg);
    return;
  }
  case Kind::ConstructExpr: {
    const auto* x = llvm::cast<ConstructExpr>(e);
    type(x->type);
    return inits(x->inits);
  }
  case Kind::InitList: return inits(llvm::cast<InitList>(e)->inits);
  case Kind::MemberExpr: {
    const auto* x = llvm::cast<MemberExpr>(e);
    named(x->name, "member");
    return expr(x->base);
  }
  case Kind::UnaryExpr:
  case Kind::BinaryExpr:
  case Kind::IndexExpr:
  case Kind::CastExpr:
  case Kind::ConditionalExpr: return operation(e);
  case Kind::LambdaExpr: return lambda(llvm::cast<LambdaExpr>(e));
  case Kind::TypeTraitExpr: return type(llvm::cast<TypeTraitExpr>(e)->type);
  case Kind::OffsetofExpr: return type(llvm::cast<OffsetofExpr>(e)->type);
  case Kind::StmtExpr: {
    const BlockStmt* body = llvm::cast<StmtExpr>(e)->body;
    if (body->stmts.empty() || !llvm::isa<ExprStmt>(body->stmts.back()))
      fail("statement expression without a value");
    return stmt(body);
  }
  default: return literal(e);
  }
}

void Verifier::simple(const Stmt* s) {
  if (s && !llvm::isa<ExprStmt, VarStmt, BindingStmt>(s)) fail("not a simple statement");
  if (s) stmt(s);
}

void Verifier::loop(const Stmt* s) {
  if (const auto* loop = llvm::dyn_cast<ForStmt>(s)) {
    simple(loop->init);
    for (const VarStmt* more : loop->more)
      stmt(more);
    if (loop->cond) expr(loop->cond);
    if (loop->post) expr(loop->post);
    stmt(loop->body);
  } else if (const auto* loop = llvm::dyn_cast<RangeForStmt>(s)) {
    stmt(loop->element);
    if (loop->element->init) fail("a range-for whose variable has a value of its own");
    expr(loop->range);
    stmt(loop->body);
  } else if (const auto* loop = llvm::dyn_cast<WhileStmt>(s)) {
    expr(loop->cond);
    stmt(loop->body);
  } else {
    stmt(llvm::cast<DoStmt>(s)->body);
    expr(llvm::cast<DoStmt>(s)->cond);
  }
}

void Verifier::switchStmt(const SwitchStmt* s) {
  expr(s->value);
  for (const SwitchCase& one : s->cases) {
    for (const Expr* value : one.values)
      expr(value);
    stmt(one.body);
    if (one.fallsThrough && &one == &s->cases.back()) fail("fallthrough out of the last case");
  }
}

void Verifier::variable(const VarStmt* s) {
  named(s->name, "variable");
  type(s->type);
  if (s->init) expr(s->init);
  if (s->init && s->style == InitStyle::Braces && !llvm::isa<InitList>(s->init))
    fail("braces around something that is no list");
}

void Verifier::ifStmt(const IfStmt* s) {
  simple(s->init);
  expr(s->cond);
  stmt(s->then);
  if (!s->otherwise) return;
  if (!llvm::isa<IfStmt, BlockStmt>(s->otherwise))
    fail("else of a statement that is neither if nor block");
  stmt(s->otherwise);
}

void Verifier::stmt(const Stmt* s) {
  if (!present(s, "statement")) return;
  if (s->pos.isValid()) pos_ = s->pos;
  switch (s->kind) {
  case Kind::ExprStmt: return expr(llvm::cast<ExprStmt>(s)->x);
  case Kind::VarStmt: return variable(llvm::cast<VarStmt>(s));
  case Kind::BindingStmt: {
    const auto* x = llvm::cast<BindingStmt>(s);
    for (Name name : x->names)
      named(name, "binding");
    return expr(x->init);
  }
  case Kind::BlockStmt:
    for (const Stmt* child : llvm::cast<BlockStmt>(s)->stmts)
      stmt(child);
    return;
  case Kind::IfStmt: return ifStmt(llvm::cast<IfStmt>(s));
  case Kind::ForStmt:
  case Kind::RangeForStmt:
  case Kind::WhileStmt:
  case Kind::DoStmt: return loop(s);
  case Kind::SwitchStmt: return switchStmt(llvm::cast<SwitchStmt>(s));
  case Kind::ReturnStmt:
    if (const Expr* value = llvm::cast<ReturnStmt>(s)->value) expr(value);
    return;
  case Kind::GotoStmt: gotos_.insert(llvm::cast<GotoStmt>(s)->label.text()); return;
  case Kind::LabelStmt:
    if (!labels_.insert(llvm::cast<LabelStmt>(s)->label.text()).second)
      fail("label " + llvm::cast<LabelStmt>(s)->label.text() + " is defined twice");
    return;
  default: return;
  }
}

void Verifier::functionBody(const BlockStmt* body) {
  labels_.clear();
  gotos_.clear();
  stmt(body);
  for (const auto& entry : gotos_)
    if (!labels_.contains(entry.getKey())) fail("goto " + entry.getKey() + " has no label");
}

void Verifier::function(const Function* f, bool defines) {
  where_ = "function " + f->name.text().str();
  bool hasBody = defines && f->body;
  if (hasBody) define(f->name);
  type(f->result);
  for (const Param& param : f->params)
    type(param.type);
  if (hasBody) functionBody(f->body);
}

void Verifier::structure(const Struct* s) {
  define(s->name);
  llvm::StringSet<> fields;
  for (const StructField& field : s->fields) {
    named(field.name, "field");
    type(field.type);
    if (!fields.insert(field.name.text()).second)
      fail("field " + field.name.text() + " is defined twice");
  }
}

void Verifier::decl(const Decl* d, bool defines) {
  if (!present(d, "declaration")) return;
  std::string outer = where_;
  pos_ = d->pos;
  if (const auto* f = llvm::dyn_cast<Function>(d)) {
    function(f, defines);
  } else if (const auto* v = llvm::dyn_cast<Variable>(d)) {
    where_ = "variable " + v->name.text().str();
    if (defines) define(v->name);
    type(v->type);
    if (v->init) expr(v->init);
  } else if (const auto* s = llvm::dyn_cast<Struct>(d)) {
    where_ = "struct " + s->name.text().str();
    if (defines) structure(s);
  } else if (const auto* u = llvm::dyn_cast<UsingDecl>(d)) {
    where_ = "type " + u->name.text().str();
    define(u->name);
    type(u->type);
  } else if (const auto* declaration = llvm::dyn_cast<Declaration>(d)) {
    decl(declaration->of, false);
  } else if (const auto* macro = llvm::dyn_cast<MacroDecl>(d)) {
    expr(macro->call);
  } else if (const auto* trait = llvm::dyn_cast<TraitDecl>(d)) {
    type(trait->type);
  } else {
    for (const Decl* inner : llvm::cast<GuardedDecl>(d)->decls)
      decl(inner, true);
  }
  where_ = outer;
}

} // namespace

std::string verify(const Unit& unit, SourcePos* pos) {
  Verifier verifier;
  for (const Section& section : unit.sections) {
    verifier.enter(section.space);
    for (const Decl* decl : section.decls)
      verifier.decl(decl, true);
  }
  if (pos) *pos = verifier.faultPos;
  return verifier.fault;
}

} // namespace minigo::cxx
