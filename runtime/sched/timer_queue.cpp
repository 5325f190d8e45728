#include "runtime/sched/timer_queue.h"

#include "minigo/heap.h"
#include "runtime/mem/out_of_memory.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sched/workers.h"

#include <cstdlib>

namespace mg::sched {

namespace {

constexpr size_t kBoxSize = 32;
constexpr size_t kArity = 4;

} // namespace

namespace {

// `locked` and `fire` may lock a channel, and nothing else that is biased.
constexpr uint32_t kEntry = base::BiasOwner::kMostHeld - 1;

TimerQueue& queueOf(Timer* timer, Worker& worker) {
  if (timer->home == 0) timer->home = worker.index + 1;
  return timer->home == worker.index + 1 ? worker.timers : workerAt(timer->home - 1).timers;
}

} // namespace

void bindTimer(Timer* timer) { timer->home = self().index + 1; }

bool setTimer(Timer* timer, int64_t when, int64_t period, bool (*locked)(Timer*)) {
  Worker& worker = self();
  return queueOf(timer, worker).set(worker.biasOwner, timer, when, period, locked);
}

bool removeTimer(Timer* timer, bool (*locked)(Timer*)) {
  Worker& worker = self();
  return queueOf(timer, worker).remove(worker.biasOwner, timer, locked);
}

bool TimerQueue::set(base::BiasOwner& me, Timer* timer, int64_t when, int64_t period,
                     bool (*locked)(Timer*)) {
  base::BiasedGuard guard(lock_, me, kEntry);
  bool wasActive = timer->place != 0;
  if (wasActive) erase(timer);
  if (locked) wasActive |= locked(timer);
  timer->period = period;
  insert(timer, when);
  noteFirst();
  return wasActive;
}

bool TimerQueue::remove(base::BiasOwner& me, Timer* timer, bool (*locked)(Timer*)) {
  base::BiasedGuard guard(lock_, me, kEntry);
  bool wasActive = timer->place != 0;
  if (wasActive) erase(timer);
  if (locked) wasActive |= locked(timer);
  noteFirst();
  return wasActive;
}

void TimerQueue::runDue(int64_t now) {
  void* box = nullptr;
  for (bool more = true; more && firstWhen() <= now;) {
    if (!box) box = allocate(kBoxSize, false);
    GQueue woken;
    more = fireFirst(now, woken, &box);
    while (G* g = woken.pop())
      ready(g);
  }
  if (box) recycle(box, kBoxSize, false);
}

bool TimerQueue::fireFirst(int64_t now, GQueue& woken, void** box) {
  base::BiasedGuard guard(lock_, self().biasOwner, kEntry);
  if (count_ == 0 || entries_[0].when > now) return false;
  Timer* timer = entries_[0].timer;
  erase(timer);
  // A period that was missed is skipped, and does not shift the ones after it.
  if (timer->period > 0)
    insert(timer, timer->when + timer->period * (1 + (now - timer->when) / timer->period));
  noteFirst();
  timer->fire(timer, woken, box);
  return true;
}

void TimerQueue::dropSending(bool (*isLost)(const void* channel)) {
  size_t before = count_;
  count_ = 0;
  for (size_t i = 0; i < before; ++i) { // a heap again, in front of what is still to be looked at
    Entry entry = entries_[i];
    if (entry.timer->channel && isLost(entry.timer->channel))
      entry.timer->place = 0;
    else
      siftUp(count_++, entry);
  }
  noteFirst();
}

void TimerQueue::insert(Timer* timer, int64_t when) {
  if (count_ == capacity_) {
    capacity_ = capacity_ ? capacity_ * 2 : 64;
    entries_ = static_cast<Entry*>(realloc(entries_, capacity_ * sizeof(Entry)));
    if (!entries_) mem::outOfMemory();
  }
  timer->when = when;
  siftUp(count_++, {when, timer});
}

void TimerQueue::erase(Timer* timer) {
  size_t at = timer->place - 1u;
  timer->place = 0;
  Entry last = entries_[--count_];
  if (at == count_) return;
  if (at > 0 && last.when < entries_[(at - 1) / kArity].when)
    siftUp(at, last);
  else
    siftDown(at, last);
}

void TimerQueue::put(size_t at, Entry entry) {
  entries_[at] = entry;
  entry.timer->place = uint32_t(at + 1);
}

void TimerQueue::siftUp(size_t at, Entry entry) {
  for (; at > 0; at = (at - 1) / kArity) {
    Entry& parent = entries_[(at - 1) / kArity];
    if (entry.when >= parent.when) break;
    put(at, parent);
  }
  put(at, entry);
}

void TimerQueue::siftDown(size_t at, Entry entry) {
  for (;;) {
    size_t child = at * kArity + 1;
    if (child >= count_) break;
    size_t least = child;
    for (size_t i = child + 1; i < child + kArity && i < count_; ++i)
      if (entries_[i].when < entries_[least].when) least = i;
    if (entries_[least].when >= entry.when) break;
    put(at, entries_[least]);
    at = least;
  }
  put(at, entry);
}

void TimerQueue::noteFirst() {
  firstWhen_.store(count_ ? entries_[0].when : INT64_MAX, std::memory_order_relaxed);
}

} // namespace mg::sched
