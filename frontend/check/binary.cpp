// Binary operators but shifts and comparisons (spec: Operators).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

static bool isComparisonOp(Op op) { return op >= Op::Eql && op <= Op::Geq; }
static bool isShiftOp(Op op) { return op == Op::Shl || op == Op::Shr; }

// Whether op is defined for all operands of type t.
static bool isDefined(Op op, const Type* t) {
  switch (op) {
  case Op::Add: return allNumericOrString(t);
  case Op::Sub:
  case Op::Mul:
  case Op::Div: return allNumeric(t);
  case Op::AndAnd:
  case Op::OrOr: return allBoolean(t);
  default: return allInteger(t);
  }
}

// a + b + c … nests on the left, as deep as there are operators, so this goes down and up in a
// loop.
void Checker::binaryChain(Operand& x, BinaryExpr* e) {
  llvm::SmallVector<BinaryExpr*, 8> chain;
  Expr* first = e;
  while (auto* b = llvm::dyn_cast<BinaryExpr>(first)) {
    chain.push_back(b);
    first = b->x;
  }
  expr(x, first);
  for (BinaryExpr* b : llvm::reverse(chain)) {
    Operand y;
    expr(y, b->y);
    binary(x, y, b, b->x, b->y, b->op);
    x.expr = b;
    if (b != e) finishExpr(x, ExprKind::Expression, false, {});
  }
}

// x = x op y for checked operands. e: the operation, or null for that of an assignment `x op= y`.
void Checker::binary(Operand& x, Operand& y, BinaryExpr* e, Expr* lhs, Expr* rhs, Op op) {
  if (x.isInvalid()) return;
  if (y.isInvalid()) return x.invalidate();
  if (isShiftOp(op)) return shift(x, y, e, op);
  matchTypes(x, y);
  if (x.isInvalid()) return;
  if (isComparisonOp(op)) return comparison(x, y, op);

  if (!identical(x.type, y.type)) {
    if (isValid(x.type) && isValid(y.type)) {
      if (e)
        error(x, diag::MismatchedTypes, e, x.type, y.type);
      else
        error(x, diag::MismatchedTypesAssign, lhs, op, rhs, x.type, y.type);
    }
    return x.invalidate();
  }
  if (!isDefined(op, x.type)) {
    error(x, diag::OperatorNotDefined, op, x);
    return x.invalidate();
  }
  if ((op == Op::Div || op == Op::Rem) && divisionByZero(x, y)) {
    error(y, diag::DivisionByZero);
    return x.invalidate();
  }
  if (!x.isConstant() || !y.isConstant()) {
    x.mode = Mode::Value;
    return;
  }
  if (x.value->kind() == ConstantKind::Unknown || y.value->kind() == ConstantKind::Unknown) {
    x.value = constants().unknown();
    return;
  }
  x.value = constants().binary(x.value, op, y.value, op == Op::Div && isInteger(x.type));
  x.expr = e;
  overflow(x, e ? e->pos : startPos(lhs));
}

bool Checker::divisionByZero(const Operand& x, const Operand& y) {
  if (!y.isConstant() || y.value->kind() == ConstantKind::Unknown) return false;
  if ((x.isConstant() || allInteger(x.type)) && y.value->sign() == 0) return true;
  if (!x.isConstant() || !isComplex(x.type)) return false;
  // The quotient of complex numbers divides by |y|², which may be too small for any exponent.
  auto vanishes = [this](const Constant* part) {
    return constants().binary(part, Op::Mul, part)->sign() == 0;
  };
  const Constant* divisor = y.value;
  return vanishes(divisor->real(constants())) && vanishes(divisor->imag(constants()));
}

} // namespace minigo
