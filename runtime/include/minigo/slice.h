// Go's slices and arrays. A slice is a window into an array that may be shared; an array is a
// value.
#pragma once

#include "minigo/panic.h"
#include "minigo/string.h"
#include "minigo/traits.h"
#include "minigo/types.h"

namespace mg {

template <class T>
struct Slice {
  T* ptr = nullptr;
  Int len = 0;
  Int cap = 0;

  constexpr Slice() = default;
  constexpr Slice(Nil) {}
  constexpr Slice(T* ptr, Int len, Int cap) : ptr(ptr), len(len), cap(cap) {}

  // Spec "Index expressions": panics with Go's index error when i is out of range.
  template <class I>
  T& operator[](I i) const {
    if (Uint(i) >= Uint(len)) [[unlikely]]
      panicIndexOf(i, len);
    return ptr[Int(i)];
  }
  // The same in a loop that knows whether all indices are in range.
  template <class I>
  T& at(I i, bool inside) const {
    if (!inside && Uint(i) >= Uint(len)) [[unlikely]]
      panicIndexOf(i, len);
    return ptr[Int(i)];
  }
  bool operator==(Nil) const { return !ptr; }

  // Of elements that have a size. What the loop assigns to the slice does not change its rounds.
  T* begin() const { return ptr; }
  T* end() const { return ptr + len; }
};

// The same bytes as another type, for what reads them before they can change and keeps nothing.
inline String asString(Slice<Byte> bytes) { return String(bytes.ptr, bytes.len); }
inline Slice<Byte> asBytes(String s) { return {const_cast<Byte*>(s.ptr), s.len, s.len}; }

// Without room behind the last element: what a conversion makes of a constant string.
template <class T>
Slice<T> clip(Slice<T> s) {
  return {s.ptr, s.len, s.len};
}

template <class T, Int N>
struct Array {
  T data[N];

  template <class I>
  T& operator[](I i) {
    if (Uint(i) >= Uint(N)) [[unlikely]]
      panicIndexOf(i, N);
    return data[Int(i)];
  }
  template <class I>
  const T& operator[](I i) const {
    if (Uint(i) >= Uint(N)) [[unlikely]]
      panicIndexOf(i, N);
    return data[Int(i)];
  }
  friend bool operator==(const Array& a, const Array& b) {
    for (Int i = 0; i < N; ++i)
      if (!(a.data[i] == b.data[i])) return false;
    return true;
  }
};

// Go's zero-length array has no bytes; neither has this one (a GNU extension, in g++ and clang).
template <class T>
struct Array<T, 0> {
  T data[0];

  template <class I>
  T& operator[](I i) const {
    panicIndexOf(i, 0);
  }
  friend bool operator==(const Array&, const Array&) { return true; }
};

// *p = *q for pointers to arrays, which may come from slices and overlap.
template <class T, Int N>
inline void moveArray(Array<T, N>& to, const Array<T, N>& from) {
  __builtin_memmove(static_cast<void*>(&to), &from, sizeof(to));
}

// The untyped part of the operations below.
struct RawSlice {
  void* ptr;
  Int len;
  Int cap;
};
// How elements lie in memory.
struct ElemLayout {
  Uintptr size;
  bool pointerFree;
};
template <class T>
inline constexpr ElemLayout kElemLayout{sizeof(T), kPointerFree<T>};

// A new array with room for newLen elements and Go's growth. The old elements are copied; the
// result's len is newLen, the elements behind the old length are zero. "growslice: len out of
// range"
RawSlice growSlice(RawSlice old, Int newLen, const ElemLayout& elem);
// Panics as Go's make does: "makeslice: len out of range", "makeslice: cap out of range".
RawSlice makeRawSlice(Int len, Int cap, const ElemLayout& elem);

// The panics of slice expressions. limit is the operand's capacity (isCap) or length; absent bounds
// are passed as generated code fills them in: low 0, high the length.
[[noreturn, gnu::cold]] void panicSlice(Int low, Int high, Int limit, bool isCap);
[[noreturn, gnu::cold]] void panicSlice3(Int low, Int high, Int max, Int limit, bool isCap);
[[noreturn, gnu::cold]] void panicSliceToArray(Int length, Int want);

template <class T>
inline Slice<T> fromRaw(RawSlice raw) {
  return {static_cast<T*>(raw.ptr), raw.len, raw.cap};
}
template <class T>
inline RawSlice toRaw(Slice<T> s) {
  return {s.ptr, s.len, s.cap};
}

// make([]T, len, cap)
template <class T>
inline Slice<T> makeSlice(Int len, Int cap) {
  return fromRaw<T>(makeRawSlice(len, cap, kElemLayout<T>));
}
template <class T>
inline Slice<T> makeSlice(Int len) {
  return fromRaw<T>(makeRawSlice(len, len, kElemLayout<T>));
}

// []T{a, b, c}, written mg::sliceOf<T>({a, b, c}).
template <class T, unsigned long N>
inline Slice<T> sliceOf(const T (&values)[N]) {
  Slice<T> s = makeSlice<T>(N);
  __builtin_memcpy(static_cast<void*>(s.ptr), values, sizeof(values));
  return s;
}

// The same where the elements are in an array of the frame.
template <class T, Int N>
inline Slice<T> sliceIn(Array<T, N>& array, const T (&values)[N]) {
  __builtin_memcpy(static_cast<void*>(&array), values, sizeof(values));
  return {array.data, N, N};
}
// make([]T, len, N), likewise
template <class T, Int N>
inline Slice<T> makeSliceIn(Array<T, N>& array, Int len = N) {
  if (Uint(len) > Uint(N)) [[unlikely]]
    makeRawSlice(len, N, kElemLayout<T>); // panics
  __builtin_memset(static_cast<void*>(&array), 0, sizeof(array));
  return {array.data, len, N};
}

// append(s, value)
template <class T>
inline Slice<T> append(Slice<T> s, typename Exactly<T>::Type value) {
  Int n = s.len;
  if (n >= s.cap) [[unlikely]]
    s = fromRaw<T>(growSlice(toRaw(s), n + 1, kElemLayout<T>));
  s.ptr[n] = value;
  s.len = n + 1;
  return s;
}

// append(s, t...)
template <class T>
inline Slice<T> appendSlice(Slice<T> s, Slice<T> t) {
  Int n = s.len;
  if (t.len > s.cap - n) [[unlikely]]
    s = fromRaw<T>(growSlice(toRaw(s), n + t.len, kElemLayout<T>));
  if (t.len) __builtin_memmove(static_cast<void*>(s.ptr + n), t.ptr, Uintptr(t.len) * sizeof(T));
  s.len = n + t.len;
  return s;
}

// append(s, make([]T, n)...)
template <class T>
inline Slice<T> appendZeros(Slice<T> s, Int n) {
  const Int len = s.len;
  if (n < 0) [[unlikely]]
    makeRawSlice(n, n, kElemLayout<T>); // panics
  if (n > s.cap - len) [[unlikely]]
    s = fromRaw<T>(growSlice(toRaw(s), len + n, kElemLayout<T>)); // zero behind the old elements
  else if (n)
    __builtin_memset(static_cast<void*>(s.ptr + len), 0, Uintptr(n) * sizeof(T));
  s.len = len + n;
  return s;
}

// append(s, first, second, more...)
template <class T, class... More>
inline Slice<T> append(Slice<T> s, typename Exactly<T>::Type first,
                       typename Exactly<T>::Type second, More... more) {
  T values[] = {first, second, static_cast<T>(more)...};
  constexpr Int kCount = 2 + sizeof...(More);
  return appendSlice(s, Slice<T>{values, kCount, kCount});
}

// append(b, s...) for a string s
inline Slice<Byte> appendString(Slice<Byte> b, String s) {
  return appendSlice(b, Slice<Byte>{const_cast<Byte*>(s.ptr), s.len, s.len});
}

// copy(to, from)
template <class T>
inline Int copy(Slice<T> to, Slice<T> from) {
  Int n = to.len < from.len ? to.len : from.len;
// Inlined where a slice is nil, the compiler sees a null pointer, but not that n is then zero.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnonnull"
  if (n) __builtin_memmove(static_cast<void*>(to.ptr), from.ptr, Uintptr(n) * sizeof(T));
#pragma GCC diagnostic pop
  return n;
}
inline Int copy(Slice<Byte> to, String from) {
  return copy(to, Slice<Byte>{const_cast<Byte*>(from.ptr), from.len, from.len});
}

// clear(s)
template <class T>
inline void clear(Slice<T> s) {
  if (s.len) __builtin_memset(static_cast<void*>(s.ptr), 0, Uintptr(s.len) * sizeof(T));
}

// The window [low:high] of a slice. An empty one at the very end keeps the old pointer, so that it
// does not point into the next object.
template <class T>
inline Slice<T> window(Slice<T> s, Int low, Int high, Int max) {
  Int cap = max - low;
  return {cap ? s.ptr + low : s.ptr, high - low, cap};
}

// s[low:high]; s[low:] is slice(s, low), s[:high] is slice(s, 0, high).
template <class T>
inline Slice<T> slice(Slice<T> s, Int low, Int high) {
  if (Uint(high) > Uint(s.cap) || Uint(low) > Uint(high)) [[unlikely]]
    panicSlice(low, high, s.cap, true);
  return window(s, low, high, s.cap);
}
template <class T>
inline Slice<T> slice(Slice<T> s, Int low) {
  if (Uint(low) > Uint(s.len)) [[unlikely]]
    panicSlice(low, s.len, s.cap, true);
  return window(s, low, s.len, s.cap);
}
// s[low:high:max]
template <class T>
inline Slice<T> slice3(Slice<T> s, Int low, Int high, Int max) {
  if (Uint(max) > Uint(s.cap) || Uint(high) > Uint(max) || Uint(low) > Uint(high)) [[unlikely]]
    panicSlice3(low, high, max, s.cap, true);
  return window(s, low, high, max);
}

// The same for an addressable array; a nil pointer panics.
template <class T, Int N>
inline Slice<T> slice(Ptr<Array<T, N>> a, Int low, Int high) {
  Slice<T> s{a->data, N, N};
  if (Uint(high) > Uint(N) || Uint(low) > Uint(high)) [[unlikely]]
    panicSlice(low, high, N, false);
  return window(s, low, high, N);
}
template <class T, Int N>
inline Slice<T> slice(Ptr<Array<T, N>> a, Int low) {
  return slice(a, low, N);
}
template <class T, Int N>
inline Slice<T> slice3(Ptr<Array<T, N>> a, Int low, Int high, Int max) {
  Slice<T> s{a->data, N, N};
  if (Uint(max) > Uint(N) || Uint(high) > Uint(max) || Uint(low) > Uint(high)) [[unlikely]]
    panicSlice3(low, high, max, N, false);
  return window(s, low, high, max);
}

// (*[N]T)(s): nil stays nil when N is 0.
template <class T, Int N>
inline Ptr<Array<T, N>> toArrayPointer(Slice<T> s) {
  if (s.len < N) [[unlikely]]
    panicSliceToArray(s.len, N);
  return reinterpret_cast<Array<T, N>*>(s.ptr);
}
// [N]T(s)
template <class T, Int N>
inline Array<T, N> toArray(Slice<T> s) {
  if constexpr (N == 0)
    return {};
  else
    return *toArrayPointer<T, N>(s);
}

} // namespace mg
