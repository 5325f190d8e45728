// Type assertions (spec: Type assertions).
#include "codegen/lower/func.h"

namespace minigo {

cxx::Expr* FunctionLowerer::asAny(Expr* value, const Type* iface) {
  return l.isEmptyInterface(iface) ? value : b.rtCall("toAny", {value});
}

cxx::Expr* FunctionLowerer::typeAssert(const ast::TypeAssertExpr* e, bool commaOk) {
  return assertTo(expr(e->x), typeOf(e->x), l.resolve(e->typeExpr->type), commaOk);
}

cxx::Expr* FunctionLowerer::assertTo(Expr* value, const Type* from, const Type* to, bool commaOk) {
  Expr* any = asAny(value, from);
  if (!l.isInterface(to)) {
    if (commaOk) return b.rtCall("assertTypeOk", {l.type(to)}, {any, l.typeDescriptor(to)});
    return b.rtCall("assertType", {l.type(to)},
                    {l.typeDescriptor(from), any, l.typeDescriptor(to)});
  }
  if (l.isEmptyInterface(to)) return b.rtCall(commaOk ? "assertAnyOk" : "assertAny", {any});
  return b.rtCall(commaOk ? "assertIfaceOk" : "assertIface", {l.tableType(to)},
                  {any, l.typeDescriptor(to)});
}

} // namespace minigo
