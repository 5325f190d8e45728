// What a snapshot has found dead (snapshot.h): a bit for each granule at which such an object
// begins. Objects that did not exist then are not in it.
#pragma once

#include "runtime/mem/pages.h"

namespace mg::mem {

struct DeadSet {
  uint64_t* words = nullptr; // null: there is none
  size_t heapBytes = 0;      // of the snapshot
  // Those that have been taken off since.
  uint64_t revivedBytes = 0, revivedObjects = 0;

  bool contains(size_t offset) const {
    return offset < heapBytes && (words[offset >> 10] & bitAt(offset));
  }
  bool remove(size_t offset) {
    if (!contains(offset)) return false;
    words[offset >> 10] &= ~bitAt(offset);
    ++revivedObjects;
    return true;
  }
  uint64_t wordFor(size_t offset) const { return offset < heapBytes ? words[offset >> 10] : 0; }
};
extern DeadSet theDead;

} // namespace mg::mem
