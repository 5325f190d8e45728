// append (spec: Appending to and copying slices).
#include "codegen/lower/func.h"

#include "frontend/types/predicates.h"

namespace minigo {

// n, where e is make([]T, n).
static const ast::Expr* madeZeros(const ast::Expr* e) {
  auto* call = llvm::dyn_cast<ast::CallExpr>(ast::unparen(e));
  const Builtin* builtin = call && !isConversion(call) ? builtinOf(call) : nullptr;
  const bool isMake = builtin && builtin->id == BuiltinId::Make && call->args.size() == 2;
  return isMake && asUnder<Slice>(call->type) ? call->args[1] : nullptr;
}

cxx::Expr* FunctionLowerer::append(const ast::CallExpr* e) {
  const Slice* slice = under<Slice>(e->type);
  const ast::Expr* first = e->args[0];
  Expr* s = first->mode == ast::Mode::NilValue ? exactType(b.null(), typeOf(e)) : exact(first);
  if (e->hasDots) {
    const ast::Expr* last = e->args[1];
    if (last->mode == ast::Mode::NilValue) return s;
    if (const ast::Expr* count = madeZeros(last)) return b.rtCall("appendZeros", {s, expr(count)});
    // Not so a string of bytes: it may be those that are written to.
    if (!isString(typeOf(last))) return b.rtCall("appendSlice", {s, borrowed(last)});
    return b.rtCall("appendString", {s, exact(last)});
  }
  if (e->args.size() == 1) return s;
  Exprs operands{s};
  for (const ast::Expr* arg : e->args.drop_front())
    operands.push_back(exprAs(arg, slice->elem));
  return b.rtCall("append", operands);
}

} // namespace minigo
