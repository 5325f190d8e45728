#include "runtime/types/hash.h"

#include "minigo/panic.h"
#include "minigo/type.h"
#include "runtime/types/describe.h"
#include "runtime/value/text.h"

namespace mg {

namespace {

[[noreturn, gnu::cold]] void panicUnhashable(const Type* type) {
  Text text;
  text.add("hash of unhashable type "_s);
  text.add(type->name);
  panicRuntimeError(text.str());
}

// Equal floats hash equally (+0 and -0); a NaN equals nothing, so each one may go anywhere, and
// must, lest many of them collide.
Uintptr hashFloat(Float64 value, Uintptr seed) {
  if (value == 0) return hashWord(0, seed);
  Uint64 bits;
  __builtin_memcpy(&bits, &value, sizeof(bits));
  if (value != value) bits = randomWord();
  return hashWord(bits, seed);
}

Uintptr hashStruct(const Type* type, const Byte* value, Uintptr seed) {
  for (Int i = 0; i < type->fieldCount; ++i) {
    const Field& field = type->fields[i];
    if (!(field.name == "_"_s)) seed = hashOf(field.type, value + field.offset, seed);
  }
  return seed;
}

Uintptr hashAny(Any value, Uintptr seed) {
  if (!value.type) return hashWord(0, seed);
  if (!(value.type->flags & kComparable)) panicUnhashable(value.type);
  return hashOf(value.type, valueOf(value.type, &value.data), seed ^ value.type->hash);
}

} // namespace

Uintptr hashOf(const Type* type, const void* value, Uintptr seed) {
  switch (type->kind) {
  case Kind::Float32: return hashFloat(*static_cast<const Float32*>(value), seed);
  case Kind::Float64: return hashFloat(*static_cast<const Float64*>(value), seed);
  case Kind::Complex64: {
    const auto* c = static_cast<const Complex64*>(value);
    return hashFloat(c->im, hashFloat(c->re, seed));
  }
  case Kind::Complex128: {
    const auto* c = static_cast<const Complex128*>(value);
    return hashFloat(c->im, hashFloat(c->re, seed));
  }
  case Kind::String: return hashString(*static_cast<const String*>(value), seed);
  case Kind::Interface: return hashAny(loadIface(type, value), seed);
  case Kind::Struct: return hashStruct(type, static_cast<const Byte*>(value), seed);
  case Kind::Array:
    for (Int i = 0; i < type->len; ++i)
      seed =
          hashOf(type->elem, static_cast<const Byte*>(value) + Uintptr(i) * type->elem->size, seed);
    return seed;
  case Kind::Invalid:
  case Kind::Func:
  case Kind::Map:
  case Kind::Slice: panicUnhashable(type);
  default: {
    Uint64 word = 0;
    __builtin_memcpy(&word, value, type->size);
    return hashWord(word, seed);
  }
  }
}

void checkHashable(const Type* type, const void* value) {
  const Byte* bytes = static_cast<const Byte*>(value);
  if (type->kind == Kind::Interface) {
    const Any held = loadIface(type, value);
    if (!held.type) return;
    if (held.type->flags & kComparable)
      return checkHashable(held.type, valueOf(held.type, &held.data));
    Text text;
    text.add("hash of unhashable type: "_s);
    text.add(held.type->name);
    panicPlainError(text.str());
  }
  for (Int i = 0; type->kind == Kind::Struct && i < type->fieldCount; ++i)
    checkHashable(type->fields[i].type, bytes + type->fields[i].offset);
  for (Int i = 0; type->kind == Kind::Array && i < type->len; ++i)
    checkHashable(type->elem, bytes + Uintptr(i) * type->elem->size);
}

Uintptr hashString(String s, Uintptr seed) {
  const Byte* p = s.ptr;
  Uintptr left = Uintptr(s.len);
  Uint64 a = 0;
  Uint64 b = 0;
  seed ^= kHashSecret0;
  for (; left > 16; p += 16, left -= 16) {
    __builtin_memcpy(&a, p, 8);
    __builtin_memcpy(&b, p + 8, 8);
    seed = mixWords(a ^ kHashSecret1, b ^ seed);
  }
  // The last 1 to 16 bytes as two words that may overlap.
  a = b = 0;
  if (left >= 8) {
    __builtin_memcpy(&a, p, 8);
    __builtin_memcpy(&b, p + left - 8, 8);
  } else if (left >= 4) {
    Uint32 low, high;
    __builtin_memcpy(&low, p, 4);
    __builtin_memcpy(&high, p + left - 4, 4);
    a = low;
    b = high;
  } else if (left > 0) {
    a = Uint64(p[0]) << 16 | Uint64(p[left >> 1]) << 8 | p[left - 1];
  }
  return mixWords(kHashSecret1 ^ Uint64(s.len), mixWords(a ^ kHashSecret1, b ^ seed));
}

} // namespace mg
