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
  if (e->args.size() == 2) return b.rtCall("append", {s, exprAs(e->args[1], slice->elem)});
  Exprs values;
  for (const ast::Expr* arg : e->args.drop_front())
    values.push_back(elementAs(arg, slice->elem));
  return b.rtCall("append", {s, b.initList(values)});
}

} // namespace minigo
