// Strings: indexing and conversions (spec: String types, Conversions to and from a string type).
#include "codegen/lower/func.h"

namespace minigo {

cxx::Expr* FunctionLowerer::stringIndex(const ast::IndexExpr* e) {
  Expr* base = expr(e->x);
  return b.index(base, expr(e->indices[0]));
}

// string(x) for an integer, bytes or runes.
cxx::Expr* FunctionLowerer::convertString(const ast::Expr* arg, const Type* from, const Type* to) {
  const Basic* basic = asUnder<Basic>(from);
  if (basic && basic->info & kIsString) return expr(arg);
  if (basic) return b.rtCall("runeToString", {convertBasic(expr(arg), from, to)});
  return b.rtCall("toString", {exact(arg)});
}

} // namespace minigo
