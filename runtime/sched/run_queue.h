// A worker's queue of runnable goroutines: a ring that its owner fills, and that other workers may
// take from, and the run-next place in front of it.
//
// Order is Go's: what a goroutine starts or wakes runs next; the one that was next goes to the end
// of the ring; when the ring is full, half of it and the newcomer go to the global queue.
#pragma once

#include "runtime/sched/goroutine.h"

#include <atomic>

namespace mg::sched {

class RunQueue {
public:
  static constexpr uint32_t kSize = 256;

  // Owner only. Overflow goes to `overflow`, which the caller appends to the global queue.
  // True: the one that was next has gone to the ring.
  bool pushNext(G* g, GQueue& overflow);
  void push(G* g, GQueue& overflow);
  // Owner only. *fromNext tells that it came from the run-next place and inherits the time slice.
  G* pop(bool* fromNext);
  bool empty() const;
  // Any thread: a hint.
  bool ringEmpty() const;
  // Called by the owner of this queue, which is empty: takes half of another worker's ring, keeps
  // all but one and returns that one; null if there is nothing.
  G* stealHalf(RunQueue& victim);
  // Any thread: takes what is in the run-next place.
  G* stealNext();
  // Owner only: empties the queue.
  void drain(GQueue& to);

private:
  std::atomic<G*> next_{nullptr};
  alignas(base::kCacheLine) std::atomic<uint32_t> head_{0};
  std::atomic<uint32_t> tail_{0};
  std::atomic<G*> ring_[kSize] = {};
};

} // namespace mg::sched
