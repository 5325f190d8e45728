// Conversions (spec: Conversions).
#include "codegen/lower/func.h"

#include "frontend/types/identical.h"

namespace minigo {

using llvm::dyn_cast;

namespace {

// The C++ type that a basic type shares with others: Int and Int64 are both long.
int machineType(BasicKind kind) {
  switch (kind) {
  case BasicKind::Int: return int(BasicKind::Int64);
  case BasicKind::Uint:
  case BasicKind::Uintptr: return int(BasicKind::Uint64);
  default: return int(kind);
  }
}

bool isByteOrRuneSlice(const Type* t) {
  const Slice* s = asUnder<Slice>(t);
  return s && asUnder<Basic>(s->elem);
}

} // namespace

cxx::Expr* FunctionLowerer::convertBasic(Expr* x, const Type* from, const Type* to) {
  const Basic* source = asUnder<Basic>(l.resolve(from));
  const Basic* target = asUnder<Basic>(l.resolve(to));
  if (target->info & kIsString) return x;
  if (target->info & kIsComplex) {
    if (source->basic == target->basic) return x;
    return b.rtCall(target->basic == BasicKind::Complex64 ? "toComplex64" : "toComplex128", {x});
  }
  if (machineType(source->basic) == machineType(target->basic)) return x;
  if (source->info & kIsFloat && target->info & kIsInteger)
    return b.rtCall("convert", {l.type(to)}, {x});
  // The low bits that a type at most as wide keeps are those of the operand before narrowing.
  bool keepsLowBits = target->info & kIsInteger && l.sizeOf(to) <= l.sizeOf(from);
  return b.convert(l.type(to), keepsLowBits ? withoutNarrowing(x) : x);
}

cxx::Expr* FunctionLowerer::conversion(const ast::CallExpr* e) {
  const Type* to = typeOf(e);
  const ast::Expr* arg = e->args[0];
  if (arg->mode == ast::Mode::NilValue) return exactType(b.null(), to);
  const Type* from = typeOf(arg);
  if (l.isInterface(to)) return identical(from, to) ? expr(arg) : toInterface(to, arg);
  const Basic* target = asUnder<Basic>(to);
  if (target && target->basic == BasicKind::UnsafePointer) {
    if (asUnder<Pointer>(from)) return b.rtCall("toUnsafePointer", {exact(arg)});
    return asUnder<Basic>(from)->basic == BasicKind::UnsafePointer
               ? expr(arg)
               : b.reinterpretCast(l.type(to), expr(arg));
  }
  if (target && target->info & kIsString) return convertString(arg, from, to);
  if (target && arg->mode == ast::Mode::Constant) return exactConstant(arg->constant, to, arg);
  const Basic* source = asUnder<Basic>(from);
  if (source && source->basic == BasicKind::UnsafePointer) {
    if (target) return b.reinterpretCast(l.type(to), expr(arg));
    return b.convert(l.type(to),
                     b.staticCast(b.pointer(l.type(asUnder<Pointer>(to)->elem)), expr(arg)));
  }
  if (target) return convertBasic(expr(arg), from, to);
  if (source && isByteOrRuneSlice(to)) {
    const Basic* elem = asUnder<Basic>(asUnder<Slice>(to)->elem);
    cxx::Expr* made =
        b.rtCall(elem->basic == BasicKind::Uint8 ? "toBytes" : "toRunes", {expr(arg)});
    return arg->mode == ast::Mode::Constant ? b.rtCall("clip", {made}) : made;
  }
  if (asUnder<Slice>(from)) {
    if (const Array* array = asUnder<Array>(to))
      return b.call(b.rtName("toArray", {cxx::TemplateArg{l.type(array->elem), nullptr},
                                         cxx::TemplateArg{nullptr, b.integer(array->length)}}),
                    {exact(arg)});
    if (const Pointer* pointer = asUnder<Pointer>(to)) {
      const Array* target = under<Array>(pointer->elem);
      return b.call(
          b.rtName("toArrayPointer", {cxx::TemplateArg{l.type(target->elem), nullptr},
                                      cxx::TemplateArg{nullptr, b.integer(target->length)}}),
          {exact(arg)});
    }
  }
  if (const Pointer* pointer = asUnder<Pointer>(to)) {
    const Type* base = asUnder<Pointer>(from)->elem;
    if (asUnder<Struct>(base) && !identical(base, pointer->elem))
      return b.rtCall("samePointer", {l.type(pointer->elem)}, {exact(arg)});
  }
  return converted(exact(arg), from, to);
}

} // namespace minigo
