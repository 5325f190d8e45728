// A counting semaphore in one word, on which the types of package sync sleep.
//
// The word
//   0                 nothing: no permits, nobody waits
//   count << 4 | 2    permits; nobody waits
//   G* of the last    waiting goroutines, a circular list through G::next (records are aligned to
//                     16); no permits
//   bit 0             locked: for a few instructions, or until a goroutine that queues itself is
//                     off its stack
// The word may lie anywhere, also in memory that the collector manages: waiting goroutines are not
// the collector's.
#pragma once

#include "minigo/types.h"
#include "runtime/sched/scheduler.h"

namespace mg::sync {

class Semaphore {
public:
  explicit Semaphore(Uintptr& word) : word_(word) {}

  // Takes a permit, or parks until release() hands one over. lifo: queue in front of the others.
  void acquire(sched::WaitReason reason, bool lifo = false);
  // Wakes the first waiter, else leaves a permit. handOff: the waiter runs at once, in the rest of
  // the caller's time slice.
  void release(bool handOff = false);

private:
  Uintptr lock();
  void unlock(Uintptr value);

  Uintptr& word_;
};

} // namespace mg::sync
