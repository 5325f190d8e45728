// Slice expressions (spec: Slice expressions).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

// The type to slice, which all types of x's type set share: string, array, pointer to array or
// slice; null after an error.
const Type* Checker::sliceOperand(Operand& x) {
  const Type* first = nullptr;
  const Type* common = nullptr;
  bool hasString = false;
  bool ok = forAllInTypeSet(x.type, [&](const Type* t, const Type* under) {
    if (!under) {
      error(x, diag::CannotSliceNoType, x, x.type);
      return false;
    }
    if (isString(under)) {
      under = types_.sliceOf(universe().byteType);
      hasString = true;
    }
    if (!common) {
      first = t;
      common = under;
      return true;
    }
    if (identical(common, under)) return true;
    error(x, diag::CannotSliceDifferent, x, first, t);
    return false;
  });
  if (!ok) return nullptr;
  if (!hasString) return common;
  return isTypeParam(x.type) ? basicType(BasicKind::String) : underlying(x.type);
}

void Checker::sliceExpr(Operand& x, SliceExpr* e) {
  expr(x, e->x);
  if (x.isInvalid()) {
    for (Expr* operand : e->operands)
      use(operand);
    return;
  }
  const Type* t = sliceOperand(x);
  if (!t) return x.invalidate();

  int64_t length = -1;
  auto* p = llvm::dyn_cast<Pointer>(t);
  if (isString(t)) {
    if (e->full) {
      error(e->operands[2] ? At(e->operands[2]) : At(e), diag::ThreeIndexString);
      return x.invalidate();
    }
    if (x.isConstant()) length = x.value->stringValue().size();
    if (isUntyped(x.type)) {
      x.type = basicType(BasicKind::String);
      updateExprType(x.expr, x.type, true);
    }
  } else if (auto* a = llvm::dyn_cast<Array>(t)) {
    length = a->length;
    if (x.mode != Mode::Variable) {
      error(x, diag::SliceUnaddressable, x);
      return x.invalidate();
    }
    x.type = types_.sliceOf(a->elem);
  } else if (auto* a = p ? asUnder<Array>(p->elem) : nullptr) {
    length = a->length;
    x.type = types_.sliceOf(a->elem);
  } else if (!llvm::isa<Slice>(t)) {
    error(x, diag::CannotSlice, x);
    return x.invalidate();
  }
  x.mode = Mode::Value;
  if (e->full && (!e->operands[1] || !e->operands[2])) return x.invalidate(); // parser's error
  sliceIndices(e, length);
}

void Checker::sliceIndices(SliceExpr* e, int64_t length) {
  int64_t values[3];
  for (int i = 0; i < 3; ++i) {
    values[i] = i == 0 ? 0 : length;
    if (e->operands[i]) index(e->operands[i], length >= 0 ? length + 1 : -1, values[i]);
  }
  for (int i = 0; i < 2; ++i)
    for (int j = i + 1; j < 3 && values[i] > 0; ++j)
      if (values[j] >= 0 && values[j] < values[i]) {
        SourcePos pos = startPos(e->operands[j] ? e->operands[j] : e->operands[i]);
        return error(pos, diag::SwappedSliceIndices, values[j], values[i]);
      }
}

} // namespace minigo
