// The collector's lock, the world's stops, and what is known of collections (cycle.h) and of all
// that has been allocated.
#pragma once

#include <cstdint>

namespace mg::mem {

// Sets the heap up; then does nothing. Before a second worker starts.
void initHeap();

// Runs fn(argument) on the scheduler's stack, holding the collector's lock: only the holder stops
// the world. A collection that waits for its end is ended first. REQUIRES: no lock held.
void withCollector(void (*fn)(void*), void* argument);

template <class Fn>
void inCollector(Fn fn) {
  withCollector([](void* fn) { (*static_cast<Fn*>(fn))(); }, &fn);
}

// REQUIRES: inside withCollector.
void stopOthers();
void startOthers();
// Runs fn with the world stopped and the caches' numbers exact. REQUIRES: inside withCollector.
void withWorldStopped(void (*fn)(void*), void* argument);

// Since the start, exact inside withWorldStopped.
struct HeapTotals {
  uint64_t allocatedBytes, allocatedObjects, freedBytes, freedObjects;
};
HeapTotals heapTotals();
// REQUIRES: the world is stopped.
void countFreed(uint64_t objects, uint64_t bytes);

struct CollectionRecord {
  static constexpr uint32_t kKept = 256;
  uint32_t count = 0, forced = 0;
  uint64_t pauseTotal = 0;       // ns
  uint64_t lastEnd = 0;          // ns since 1970
  uint64_t pause[kKept] = {};    // of the n-th one, both together, at (n - 1) % kKept
  uint64_t pauseEnd[kKept] = {}; // ns since 1970
  uint64_t cpuTime = 0;          // ns, of all markers and snapshots
  uint64_t stackBytes = 0;       // of goroutines, as the last one found them
};
extern CollectionRecord collections;
int64_t programStart(); // base::nanotime()
// Of the processors' time since then, the part that collections took.
double collectorShare();

} // namespace mg::mem
