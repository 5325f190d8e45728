// Go's slices and arrays. A slice is a window into an array that may be shared; an array is a
// value.
#pragma once

#include "minigo/panic.h"
#include "minigo/types.h"

namespace mg {

template <class T>
struct Slice {
  T* ptr = nullptr;
  Int len = 0;
  Int cap = 0;

  // Spec "Index expressions": panics with Go's index error when i is out of range.
  T& operator[](Int i) const {
    if (Uint(i) >= Uint(len)) [[unlikely]]
      panicIndex(i, len);
    return ptr[i];
  }
};

template <class T, Int N>
struct Array {
  T data[N];

  T& operator[](Int i) {
    if (Uint(i) >= Uint(N)) [[unlikely]]
      panicIndex(i, N);
    return data[i];
  }
  const T& operator[](Int i) const {
    if (Uint(i) >= Uint(N)) [[unlikely]]
      panicIndex(i, N);
    return data[i];
  }
};

// Go's zero-length array has no bytes; neither has this one (a GNU extension, in g++ and clang).
template <class T>
struct Array<T, 0> {
  T data[0];

  T& operator[](Int i) const { panicIndex(i, 0); }
};

} // namespace mg
