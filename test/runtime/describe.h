// Type descriptors as generated code has them, for tests.
#pragma once

#include "minigo/minigo.h"

namespace describe {

using namespace mg;

inline Type plain(Kind kind, Uintptr size, String name, Uint8 flags = 0) {
  Type type{};
  type.size = size;
  type.hash = typeHash(name);
  type.kind = kind;
  type.align = size >= 8 || size == 0 ? 8 : Uint8(size);
  type.flags = flags | (size <= 8 ? kInWord : 0);
  type.name = name;
  return type;
}

inline Type named(const Type& underlying, String name, const Method* methods = nullptr,
                  Int methodCount = 0) {
  Type type = underlying;
  type.name = name;
  type.hash = typeHash(name);
  type.flags |= kNamed;
  type.pkgPath = "main"_s;
  type.methods = methods;
  type.methodCount = methodCount;
  return type;
}

inline Type pointer(const Type& elem, String name, const Method* methods = nullptr,
                    Int methodCount = 0) {
  Type type = plain(Kind::Pointer, 8, name, kComparable);
  type.elem = &elem;
  type.methods = methods;
  type.methodCount = methodCount;
  return type;
}

inline Type slice(const Type& elem, String name) {
  Type type = plain(Kind::Slice, 24, name);
  type.elem = &elem;
  return type;
}

inline Type array(const Type& elem, Int len, String name) {
  Type type =
      plain(Kind::Array, Uintptr(len) * elem.size, name, elem.flags & (kComparable | kNoPointers));
  type.elem = &elem;
  type.len = len;
  return type;
}

inline Type map(const Type& key, const Type& elem, String name) {
  Type type = plain(Kind::Map, 8, name);
  type.key = &key;
  type.elem = &elem;
  return type;
}

template <unsigned long N>
Type structure(const Field (&fields)[N], Uintptr size, String name, Uint8 flags = kComparable) {
  Type type = plain(Kind::Struct, size, name, flags);
  type.fields = fields;
  type.fieldCount = Int(N);
  return type;
}

inline Field field(String name, const Type& type, Uintptr offset) {
  bool exported = name[0] >= 'A' && name[0] <= 'Z';
  return {name, &type, offset, String(), exported ? String() : "main"_s, false};
}

template <class F>
Method method(String name, const Type& type, F* function) {
  return {name, String(), &type, reinterpret_cast<void (*)()>(function)};
}

inline Type func(String name, const Type* const* signature, Int parameters, Int results) {
  Type type = plain(Kind::Func, 8, name, kInWord);
  type.signature = signature;
  type.len = parameters;
  type.resultCount = results;
  return type;
}

} // namespace describe
