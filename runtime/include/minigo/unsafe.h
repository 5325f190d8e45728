// Package unsafe: addresses as slices and strings, and back. Lengths may be of any integer type.
#pragma once

#include "minigo/pointer.h"
#include "minigo/slice.h"
#include "minigo/string.h"

namespace mg {

// unsafe.Add(p, n)
inline void* unsafeAdd(void* p, Int n) {
  return reinterpret_cast<void*>(reinterpret_cast<Uintptr>(p) + Uintptr(n));
}

// "unsafe.Slice: len out of range", or that the pointer is nil though the length is not zero.
[[noreturn, gnu::cold]] void panicUnsafeSlice(bool isNil);
[[noreturn, gnu::cold]] void panicUnsafeString(bool isNil);

// Whether count elements of this size do not fit between address and the end of the address space;
// a count above the largest Int comes here negative.
inline bool exceedsAddresses(const void* address, Int count, Uintptr size) {
  Uintptr bytes;
  return count < 0 || __builtin_mul_overflow(Uintptr(count), size, &bytes) ||
         bytes > -reinterpret_cast<Uintptr>(address);
}

// unsafe.Slice(p, n): nil for a nil pointer and length zero.
template <class T>
inline Slice<T> unsafeSlice(Ptr<T> p, Int n) {
  if (!p.raw && n == 0) return {};
  bool tooLarge = exceedsAddresses(p.raw, n, sizeof(T));
  if (tooLarge || !p.raw) [[unlikely]]
    panicUnsafeSlice(!p.raw && n > 0);
  return {p.raw, n, n};
}

// unsafe.String(p, n)
inline String unsafeString(Ptr<Byte> p, Int n) {
  if (n == 0) return {};
  bool tooLarge = exceedsAddresses(p.raw, n, 1);
  if (tooLarge || !p.raw) [[unlikely]]
    panicUnsafeString(!p.raw && n > 0);
  return {p.raw, n};
}

// unsafe.SliceData(s), unsafe.StringData(s)
template <class T>
inline Ptr<T> sliceData(Slice<T> s) {
  return s.ptr;
}
inline Ptr<Byte> stringData(String s) { return const_cast<Byte*>(s.ptr); }

} // namespace mg
