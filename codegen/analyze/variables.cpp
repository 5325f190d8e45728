#include "codegen/analyze/variables.h"
#include "frontend/types/predicates.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

namespace {

const Var* localVar(const Object* object) {
  const Var* v = dyn_cast_or_null<Var>(object);
  return v && v->varKind != VarKind::Package && v->varKind != VarKind::Field ? v : nullptr;
}

// A function: the declared one or a package-level initializer, and in it literals and bodies of
// ranges over functions.
struct Region {
  const ast::Node* node;
  const Region* outer;

  bool declares(const Var* v) const {
    return v->pos >= ast::startPos(node) && v->pos < ast::endPos(node);
  }
};

bool isBuiltinCall(const ast::CallExpr* call) {
  return ast::unparen(call->fun)->mode == ast::Mode::Builtin;
}

// Builtins that look at a slice and keep nothing of it.
bool onlyLooksAtSlices(const ast::CallExpr* call) {
  auto* callee = dyn_cast<ast::Ident>(ast::unparen(call->fun));
  auto* builtin = callee ? dyn_cast_or_null<Builtin>(callee->object) : nullptr;
  return builtin && (builtin->id == BuiltinId::Copy || builtin->id == BuiltinId::Len ||
                     builtin->id == BuiltinId::Cap || builtin->id == BuiltinId::Clear);
}

bool isStringConversion(const ast::CallExpr* call) {
  const Basic* to =
      call->fun->mode == ast::Mode::TypeExpr ? asCommonUnder<Basic>(call->type) : nullptr;
  return to && to->info & kIsString;
}

class Walker {
public:
  explicit Walker(llvm::DenseMap<const Var*, VariableFacts>& facts) : facts_(facts) {}

  void function(const ast::Node* node) {
    Region region{node, nullptr};
    inRegion(region, node);
  }

private:
  void inRegion(Region& region, const ast::Node* node) {
    region_ = &region;
    children(node);
    region_ = region.outer;
  }

  void children(const ast::Node* node) {
    ast::forEachChild(const_cast<ast::Node*>(node), [&](ast::Node* child) { visit(child); });
  }

  void visit(const ast::Node* node) {
    if (!node) return;
    switch (node->kind) {
    case ast::Kind::Ident: use(cast<ast::Ident>(node), false); return;
    case ast::Kind::FuncLit: literal(cast<ast::FuncLit>(node)); return;
    case ast::Kind::CallExpr: call(cast<ast::CallExpr>(node), true); return;
    case ast::Kind::GoStmt: started(cast<ast::GoStmt>(node)->call); return;
    case ast::Kind::DeferStmt: started(cast<ast::DeferStmt>(node)->call); return;
    case ast::Kind::UnaryExpr: unary(cast<ast::UnaryExpr>(node)); return;
    case ast::Kind::SelectorExpr: selector(cast<ast::SelectorExpr>(node)); return;
    case ast::Kind::SliceExpr: sliceExpr(cast<ast::SliceExpr>(node), false); return;
    case ast::Kind::AssignStmt: assign(cast<ast::AssignStmt>(node)); return;
    case ast::Kind::ForStmt: forStmt(cast<ast::ForStmt>(node)); return;
    case ast::Kind::RangeStmt: rangeStmt(cast<ast::RangeStmt>(node)); return;
    case ast::Kind::ReturnStmt: returnStmt(node); return;
    default: children(node);
    }
  }

  void use(const ast::Ident* ident, bool isCalled) {
    const Var* v = localVar(ident->object);
    if (!v || v->pos == ident->pos) return;
    if (!isCalled) facts_[v].usedAsValue = true;
    for (const Region* r = region_; r && r->outer && !r->declares(v); r = r->outer) {
      VariableFacts& facts = facts_[v];
      facts.captured = true;
      if (v->varKind == VarKind::Result) facts.reassigned = true;
      if (headerOf_ && headerOf_->init && v->pos >= ast::startPos(headerOf_->init) &&
          v->pos < ast::endPos(headerOf_->init))
        facts.capturedByLoopHeader = true;
    }
  }

  void literal(const ast::FuncLit* lit) {
    Region region{lit, region_};
    inRegion(region, lit);
  }

  void call(const ast::CallExpr* call, bool runsNow) {
    const ast::Expr* fun = ast::unparen(call->fun);
    if (auto* name = dyn_cast<ast::Ident>(fun); name && runsNow)
      use(name, true);
    else
      visit(fun);
    bool looksOnly = isBuiltinCall(call) ? onlyLooksAtSlices(call) : isStringConversion(call);
    for (const ast::Expr* arg : call->args) {
      auto* slice = dyn_cast<ast::SliceExpr>(ast::unparen(arg));
      if (slice && looksOnly)
        sliceExpr(slice, true);
      else
        visit(arg);
    }
  }

  void started(const ast::Expr* e) {
    if (auto* c = dyn_cast<ast::CallExpr>(ast::unparen(e))) call(c, false);
  }

  void unary(const ast::UnaryExpr* e) {
    if (e->op == ast::Op::And) {
      if (const Var* v = rootVariable(e->x)) facts_[v].addressTaken = true;
    }
    visit(e->x);
  }

  void selector(const ast::SelectorExpr* e) {
    if (e->selection && e->selection->kind == ast::SelectionKind::Method &&
        !e->selection->indirect) {
      auto* method = dyn_cast<Func>(e->selection->object);
      if (method && method->pointerReceiver && !asCommonUnder<Pointer>(e->selection->receiver)) {
        if (const Var* v = rootVariable(e->x)) facts_[v].addressTaken = true;
      }
    }
    visit(e->x);
  }

  void sliceExpr(const ast::SliceExpr* e, bool looksOnly) {
    if (!looksOnly && asCommonUnder<Array>(e->x->type)) {
      if (const Var* v = rootVariable(e->x)) facts_[v].addressTaken = true;
    }
    children(e);
  }

  void assigned(const ast::Expr* lhs) {
    if (const Var* v = rootVariable(lhs)) facts_[v].reassigned = true;
  }

  void assign(const ast::AssignStmt* stmt) {
    for (size_t i = 0; i < stmt->lhs.size(); ++i) {
      if (stmt->define && i < stmt->newVars.size() && stmt->newVars[i]) continue;
      const Var* v = rootVariable(stmt->lhs[i]);
      if (!v) continue;
      const bool steps = stmt == post_ && isLoopVariable(v);
      (steps ? facts_[v].stepped : facts_[v].reassigned) = true;
    }
    children(stmt);
  }

  bool isLoopVariable(const Var* v) const {
    return loop_ && loop_->perIteration && loop_->init && v->pos >= ast::startPos(loop_->init) &&
           v->pos < ast::endPos(loop_->init);
  }

  void forStmt(const ast::ForStmt* stmt) {
    visit(stmt->init);
    const ast::ForStmt* outerHeader = headerOf_;
    headerOf_ = stmt;
    visit(stmt->cond);
    const ast::ForStmt* outerLoop = loop_;
    const ast::Stmt* outerPost = post_;
    loop_ = stmt;
    post_ = stmt->post;
    visit(stmt->post);
    loop_ = outerLoop;
    post_ = outerPost;
    headerOf_ = outerHeader;
    visit(stmt->body);
  }

  void rangeStmt(const ast::RangeStmt* stmt) {
    for (size_t i = 0; i < stmt->lhs.size(); ++i) {
      bool isNew = stmt->define && i < stmt->newVars.size() && stmt->newVars[i];
      if (!isNew) assigned(stmt->lhs[i]);
      if (isNew && !stmt->perIteration) facts_[cast<Var>(stmt->newVars[i])].reassigned = true;
      if (!stmt->define) visit(stmt->lhs[i]);
    }
    auto* slice = dyn_cast<ast::SliceExpr>(ast::unparen(stmt->x));
    if (slice)
      sliceExpr(slice, true);
    else
      visit(stmt->x);
    if (!asCommonUnder<Signature>(stmt->x->type)) return visit(stmt->body);
    Region region{stmt, region_};
    if (!stmt->define) {
      region_ = &region;
      for (const ast::Expr* lhs : stmt->lhs)
        visit(lhs);
      region_ = region.outer;
    }
    inRegion(region, stmt->body);
  }

  // In the body of a range over a function it assigns to variables of another C++ function.
  void returnStmt(const ast::Node* stmt) {
    children(stmt);
    const Region* function = region_;
    while (isa<ast::RangeStmt>(function->node))
      function = function->outer;
    if (function == region_) return;
    auto* lit = dyn_cast<ast::FuncLit>(function->node);
    auto* signature = lit ? lit->signature : cast<ast::FuncDecl>(function->node)->signature;
    for (const ast::Field* field : signature->results) {
      const Var* v = field->name ? localVar(field->name->object) : nullptr;
      if (v) facts_[v].captured = facts_[v].reassigned = true;
    }
  }

  llvm::DenseMap<const Var*, VariableFacts>& facts_;
  const Region* region_ = nullptr;
  const ast::ForStmt* loop_ = nullptr;     // whose post statement is being visited
  const ast::Stmt* post_ = nullptr;        // that statement
  const ast::ForStmt* headerOf_ = nullptr; // whose condition or post statement is being visited
};

} // namespace

// Of a type parameter: whether it may stand for an array.
static bool mayBeArray(const Type* t) {
  return t && !forAllInTypeSet(t, [](const Type*, const Type* under) {
           return !llvm::isa_and_nonnull<Array>(under);
         });
}

const Var* rootVariable(const ast::Expr* e) {
  e = ast::unparen(e);
  if (auto* ident = dyn_cast<ast::Ident>(e)) return localVar(ident->object);
  if (auto* selector = dyn_cast<ast::SelectorExpr>(e)) {
    const ast::Selection* s = selector->selection;
    if (!s || s->kind != ast::SelectionKind::Field || s->indirect) return nullptr;
    return asCommonUnder<Pointer>(selector->x->type) ? nullptr : rootVariable(selector->x);
  }
  if (auto* index = dyn_cast<ast::IndexExpr>(e))
    return mayBeArray(index->x->type) ? rootVariable(index->x) : nullptr;
  return nullptr;
}

bool assignsTo(const ast::Node* node, const Var* v) {
  bool found = false;
  ast::walk(const_cast<ast::Node*>(node), [&](ast::Node* n) {
    if (auto* stmt = dyn_cast<ast::AssignStmt>(n)) {
      for (const ast::Expr* lhs : stmt->lhs)
        found |= rootVariable(lhs) == v;
    } else if (auto* range = dyn_cast<ast::RangeStmt>(n)) {
      for (const ast::Expr* lhs : range->lhs)
        found |= !range->define && rootVariable(lhs) == v;
    }
    return !found;
  });
  return found;
}

VariableUses::VariableUses(const Package& package) {
  Walker walker(facts_);
  for (const ast::FuncDecl* decl : package.functions) {
    if (decl->body) walker.function(decl);
  }
  for (const Initializer& init : package.initOrder)
    walker.function(init.rhs);
}

void VariableUses::add(const ast::FuncDecl* function) { Walker(facts_).function(function); }

} // namespace minigo
