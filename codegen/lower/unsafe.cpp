// Functions of package unsafe (spec: Package unsafe). Sizes and offsets that are constant never
// come here; in an instance of a generic function the others are known, too.
#include "codegen/lower/func.h"

#include "frontend/types/sizes.h"
#include "frontend/types/universe.h"

namespace minigo {

using llvm::cast;

cxx::Expr* FunctionLowerer::unsafeCall(const ast::CallExpr* e, const Builtin* builtin) {
  const ast::Expr* x = e->args[0];
  switch (builtin->id) {
  case BuiltinId::UnsafeSizeof: return b.integer(int64_t(l.sizeOf(x->type)));
  case BuiltinId::UnsafeAlignof: return b.integer(int64_t(l.alignOf(x->type)));
  case BuiltinId::UnsafeOffsetof: return unsafeOffsetof(x);
  case BuiltinId::UnsafeAdd: return unsafeWithLength("unsafeAdd", e, typeOf(e));
  case BuiltinId::UnsafeSlice: return unsafeWithLength("unsafeSlice", e, typeOf(x));
  case BuiltinId::UnsafeString:
    return unsafeWithLength("unsafeString", e, l.types.pointerTo(universe().byteType));
  case BuiltinId::UnsafeSliceData: return b.rtCall("sliceData", {exact(x)});
  case BuiltinId::UnsafeStringData: return b.rtCall("stringData", {exact(x)});
  default: l.fault(e->pos, "a built-in function that is not known");
  }
}

cxx::Expr* FunctionLowerer::unsafeWithLength(llvm::StringRef function, const ast::CallExpr* e,
                                             const Type* first) {
  Expr* x = exactAs(e->args[0], first);
  const ast::Expr* length = e->args[1];
  return b.rtCall(function, {x, length->mode == ast::Mode::Constant
                                    ? constant(length->constant, basicType(BasicKind::Int))
                                    : expr(length)});
}

// Of a field relative to the struct that the selector's operand is, embedded structs between.
cxx::Expr* FunctionLowerer::unsafeOffsetof(const ast::Expr* x) {
  auto* selector = cast<ast::SelectorExpr>(ast::unparen(x));
  const Type* t = typeOf(selector->x);
  if (const Pointer* pointer = asUnder<Pointer>(t)) t = l.resolve(pointer->elem);
  int64_t offset = 0;
  for (uint32_t step : selector->selection->path) {
    const Struct* s = asUnder<Struct>(t);
    offset += fieldOffsets(s)[step];
    t = l.resolve(s->fields[step]->type);
  }
  return b.integer(offset);
}

} // namespace minigo
