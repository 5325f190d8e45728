// Allocation. The collector frees what no goroutine, global variable or live object points to;
// pointers into the middle of an object keep it alive.
//
//   mg::Ptr<mg::Int> n = mg::newObject<mg::Int>();          // new(int)
//   mg::Ptr<Point> p = mg::newObject(Point{1, 2});          // &Point{1, 2}
//
// Out of memory ends the program with Go's text.
#pragma once

#include "minigo/pointer.h"
#include "minigo/traits.h"
#include "minigo/types.h"

namespace mg {

// size bytes, zeroed and aligned to 16. pointerFree promises that no pointer to heap memory will be
// stored in them. Size 0 gives a valid address that is not unique. Callable from any goroutine.
[[gnu::malloc, gnu::returns_nonnull]] void* allocate(Uintptr size, bool pointerFree);
// The same, but the bytes are not zeroed: the caller writes all of them before anything else runs.
[[gnu::malloc, gnu::returns_nonnull]] void* allocateUncleared(Uintptr size);

// Gives back, at once, an object of this size from allocate() or newObject that nothing points to
// any more. Never necessary.
void recycle(void* object, Uintptr size, bool pointerFree);

// A variable on the heap.
template <class T>
inline Ptr<T> newObject(const T& value) {
  T* object = static_cast<T*>(allocate(sizeof(T), kPointerFree<T>));
  __builtin_memcpy(static_cast<void*>(object), &value, sizeof(T));
  return object;
}
// The same in a variable of the frame, given it and its value.
template <class T>
inline Ptr<T> newIn(T& variable, const typename Exactly<T>::Type& value) {
  variable = value;
  return &variable;
}
// new(T), for types whose zero value is all zero bytes: every Go type.
template <class T>
inline Ptr<T> newObject() {
  return static_cast<T*>(allocate(sizeof(T), kPointerFree<T>));
}

// A local variable that outlives its frame or that other goroutines reach:
//   mg::Int& count = mg::onHeap<mg::Int>(0);
template <class T>
inline T& onHeap(const T& value) {
  return *newObject<T>(value).raw;
}
template <class T>
inline T& onHeap() {
  return *newObject<T>().raw;
}

// runtime.GC(): a complete collection, finished when it returns.
void collectGarbage();

} // namespace mg
