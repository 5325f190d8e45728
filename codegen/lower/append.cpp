// append (spec: Appending to and copying slices).
#include "codegen/lower/func.h"

namespace minigo {

cxx::Expr* FunctionLowerer::append(const ast::CallExpr* e) {
  const Slice* slice = under<Slice>(e->type);
  const ast::Expr* first = e->args[0];
  Expr* s =
      first->mode == ast::Mode::NilValue ? exactType(nil(typeOf(e)), typeOf(e)) : exact(first);
  if (e->hasDots) {
    const ast::Expr* last = e->args[1];
    if (last->mode == ast::Mode::NilValue) return s;
    bool isString = under<Basic>(last->type) != nullptr;
    return b.rtCall(isString ? "appendString" : "appendSlice", {s, exact(last)});
  }
  if (e->args.size() == 1) return s;
  Exprs operands{s};
  for (const ast::Expr* arg : e->args.drop_front())
    operands.push_back(exprAs(arg, slice->elem));
  return b.rtCall("append", operands);
}

} // namespace minigo
