// Comparisons (spec: Comparison operators).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

std::string Checker::incomparableCause(const Type* t) const {
  if (asUnder<Slice>(t) || asUnder<Signature>(t) || asUnder<Map>(t))
    return (compositeKind(t) + " can only be compared to nil").str();
  std::string cause;
  isComparable(t, true, &cause, &types_);
  return cause;
}

// x = x op y. switchCase: x is a case value and y the tag of a switch.
void Checker::comparison(Operand& x, Operand& y, Op op, bool switchCase) {
  if (!isValid(x.type) || !isValid(y.type)) return x.invalidate();
  if (switchCase) op = Op::Eql;
  bool equality = op == Op::Eql || op == Op::Neq;

  const Operand* culprit = nullptr;
  std::string cause;
  if (!assignable(x, y.type) && !assignable(y, x.type)) {
    culprit = &y;
    cause = "mismatched types " + show(x.type) + " and " + show(y.type);
  } else if (equality && (x.isNil() || y.isNil())) {
    if (!hasNil(x.isNil() ? y.type : x.type)) culprit = &y;
  } else if (equality) {
    culprit = !isComparable(x.type) ? &x : !isComparable(y.type) ? &y : nullptr;
    if (culprit) cause = incomparableCause(culprit->type);
  } else {
    culprit = !allOrdered(x.type) ? &x : !allOrdered(y.type) ? &y : nullptr;
  }

  if (!culprit) {
    if (x.isConstant() && y.isConstant()) {
      x.value = constants().fromBool(constants().compare(x.value, op, y.value));
    } else {
      x.mode = Mode::Value;
      updateExprType(x.expr, defaultType(x.type), true);
      updateExprType(y.expr, defaultType(y.type), true);
    }
    x.type = basicType(BasicKind::UntypedBool);
    return;
  }
  if (cause.empty() && (isTypeParam(x.type) || isTypeParam(y.type))) {
    if (!isTypeParam(x.type)) culprit = &y;
    cause = "type parameter " + show(culprit->type) + " cannot use operator " + show(op);
  } else if (cause.empty()) {
    llvm::StringRef kind = compositeKind(culprit->type);
    cause = "operator " + show(op) + " not defined on " +
            (kind.empty() ? show(culprit->type) : kind.str());
  }
  if (switchCase)
    error(x, diag::InvalidCase, x.expr, y.expr, cause);
  else
    error(*culprit, diag::InvalidComparison, x.expr, op, y.expr, cause);
  x.invalidate();
}

} // namespace minigo
