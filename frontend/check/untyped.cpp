// Untyped values: how they get a type from their context, and constants that do not fit (spec:
// Constants, Constant expressions, Representability).
#include "frontend/check/checker.h"

#include "frontend/types/sizes.h"

namespace minigo {

using namespace ast;

static bool isComparisonOp(Op op) { return op >= Op::Eql && op <= Op::Geq; }
static bool isShiftOp(Op op) { return op == Op::Shl || op == Op::Shr; }

// Gives untyped expression e type t and, where e's operands have the same type as e, them too. An
// untyped t only widens (int to float); final: t is the last word even so.
void Checker::updateExprType(Expr* e, const Type* t, bool final) {
  // From the leftmost operand up: chains of operators nest on the left, and can be long.
  llvm::SmallVector<Expr*, 8> chain;
  while (e && e->type && e->mode != Mode::Unchecked && isUntyped(e->type)) {
    chain.push_back(e);
    Expr* next = nullptr;
    if (auto* paren = llvm::dyn_cast<ParenExpr>(e)) {
      next = paren->inner;
    } else if (auto* unary = llvm::dyn_cast<UnaryExpr>(e)) {
      if (!e->constant) next = unary->x;
    } else if (auto* binary = llvm::dyn_cast<BinaryExpr>(e)) {
      // The operands of a comparison have a type of their own, and a shift count has too.
      if (!e->constant && !isComparisonOp(binary->op)) next = binary->x;
    }
    e = next;
  }
  for (Expr* each : llvm::reverse(chain)) {
    auto* binary = llvm::dyn_cast<BinaryExpr>(each);
    if (binary && !each->constant && !isComparisonOp(binary->op) && !isShiftOp(binary->op))
      updateExprType(binary->y, t, final);
    setUntypedType(each, t, final);
  }
}

void Checker::setUntypedType(Expr* e, const Type* t, bool final) {
  if (!final && isUntyped(t)) {
    e->type = underlying(t);
  } else if (shiftOperands_.erase(e) && !allInteger(t)) {
    error(e, diag::ShiftedOperandType, e, t);
    recordValue(e, Mode::Invalid, invalidType());
  } else if (e->constant) {
    Operand c{e->mode, e, e->type, e->constant};
    Implicit result = implicit(c, t);
    if (result.misfit != Misfit::None) reportMisfit(c, t, result.misfit);
    recordValue(e, e->mode, t, result.constant ? result.constant : e->constant);
  } else {
    e->type = t;
  }
}

void Checker::updateExprValue(Expr* e, const Constant* value) {
  if (e->type && isUntyped(e->type) && e->mode == Mode::Constant) e->constant = value;
}

Implicit Checker::implicit(const Operand& x, const Type* target) {
  return implicitType(types_, info(x), target);
}

void Checker::convertUntyped(Operand& x, const Type* target) {
  Implicit result = implicit(x, target);
  if (result.misfit != Misfit::None) {
    reportMisfit(x, isTypeParam(target) ? target : underlying(target), result.misfit);
    x.invalidate();
    return;
  }
  if (result.constant) {
    x.value = result.constant;
    updateExprValue(x.expr, x.value);
  }
  if (result.type != x.type) {
    x.type = result.type;
    updateExprType(x.expr, x.type, false);
  }
}

void Checker::reportMisfit(const Operand& x, const Type* target, Misfit misfit) {
  switch (misfit) {
  case Misfit::TruncatedFloat: error(x, diag::ConstantTruncated, x, target); break;
  case Misfit::NumericOverflow: error(x, diag::ConstantOverflows, x, target); break;
  default: error(x, diag::CannotConvert, x, target, ""); break;
  }
}

void Checker::representable(Operand& x, const Basic* t) {
  Implicit result = representation(types_, info(x), t);
  if (result.misfit != Misfit::None) {
    reportMisfit(x, t, result.misfit);
    x.invalidate();
  } else {
    x.value = result.constant;
  }
}

static llvm::StringRef operationName(const Expr* e) {
  if (auto* unary = llvm::dyn_cast_or_null<UnaryExpr>(e))
    return unary->op == Op::Xor ? "bitwise complement " : "";
  auto* binary = llvm::dyn_cast_or_null<BinaryExpr>(e);
  switch (binary ? binary->op : Op::None) {
  case Op::Add: return "addition ";
  case Op::Sub: return "subtraction ";
  case Op::Xor: return "bitwise XOR ";
  case Op::Mul: return "multiplication ";
  case Op::Shl: return "shift ";
  default: return "";
  }
}

// Checks the value of a constant operation: typed constants must fit their type, untyped ones must
// not grow beyond what gc supports.
void Checker::overflow(Operand& x, SourcePos opPos) {
  constexpr unsigned kMaxBits = 512;
  if (x.value->kind() == ConstantKind::Unknown) return error(opPos, diag::ConstantUnrepresentable);
  if (isTyped(x.type)) return representable(x, llvm::cast<Basic>(underlying(x.type)));
  if (x.value->kind() == ConstantKind::Int && x.value->bitLength() > kMaxBits) {
    error(opPos, diag::ConstantOverflow, operationName(x.expr));
    x.value = constants().unknown();
  }
}

// Whether an untyped operand of a binary operation may take the type of the other. Where not, the
// types are reported as mismatched.
bool Checker::mayConvert(const Operand& x, const Operand& y) const {
  if (isTyped(x.type) && isTyped(y.type)) return false;
  if (allNumeric(x.type) != allNumeric(y.type)) return false;
  if (isNonTypeParamInterface(x.type) || isNonTypeParamInterface(y.type)) return true;
  if (allBoolean(x.type) != allBoolean(y.type)) return false;
  if (allString(x.type) != allString(y.type)) return false;
  if (x.isNil()) return hasNil(y.type);
  if (y.isNil()) return hasNil(x.type);
  return !asUnder<Pointer>(x.type) && !asUnder<Pointer>(y.type);
}

void Checker::matchTypes(Operand& x, Operand& y) {
  if (!mayConvert(x, y)) return;
  convertUntyped(x, y.type);
  if (x.isInvalid()) return;
  convertUntyped(y, x.type);
  if (y.isInvalid()) x.invalidate();
}

} // namespace minigo
