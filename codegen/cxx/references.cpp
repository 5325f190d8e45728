#include "codegen/cxx/references.h"

#include "llvm/Support/ErrorHandling.h"

namespace minigo::cxx {

namespace {

using llvm::ArrayRef;
using llvm::cast;
using llvm::dyn_cast;

class Names {
public:
  explicit Names(llvm::function_ref<void(const QualifiedName&)> visit) : visit_(visit) {}

  void decl(const Decl* d, bool defines);

private:
  void args(ArrayRef<TemplateArg> args);
  void params(ArrayRef<Param> params);
  void inits(ArrayRef<Init> inits);
  void lambda(const LambdaExpr* e);
  void type(const Type* t);
  void expr(const Expr* e);
  void control(const Stmt* s);
  void stmt(const Stmt* s);

  llvm::function_ref<void(const QualifiedName&)> visit_;
};

void Names::args(ArrayRef<TemplateArg> args) {
  for (const TemplateArg& arg : args) {
    type(arg.type);
    expr(arg.value);
  }
}

void Names::params(ArrayRef<Param> params) {
  for (const Param& param : params)
    type(param.type);
}

void Names::inits(ArrayRef<Init> inits) {
  for (const Init& init : inits)
    expr(init.value);
}

void Names::type(const Type* t) {
  if (!t) return;
  switch (t->kind) {
  case Kind::NamedType: visit_(cast<NamedType>(t)->name); return args(cast<NamedType>(t)->args);
  case Kind::PointerType: return type(cast<PointerType>(t)->elem);
  case Kind::ReferenceType: return type(cast<ReferenceType>(t)->elem);
  case Kind::ConstType: return type(cast<ConstType>(t)->elem);
  case Kind::FunctionType:
    type(cast<FunctionType>(t)->result);
    for (const Type* param : cast<FunctionType>(t)->params)
      type(param);
    return;
  case Kind::ArrayType: type(cast<ArrayType>(t)->elem); return expr(cast<ArrayType>(t)->length);
  default: return;
  }
}

void Names::lambda(const LambdaExpr* e) {
  for (const Capture& capture : e->captures)
    expr(capture.init);
  params(e->params);
  type(e->result);
  stmt(e->body);
}

void Names::expr(const Expr* e) {
  if (!e) return;
  switch (e->kind) {
  case Kind::NameExpr: visit_(cast<NameExpr>(e)->name); return args(cast<NameExpr>(e)->args);
  case Kind::CallExpr:
    expr(cast<CallExpr>(e)->callee);
    for (const Expr* arg : cast<CallExpr>(e)->args)
      expr(arg);
    return;
  case Kind::ConstructExpr:
    type(cast<ConstructExpr>(e)->type);
    return inits(cast<ConstructExpr>(e)->inits);
  case Kind::InitList: return inits(cast<InitList>(e)->inits);
  case Kind::MemberExpr: return expr(cast<MemberExpr>(e)->base);
  case Kind::IndexExpr: return expr(cast<IndexExpr>(e)->base), expr(cast<IndexExpr>(e)->index);
  case Kind::UnaryExpr: return expr(cast<UnaryExpr>(e)->x);
  case Kind::BinaryExpr: return expr(cast<BinaryExpr>(e)->x), expr(cast<BinaryExpr>(e)->y);
  case Kind::ConditionalExpr: {
    const auto* x = cast<ConditionalExpr>(e);
    return expr(x->cond), expr(x->yes), expr(x->no);
  }
  case Kind::CastExpr: return type(cast<CastExpr>(e)->type), expr(cast<CastExpr>(e)->x);
  case Kind::LambdaExpr: return lambda(cast<LambdaExpr>(e));
  case Kind::TypeTraitExpr: return type(cast<TypeTraitExpr>(e)->type);
  case Kind::OffsetofExpr: return type(cast<OffsetofExpr>(e)->type);
  case Kind::StmtExpr: return stmt(cast<StmtExpr>(e)->body);
  default: return; // literals
  }
}

void Names::control(const Stmt* s) {
  if (const auto* x = dyn_cast<IfStmt>(s)) {
    stmt(x->init);
    expr(x->cond);
    stmt(x->then);
    stmt(x->otherwise);
  } else if (const auto* x = dyn_cast<ForStmt>(s)) {
    stmt(x->init);
    for (const VarStmt* more : x->more)
      stmt(more);
    expr(x->cond);
    expr(x->post);
    stmt(x->body);
  } else if (const auto* x = dyn_cast<RangeForStmt>(s)) {
    stmt(x->element);
    expr(x->range);
    stmt(x->body);
  } else if (const auto* x = dyn_cast<WhileStmt>(s)) {
    expr(x->cond);
    stmt(x->body);
  } else if (const auto* x = dyn_cast<DoStmt>(s)) {
    stmt(x->body);
    expr(x->cond);
  } else if (const auto* x = dyn_cast<SwitchStmt>(s)) {
    expr(x->value);
    for (const SwitchCase& one : x->cases) {
      for (const Expr* value : one.values)
        expr(value);
      stmt(one.body);
    }
  } else {
    llvm_unreachable("a statement whose names are not looked for");
  }
}

void Names::stmt(const Stmt* s) {
  if (!s) return;
  switch (s->kind) {
  case Kind::ExprStmt: return expr(cast<ExprStmt>(s)->x);
  case Kind::VarStmt: return type(cast<VarStmt>(s)->type), expr(cast<VarStmt>(s)->init);
  case Kind::BindingStmt: return expr(cast<BindingStmt>(s)->init);
  case Kind::BlockStmt:
    for (const Stmt* child : cast<BlockStmt>(s)->stmts)
      stmt(child);
    return;
  case Kind::ReturnStmt: return expr(cast<ReturnStmt>(s)->value);
  case Kind::BreakStmt:
  case Kind::ContinueStmt:
  case Kind::GotoStmt:
  case Kind::LabelStmt:
  case Kind::CommentStmt: return;
  default: return control(s);
  }
}

void Names::decl(const Decl* d, bool defines) {
  if (const auto* f = dyn_cast<Function>(d)) {
    type(f->result);
    params(f->params);
    if (defines) stmt(f->body);
  } else if (const auto* v = dyn_cast<Variable>(d)) {
    type(v->type);
    if (defines) expr(v->init);
  } else if (const auto* s = dyn_cast<Struct>(d)) {
    if (!defines) return;
    type(s->base);
    type(s->convertsFrom);
    for (const StructField& field : s->fields) {
      type(field.type);
      expr(field.init);
    }
  } else if (const auto* u = dyn_cast<UsingDecl>(d)) {
    type(u->type);
  } else if (const auto* declaration = dyn_cast<Declaration>(d)) {
    decl(declaration->of, false);
  } else if (const auto* trait = dyn_cast<TraitDecl>(d)) {
    type(trait->type);
  } else if (const auto* guarded = dyn_cast<GuardedDecl>(d)) {
    for (const Decl* inner : guarded->decls)
      decl(inner, defines);
  } else if (const auto* macro = dyn_cast<MacroDecl>(d)) {
    expr(macro->call);
  }
}

} // namespace

void forEachName(const Decl* decl, llvm::function_ref<void(const QualifiedName&)> visit) {
  Names(visit).decl(decl, true);
}

} // namespace minigo::cxx
