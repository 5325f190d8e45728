// Slices in loops: what a loop needs to find out about them once only.
#pragma once

#include "minigo/pointer.h"
#include "minigo/slice.h"

namespace mg {

// Panics about an element of a LoopSlice: i is out of range, or the slice was not there.
[[noreturn, gnu::cold]] void panicLoopIndex(Int i, Int len, Int position, Int count);
[[noreturn, gnu::cold]] void panicLoopIndex(Uint i, Int len, Int position, Int count);

// A slice that lies in memory, outer[i] or p->field, and that a loop looks up before it begins,
// where Go does so at each use. If there is none (i is out of range, p is nil), the loop panics
// where Go does: at the first use, if it comes to one.
template <class T>
struct LoopSlice {
  T* ptr = nullptr;
  Int len = 0;
  Int position = 0, count = 1; // i and outer's length; the slice is missing if i is out of range
  static constexpr Int kNilPointer = -1; // as count

  bool isMissing() const { return Uint(position) >= Uint(count) || count < 0; }

  template <class I>
  T& operator[](I i) const {
    return at(i, false);
  }
  // inside: i is known to be in range.
  template <class I>
  T& at(I i, bool inside) const {
    if (!inside && Uint(i) >= Uint(len)) [[unlikely]] {
      if constexpr (I(-1) > I(0))
        panicLoopIndex(Uint(i), len, position, count);
      else
        panicLoopIndex(Int(i), len, position, count);
    }
    return ptr[Int(i)];
  }
  Int length() const {
    if (isMissing()) [[unlikely]]
      panicLoopIndex(Int(0), 0, position, count);
    return len;
  }
};

// That of a slice, or of a type derived from one.
template <class T>
LoopSlice<T> loopSliceLike(const Slice<T>&);
template <class S>
using LoopSliceOf = decltype(loopSliceLike(S{}));

// outer[i]
template <class S>
inline LoopSliceOf<S> loopSlice(Slice<S> outer, Int i) {
  if (Uint(i) >= Uint(outer.len)) return {nullptr, 0, i, outer.len};
  return {outer.ptr[i].ptr, outer.ptr[i].len, i, outer.len};
}
template <class S>
inline LoopSliceOf<S> loopSlice(LoopSlice<S> outer, Int i) {
  if (outer.isMissing()) return {nullptr, 0, outer.position, outer.count};
  return loopSlice(Slice<S>{outer.ptr, outer.len, outer.len}, i);
}
// p->field
template <class T, class C, class S>
inline LoopSliceOf<S> loopSlice(Ptr<T> p, S C::* field) {
  if (!p.raw) return {nullptr, 0, 0, LoopSliceOf<S>::kNilPointer};
  return {(p.raw->*field).ptr, (p.raw->*field).len, 0, 1};
}

// Whether all numbers from first to limit - 1 are indices of each of the slices.
template <class... S>
inline bool inside(Int first, Int limit, const S&... slices) {
  return first >= 0 && (... & (limit <= slices.len));
}

} // namespace mg
