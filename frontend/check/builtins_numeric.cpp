// complex, real, imag, min and max (spec: Manipulating complex numbers, Min and max).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

// The type of a part of complex type t, or the complex type with parts of type t; null if there is
// none.
static const Type* counterpart(const Type* t, bool complexToFloat) {
  static constexpr BasicKind kPairs[][2] = {
      {BasicKind::Complex64, BasicKind::Float32},
      {BasicKind::Complex128, BasicKind::Float64},
      {BasicKind::UntypedComplex, BasicKind::UntypedFloat},
  };
  auto* basic = asUnder<Basic>(t);
  for (auto& pair : kPairs)
    if (basic && basic->basic == pair[complexToFloat ? 0 : 1])
      return basicType(pair[complexToFloat ? 1 : 0]);
  return nullptr;
}

// As counterpart; type parameters are not supported by gc.
const Type* Checker::floatPart(const Operand& x, bool complexToFloat) {
  if (!isTypeParam(x.type)) return counterpart(x.type, complexToFloat);
  bool ok = forAllInTypeSet(
      x.type, [&](const Type* t, const Type*) { return t && counterpart(t, complexToFloat); });
  if (!ok) return nullptr;
  return invalidType();
}

bool Checker::builtinComplex(Operand& x, CallExpr* e, OperandList& args) {
  Operand& y = args[1];
  if (isUntyped(x.type) && isUntyped(y.type)) {
    if (x.isConstant() && y.isConstant()) {
      for (Operand* o : {&x, &y})
        if (isNumeric(o->type) && o->value->imag(constants())->sign() == 0)
          o->type = basicType(BasicKind::UntypedFloat);
    } else {
      convertUntyped(x, basicType(BasicKind::Float64));
      convertUntyped(y, basicType(BasicKind::Float64));
    }
  } else if (isUntyped(x.type)) {
    convertUntyped(x, y.type);
  } else if (isUntyped(y.type)) {
    convertUntyped(y, x.type);
  }
  if (x.isInvalid() || y.isInvalid()) return false;
  if (!identical(x.type, y.type)) {
    error(x, diag::MismatchedTypes, e, x.type, y.type);
    return false;
  }
  const Type* t = floatPart(x, false);
  if (!t) {
    error(x, diag::ComplexArguments, x.type);
    return false;
  }
  if (!isValid(t)) {
    error(x, diag::TypeParamToBuiltin, x, "complex");
    return false;
  }
  if (x.isConstant() && y.isConstant())
    x.value = constants().makeComplex(constants().toFloat(x.value), constants().toFloat(y.value));
  else
    x.mode = Mode::Value;
  x.type = t;
  return true;
}

bool Checker::builtinRealImag(Operand& x, CallExpr*, BuiltinId id) {
  if (isUntyped(x.type)) {
    if (!x.isConstant())
      convertUntyped(x, basicType(BasicKind::Complex128));
    else if (isNumeric(x.type))
      x.type = basicType(BasicKind::UntypedComplex);
    if (x.isInvalid()) return false;
  }
  bool isReal = id == BuiltinId::Real;
  const Type* t = floatPart(x, true);
  if (!t) {
    error(x, diag::RealImagArgument, x.type);
    return false;
  }
  if (!isValid(t)) {
    error(x, diag::TypeParamToBuiltin, x, isReal ? "real" : "imag");
    return false;
  }
  if (x.isConstant())
    x.value = isReal ? x.value->real(constants()) : x.value->imag(constants());
  else
    x.mode = Mode::Value;
  x.type = t;
  return true;
}

bool Checker::builtinMinMax(Operand& x, CallExpr* e, BuiltinId id, OperandList& args) {
  bool isMax = id == BuiltinId::Max;
  llvm::StringRef name = isMax ? "max" : "min";
  requireVersion(e->fun, go1_21, "built-in " + name.str());
  for (size_t i = 0; i < args.size(); ++i) {
    Operand& a = args[i];
    if (!allOrdered(a.type)) {
      error(a, diag::MinMaxNotOrdered, a);
      return false;
    }
    if (i == 0) continue;
    matchTypes(x, a);
    if (x.isInvalid()) return false;
    if (!identical(x.type, a.type)) {
      error(a, diag::MinMaxMismatched, x.type, a.type, a.expr);
      return false;
    }
    if (!x.isConstant() || !a.isConstant())
      x.mode = Mode::Value;
    else if (constants().compare(a.value, isMax ? Op::Gtr : Op::Lss, x.value))
      x = a;
  }
  if (!x.isConstant()) {
    x.mode = Mode::Value;
    assignment(x, universe().emptyInterface, "argument to built-in " + name.str());
    if (x.isInvalid()) return false;
  }
  for (const Operand& a : args)
    updateExprType(a.expr, x.type, true);
  return true;
}

} // namespace minigo
