#include "runtime/sync/semaphore.h"

#include "runtime/base/futex.h"
#include "runtime/base/lone.h"
#include "runtime/sched/arena.h"

#include <atomic>

namespace mg::sync {

namespace {

constexpr Uint32 kLocked = 1;
constexpr Uint32 kPermits = 2; // the other bits are a count
constexpr Uint32 kOnePermit = 4;
static_assert(sched::kReferenceBits == 30);

// REQUIRES: the value is that of an unlocked word without permits.
sched::G* asQueue(Uint32 value) { return value ? sched::recordAt(value >> 2) : nullptr; }
Uint32 asWord(sched::G* last) { return last ? sched::referenceTo(last) << 2 : 0; }

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
  std::atomic_ref queue(*static_cast<Uint32*>(word));
  // Release: pairs with the acquire in lock(); publishes the queue. Nobody else writes meanwhile.
  queue.store(queue.load(std::memory_order_relaxed) & ~kLocked, std::memory_order_release);
}

} // namespace

Uint32 Semaphore::lock() {
  std::atomic_ref word(word_);
  if (base::loneWorker) return word.load(std::memory_order_relaxed); // nobody else, and no switch
  for (base::Backoff backoff;; backoff.pause()) {
    // Acquire: pairs with the release in unlock() and unlockAfterPark(); the queue is read.
    Uint32 value = word.fetch_or(kLocked, std::memory_order_acquire);
    if (!(value & kLocked)) return value;
  }
}

void Semaphore::unlock(Uint32 value) {
  // Release: pairs with the acquire in lock(); publishes the queue.
  std::atomic_ref(word_).store(value, std::memory_order_release);
}

void Semaphore::acquire(sched::WaitReason reason, bool lifo) {
  Uint32 value = lock();
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
  Uint32 value = lock();
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
