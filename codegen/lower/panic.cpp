// panic and recover (spec: Handling panics).
#include "codegen/lower/func.h"

#include "frontend/types/universe.h"

namespace minigo {

cxx::Expr* FunctionLowerer::panicCall(const ast::CallExpr* e) {
  return b.rtCall("panic", {exprAs(e->args[0], universe().any)});
}

cxx::Expr* FunctionLowerer::recoverCall() { return b.methodCall(b.name(fn_->recovery), "recover"); }

} // namespace minigo
