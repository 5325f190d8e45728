// Conversions (spec: Conversions).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

// x = T(x).
void Checker::conversion(Operand& x, const Type* t) {
  bool constantArg = x.isConstant();
  bool ok = false;
  std::string cause;
  if (constantArg && isConstType(t)) {
    const Constant* value = x.value;
    ok = convertConstant(types_, x.value, x.type, t, &value);
    if (!ok && isInteger(x.type) && isInteger(t)) {
      error(x, diag::ConversionOverflows, x.value->toString(), t);
      return x.invalidate();
    }
    x.value =
        value; // gc shows the value as the type nearly held it: 1e100 in int(1e100) as integer
  } else if (constantArg && isTypeParam(t)) {
    ok = constantToTypeParam(x, t, &cause);
    x.mode = Mode::Value;
  } else if (convertibleTo(types_, info(x), t, &cause)) {
    ok = true;
    x.mode = Mode::Value;
  }
  if (!ok) {
    error(x, diag::CannotConvert, x, t, cause.empty() ? cause : ": " + cause);
    return x.invalidate();
  }
  if (isUntyped(x.type)) {
    // The argument's own type: the target where that is a basic type, but for string(65).
    const Type* final = t;
    bool isNil = isKind(x.type, BasicKind::UntypedNil);
    if (!isNil && (isNonTypeParamInterface(t) || (constantArg && !isConstType(t))))
      final = defaultType(x.type);
    else if (x.isConstant() && isInteger(x.type) && allString(t))
      final = x.type;
    updateExprType(x.expr, final, true);
  }
  x.type = t;
}

// Whether constant x converts to every type of type parameter t's type set.
bool Checker::constantToTypeParam(Operand& x, const Type* t, std::string* cause) {
  return forAllInTypeSet(t, [&](const Type*, const Type* under) {
    if (!under) {
      *cause = show(t) + " does not contain specific types";
      return false;
    }
    const Constant* ignored;
    if ((isString(x.type) && isBytesOrRunes(under)) ||
        convertConstant(types_, x.value, x.type, under, &ignored))
      return true;
    if (isInteger(x.type) && isInteger(under))
      *cause =
          "constant " + x.value->toString() + " overflows " + show(under) + " (in " + show(t) + ")";
    else
      *cause = "cannot convert " + show(x) + " to type " + show(under) + " (in " + show(t) + ")";
    return false;
  });
}

} // namespace minigo
