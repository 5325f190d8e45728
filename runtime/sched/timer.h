// Timers of one worker: a 4-ary heap of (time, goroutine), 16 bytes each, in one mapping that grows
// in place where the system can. A goroutine that sleeps needs nothing else.
#pragma once

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

} // namespace mg::sched
