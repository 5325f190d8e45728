// A collection from its beginning to its end: empty the workers' caches, mark from the roots,
// settle timers, weak pointers, finalizers and cleanups, sweep, decide when the next one is due.
//
// A small heap is marked while the world stands still. A larger one by a snapshot (snapshot.h): the
// world stands still at the beginning and at the end only.
#pragma once

#include "runtime/mem/sweep.h"

namespace mg::mem {

// By a goroutine that is about to allocate: begins a collection if one is due, and waits for the
// one that runs when too much has been allocated since it began.
void collectIfDue();
// The same, when tests want one.
void collectForTests();
// With the world stopped, because there is no memory.
void collectForMemory();
// A complete one that begins after the call. Others may run meanwhile.
void collectFully();

// A snapshot is done and waits for its end: by a worker, as soon as one comes by here.
bool cycleWaitsForEnd();
// On the scheduler's stack or a goroutine's, no lock held.
void seeToCycle();
// By the holder of the collector's lock; nothing if none waits.
void endCycle();

// Waits until no snapshot of now runs any more. By a goroutine.
void waitForCycle();

// Memory that no collection of the last ones left in use goes back to the system, some at a time
// while mayReturnMemory().
inline bool mayReturnMemory() { return sweptAll.load(std::memory_order_relaxed); } // a hint
void returnMemory();

} // namespace mg::mem
