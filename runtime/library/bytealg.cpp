// The functions of internal/bytealg that are not written in Go: the C library's.
#include "minigo/heap.h"
#include "minigo/slice.h"
#include "minigo/string.h"
#include "runtime/value/growth.h"

#include <algorithm>
#include <cstring>

namespace go::internal_bytealg {

using namespace mg;

namespace {

Int order(const Byte* a, Int aLen, const Byte* b, Int bLen) {
  const Int common = std::min(aLen, bLen);
  if (const int difference = common ? memcmp(a, b, Uint(common)) : 0)
    return difference < 0 ? -1 : 1;
  return aLen < bLen ? -1 : aLen > bLen;
}

Int find(const Byte* text, Int textLen, const Byte* pattern, Int patternLen) {
  if (!patternLen) return 0;
  const void* found = memmem(text, Uint(textLen), pattern, Uint(patternLen));
  return found ? static_cast<const Byte*>(found) - text : -1;
}

Int findByte(const Byte* text, Int length, Byte c) {
  const void* found = length ? memchr(text, c, Uint(length)) : nullptr;
  return found ? static_cast<const Byte*>(found) - text : -1;
}

Int findLastByte(const Byte* text, Int length, Byte c) {
  const void* found = length ? memrchr(text, c, Uint(length)) : nullptr;
  return found ? static_cast<const Byte*>(found) - text : -1;
}

Int count(const Byte* text, Int length, Byte c) { return std::count(text, text + length, c); }

} // namespace

Int Compare(Slice<Byte> a, Slice<Byte> b) { return order(a.ptr, a.len, b.ptr, b.len); }
Int CompareString(String a, String b) { return order(a.ptr, a.len, b.ptr, b.len); }
Int Count(Slice<Byte> b, Byte c) { return count(b.ptr, b.len, c); }
Int CountString(String s, Byte c) { return count(s.ptr, s.len, c); }
bool Equal(Slice<Byte> a, Slice<Byte> b) {
  return a.len == b.len && (!a.len || memcmp(a.ptr, b.ptr, Uint(a.len)) == 0);
}
Int Index(Slice<Byte> a, Slice<Byte> b) { return find(a.ptr, a.len, b.ptr, b.len); }
Int IndexString(String a, String b) { return find(a.ptr, a.len, b.ptr, b.len); }
Int IndexByte(Slice<Byte> b, Byte c) { return findByte(b.ptr, b.len, c); }
Int IndexByteString(String s, Byte c) { return findByte(s.ptr, s.len, c); }
Int LastIndexByte(Slice<Byte> s, Byte c) { return findLastByte(s.ptr, s.len, c); }
Int LastIndexByteString(String s, Byte c) { return findLastByte(s.ptr, s.len, c); }

// Cleared all the same: what a program forgets to write must not tell of other data.
// Its capacity is all that the memory has room for, as in Go.
Slice<Byte> MakeNoZero(Int n) {
  return makeSlice<Byte>(n, Int(roundUpToSizeClass(Uintptr(n), true)));
}

} // namespace go::internal_bytealg
