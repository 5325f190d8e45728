// Maps (spec: Map types, Index expressions, Deletion of map elements).
#include "codegen/lower/func.h"

namespace minigo {

cxx::Expr* FunctionLowerer::mapIndex(const ast::IndexExpr* e, bool commaOk) {
  const Map* m = under<Map>(e->x->type);
  Expr* map = expr(e->x);
  return b.methodCall(map, commaOk ? "find" : "get", {exprAs(e->indices[0], m->key)});
}

// The element as a place; made zero first if the key is new.
cxx::Expr* FunctionLowerer::mapSlot(const ast::IndexExpr* e) {
  const Map* m = under<Map>(e->x->type);
  Expr* map = expr(e->x);
  return b.methodCall(map, "slot", {exprAs(e->indices[0], m->key)});
}

} // namespace minigo
