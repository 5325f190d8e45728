// The heap's address range, cut into pages of 8 KiB, and what is known of each page.
//
// The range is reserved once and grows from its start, so that "does this word point into the
// heap?" is one comparison and everything about an address is found by arithmetic. Runs of pages
// lie one behind the other without gaps: spans of small objects, large objects, free runs. Only a
// run's first page (its head) has its length. Everything here is guarded by heapLock, or by the
// world standing still; but who owns a run may look at its entries.
#pragma once

#include "runtime/base/spin_lock.h"
#include "runtime/mem/size_class.h"

namespace mg::mem {

inline constexpr uint8_t kLargeClass = 255;

struct Page {
  uint32_t head;
  uint8_t sizeClass; // 0: no object lies here
  bool pointerFree;
};

struct Run { // of a head
  uint32_t pages;
  uint32_t next, previous; // of a free run or of a span with free objects; 0: none
  bool isZero;             // of a free run: all bytes are zero, and take no memory
  bool phase;              // heapPhase when it was made or swept last (sweep.h)
};

// Two bits for every granule of the heap, 64 granules beside one another because they are used
// together.
struct Bits {
  uint64_t allocated; // an object begins here and is in use
  uint64_t marked;    // and has been reached by this collection

  // While others look for the bits of their own objects in the same word, with seenAllocated().
  void setAllocated(uint64_t bits) { __atomic_store_n(&allocated, bits, __ATOMIC_RELAXED); }
  uint64_t seenAllocated() const { return __atomic_load_n(&allocated, __ATOMIC_RELAXED); }
};

struct HeapRange {
  char* start = nullptr;
  size_t bytes = 0; // grown so far; guarded by heapLock or the world's stop, else: seenBytes()
  size_t reserved = 0;
  Page* pages = nullptr;
  Run* runs = nullptr;
  Bits* bits = nullptr;

  size_t offsetOf(const void* address) const {
    return uintptr_t(address) - reinterpret_cast<uintptr_t>(start);
  }
  // For those who hold an object: what lies below it has been there when they got it.
  size_t seenBytes() const { return __atomic_load_n(&bytes, __ATOMIC_RELAXED); }
  char* addressOf(uint32_t page) const { return start + size_t{page} * kPageBytes; }
};
extern HeapRange heapRange;
extern base::SpinLock heapLock;

inline Bits& bitsAt(size_t offset) { return heapRange.bits[offset >> 10]; }
inline uint64_t bitAt(size_t offset) { return uint64_t{1} << (offset >> 4 & 63); }

// The range is there. Ends the program when there is no address space at all.
void reserveHeap();

// Changes when all spans are to be swept. Under heapLock.
extern bool heapPhase;

// A free run is that long. REQUIRES: heapLock held.
bool hasFreePages(size_t count);
// Pages for a span or a large object, the head's number; 0: there is no memory. *isZero: all bytes
// are. REQUIRES: heapLock held.
uint32_t takePages(size_t count, uint8_t sizeClass, bool pointerFree, bool* isZero);
// REQUIRES: heapLock held, or the world stopped.
void freePages(uint32_t head);

// Gives memory of free runs, the largest first, back to the system until at most `keep` bytes of
// pages take memory; true when it has stopped before, because that was `most` bytes. REQUIRES:
// heapLock held, or the world stopped.
bool releasePages(size_t keep, size_t most = SIZE_MAX);

struct PageCounts {
  size_t used = 0;     // pages of spans and large objects
  size_t released = 0; // free pages that take no memory
};
extern PageCounts pageCounts;

} // namespace mg::mem
