// Timers that can be stopped and moved: package time's. (A sleeping goroutine needs less: timer.h.)
// Each worker has a queue. A timer belongs to the queue of the worker that set it first, from
// wherever it is moved or stopped; whoever looks at the clock runs what is due in any of them.
#pragma once

#include "runtime/base/biased_lock.h"
#include "runtime/sched/goroutine.h"

namespace mg::sched {

// The start of an object on the collector's heap. While it is in the queue, the queue keeps one
// that calls a function alive; one that sends lives as long as its channel, and leaves the queue
// when nobody can receive from it.
struct Timer {
  int64_t when;   // base::nanotime; meaningful while it is in the queue
  int64_t period; // 0: once
  uint32_t place; // index in the heap + 1; 0: not in the queue
  uint32_t home;  // index of the worker whose queue it belongs to + 1; 0: see bindTimer()
  // Called under the queue's lock, on the scheduler's stack: must neither allocate nor wait.
  // Goroutines that it wakes go to `woken`. box: 32 bytes to use and set to null, or to leave.
  void (*fire)(Timer* timer, GQueue& woken, void** box);
  void* channel; // null: it calls a function
};

// Gives the timer the queue of the calling worker. setTimer() and removeTimer() do that when it has
// none; so either this or the first of them comes before a second goroutine knows the timer.
void bindTimer(Timer* timer);
// Puts the timer into its queue, or moves it. Returns whether it was there. `locked`, if given,
// runs under the queue's lock: what it does and the timer's fire exclude each other; it adds to the
// result.
bool setTimer(Timer* timer, int64_t when, int64_t period, bool (*locked)(Timer*) = nullptr);
// Takes it out; the rest as setTimer().
bool removeTimer(Timer* timer, bool (*locked)(Timer*) = nullptr);

class TimerQueue {
public:
  // The time of the first timer, INT64_MAX if there is none. A look without the lock.
  int64_t firstWhen() const { return firstWhen_.load(std::memory_order_relaxed); }
  // As setTimer() and removeTimer(), for a timer of this queue.
  // me: the calling worker's.
  bool set(base::BiasOwner& me, Timer* timer, int64_t when, int64_t period,
           bool (*locked)(Timer*) = nullptr);
  bool remove(base::BiasOwner& me, Timer* timer, bool (*locked)(Timer*) = nullptr);
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

  base::BiasedLock lock_; // guards all but firstWhen_
  Entry* entries_ = nullptr;
  size_t count_ = 0, capacity_ = 0;
  // Written under the lock; an idle worker looks again after it has announced itself.
  std::atomic<int64_t> firstWhen_{INT64_MAX};
};

} // namespace mg::sched
