// Unary operators (spec: Operators, Address operators).
#include "codegen/lower/func.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

cxx::Expr* FunctionLowerer::unary(const ast::UnaryExpr* e) {
  switch (e->op) {
  case ast::Op::And: return addressOf(e);
  case ast::Op::Mul: return deref(e->x);
  case ast::Op::Add: return expr(e->x);
  case ast::Op::Not: return negated(expr(e->x));
  case ast::Op::Xor: return narrowed(b.unary(cxx::UnaryOp::BitNot, expr(e->x)), typeOf(e));
  case ast::Op::Sub: return narrowed(b.unary(cxx::UnaryOp::Minus, expr(e->x)), typeOf(e));
  case ast::Op::Recv: return receive(e, false);
  default: l.fault(e->pos, "operator");
  }
}

cxx::Expr* FunctionLowerer::addressOf(const ast::UnaryExpr* e) {
  const ast::Expr* x = ast::unparen(e->x);
  if (auto* lit = dyn_cast<ast::CompositeLit>(x))
    return newObject(e, typeOf(lit), compositeLit(lit, typeOf(lit)));
  if (auto* star = dyn_cast<ast::UnaryExpr>(x); star && star->op == ast::Op::Mul) {
    // &*p is p, and panics if p is nil.
    Expr* p = expr(star->x);
    return b.addressOf(derefValue(p));
  }
  return b.addressOf(place(x));
}

cxx::Expr* FunctionLowerer::deref(const ast::Expr* pointer) { return derefValue(expr(pointer)); }

cxx::Expr* FunctionLowerer::derefValue(Expr* pointer) {
  if (auto* address = dyn_cast<cxx::UnaryExpr>(pointer);
      address && address->op == cxx::UnaryOp::AddressOf)
    return address->x;
  return b.deref(pointer);
}

} // namespace minigo
