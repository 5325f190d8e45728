// The queue that all workers share: what overflows a worker's own, and goroutines that yield.
#pragma once

#include "runtime/base/spin_lock.h"
#include "runtime/sched/run_queue.h"

#include <atomic>

namespace mg::sched {

class GlobalQueue {
public:
  // Moves all of `batch` to the end.
  void append(GQueue& batch);
  void append(G* g) {
    base::SpinGuard guard(lock_);
    queue_.push(g);
    count_.store(queue_.count, std::memory_order_relaxed); // see append() of a batch
  }
  // Moves up to `most` goroutines from the front: returns the first, the others go to the ring of
  // the caller, which has room. Null if there is none.
  G* take(RunQueue& ring, size_t most, bool* moreThanOne);
  bool empty() const { return count_.load(std::memory_order_relaxed) == 0; }

private:
  base::SpinLock lock_; // guards queue_
  GQueue queue_;
  std::atomic<size_t> count_{0}; // of queue_; a look that saves the lock
};

extern constinit GlobalQueue theGlobalQueue;
inline GlobalQueue& globalQueue() { return theGlobalQueue; }

} // namespace mg::sched
