// What a worker allocates small objects from, without a lock: for each class of size, and for
// objects with and without pointers, the span that it owns and a range of free objects in it. When
// a collection starts, everything is given up (spans.h).
#pragma once

#include "runtime/mem/size_class.h"

namespace mg::mem {

struct FreeRange {
  char* at = nullptr;
  char* end = nullptr;
  uint32_t bytes = 0;     // of an object
  bool isZero = false;    // all bytes are, or else only up to kMaxCleared bytes per object are
  uint32_t head = 0;      // the span's first page; 0: there is none
  uint32_t following = 0; // the object from which the search for the next range goes on
};

// Objects up to this size are cleared a range at a time.
inline constexpr size_t kMaxCleared = 1024;

struct Cache {
  FreeRange ranges[2][kClasses]; // [holds no pointers][class]
  // Objects that recycle() gave back, cleared, linked by their first word.
  void* recycled[2][classOf(kMaxCleared) + 1] = {};
  uint64_t allocated = 0;  // bytes of objects since the start, the ranges' rests included
  uint64_t objects = 0;    // their number
  uint64_t unreported = 0; // bytes that the pacer has not been told of
};

// One of those, null if there is none. Never collects, so a lock may be held.
inline void* popRecycled(Cache& cache, size_t size, bool pointerFree) {
  if (size > kMaxCleared) return nullptr;
  void*& list = cache.recycled[pointerFree][classOf(size)];
  void* object = list;
  if (!object) return nullptr;
  list = *static_cast<void**>(object);
  *static_cast<void**>(object) = nullptr;
  return object;
}

} // namespace mg::mem
