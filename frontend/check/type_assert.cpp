// Type assertions (spec: Type assertions).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

void Checker::typeAssert(Operand& x, TypeAssertExpr* e) {
  expr(x, e->x);
  if (x.isInvalid()) return;
  if (!e->typeExpr) {
    error(e, diag::TypeSwitchOutside);
    return x.invalidate();
  }
  if (isTypeParam(x.type)) {
    error(x, diag::AssertOnTypeParam, x);
    return x.invalidate();
  }
  if (!isInterface(x.type)) {
    error(x, diag::AssertOnNonInterface, x);
    return x.invalidate();
  }
  const Type* t = varType(e->typeExpr);
  if (!isValid(t)) return x.invalidate();
  typeAssertion(e, x, t, false);
  x.mode = Mode::CommaOk;
  x.type = t;
}

// Reports an assertion that can never hold.
void Checker::typeAssertion(Expr* e, const Operand& x, const Type* t, bool typeSwitch) {
  std::string cause;
  if (assertableTo(types_, x.type, t, &cause)) return;
  if (typeSwitch)
    error(e, diag::ImpossibleCase, e, x, t, cause);
  else
    error(e, diag::ImpossibleAssertion, e, t, x.type, cause);
}

} // namespace minigo
