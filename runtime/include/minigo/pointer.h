// Go's pointer. It is one machine word; dereferencing nil panics as in Go, at every optimisation
// level, which a plain C++ pointer cannot promise. The compiler drops the check where it can see
// that the pointer is not nil.
#pragma once

#include "minigo/panic.h"

namespace mg {

template <class T>
struct Ptr {
  T* raw = nullptr;

  constexpr Ptr() = default;
  constexpr Ptr(decltype(nullptr)) {}
  constexpr Ptr(T* pointer) : raw(pointer) {}

  T& operator*() const {
    if (!raw) [[unlikely]]
      panicNilDereference();
    return *raw;
  }
  T* operator->() const {
    if (!raw) [[unlikely]]
      panicNilDereference();
    return raw;
  }
  friend bool operator==(Ptr a, Ptr b) { return a.raw == b.raw; }
};

// A pointer to another type with the same layout, and unsafe.Pointer(p).
template <class To, class From>
inline Ptr<To> samePointer(Ptr<From> p) {
  return reinterpret_cast<To*>(p.raw);
}
template <class T>
inline void* toUnsafePointer(Ptr<T> p) {
  return p.raw;
}

} // namespace mg
