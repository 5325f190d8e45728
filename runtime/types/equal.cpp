#include "minigo/panic.h"
#include "minigo/type.h"
#include "runtime/types/describe.h"
#include "runtime/value/text.h"

namespace mg {

namespace {

[[noreturn, gnu::cold]] void panicUncomparable(const Type* type) {
  Text text;
  text.add("comparing uncomparable type "_s);
  text.add(type->name);
  panicRuntimeError(text.str());
}

template <class T>
bool equalAs(const void* a, const void* b) {
  return *static_cast<const T*>(a) == *static_cast<const T*>(b);
}

bool equalComplex(Complex128 a, Complex128 b) { return a.re == b.re && a.im == b.im; }

bool equalStructs(const Type* type, const Byte* a, const Byte* b) {
  for (Int i = 0; i < type->fieldCount; ++i) {
    const Field& field = type->fields[i];
    if (field.name == "_"_s) continue;
    if (!equal(field.type, a + field.offset, b + field.offset)) return false;
  }
  return true;
}

bool equalArrays(const Type* type, const Byte* a, const Byte* b) {
  Uintptr size = type->elem->size;
  for (Int i = 0; i < type->len; ++i)
    if (!equal(type->elem, a + Uintptr(i) * size, b + Uintptr(i) * size)) return false;
  return true;
}

} // namespace

bool equal(const Type* type, const void* a, const void* b) {
  switch (type->kind) {
  case Kind::Float32: return equalAs<Float32>(a, b);
  case Kind::Float64: return equalAs<Float64>(a, b);
  case Kind::Complex64: {
    const auto* x = static_cast<const Complex64*>(a);
    const auto* y = static_cast<const Complex64*>(b);
    return equalComplex({x->re, x->im}, {y->re, y->im});
  }
  case Kind::Complex128:
    return equalComplex(*static_cast<const Complex128*>(a), *static_cast<const Complex128*>(b));
  case Kind::String: return equalAs<String>(a, b);
  case Kind::Interface: return loadIface(type, a) == loadIface(type, b);
  case Kind::Struct:
    return equalStructs(type, static_cast<const Byte*>(a), static_cast<const Byte*>(b));
  case Kind::Array:
    return equalArrays(type, static_cast<const Byte*>(a), static_cast<const Byte*>(b));
  case Kind::Invalid:
  case Kind::Func:
  case Kind::Map:
  case Kind::Slice: panicUncomparable(type);
  default: return __builtin_memcmp(a, b, type->size) == 0;
  }
}

bool operator==(Any a, Any b) {
  if (!a.type || !b.type) return a.type == b.type;
  if (!identical(a.type, b.type)) return false;
  if (!(a.type->flags & kComparable)) panicUncomparable(a.type);
  return equal(a.type, valueOf(a.type, &a.data), valueOf(b.type, &b.data));
}

} // namespace mg
