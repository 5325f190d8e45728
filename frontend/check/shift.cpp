// Shifts (spec: Operators, Constant expressions).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

void Checker::shift(Operand& x, Operand& y, Expr* e, Op op) {
  auto notInteger = [&] {
    error(x, diag::ShiftedOperandNotInteger, x);
    x.invalidate();
  };
  // An untyped constant operand may be written as a float if its value is an integer.
  bool integral = x.isConstant() && constants().toInt(x.value)->kind() == ConstantKind::Int;
  if (!allInteger(x.type) && !(isUntyped(x.type) && integral)) return notInteger();
  if (!shiftCount(y)) return x.invalidate();

  if (x.isConstant() && y.isConstant()) return constantShift(x, y, e, op);
  if (x.isConstant() && isUntyped(x.type)) {
    // The operand gets the type that it would have without the shift: not known yet.
    if (x.expr->type && isUntyped(x.expr->type)) shiftOperands_.insert(x.expr);
    x.mode = Mode::Value;
    return;
  }
  if (!allInteger(x.type)) return notInteger();
  x.mode = Mode::Value;
}

bool Checker::shiftCount(Operand& y) {
  if (y.isConstant()) {
    const Constant* value = constants().toInt(y.value);
    if (value->kind() == ConstantKind::Int && value->sign() < 0) {
      error(y, diag::NegativeShiftCount, y);
      return false;
    }
    if (isUntyped(y.type)) {
      // gc checks the value but leaves the type: it becomes uint with the expression.
      representable(y, basicType(BasicKind::Uint));
      return !y.isInvalid();
    }
    return true;
  } else if (allInteger(y.type)) {
    return allUnsigned(y.type) ||
           requireVersion(y, go1_13, "invalid operation: signed shift count " + show(y));
  } else if (isUntyped(y.type)) {
    convertUntyped(y, basicType(BasicKind::Uint));
    return !y.isInvalid();
  }
  error(y, diag::ShiftCountNotInteger, y);
  return false;
}

void Checker::constantShift(Operand& x, const Operand& y, Expr* e, Op op) {
  constexpr uint64_t kMaxCount = 1023 - 1 + 52; // so that the smallest float64 can be written
  bool unknown =
      x.value->kind() == ConstantKind::Unknown || y.value->kind() == ConstantKind::Unknown;
  if (!unknown) {
    std::optional<uint64_t> count = constants().toInt(y.value)->uint64Value();
    if (!count || *count > kMaxCount) {
      error(y, diag::InvalidShiftCount, y);
      return x.invalidate();
    }
    x.value = constants().shift(constants().toInt(x.value), op, unsigned(*count));
  }
  if (!isInteger(x.type)) x.type = basicType(BasicKind::UntypedInt);
  if (unknown) {
    x.value = constants().unknown();
    return;
  }
  SourcePos pos = e ? e->pos : startPos(x.expr);
  x.expr = e;
  overflow(x, pos);
}

} // namespace minigo
