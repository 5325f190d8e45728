// Timers that can be stopped and moved: package time's. (A sleeping goroutine needs less: timer.h.)
// One queue for all workers; whoever looks at the clock runs what is due.
#pragma once

#include "runtime/base/spin_lock.h"
#include "runtime/sched/goroutine.h"

namespace mg::sched {

// The start of an object on the collector's heap. While it is in the queue, the queue keeps one
// that calls a function alive; one that sends lives as long as its channel, and leaves the queue
// when nobody can receive from it.
struct Timer {
  int64_t when;   // base::nanotime; meaningful while it is in the queue
  int64_t period; // 0: once
  size_t place;   // index in the heap + 1; 0: not in the queue
  // Called under the queue's lock, on the scheduler's stack: must neither allocate nor wait.
  // Goroutines that it wakes go to `woken`. box: 32 bytes to use and set to null, or to leave.
  void (*fire)(Timer* timer, GQueue& woken, void** box);
  void* channel; // null: it calls a function
};

class TimerQueue {
public:
  // The time of the first timer, INT64_MAX if there is none. A look without the lock.
  int64_t firstWhen() const { return firstWhen_.load(std::memory_order_relaxed); }
  // Puts the timer into the queue, or moves it. Returns whether it was there. `locked`, if given,
  // runs under the lock: what it does and a timer's fire exclude each other.
  bool set(Timer* timer, int64_t when, int64_t period, bool (*locked)(Timer*) = nullptr);
  // Takes it out.
  bool remove(Timer* timer, bool (*locked)(Timer*) = nullptr);
  // Fires what is due at `now` and makes the woken goroutines ready. On the scheduler's stack.
  void runDue(int64_t now);

  // For the collector, when the world stands still: the timers that the queue keeps alive, and the
  // others with their channels.
  template <class Visit>
  void forEachKept(Visit visit) {
    for (size_t i = 0; i < count_; ++i)
      if (!entries_[i].timer->channel) visit(entries_[i].timer);
  }
  template <class Visit>
  void forEachSending(Visit visit) {
    for (size_t i = 0; i < count_; ++i)
      if (entries_[i].timer->channel) visit(entries_[i].timer, entries_[i].timer->channel);
  }
  // Takes those out whose channel is lost.
  void dropSending(bool (*isLost)(const void* channel));

private:
  struct Entry {
    int64_t when;
    Timer* timer;
  };

  bool fireFirst(int64_t now, GQueue& woken, void** box);
  void insert(Timer* timer, int64_t when);
  void erase(Timer* timer);
  void put(size_t at, Entry entry);
  void siftUp(size_t at, Entry entry);
  void siftDown(size_t at, Entry entry);
  void noteFirst();

  base::SpinLock lock_; // guards all but firstWhen_
  Entry* entries_ = nullptr;
  size_t count_ = 0, capacity_ = 0;
  // Written under the lock; an idle worker looks again after it has announced itself.
  std::atomic<int64_t> firstWhen_{INT64_MAX};
};

extern constinit TimerQueue theTimerQueue;
inline TimerQueue& timerQueue() { return theTimerQueue; }

} // namespace mg::sched
