// A value being printed: a type and where the value lies.
#pragma once

#include "minigo/iface.h"
#include "minigo/slice.h"
#include "minigo/type.h"
#include "runtime/types/describe.h"

namespace mg::fmt {

struct Value {
  const Type* type = nullptr; // null: no value, as behind a nil interface
  const void* at = nullptr;
  bool exported = true; // false behind an unexported field: its methods must not be called

  Kind kind() const { return type ? type->kind : Kind::Invalid; }
  template <class T>
  T as() const {
    return *static_cast<const T*>(at);
  }
};

inline Int64 intOf(const Value& v) {
  switch (v.type->size) {
  case 1: return v.as<Int8>();
  case 2: return v.as<Int16>();
  case 4: return v.as<Int32>();
  default: return v.as<Int64>();
  }
}
inline Uint64 uintOf(const Value& v) {
  switch (v.type->size) {
  case 1: return v.as<Uint8>();
  case 2: return v.as<Uint16>();
  case 4: return v.as<Uint32>();
  default: return v.as<Uint64>();
  }
}
inline Float64 floatOf(const Value& v) {
  return v.type->size == 4 ? Float64(v.as<Float32>()) : v.as<Float64>();
}
inline Complex128 complexOf(const Value& v) {
  if (v.type->size == 16) return v.as<Complex128>();
  Complex64 c = v.as<Complex64>();
  return {c.re, c.im};
}

inline bool isInt(Kind kind) { return kind >= Kind::Int && kind <= Kind::Int64; }
inline bool isUint(Kind kind) { return kind >= Kind::Uint && kind <= Kind::Uintptr; }

// The value as `any`; the data word is shared with the value's memory where that is not a word.
inline Any toAny(const Value& v) {
  if (!(v.type->flags & kInWord)) return {v.type, const_cast<void*>(v.at)};
  void* word = nullptr;
  __builtin_memcpy(&word, v.at, v.type->size);
  return {v.type, word};
}

// What an interface holds; no value for a nil one. The data word must outlive the result.
inline Value elemOfIface(const Value& v) {
  const Any* any = static_cast<const Any*>(v.at);
  const Type* dynamic = loadIface(v.type, v.at).type;
  if (!dynamic) return {nullptr, nullptr, v.exported};
  return {dynamic, valueOf(dynamic, &any->data), v.exported};
}

inline Value field(const Value& v, Int i) {
  const Field& f = v.type->fields[i];
  return {f.type, static_cast<const Byte*>(v.at) + f.offset, v.exported && !f.pkgPath.len};
}

// Elements of an array or a slice.
struct Elements {
  const Type* type;
  const Byte* first;
  Int count;
  bool exported;

  Value at(Int i) const { return {type, first + Uintptr(i) * type->size, exported}; }
};
inline Elements elements(const Value& v) {
  if (v.type->kind == Kind::Array)
    return {v.type->elem, static_cast<const Byte*>(v.at), v.type->len, v.exported};
  Slice<Byte> raw = v.as<Slice<Byte>>();
  return {v.type->elem, raw.ptr, raw.len, v.exported};
}

} // namespace mg::fmt
