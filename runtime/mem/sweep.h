// Sweeping: what has not been reached becomes free. It moves bits, and no objects.
//
// After marking with the world stopped all of it is done at once. After a snapshot (snapshot.h)
// what the child has found dead is known, with its sums, and sweeping goes on while the program
// runs: whoever takes a span or pages sweeps some first, under heapLock, and all before the heap
// grows. Until a span has been swept it stands in no list, so nobody allocates from it. Run::phase
// tells those that have been from the others: spans made in between need none.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace mg::mem {

struct SweepResult {
  uint64_t liveObjects, liveBytes, freedObjects, freedBytes;
};

// Frees what is allocated and not marked, and takes all marks off. REQUIRES: the world is stopped,
// all caches are empty, nothing is left to sweep.
SweepResult sweep();

// In the child of a snapshot: a bit for each object that is allocated and not marked. All words for
// spans and free runs are written; of a large object only the first.
SweepResult writeDead(uint64_t* words);

// theDead is to be swept from now on. REQUIRES: the world is stopped, all caches are empty.
void beginSweeping();
// Something is left. REQUIRES: as the next.
bool isSweeping();
// Sweeps so many pages or some more; false when nothing is left. REQUIRES: heapLock held, or the
// world stopped.
bool sweepSome(size_t pages);
// All has been swept, and nobody has looked yet whether there is memory to return (cycle.h).
extern std::atomic<bool> sweptAll;
// Sweeps what is left. By the holder of the collector's lock.
void finishSweeping();

} // namespace mg::mem
