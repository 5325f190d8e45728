// Index expressions (spec: Index expressions). Bounds and nil are checked by the runtime's types.
#include "codegen/lower/func.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;

cxx::Expr* FunctionLowerer::index(const ast::IndexExpr* e) {
  if (!e->typeArgs.empty()) {
    auto* name = dyn_cast<ast::Ident>(ast::unparen(e->x));
    auto* qualified = dyn_cast<ast::SelectorExpr>(ast::unparen(e->x));
    const Object* object = name ? name->object : qualified->sel->object;
    return funcValue(cast<Func>(object), e->typeArgs);
  }
  const Type* t = typeOf(e->x);
  if (asUnder<Map>(t)) return mapIndex(e, false);
  const Basic* basic = asUnder<Basic>(t);
  if (basic && basic->info & kIsString) return stringIndex(e);
  if (Expr* element = asUnder<Slice>(t) ? loopElement(e) : nullptr) return element;
  Expr* base = expr(e->x);
  if (asUnder<Pointer>(t)) base = derefValue(base);
  return b.index(base, expr(e->indices[0]));
}

} // namespace minigo
