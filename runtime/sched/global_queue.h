// The queue that all workers share: what overflows a worker's own, and goroutines that yield.
#pragma once

#include "runtime/base/spin_lock.h"
#include "runtime/sched/goroutine.h"

#include <atomic>

namespace mg::sched {

class GlobalQueue {
public:
  // Moves all of `batch` to the end.
  void append(GQueue& batch);
  // Up to `most` goroutines from the front.
  GQueue take(size_t most);
  bool empty() const { return count_.load(std::memory_order_relaxed) == 0; }

private:
  base::SpinLock lock_; // guards queue_
  GQueue queue_;
  std::atomic<size_t> count_{0}; // of queue_; a look that saves the lock
};

extern constinit GlobalQueue theGlobalQueue;
inline GlobalQueue& globalQueue() { return theGlobalQueue; }

} // namespace mg::sched
