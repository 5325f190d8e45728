#include "runtime/sync/semaphore.h"

#include "runtime/base/futex.h"
#include "runtime/base/lone.h"

#include <atomic>

namespace mg::sync {

namespace {

constexpr Uintptr kLocked = 1;
constexpr Uintptr kPermits = 2; // the other bits are a count
constexpr Uintptr kOnePermit = 16;

sched::G* asQueue(Uintptr value) { return reinterpret_cast<sched::G*>(value); }
Uintptr asWord(sched::G* last) { return reinterpret_cast<Uintptr>(last); }

// The queue with g added: the word points to the last, whose `next` is the first.
sched::G* enqueue(sched::G* last, sched::G* g, bool lifo) {
  if (!last) {
    g->next = g;
    return g;
  }
  g->next = last->next;
  last->next = g;
  return lifo ? last : g;
}

void unlockAfterPark(sched::G*, void* word) {
  std::atomic_ref queue(*static_cast<Uintptr*>(word));
  // Release: pairs with the acquire in lock(); publishes the queue. Nobody else writes meanwhile.
  queue.store(queue.load(std::memory_order_relaxed) & ~kLocked, std::memory_order_release);
}

} // namespace

Uintptr Semaphore::lock() {
  std::atomic_ref word(word_);
  if (base::loneWorker) return word.load(std::memory_order_relaxed); // nobody else, and no switch
  for (int spins = 0;; ++spins) {
    // Acquire: pairs with the release in unlock() and unlockAfterPark(); the queue is read.
    Uintptr value = word.fetch_or(kLocked, std::memory_order_acquire);
    if (!(value & kLocked)) return value;
    base::pauseSpinning(spins);
  }
}

void Semaphore::unlock(Uintptr value) {
  // Release: pairs with the acquire in lock(); publishes the queue.
  std::atomic_ref(word_).store(value, std::memory_order_release);
}

void Semaphore::acquire(sched::WaitReason reason, bool lifo) {
  Uintptr value = lock();
  if (value & kPermits) {
    value -= kOnePermit;
    unlock(value == kPermits ? 0 : value);
    return;
  }
  sched::G* last = enqueue(asQueue(value), sched::currentG(), lifo);
  unlock(asWord(last) | kLocked); // stays locked until this goroutine is off its stack
  sched::park(reason, unlockAfterPark, &word_);
}

void Semaphore::release(bool handOff) {
  Uintptr value = lock();
  if (value == 0 || value & kPermits) {
    unlock((value | kPermits) + kOnePermit);
    return;
  }
  sched::G* last = asQueue(value);
  sched::G* first = last->next;
  if (first == last)
    last = nullptr;
  else
    last->next = first->next;
  unlock(asWord(last));
  sched::ready(first);
  if (handOff) sched::yieldToNext();
}

} // namespace mg::sync
