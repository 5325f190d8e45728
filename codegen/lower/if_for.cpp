// if and for statements (spec: If statements, For statements with for clause).
#include "codegen/lower/func.h"

#include "llvm/ADT/StringSet.h"

namespace minigo {

using llvm::ArrayRef;
using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

namespace {

// Whether a statement may stand before the `;` of a C++ if or for.
bool fitsInit(const cxx::Stmt* s) {
  return isa<cxx::VarStmt>(s) || isa<cxx::BindingStmt>(s) || isa<cxx::ExprStmt>(s);
}

} // namespace

void FunctionLowerer::ifStmt(const ast::IfStmt* s) {
  Stmts stmts = ifChain(s);
  if (stmts.size() == 1) return emit(stmts[0]);
  emit(blockOf(stmts));
}

// The statements of an if: one, if its condition needs no others before it.
FunctionLowerer::Stmts FunctionLowerer::ifChain(const ast::IfStmt* s) {
  LocalNames::Scope scope(locals_);
  Sink sink(*this);
  pos_ = ast::startPos(s);
  if (s->init) stmt(s->init);
  Stmts before = sink.take();
  Sink condSink(*this);
  Expr* cond = expr(s->cond);
  Stmts condStmts = condSink.take();
  cxx::Stmt* init = nullptr;
  if (before.size() == 1 && condStmts.empty() && fitsInit(before[0])) {
    init = before[0];
    before.clear();
  }
  before.insert(before.end(), condStmts.begin(), condStmts.end());
  cxx::BlockStmt* then = block(s->then->stmts);
  cxx::Stmt* otherwise = nullptr;
  if (auto* next = dyn_cast_or_null<ast::IfStmt>(s->otherwise)) {
    Stmts chain = ifChain(next);
    otherwise = chain.size() == 1 && isa<cxx::IfStmt>(chain[0]) ? chain[0] : blockOf(chain);
  } else if (s->otherwise) {
    cxx::BlockStmt* last = block(cast<ast::BlockStmt>(s->otherwise)->stmts);
    if (!last->stmts.empty()) otherwise = last;
  }
  before.push_back(b.ifStmt(cond, then, otherwise, init));
  before.back()->pos = ast::startPos(s);
  return before;
}

llvm::SmallVector<const Var*, 2> FunctionLowerer::variablesOf(const ast::Stmt* init) {
  llvm::SmallVector<const Var*, 2> vars;
  auto* assign = dyn_cast_or_null<ast::AssignStmt>(init);
  if (!assign || !assign->define) return vars;
  for (Object* object : assign->newVars) {
    if (auto* v = dyn_cast_or_null<Var>(object)) vars.push_back(v);
  }
  return vars;
}

// The body of a loop as a block. `before` comes first, then Go's body, then what `after` emits;
// a continue that cannot be C++'s goes to a label between them.
cxx::BlockStmt* FunctionLowerer::loopBody(const ast::Stmt* loop, const ast::BlockStmt* body,
                                          Stmts before, llvm::function_ref<void()> after,
                                          bool plainContinue) {
  targets_.push_back({loop, true, true, plainContinue, false, {}, {}, {}});
  LocalNames::Scope scope(locals_);
  Sink sink(*this);
  Stmts inner;
  {
    Sink innerSink(*this);
    stmtList(body->stmts);
    inner = innerSink.take();
  }
  Target target = targets_.back();
  targets_.pop_back();
  loopBreakLabel_ = target.breakLabel;
  statements_ = std::move(before);
  if (target.continueLabel.isEmpty()) {
    statements_.insert(statements_.end(), inner.begin(), inner.end());
  } else {
    // In a block, so that the jump passes no declaration.
    emit(blockOf(inner));
    emit(b.labelStmt(target.continueLabel));
  }
  if (after) after();
  return blockOf(sink.take());
}

// The names that a statement declares in the block it is in.
static void addDeclared(const cxx::Stmt* s, llvm::StringSet<>& names) {
  if (const auto* var = llvm::dyn_cast_or_null<cxx::VarStmt>(s)) names.insert(var->name.text());
  if (const auto* binding = llvm::dyn_cast_or_null<cxx::BindingStmt>(s))
    for (const Name& name : binding->names)
      names.insert(name.text());
}

// The body of a loop whose only statement is a block, unless that declares again what the loop
// does.
static void unwrapBody(cxx::Stmt* loop) {
  llvm::StringSet<> declared;
  cxx::BlockStmt* body = nullptr;
  if (auto* f = dyn_cast<cxx::ForStmt>(loop)) {
    addDeclared(f->init, declared);
    for (const cxx::VarStmt* more : f->more)
      addDeclared(more, declared);
    body = f->body;
  } else if (auto* range = dyn_cast<cxx::RangeForStmt>(loop)) {
    addDeclared(range->element, declared);
    body = range->body;
  } else if (auto* w = dyn_cast<cxx::WhileStmt>(loop)) {
    body = w->body;
  }
  auto* inner =
      body && body->stmts.size() == 1 ? dyn_cast<cxx::BlockStmt>(body->stmts[0]) : nullptr;
  if (!inner) return;
  llvm::StringSet<> names;
  for (const cxx::Stmt* s : inner->stmts)
    addDeclared(s, names);
  if (llvm::none_of(names.keys(), [&](llvm::StringRef name) { return declared.contains(name); }))
    body->stmts = inner->stmts;
}

// Emits a loop and the label that jumps out of it from inside a switch or an inner loop go to.
void FunctionLowerer::emitLoop(cxx::Stmt* loop, SourcePos pos) {
  loop->pos = pos;
  unwrapBody(loop);
  Name label = loopBreakLabel_;
  loopBreakLabel_ = Name();
  emit(loop);
  if (!label.isEmpty()) emit(b.labelStmt(label));
}

void FunctionLowerer::forStmt(const ast::ForStmt* s) {
  SourcePos pos = ast::startPos(s);
  LocalNames::Scope scope(locals_);
  llvm::SmallVector<const Var*, 2> copied;
  for (const Var* v : variablesOf(s->init)) {
    if (s->perIteration && needsCopyEachIteration(v, analysis.variables.of(v))) copied.push_back(v);
  }
  if (!copied.empty()) return forWithCopies(s, copied);
  Sink outer(*this);
  LoopScope slices(*this, s);
  Sink initSink(*this);
  if (s->init) stmt(s->init);
  Stmts init = initSink.take();
  Sink condSink(*this);
  Expr* cond = s->cond ? expr(s->cond) : nullptr;
  Stmts condStmts = condSink.take();
  if (!condStmts.empty()) {
    condStmts.push_back(b.ifStmt(negated(cond), b.block({b.breakStmt()})));
    cond = nullptr;
  }
  Sink postSink(*this);
  if (s->post) stmt(s->post);
  Stmts post = postSink.take();
  bool plainPost = post.size() <= 1 && (post.empty() || isa<cxx::ExprStmt>(post[0]));
  if (!plainPost && llvm::all_of(post, [](cxx::Stmt* p) { return isa<cxx::ExprStmt>(p); })) {
    // i++, j-- as one expression.
    Expr* all = cast<cxx::ExprStmt>(post[0])->x;
    for (cxx::Stmt* p : llvm::drop_begin(post))
      all = b.binary(cxx::BinaryOp::Comma, all, cast<cxx::ExprStmt>(p)->x);
    post = {b.exprStmt(all)};
    plainPost = true;
  }
  auto after = [&] { statements_.insert(statements_.end(), post.begin(), post.end()); };
  cxx::BlockStmt* body =
      plainPost ? loopBody(s, s->body, condStmts) : loopBody(s, s->body, condStmts, after, false);
  Expr* postExpr = plainPost && !post.empty() ? cast<cxx::ExprStmt>(post[0])->x : nullptr;
  cxx::Stmt* loop;
  // Without any code its line would be nowhere.
  if (init.empty() && !postExpr && !cond && body->stmts.empty())
    body = b.block({b.exprStmt(b.rtCall("spin", {}))});
  if (init.empty() && !postExpr && cond)
    loop = b.whileStmt(cond, body);
  else
    loop = forWithInit(init, cond, postExpr, body);
  emitLoop(loop, pos);
  Stmts all = outer.take();
  bool needsBlock = all.size() > 1 && llvm::any_of(all, [](cxx::Stmt* p) {
                      return isa<cxx::VarStmt>(p) || isa<cxx::BindingStmt>(p);
                    });
  if (needsBlock) return emit(blockOf(all));
  statements_.insert(statements_.end(), all.begin(), all.end());
}

// for (init; …): several variables of one type may stand in it; other statements come before.
cxx::ForStmt* FunctionLowerer::forWithInit(const Stmts& init, Expr* cond, Expr* post,
                                           cxx::BlockStmt* body) {
  auto sameKind = [&](cxx::Stmt* s) {
    auto* v = dyn_cast<cxx::VarStmt>(s);
    auto* first = dyn_cast<cxx::VarStmt>(init[0]);
    return v && first && v->style == cxx::InitStyle::Equals && v->init &&
           v->specifiers == first->specifiers && sameTypeNode(v->type, first->type);
  };
  if (init.empty()) return b.forStmt(nullptr, cond, post, body);
  if (init.size() == 1 && fitsInit(init[0])) return b.forStmt(init[0], cond, post, body);
  if (llvm::all_of(init, sameKind)) {
    llvm::SmallVector<cxx::VarStmt*, 2> more;
    for (cxx::Stmt* s : llvm::drop_begin(init))
      more.push_back(cast<cxx::VarStmt>(s));
    return b.forStmt(init[0], cond, post, body, more);
  }
  statements_.insert(statements_.end(), init.begin(), init.end());
  return b.forStmt(nullptr, cond, post, body);
}

bool FunctionLowerer::sameTypeNode(const cxx::Type* x, const cxx::Type* y) const {
  auto* a = dyn_cast<cxx::NamedType>(x);
  auto* c = dyn_cast<cxx::NamedType>(y);
  return a && c && a->args.empty() && c->args.empty() && a->name.last() == c->name.last() &&
         a->name.parts.size() == c->name.parts.size();
}

// A loop whose variables something may keep: each iteration has its own. `i_` carries the value
// from one iteration to the next.
void FunctionLowerer::forWithCopies(const ast::ForStmt* s, ArrayRef<const Var*> copied) {
  SourcePos pos = ast::startPos(s);
  Sink outer(*this);
  // Initial values go to the carrying variables.
  llvm::SmallVector<Name, 2> carriers;
  Stmts init;
  {
    Sink sink(*this);
    carriedInit(s, copied, carriers);
    init = sink.take();
  }
  Name first = locals_.temp("first");
  init.push_back(b.varStmt(b.boolType(), first, b.boolean(true)));
  LocalNames::Scope inner(locals_);
  Sink head(*this);
  comment("Each iteration has its own.");
  for (size_t i = 0; i < copied.size(); ++i)
    declareVar(copied[i], b.name(carriers[i]));
  Sink postSink(*this);
  if (s->post) stmt(s->post);
  Stmts post = postSink.take();
  if (!post.empty()) emit(b.ifStmt(b.unary(cxx::UnaryOp::Not, b.name(first)), blockOf(post)));
  emit(b.assign(b.name(first), b.boolean(false)));
  if (s->cond) emit(b.ifStmt(negated(expr(s->cond)), b.block({b.breakStmt()})));
  Stmts before = head.take();
  auto after = [&] {
    for (size_t i = 0; i < copied.size(); ++i)
      emit(b.assign(b.name(carriers[i]), variable(copied[i])));
  };
  cxx::BlockStmt* body = loopBody(s, s->body, before, after, false);
  cxx::Stmt* loop = forWithInit(init, nullptr, nullptr, body);
  emitLoop(loop, pos);
  Stmts all = outer.take();
  emit(all.size() == 1 ? all[0] : blockOf(all));
}

// The init statement of a loop, with the variables in `copied` replaced by carriers.
void FunctionLowerer::carriedInit(const ast::ForStmt* s, ArrayRef<const Var*> copied,
                                  llvm::SmallVectorImpl<Name>& carriers) {
  auto* init = cast<ast::AssignStmt>(s->init);
  bool isTuple = init->rhs.size() == 1 && init->lhs.size() > 1;
  Expr* tuple = isTuple ? tempOf(commaOk(init->rhs[0]), b.autoType(), "results") : nullptr;
  Exprs values;
  for (size_t i = 0; i < init->lhs.size(); ++i) {
    auto* v = dyn_cast_or_null<Var>(init->newVars[i]);
    const Type* t = v ? v->type : init->rhs[isTuple ? 0 : i]->type;
    values.push_back(isTuple ? b.member(tuple, b.names.result(unsigned(i)))
                             : exprAs(init->rhs[i], t));
  }
  carriers.resize(copied.size());
  for (size_t i = 0; i < init->lhs.size(); ++i) {
    auto* v = dyn_cast_or_null<Var>(init->newVars[i]);
    const auto* found = llvm::find(copied, v);
    if (v && found != copied.end()) {
      Name name = locals_.temp(v->name);
      carriers[size_t(found - copied.begin())] = name;
      emit(b.varStmt(l.type(v->type), name, values[i]));
    } else if (v) {
      declareVar(v, values[i]);
    }
  }
}

} // namespace minigo
