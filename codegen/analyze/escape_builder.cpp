#include "codegen/analyze/escape_builder.h"

#include "codegen/analyze/captures.h"
#include "codegen/analyze/eval_order.h"
#include "frontend/ast/walk.h"
#include "frontend/types/predicates.h"
#include "frontend/types/sizes.h"

#include "llvm/Support/SaveAndRestore.h"

namespace minigo {

using llvm::ArrayRef;
using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

namespace {

// Larger variables live on the heap when their address is taken: goroutines' stacks should stay
// small while they wait.
constexpr int64_t kLargest = 16 << 10;

} // namespace

std::optional<int64_t> constantSize(const Type* t) {
  if (!hasConstantSize(t)) return std::nullopt;
  return sizeOf(t);
}

// --- Locations

const ast::Node* EscapeBuilder::owner() const {
  const Context* c = context_;
  while (c && c->isRangeBody)
    c = c->outer;
  return c ? c->node : nullptr;
}

TextRange EscapeBuilder::rangeOf(const ast::Node* node) const {
  return {ast::startPos(node), ast::endPos(node)};
}

void EscapeBuilder::flow(Hole k, Id from, int derefs) {
  if (k.to != EscapeGraph::kNone) graph.flow(k.to, from, k.derefs + derefs);
}

void EscapeBuilder::declare(const Var* v, TextRange lives, TextRange holds, bool isParam) {
  if (!v || vars.contains(v)) return;
  EscapeGraph::Location l;
  l.var = v;
  l.owner = owner();
  l.lives = lives;
  l.holds = holds;
  l.pos = v->pos;
  l.isOrdered = ordered_.contains(l.owner) && !isParam && v->varKind != VarKind::Result;
  l.isParam = isParam;
  l.escapes = variables_.of(v).addressTaken && constantSize(v->type).value_or(0) > kLargest;
  vars[v] = graph.add(std::move(l));
}

EscapeBuilder::Id EscapeBuilder::variable(const Var* v) {
  if (!vars.contains(v)) declare(v);
  return vars.lookup(v);
}

void EscapeBuilder::declareFields(ast::FieldList fields, TextRange range, bool isParam) {
  for (const ast::Field* field : fields)
    if (field->name) declare(dyn_cast_or_null<Var>(field->name->object), range, range, isParam);
}

EscapeBuilder::Id EscapeBuilder::site(const ast::Node* node, TextRange lives, SourcePos pos,
                                      bool isBox) {
  EscapeGraph::Location l;
  l.site = node;
  l.isBox = isBox;
  l.owner = owner();
  l.lives = l.holds = lives;
  l.pos = pos;
  l.isOrdered = ordered_.contains(l.owner);
  Id id = graph.add(std::move(l));
  if (!isBox) sites[node] = id;
  return id;
}

// An expression makes something, of this size if it is known, and k gets its address. In the frame
// it is a variable of the block around the statement.
EscapeBuilder::Id EscapeBuilder::made(Hole k, const ast::Node* node, std::optional<int64_t> size,
                                      bool isBox) {
  Id id = site(node, block_, statement_, isBox);
  graph[id].escapes = conditional_ || size.value_or(kLargest + 1) > kLargest ||
                      jumping_.contains(owner()); // C++ lets no goto pass a variable
  flow(k.address(), id);
  return id;
}

EscapeBuilder::Id EscapeBuilder::temporary(TextRange range) {
  EscapeGraph::Location l;
  l.owner = owner();
  l.lives = l.holds = range;
  l.pos = range.end;
  return graph.add(std::move(l));
}

// Holds the results of calls until they are used: what the arguments of a call are made of lives
// in C++ until the end of that call only.
EscapeBuilder::Id EscapeBuilder::heldInStatement(SourcePos pos) {
  Id id = temporary(block_);
  graph[id].pos = pos;
  return id;
}

// Holds what deferred calls use, when the locals of the function's body are gone.
EscapeBuilder::Id EscapeBuilder::deferred() {
  auto [found, isNew] = deferred_.try_emplace(owner(), EscapeGraph::kHeap);
  if (isNew && owner()) found->second = temporary(rangeOf(owner()));
  return found->second;
}

// A local variable is used here: literals between here and its declaration capture it.
void EscapeBuilder::use(const Var* v) {
  for (const Context* c = context_; c && c->outer; c = c->outer) {
    if (v->pos >= ast::startPos(c->node) && v->pos < ast::endPos(c->node)) {
      // Range variables are the body's, what the clause assigns to is not; both are inside.
      break;
    }
    if (c->closure == EscapeGraph::kNone) continue;
    if (!captured_.insert({c->closure, v}).second) continue;
    const bool byValue = !c->isRangeBody && capturedByValue(v, variables_.of(v));
    graph.flow(c->closure, variable(v), byValue ? 0 : -1);
  }
}

// --- Functions

// Notes whether a function, literals in it aside, has a defer or goto statement.
void EscapeBuilder::lookForJumps(const ast::Node* node, const ast::BlockStmt* body) {
  ast::walk(const_cast<ast::BlockStmt*>(body), [&](ast::Node* n) {
    auto* branch = dyn_cast<ast::BranchStmt>(n);
    const bool jumps = branch && branch->branch == ast::BranchKind::Goto;
    if (jumps) jumping_.insert(node);
    if (jumps || isa<ast::DeferStmt>(n)) ordered_.insert(node);
    return !isa<ast::FuncLit>(n);
  });
}

void EscapeBuilder::body(const ast::Node* node, const ast::BlockStmt* block) {
  TextRange outer = block_;
  llvm::SaveAndRestore plain(conditional_, false);
  // Deferred calls run when the locals of the body are gone.
  block_ = rangeOf(ordered_.contains(node) ? static_cast<const ast::Node*>(block) : node);
  statements(block->stmts);
  block_ = outer;
}

void EscapeBuilder::function(const ast::FuncDecl* decl) {
  decl_ = decl;
  Context context{decl, EscapeGraph::kNone, nullptr, false};
  context_ = &context;
  lookForJumps(decl, decl->body);
  TextRange range = rangeOf(decl);
  if (decl->receiver) declareFields({const_cast<ast::Field*>(decl->receiver)}, range, true);
  declareFields(decl->signature->params, range, true);
  declareFields(decl->signature->results, range, false);
  int i = 0;
  const auto* type = cast<Func>(decl->name->object)->signature();
  results_.resize(type->results->vars.size(), EscapeGraph::kNone);
  for (const ast::Field* field : decl->signature->results) {
    auto* v = field->name ? dyn_cast_or_null<Var>(field->name->object) : nullptr;
    Id id = v ? vars.lookup(v) : temporary(range);
    graph[id].result = i;
    results_[size_t(i++)] = id;
  }
  body(decl, decl->body);
  context_ = nullptr;
}

void EscapeBuilder::initializer(const ast::Expr* e) {
  Context context{e, EscapeGraph::kNone, nullptr, false};
  context_ = &context;
  block_ = rangeOf(e);
  conditional_ = true; // there is no frame
  expr({EscapeGraph::kHeap, 0}, e);
  context_ = nullptr;
}

void EscapeBuilder::funcLit(const ast::FuncLit* lit, Id closure) {
  Context context{lit, closure, context_, false};
  context_ = &context;
  lookForJumps(lit, lit->body);
  TextRange range = rangeOf(lit);
  declareFields(lit->signature->params, range, true);
  declareFields(lit->signature->results, range, false);
  for (const ast::Field* field : lit->signature->results) {
    auto* v = field->name ? dyn_cast_or_null<Var>(field->name->object) : nullptr;
    if (v && holdsAddress(v->type)) graph.flow(EscapeGraph::kHeap, vars.lookup(v), 0);
  }
  body(lit, lit->body);
  context_ = context.outer;
}

// --- Statements

void EscapeBuilder::inBlock(TextRange range, llvm::function_ref<void()> inside) {
  TextRange outer = block_;
  block_ = range;
  inside();
  block_ = outer;
}

void EscapeBuilder::statements(ast::StmtList list) {
  for (const ast::Stmt* s : list)
    statement(s);
}

void EscapeBuilder::statement(const ast::Stmt* s) {
  if (!s) return;
  llvm::SaveAndRestore here(statement_, ast::startPos(s));
  switch (s->kind) {
  case ast::Kind::BlockStmt:
    return inBlock(rangeOf(s), [&] { statements(cast<ast::BlockStmt>(s)->stmts); });
  case ast::Kind::ExprStmt: return discard(cast<ast::ExprStmt>(s)->x);
  case ast::Kind::SendStmt: {
    auto* send = cast<ast::SendStmt>(s);
    discard(send->channel);
    const Chan* chan = asCommonUnder<Chan>(send->channel->type);
    return assignable({EscapeGraph::kHeap, 0}, chan ? chan->elem : nullptr, send->value);
  }
  case ast::Kind::DeclStmt:
    for (const ast::Decl* decl : cast<ast::DeclStmt>(s)->decls)
      if (auto* v = dyn_cast<ast::VarDecl>(decl)) varDecl(v);
    return;
  case ast::Kind::AssignStmt: return assign(cast<ast::AssignStmt>(s));
  case ast::Kind::GoStmt: return started(cast<ast::GoStmt>(s)->call, EscapeGraph::kHeap);
  case ast::Kind::DeferStmt: return started(cast<ast::DeferStmt>(s)->call, deferred());
  case ast::Kind::ReturnStmt: return returnStmt(cast<ast::ReturnStmt>(s));
  case ast::Kind::IfStmt: {
    auto* branch = cast<ast::IfStmt>(s);
    return inBlock(rangeOf(s), [&] {
      statement(branch->init);
      discard(branch->cond);
      statement(branch->then);
      statement(branch->otherwise);
    });
  }
  case ast::Kind::ForStmt: return forStmt(cast<ast::ForStmt>(s));
  case ast::Kind::RangeStmt: return rangeStmt(cast<ast::RangeStmt>(s));
  case ast::Kind::SwitchStmt: {
    auto* choice = cast<ast::SwitchStmt>(s);
    return inBlock(rangeOf(s), [&] {
      statement(choice->init);
      if (choice->tag) discard(choice->tag);
      clauses(choice->clauses, EscapeGraph::kNone);
    });
  }
  case ast::Kind::TypeSwitchStmt: return typeSwitch(cast<ast::TypeSwitchStmt>(s));
  case ast::Kind::SelectStmt: return select(cast<ast::SelectStmt>(s));
  case ast::Kind::LabeledStmt: return statement(cast<ast::LabeledStmt>(s)->stmt);
  default: return; // no values
  }
}

// v is declared with a value; pos: where the statement begins.
void EscapeBuilder::bind(const Var* v, const ast::Expr* value, SourcePos pos) {
  Hole k{variable(v), 0};
  auto* lit = dyn_cast<ast::FuncLit>(ast::unparen(value));
  if (!lit || !asCommonUnder<Signature>(v->type)) return assignable(k, v->type, value);
  if (!variables_.of(v).reassigned && !variables_.of(v).addressTaken) literals_[v] = lit;
  // A lambda that the variable is: what it captures is in the variable.
  if (isCalledOnly(variables_.of(v), lit)) return funcLit(lit, k.to);
  Id closure = site(lit, block_, pos);
  flow(k.address(), closure);
  funcLit(lit, closure);
}

void EscapeBuilder::varDecl(const ast::VarDecl* decl) {
  for (const ast::Ident* name : decl->names)
    declare(dyn_cast_or_null<Var>(name->object));
  auto varAt = [&](size_t i) { return dyn_cast_or_null<Var>(decl->names[i]->object); };
  if (decl->values.size() == 1 && decl->names.size() > 1) {
    llvm::SmallVector<Hole, 2> holes;
    for (size_t i = 0; i < decl->names.size(); ++i)
      holes.push_back(varAt(i) ? Hole{variable(varAt(i)), 0} : Hole{});
    return tuple(holes, decl->values[0]);
  }
  for (size_t i = 0; i < decl->values.size(); ++i) {
    if (varAt(i))
      bind(varAt(i), decl->values[i], ast::startPos(decl));
    else
      discard(decl->values[i]);
  }
}

// Several values of one expression.
void EscapeBuilder::tuple(ArrayRef<Hole> holes, const ast::Expr* e) {
  e = ast::unparen(e);
  if (auto* c = dyn_cast<ast::CallExpr>(e)) return call(holes, c);
  expr(holes.empty() ? Hole{} : holes[0], e); // the second is a bool
}

void EscapeBuilder::assign(const ast::AssignStmt* s) {
  auto newVar = [&](size_t i) {
    return s->define && i < s->newVars.size() ? dyn_cast_or_null<Var>(s->newVars[i]) : nullptr;
  };
  llvm::SmallVector<Hole, 2> holes;
  for (size_t i = 0; i < s->lhs.size(); ++i) {
    if (newVar(i)) declare(newVar(i));
    holes.push_back(newVar(i) ? Hole{variable(newVar(i)), 0} : place(s->lhs[i]));
  }
  if (s->lhs.size() > s->rhs.size() && s->rhs.size() == 1) return tuple(holes, s->rhs[0]);
  for (size_t i = 0; i < s->rhs.size(); ++i) {
    if (const Var* v = newVar(i)) {
      bind(v, s->rhs[i], ast::startPos(s));
      continue;
    }
    auto* lit = dyn_cast<ast::FuncLit>(ast::unparen(s->rhs[i]));
    const bool toVariable = holes[i].to != EscapeGraph::kHeap && holes[i].to != EscapeGraph::kNone;
    if (lit && toVariable && s->lhs.size() == 1 && asCommonUnder<Signature>(s->lhs[0]->type)) {
      Id closure = site(lit, block_, ast::startPos(lit));
      flow(holes[i].address(), closure);
      funcLit(lit, closure);
    } else if (s->op != ast::Op::None) {
      discard(s->rhs[i]);
    } else {
      assignable(holes[i], s->lhs[i]->type, s->rhs[i]);
    }
  }
}

EscapeBuilder::Hole EscapeBuilder::result(size_t i) {
  if (owner() != decl_ || i >= results_.size()) return {EscapeGraph::kHeap, 0};
  return {results_[i], 0};
}

void EscapeBuilder::returnStmt(const ast::ReturnStmt* s) {
  const ast::Node* function = owner();
  auto* lit = dyn_cast_or_null<ast::FuncLit>(function);
  const auto* type =
      lit ? asCommonUnder<Signature>(lit->type) : cast<Func>(decl_->name->object)->signature();
  llvm::SmallVector<Hole, 2> holes;
  for (size_t i = 0; i < type->results->vars.size(); ++i)
    holes.push_back(result(i));
  if (s->results.size() == 1 && holes.size() > 1)
    tuple(holes, s->results[0]);
  else
    for (size_t i = 0; i < s->results.size(); ++i)
      assignable(holes[i], type->results->vars[i]->type, s->results[i]);
  if (!context_->isRangeBody) return;
  // The bodies around set the results.
  const ast::FuncTypeExpr* signature = lit ? lit->signature : decl_->signature;
  for (const ast::Field* field : signature->results)
    if (auto* v = field->name ? dyn_cast_or_null<Var>(field->name->object) : nullptr) use(v);
  const ast::BlockStmt* block = lit ? lit->body : decl_->body;
  if (!sites.contains(block)) {
    Id unnamed = site(block, rangeOf(function), ast::startPos(function));
    graph[unnamed].isOrdered = false;
  }
  for (const Context* c = context_; c->isRangeBody; c = c->outer)
    graph.flow(c->closure, sites.lookup(block), -1);
}

void EscapeBuilder::forStmt(const ast::ForStmt* s) {
  inBlock(rangeOf(s), [&] {
    auto* init = dyn_cast_or_null<ast::AssignStmt>(s->init);
    if (init && init->define && s->perIteration) {
      // Each iteration has its own, but their values go on to the next.
      TextRange iteration{ast::endPos(init), block_.end};
      for (Object* object : init->newVars)
        declare(dyn_cast_or_null<Var>(object), iteration, block_);
    }
    statement(s->init);
    {
      llvm::SaveAndRestore repeated(conditional_, true);
      if (s->cond) discard(s->cond);
      statement(s->post);
    }
    statement(s->body);
  });
}

void EscapeBuilder::rangeStmt(const ast::RangeStmt* s) {
  if (asCommonUnder<Signature>(s->x->type)) return rangeFunc(s);
  const Type* t = s->x->type;
  const Pointer* pointer = asCommonUnder<Pointer>(t);
  const bool isCopied = !pointer && !asCommonUnder<Slice>(t) && !asCommonUnder<Map>(t);
  inBlock(rangeOf(s), [&] {
    Hole value;
    const Type* valueType = nullptr; // a name that is being declared has none as an expression
    for (size_t i = 0; i < s->lhs.size(); ++i) {
      auto* v = s->define && i < s->newVars.size() ? dyn_cast_or_null<Var>(s->newVars[i]) : nullptr;
      if (v) declare(v, s->perIteration ? rangeOf(s->body) : block_, block_);
      llvm::SaveAndRestore repeated(conditional_, true);
      Hole k = v ? Hole{variable(v), 0} : s->define ? Hole{} : place(s->lhs[i]);
      if (i != 1) continue;
      value = k;
      valueType = v ? v->type : s->lhs[i]->type;
    }
    const bool holds = value.to != EscapeGraph::kNone && holdsAddress(valueType);
    if (!holds)
      discard(s->x);
    else
      expr(isCopied ? value : value.deref(), s->x);
    statement(s->body);
  });
}

// The body is a function that the iterator is called with.
void EscapeBuilder::rangeFunc(const ast::RangeStmt* s) {
  inBlock(rangeOf(s), [&] {
    Id iterator = temporary(block_);
    expr({iterator, 0}, s->x);
    Id closure = site(s, block_, ast::startPos(s));
    CalledCode code = calledCode(s->x);
    Id value = temporary(block_);
    graph.flow(value, closure, -1);
    argument(code, paramAt(code, 0), value, {}, nullptr);
    Context context{s, closure, context_, true};
    context_ = &context;
    llvm::SaveAndRestore plain(conditional_, false);
    inBlock(rangeOf(s->body), [&] {
      for (size_t i = 0; i < s->lhs.size(); ++i) {
        auto* v =
            s->define && i < s->newVars.size() ? dyn_cast_or_null<Var>(s->newVars[i]) : nullptr;
        if (v)
          declare(v);
        else if (!s->define)
          (void)place(s->lhs[i]);
      }
      statements(s->body->stmts);
    });
    context_ = context.outer;
  });
}

void EscapeBuilder::clauses(ArrayRef<ast::CaseClause*> list, Id tag) {
  for (const ast::CaseClause* clause : list) {
    inBlock(rangeOf(clause), [&] {
      for (const ast::Expr* value : clause->values) {
        llvm::SaveAndRestore inTurn(conditional_, true);
        discard(value);
      }
      if (auto* v = dyn_cast_or_null<Var>(clause->typeSwitchVar)) {
        // Its position is that of the name in the guard, for all clauses.
        declare(v);
        graph[variable(v)].pos = ast::startPos(clause);
        if (holdsAddress(v->type)) graph.flow(variable(v), tag, 0);
      }
      statements(clause->body);
    });
  }
}

void EscapeBuilder::typeSwitch(const ast::TypeSwitchStmt* s) {
  inBlock(rangeOf(s), [&] {
    statement(s->init);
    Id tag = temporary(block_);
    expr({tag, 0}, s->x);
    clauses(s->clauses, tag);
  });
}

void EscapeBuilder::select(const ast::SelectStmt* s) {
  for (const ast::CommClause* clause : s->clauses) {
    inBlock(rangeOf(clause), [&] {
      {
        llvm::SaveAndRestore outside(conditional_, true); // operands come before the select
        statement(clause->comm);
      }
      statements(clause->body);
    });
  }
}

} // namespace minigo
