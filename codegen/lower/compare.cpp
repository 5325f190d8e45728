// Comparison operators (spec: Comparison operators).
#include "codegen/lower/func.h"

#include "frontend/types/identical.h"
#include "frontend/types/predicates.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

namespace {

cxx::BinaryOp comparison(ast::Op op) {
  switch (op) {
  case ast::Op::Eql: return cxx::BinaryOp::Eq;
  case ast::Op::Neq: return cxx::BinaryOp::NotEq;
  case ast::Op::Lss: return cxx::BinaryOp::Less;
  case ast::Op::Leq: return cxx::BinaryOp::LessEq;
  case ast::Op::Gtr: return cxx::BinaryOp::Greater;
  default: return cxx::BinaryOp::GreaterEq;
  }
}

// Whether both are the same variable, or the same field of one.
bool isSameVariable(const cxx::Expr* x, const cxx::Expr* y) {
  if (auto* name = dyn_cast<cxx::NameExpr>(x)) {
    auto* other = dyn_cast<cxx::NameExpr>(y);
    return other && name->args.empty() && other->name.parts == name->name.parts;
  }
  auto* member = dyn_cast<cxx::MemberExpr>(x);
  auto* other = dyn_cast<cxx::MemberExpr>(y);
  return member && other && member->name == other->name &&
         isSameVariable(member->base, other->base);
}

} // namespace

// C++ compilers warn of `n == n`, which Go allows; they do not of `n == mg::itself(n)`.
cxx::Expr* FunctionLowerer::comparisonOf(cxx::BinaryOp op, Expr* x, Expr* y) {
  return b.binary(op, x, isSameVariable(x, y) ? b.rtCall("itself", {y}) : y);
}

cxx::Expr* FunctionLowerer::compare(const ast::BinaryExpr* e) {
  bool isEquality = e->op == ast::Op::Eql || e->op == ast::Op::Neq;
  if (isEquality && e->y->mode == ast::Mode::NilValue)
    return compareNil(e->x, e->op == ast::Op::Eql);
  if (isEquality && e->x->mode == ast::Mode::NilValue)
    return compareNil(e->y, e->op == ast::Op::Eql);
  const Type* tx = typeOf(e->x);
  const Type* ty = typeOf(e->y);
  // A mixed comparison converts the other operand to the interface type.
  if (isEquality && l.isInterface(tx) != l.isInterface(ty)) {
    const Type* iface = l.isInterface(tx) ? tx : ty;
    Expr* x = exprAs(e->x, iface);
    Expr* y = exprAs(e->y, iface);
    return equality(x, y, iface, e->op == ast::Op::Eql);
  }
  Expr* x = isString(tx) ? borrowed(e->x) : expr(e->x);
  Expr* y = isString(ty) ? borrowed(e->y) : expr(e->y);
  if (!isEquality) return comparisonOf(comparison(e->op), x, y);
  if (!identical(tx, ty) && !l.isInterface(tx)) x = converted(x, tx, ty);
  return equality(x, y, ty, e->op == ast::Op::Eql);
}

cxx::Expr* FunctionLowerer::equality(Expr* x, Expr* y, const Type* t, bool equal) {
  if (isa<cxx::InitList>(y) || isa<cxx::UnaryExpr>(y)) y = exactType(y, t);
  return comparisonOf(equal ? cxx::BinaryOp::Eq : cxx::BinaryOp::NotEq, x, y);
}

cxx::Expr* FunctionLowerer::compareNil(const ast::Expr* e, bool equal) {
  if (e->mode == ast::Mode::NilValue) return b.boolean(equal);
  // C++ compilers warn where they know the answer.
  Expr* x = expr(e);
  auto* address = dyn_cast<cxx::UnaryExpr>(x);
  if (address && address->op == cxx::UnaryOp::AddressOf && isa<cxx::NameExpr>(address->x))
    return b.boolean(!equal);
  return b.binary(equal ? cxx::BinaryOp::Eq : cxx::BinaryOp::NotEq, x, b.null());
}

} // namespace minigo
