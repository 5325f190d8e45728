#include "runtime/sched/timer.h"

#include "runtime/mem/out_of_memory.h"

#include <sys/mman.h>

namespace mg::sched {

void TimerHeap::grow() {
  size_t bytes = capacity_ * sizeof(Timer);
  size_t wanted = bytes ? bytes * 2 : base::kPage;
  // Fresh pages are not touched before they are used, and mremap moves pages without copying, so
  // doubling costs no memory.
  void* memory = timers_ ? mremap(timers_, bytes, wanted, MREMAP_MAYMOVE)
                         : mmap(nullptr, wanted, PROT_READ | PROT_WRITE,
                                MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) mem::outOfMemory();
  timers_ = static_cast<Timer*>(memory);
  capacity_ = wanted / sizeof(Timer);
}

void TimerHeap::add(int64_t when, G* g) {
  if (count_ == capacity_) grow();
  siftUp(count_++, Timer{when, g});
}

G* TimerHeap::popFirst() {
  G* g = timers_[0].g;
  Timer last = timers_[--count_];
  if (count_ > 0) siftDown(0, last);
  return g;
}

void TimerHeap::siftUp(size_t at, Timer timer) {
  while (at > 0) {
    size_t parent = (at - 1) / 4;
    if (timer.when >= timers_[parent].when) break;
    timers_[at] = timers_[parent];
    at = parent;
  }
  timers_[at] = timer;
}

void TimerHeap::siftDown(size_t at, Timer timer) {
  for (;;) {
    size_t child = at * 4 + 1;
    if (child >= count_) break;
    size_t least = child;
    size_t end = child + 4 < count_ ? child + 4 : count_;
    for (size_t i = child + 1; i < end; ++i)
      if (timers_[i].when < timers_[least].when) least = i;
    if (timers_[least].when >= timer.when) break;
    timers_[at] = timers_[least];
    at = least;
  }
  timers_[at] = timer;
}

} // namespace mg::sched
