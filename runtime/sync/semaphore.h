// A counting semaphore in a word of 32 bits, on which the types of package sync sleep: a Mutex is
// as small as Go's.
//
// The word
//   0                     nothing: no permits, nobody waits
//   count << 2 | 2        permits; nobody waits
//   referenceTo(G) << 2   the last of the waiting goroutines, a circular list through G::next; no
//                         permits
//   bit 0                 locked: for a few instructions, or until a goroutine that queues itself
//                         is off its stack
// The word may lie anywhere, also in memory that the collector manages: waiting goroutines are not
// the collector's.
#pragma once

#include "minigo/types.h"
#include "runtime/sched/scheduler.h"

namespace mg::sync {

class Semaphore {
public:
  explicit Semaphore(Uint32& word) : word_(word) {}

  // Takes a permit, or parks until release() hands one over. lifo: queue in front of the others.
  void acquire(sched::WaitReason reason, bool lifo = false);
  // Wakes the first waiter, else leaves a permit. handOff: the waiter runs at once, in the rest of
  // the caller's time slice.
  void release(bool handOff = false);

private:
  Uint32 lock();
  void unlock(Uint32 value);

  Uint32& word_;
};

} // namespace mg::sync
