#include "codegen/analyze/eval_order.h"
#include "frontend/types/predicates.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

bool isConversion(const ast::CallExpr* call) {
  return ast::unparen(call->fun)->mode == ast::Mode::TypeExpr;
}

const Builtin* builtinOf(const ast::CallExpr* call) {
  const ast::Expr* fun = ast::unparen(call->fun);
  if (auto* selector = dyn_cast<ast::SelectorExpr>(fun)) fun = selector->sel;
  auto* name = dyn_cast<ast::Ident>(fun);
  return name ? dyn_cast_or_null<Builtin>(name->object) : nullptr;
}

namespace {

using Operands = llvm::SmallVector<const ast::Expr*, 4>;

// Types and package names are no operands.
void add(Operands& to, const ast::Expr* e) {
  if (e && e->mode != ast::Mode::TypeExpr && e->mode != ast::Mode::Package &&
      e->mode != ast::Mode::Builtin)
    to.push_back(e);
}

void addCallee(Operands& to, const ast::Expr* fun) {
  fun = ast::unparen(fun);
  if (auto* index = dyn_cast<ast::IndexExpr>(fun)) {
    // An instantiation is no operand of its own; an element of a slice of functions is.
    if (!index->typeArgs.empty()) return addCallee(to, index->x);
  }
  add(to, fun);
}

void addElements(Operands& to, const ast::CompositeLit* lit) {
  const bool isMap = asCommonUnder<Map>(literalType(lit)) != nullptr;
  for (const ast::Expr* element : lit->elements) {
    auto* pair = dyn_cast<ast::KeyValueExpr>(element);
    if (pair && isMap) add(to, pair->key);
    add(to, pair ? pair->value : element);
  }
}

} // namespace

const Type* literalType(const ast::CompositeLit* lit) {
  const auto* pointer = lit->typeExpr ? nullptr : asCommonUnder<Pointer>(lit->type);
  return pointer ? pointer->elem : lit->type;
}

Operands operandsOf(const ast::Expr* e) {
  Operands operands;
  if (e->mode == ast::Mode::Constant || e->mode == ast::Mode::TypeExpr) return operands;
  switch (e->kind) {
  case ast::Kind::ParenExpr: add(operands, cast<ast::ParenExpr>(e)->inner); break;
  case ast::Kind::CompositeLit: addElements(operands, cast<ast::CompositeLit>(e)); break;
  case ast::Kind::SelectorExpr: {
    auto* selector = cast<ast::SelectorExpr>(e);
    if (selector->selection && selector->selection->kind != ast::SelectionKind::Qualified &&
        selector->selection->kind != ast::SelectionKind::MethodExpr)
      add(operands, selector->x);
    break;
  }
  case ast::Kind::IndexExpr:
    add(operands, cast<ast::IndexExpr>(e)->x);
    for (const ast::Expr* index : cast<ast::IndexExpr>(e)->indices)
      add(operands, index);
    break;
  case ast::Kind::SliceExpr:
    add(operands, cast<ast::SliceExpr>(e)->x);
    for (const ast::Expr* bound : cast<ast::SliceExpr>(e)->operands)
      add(operands, bound);
    break;
  case ast::Kind::TypeAssertExpr: add(operands, cast<ast::TypeAssertExpr>(e)->x); break;
  case ast::Kind::CallExpr:
    addCallee(operands, cast<ast::CallExpr>(e)->fun);
    for (const ast::Expr* arg : cast<ast::CallExpr>(e)->args)
      add(operands, arg);
    break;
  case ast::Kind::UnaryExpr: add(operands, cast<ast::UnaryExpr>(e)->x); break;
  case ast::Kind::BinaryExpr:
    add(operands, cast<ast::BinaryExpr>(e)->x);
    add(operands, cast<ast::BinaryExpr>(e)->y);
    break;
  default: break;
  }
  return operands;
}

} // namespace minigo
