#include "minigo/slice.h"
#include "minigo/string.h"
#include "runtime/value/growth.h"
#include "runtime/value/memory.h"

namespace mg {

namespace {

constexpr Rune kReplacement = 0xFFFD;

bool isContinuation(Byte b) { return (b & 0xC0) == 0x80; }
bool isSurrogate(Rune r) { return r >= 0xD800 && r <= 0xDFFF; }

} // namespace

DecodedRune decodeMultibyteRune(String s, Int i) {
  const Byte* p = s.ptr + i;
  Int left = s.len - i;
  Byte first = p[0];
  if (first < 0x80) return {first, 1};
  if (first >= 0xC2 && first <= 0xDF && left >= 2 && isContinuation(p[1]))
    return {(first & 0x1F) << 6 | (p[1] & 0x3F), 2};
  if (first >= 0xE0 && first <= 0xEF && left >= 3 && isContinuation(p[1]) && isContinuation(p[2])) {
    Rune r = (first & 0x0F) << 12 | (p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    if (r >= 0x800 && !isSurrogate(r)) return {r, 3};
  }
  if (first >= 0xF0 && first <= 0xF4 && left >= 4 && isContinuation(p[1]) && isContinuation(p[2]) &&
      isContinuation(p[3])) {
    Rune r = (first & 0x07) << 18 | (p[1] & 0x3F) << 12 | (p[2] & 0x3F) << 6 | (p[3] & 0x3F);
    if (r >= 0x10000 && r <= 0x10FFFF) return {r, 4};
  }
  return {kReplacement, 1};
}

namespace {

[[gnu::always_inline]] inline Int encode(Byte* to, Rune rune) {
  if (Uint32(rune) > 0x10FFFF || isSurrogate(rune)) rune = kReplacement;
  if (rune < 0x80) {
    to[0] = Byte(rune);
    return 1;
  }
  if (rune < 0x800) {
    to[0] = Byte(0xC0 | rune >> 6);
    to[1] = Byte(0x80 | (rune & 0x3F));
    return 2;
  }
  if (rune < 0x10000) {
    to[0] = Byte(0xE0 | rune >> 12);
    to[1] = Byte(0x80 | (rune >> 6 & 0x3F));
    to[2] = Byte(0x80 | (rune & 0x3F));
    return 3;
  }
  to[0] = Byte(0xF0 | rune >> 18);
  to[1] = Byte(0x80 | (rune >> 12 & 0x3F));
  to[2] = Byte(0x80 | (rune >> 6 & 0x3F));
  to[3] = Byte(0x80 | (rune & 0x3F));
  return 4;
}

Int encodedWidth(Rune rune) {
  if (Uint32(rune) > 0x10FFFF) rune = kReplacement; // surrogates are as wide
  return 1 + (rune >= 0x80) + (rune >= 0x800) + (rune >= 0x10000);
}

Int encodeAll(Byte* to, Slice<Rune> runes) {
  Byte* end = to;
  for (Int i = 0; i < runes.len; ++i)
    end += encode(end, runes.ptr[i]);
  return end - to;
}

Int decodeAll(Rune* to, String s) {
  Int count = 0;
  for (Int i = 0; i < s.len; ++count) {
    DecodedRune next = decodeRune(s, i);
    to[count] = next.rune;
    i += next.width;
  }
  return count;
}

// So few are converted before memory is taken for the result, in one pass.
constexpr Int kFew = 128;

} // namespace

Int encodeRune(Byte* to, Rune rune) { return encode(to, rune); }

String runeToString(Int64 rune) {
  Byte bytes[4];
  Int width = encodeRune(bytes, rune < 0 || rune > 0x10FFFF ? kReplacement : Rune(rune));
  return toString(Slice<Byte>{bytes, width, width});
}

String toString(Slice<Rune> runes) {
  if (runes.len <= kFew) {
    Byte bytes[kFew * 4];
    Int width = encodeAll(bytes, runes);
    return toString(Slice<Byte>{bytes, width, width});
  }
  Int total = 0;
  for (Int i = 0; i < runes.len; ++i)
    total += encodedWidth(runes.ptr[i]);
  Byte* bytes = allocateBytes(total);
  encodeAll(bytes, runes);
  return String(bytes, total);
}

Int countRunes(String s) {
  Int count = 0;
  for (Int i = 0; i < s.len; i += decodeRune(s, i).width)
    ++count;
  return count;
}

Slice<Rune> toRunes(String s) {
  Rune few[kFew];
  bool isShort = s.len <= kFew;
  Int count = isShort ? decodeAll(few, s) : countRunes(s);
  Int cap = count ? Int(roundUpToSizeClass(Uintptr(count) * sizeof(Rune), true) / sizeof(Rune)) : 0;
  auto* runes = static_cast<Rune*>(static_cast<void*>(allocateBytes(cap * Int(sizeof(Rune)))));
  if (isShort)
    __builtin_memcpy(runes, few, Uintptr(count) * sizeof(Rune));
  else
    decodeAll(runes, s);
  __builtin_memset(runes + count, 0, Uintptr(cap - count) * sizeof(Rune));
  return {runes, count, cap};
}

} // namespace mg
