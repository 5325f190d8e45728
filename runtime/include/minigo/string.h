// Go's string: an immutable sequence of bytes, not terminated. A copy shares the bytes.
#pragma once

#include "minigo/panic.h"
#include "minigo/types.h"

namespace mg {

struct String {
  const Byte* ptr = nullptr;
  Int len = 0;

  constexpr String() = default;
  constexpr String(const Byte* bytes, Int length) : ptr(bytes), len(length) {}

  // Spec "Index expressions": panics with Go's index error when i is out of range.
  Byte operator[](Int i) const {
    if (Uint(i) >= Uint(len)) [[unlikely]]
      panicIndex(i, len);
    return ptr[i];
  }
};

// "text"_s, the form of a Go string constant in generated code; its length is that of the literal,
// NUL bytes included.
inline String operator""_s(const char* text, unsigned long length) {
  return String(reinterpret_cast<const Byte*>(text), Int(length));
}

bool operator==(String a, String b);
// Three-way comparison of bytes: negative, zero or positive.
Int compare(String a, String b);
inline bool operator<(String a, String b) { return compare(a, b) < 0; }
inline bool operator<=(String a, String b) { return compare(a, b) <= 0; }
inline bool operator>(String a, String b) { return compare(a, b) > 0; }
inline bool operator>=(String a, String b) { return compare(a, b) >= 0; }

// Concatenation of count strings into one new string; a single non-empty operand is returned as it
// is.
String concat(const String* parts, Int count);
inline String operator+(String a, String b) {
  String parts[] = {a, b};
  return concat(parts, 2);
}

} // namespace mg
