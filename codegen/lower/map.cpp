// Maps (spec: Map types, Index expressions, Deletion of map elements).
#include "codegen/lower/func.h"

#include "frontend/types/predicates.h"

namespace minigo {

cxx::Expr* FunctionLowerer::mapIndex(const ast::IndexExpr* e, bool commaOk) {
  const Map* m = under<Map>(e->x->type);
  Expr* map = expr(e->x);
  return b.methodCall(map, commaOk ? "find" : "get", {readOnlyKey(e->indices[0], m)});
}

// A key to look for, which the map does not keep.
cxx::Expr* FunctionLowerer::readOnlyKey(const ast::Expr* key, const Map* m) {
  return isString(m->key) ? borrowed(key) : exprAs(key, m->key);
}

// The element as a place; made zero first if the key is new.
cxx::Expr* FunctionLowerer::mapSlot(const ast::IndexExpr* e) {
  const Map* m = under<Map>(e->x->type);
  Expr* map = expr(e->x);
  return b.methodCall(map, "slot", {exprAs(e->indices[0], m->key)});
}

} // namespace minigo
