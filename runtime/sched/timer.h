// Timers of one worker: a 4-ary heap of (time, goroutine), 16 bytes each, in one mapping that grows
// in place where the system can. A goroutine that sleeps needs nothing else.
#pragma once

#include "runtime/base/spin_lock.h"
#include "runtime/sched/goroutine.h"

namespace mg::sched {

class TimerHeap {
public:
  bool empty() const { return count_ == 0; }
  // When the first timer is due (base::nanotime). REQUIRES: not empty.
  int64_t firstWhen() const { return timers_[0].when; }
  void add(int64_t when, G* g);
  // Takes the first timer's goroutine off the heap. REQUIRES: not empty.
  G* popFirst();

private:
  struct Timer {
    int64_t when;
    G* g;
  };

  void grow();
  void siftUp(size_t at, Timer timer);
  void siftDown(size_t at, Timer timer);

  Timer* timers_ = nullptr;
  size_t count_ = 0;
  size_t capacity_ = 0;
};

// The sleeping goroutines of one worker. Others may wake them, too.
class Sleepers {
public:
  // When the first is due, INT64_MAX if none sleeps. A look without the lock.
  int64_t firstWhen() const { return firstWhen_.load(std::memory_order_relaxed); }
  void add(int64_t when, G* g) {
    base::SpinGuard guard(lock_);
    heap_.add(when, g);
    noteFirst();
  }
  // One that is due, or null.
  G* popDue(int64_t now) {
    base::SpinGuard guard(lock_);
    if (heap_.empty() || heap_.firstWhen() > now) return nullptr;
    G* g = heap_.popFirst();
    noteFirst();
    return g;
  }

private:
  void noteFirst() {
    firstWhen_.store(heap_.empty() ? INT64_MAX : heap_.firstWhen(), std::memory_order_relaxed);
  }

  base::SpinLock lock_; // guards heap_
  TimerHeap heap_;
  std::atomic<int64_t> firstWhen_{INT64_MAX}; // written under the lock
};

} // namespace mg::sched
