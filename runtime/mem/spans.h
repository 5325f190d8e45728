// Spans: runs of pages that hold small objects of one class.
//
// Invariants
// - A span is owned by one worker's cache, or stands in the list of its class because it has free
//   objects, or is full.
// - `allocated` bits are exact when the world stands still: a cache sets them for a whole range
// that
//   it takes, and clears those of what is left of it before a collection.
#pragma once

#include "runtime/mem/cache.h"
#include "runtime/mem/pages.h"

namespace mg::mem {

// Finds the next range of free objects. False: there is no memory. most: no more objects than this
// (tests want collections often). Called by the cache's owner.
bool refill(Cache& cache, unsigned sizeClass, bool pointerFree, uint32_t most);

// Bytes that are cleared and take up whole pages; null: there is no memory.
void* takeLarge(Cache& cache, size_t bytes, bool pointerFree, bool clear);

// Gives up what the cache holds. REQUIRES: the world is stopped.
void emptyCache(Cache& cache);

// A span without owner that has free objects. REQUIRES: heapLock held, or the world stopped.
void addPartial(uint32_t head);
// Of all spans: sweeping adds those anew. REQUIRES: the world is stopped.
void forgetPartial();

// The object that contains the address, if it lies in one that is in use. By who owns the world or
// the object.
struct Object {
  char* start = nullptr; // null: none
  size_t bytes = 0;
  bool pointerFree = false;
};
Object objectAt(const void* address);

// Reached by this collection.
bool isMarked(const void* object);

} // namespace mg::mem
