// Go's string: an immutable sequence of bytes, not terminated. A copy shares the bytes.
#pragma once

#include "minigo/panic.h"
#include "minigo/types.h"

namespace mg {

struct String {
  // One pointer under two types: a string literal's bytes cannot become Byte in a constant
  // expression, and string constants and type descriptors must not need start-up code.
  union {
    const Byte* ptr;
    const char* literal;
  };
  Int len;

  constexpr String() : ptr(nullptr), len(0) {}
  constexpr String(const Byte* bytes, Int length) : ptr(bytes), len(length) {}
  constexpr String(const char* bytes, Int length) : literal(bytes), len(length) {}

  // Spec "Index expressions": panics with Go's index error when i is out of range.
  template <class I>
  Byte operator[](I i) const {
    if (Uint(i) >= Uint(len)) [[unlikely]]
      panicIndexOf(i, len);
    return ptr[Int(i)];
  }
};

// "text"_s, the form of a Go string constant in generated code; its length is that of the literal,
// NUL bytes included.
constexpr String operator""_s(const char* text, unsigned long length) {
  return length ? String(text, Int(length)) : String();
}

inline bool operator==(String a, String b) {
  return a.len == b.len && (!a.len || __builtin_memcmp(a.ptr, b.ptr, Uintptr(a.len)) == 0);
}
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

inline String& operator+=(String& a, String b) { return a = a + b; }
// a + b + c, written mg::concat({a, b, c}).
template <unsigned long N>
inline String concat(const String (&parts)[N]) {
  return concat(parts, Int(N));
}

template <class T>
struct Slice;

[[noreturn, gnu::cold]] void panicSlice(Int low, Int high, Int limit, bool isCap);

// s[low:high]; s[low:] is slice(s, low), s[:high] is slice(s, 0, high).
inline String slice(String s, Int low, Int high) {
  if (Uint(high) > Uint(s.len) || Uint(low) > Uint(high)) [[unlikely]]
    panicSlice(low, high, s.len, false);
  return String(low < s.len ? s.ptr + low : s.ptr, high - low);
}
inline String slice(String s, Int low) { return slice(s, low, s.len); }

// A rune and the number of bytes it takes. Invalid UTF-8 gives U+FFFD and width 1.
struct DecodedRune {
  Rune rune;
  Int width;
};
// The rune that starts at byte i < s.len, for `for i, r := range s`:
//   for (Int i = 0, width; i < s.len; i += width) { auto [r, w] = decodeRune(s, i); width = w; … }
DecodedRune decodeMultibyteRune(String s, Int i);
inline DecodedRune decodeRune(String s, Int i) {
  if (s.ptr[i] < 0x80) return {s.ptr[i], 1};
  return decodeMultibyteRune(s, i);
}
// Writes the rune's UTF-8 (U+FFFD's for an invalid one) to at least 4 bytes; returns its width.
Int encodeRune(Byte* to, Rune rune);

// Conversions, spec "Conversions to and from a string type". Each returns fresh memory.
String toString(Slice<Byte> bytes);
String toString(Slice<Rune> runes);
// string(r) for an integer r of any type; values that are no code point give "\uFFFD".
String runeToString(Int64 rune);
Slice<Byte> toBytes(String s);
Slice<Rune> toRunes(String s);
// len([]rune(s))
Int countRunes(String s);

// The min and max built-ins.
inline String min(String a, String b) { return compare(b, a) < 0 ? b : a; }
inline String max(String a, String b) { return compare(a, b) < 0 ? b : a; }

} // namespace mg

// Generated code lives in namespaces below go.
namespace go {
using mg::operator""_s;
}
