#include "codegen/analyze/kept_code.h"

#include "codegen/analyze/eval_order.h"
#include "frontend/ast/walk.h"
#include "frontend/types/constant.h"
#include "frontend/types/object.h"

namespace minigo {

using llvm::dyn_cast;
using llvm::isa;

namespace {

using Dropped = llvm::SmallPtrSetImpl<const ast::Node*>;

// 1: always true, -1: never, 0: it depends. Operands that need not be looked at are dropped.
int staticBool(const ast::Expr* e, Dropped& dropped) {
  if (e->mode == ast::Mode::Constant) return e->constant->boolValue() ? 1 : -1;
  auto* both = dyn_cast<ast::BinaryExpr>(e);
  if (!both || (both->op != ast::Op::AndAnd && both->op != ast::Op::OrOr)) return 0;
  const int decides = both->op == ast::Op::AndAnd ? -1 : 1;
  const int x = staticBool(both->x, dropped);
  if (x == decides) {
    dropped.insert(both->y);
    return x;
  }
  const int y = staticBool(both->y, dropped);
  return x == -decides || y == decides ? y : 0;
}

bool terminates(const ast::Stmt* s) {
  if (!s) return false;
  if (auto* branch = dyn_cast<ast::BranchStmt>(s)) return branch->branch == ast::BranchKind::Goto;
  if (isa<ast::ReturnStmt>(s)) return true;
  if (auto* expression = dyn_cast<ast::ExprStmt>(s)) {
    auto* call = dyn_cast<ast::CallExpr>(ast::unparen(expression->x));
    const Builtin* builtin = call ? builtinOf(call) : nullptr;
    return builtin && builtin->id == BuiltinId::Panic;
  }
  if (auto* block = dyn_cast<ast::BlockStmt>(s)) {
    for (const ast::Stmt* last : llvm::reverse(block->stmts))
      if (!isa<ast::EmptyStmt>(last)) return terminates(last);
    return false;
  }
  auto* condition = dyn_cast<ast::IfStmt>(s);
  if (!condition) return false;
  llvm::SmallPtrSet<const ast::Node*, 4> ignored;
  const int value = staticBool(condition->cond, ignored);
  return (value < 0 || terminates(condition->then)) &&
         (value > 0 || terminates(condition->otherwise));
}

// What follows the last label behind a statement that ends the list is dropped.
void dropDeadStmts(ast::StmtList stmts, Dropped& dropped) {
  size_t behindLabels = 0;
  for (size_t i = 0; i < stmts.size(); ++i)
    if (isa<ast::LabeledStmt>(stmts[i])) behindLabels = i + 1;
  bool dead = false;
  for (size_t i = 0; i < stmts.size(); ++i) {
    if (dead && i >= behindLabels)
      dropped.insert(stmts[i]);
    else
      dead = terminates(stmts[i]);
  }
}

void dropDeadParts(const ast::Node* node, Dropped& dropped) {
  if (auto* block = dyn_cast<ast::BlockStmt>(node)) return dropDeadStmts(block->stmts, dropped);
  if (auto* clause = dyn_cast<ast::CaseClause>(node)) return dropDeadStmts(clause->body, dropped);
  if (auto* clause = dyn_cast<ast::CommClause>(node)) return dropDeadStmts(clause->body, dropped);
  if (auto* condition = dyn_cast<ast::IfStmt>(node)) {
    const int value = staticBool(condition->cond, dropped);
    if (value < 0) dropped.insert(condition->then);
    if (value > 0) dropped.insert(condition->otherwise);
    return;
  }
  auto* loop = dyn_cast<ast::ForStmt>(node);
  if (!loop || !loop->cond || staticBool(loop->cond, dropped) >= 0) return;
  dropped.insert(loop->post);
  dropped.insert(loop->body);
}

} // namespace

void KeptCode::forEachChild(const ast::Node* node,
                            llvm::function_ref<void(const ast::Node*)> visit) {
  dropDeadParts(node, dropped_);
  ast::forEachChild(const_cast<ast::Node*>(node), [&](ast::Node* child) {
    if (!dropped_.contains(child)) visit(child);
  });
}

} // namespace minigo
