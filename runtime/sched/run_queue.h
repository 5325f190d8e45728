// A worker's queue of runnable goroutines: a ring that its owner fills, and that other workers may
// take from, and the run-next place in front of it.
//
// Order is Go's: what a goroutine starts or wakes runs next; the one that was next goes to the end
// of the ring; when the ring is full, half of it and the newcomer go to the global queue.
#pragma once

#include "runtime/base/lone.h"
#include "runtime/base/owned_lock.h"
#include "runtime/sched/goroutine.h"

#include <atomic>

namespace mg::sched {

class RunQueue {
public:
#ifdef MG_RING_SIZE // of a test that tries all interleavings
  static constexpr uint32_t kSize = MG_RING_SIZE;
#else
  static constexpr uint32_t kSize = 256;
#endif

  // Owner only. Overflow goes to `overflow`, which the caller appends to the global queue.
  // True: the one that was next has gone to the ring.
  bool pushNext(G* g, GQueue& overflow) {
    G* kicked = exchangeNext(g);
    if (kicked) push(kicked, overflow);
    return kicked;
  }
  void push(G* g, GQueue& overflow) {
    if (!pushIfRoom(g)) [[unlikely]]
      pushToFull(g, overflow);
  }
  // Owner only. False: the ring is full.
  bool pushIfRoom(G* g);
  // Owner only. The one that was next, who is in no queue now.
  G* exchangeNext(G* g) {
    if (next_.load(std::memory_order_relaxed)) return swapNext(g);
    // Others only take: null stays null. Release: pairs with the acquire in stealNext().
    next_.store(g, std::memory_order_release);
    return nullptr;
  }
  // Owner only. Takes the one that is next, or null.
  G* takeNext() { return next_.load(std::memory_order_relaxed) ? swapNext(nullptr) : nullptr; }
  // Owner only. *fromNext tells that it came from the run-next place and inherits the time slice.
  G* pop(bool* fromNext);
  // The same where one worker is alone.
  G* popAlone(bool* fromNext);
  bool empty() const;
  // As takeNext() where there are several workers, but may also find nothing when another one is
  // looking there. Calls nothing.
  G* tryTakeNext();
  // Any thread: a hint.
  bool ringEmpty() const;
  // Called by the owner of this queue, which is empty: takes half of another worker's ring, keeps
  // all but one and returns that one; null if there is nothing.
  G* stealHalf(RunQueue& victim);
  // Not for the owner: takes what is in the run-next place. Null also when the owner is about to
  // take it. Costs a heavy fence.
  G* stealNext();
  // Owner only: empties the queue.
  void drain(GQueue& to);

private:
  void pushToFull(G* g, GQueue& overflow);
  G* swapNext(G* g);

  // Written under the lock, or by the owner while it is null.
  std::atomic<G*> next_{nullptr};
  base::OwnedLock nextLock_;
  alignas(base::kCacheLine) std::atomic<uint32_t> head_{0};
  std::atomic<uint32_t> tail_{0};
  std::atomic<G*> ring_[kSize] = {};
};

// Inline: with a switch itself, these are most of what a switch costs.

inline bool RunQueue::pushIfRoom(G* g) {
  // Acquire: pairs with the release of the takers' exchange of head_; their slots are read.
  uint32_t head = head_.load(std::memory_order_acquire);
  uint32_t tail = tail_.load(std::memory_order_relaxed); // only the owner writes it
  if (tail - head >= kSize) return false;
  // The element is published by the store of tail_.
  ring_[tail % kSize].store(g, std::memory_order_relaxed);
  // Release: pairs with the acquire of tail_ by a taker; publishes the element.
  tail_.store(tail + 1, std::memory_order_release);
  return true;
}

inline G* RunQueue::swapNext(G* g) {
  if (!base::loneWorker) nextLock_.lock();
  G* old = next_.load(std::memory_order_relaxed);
  next_.store(g, std::memory_order_release); // as in exchangeNext()
  if (!base::loneWorker) nextLock_.unlock();
  return old;
}

inline G* RunQueue::tryTakeNext() {
  if (!next_.load(std::memory_order_relaxed) || !nextLock_.tryLock()) return nullptr;
  G* g = next_.load(std::memory_order_relaxed);
  next_.store(nullptr, std::memory_order_relaxed); // published by the lock
  nextLock_.unlock();
  return g;
}

inline G* RunQueue::pop(bool* fromNext) {
  G* next = takeNext();
  *fromNext = next != nullptr;
  if (next) return next;
  for (;;) {
    uint32_t head = head_.load(std::memory_order_acquire); // pairs with takers' release of head_
    if (head == tail_.load(std::memory_order_relaxed)) return nullptr;
    G* g = ring_[head % kSize].load(std::memory_order_relaxed); // own write, or acquired with head_
    // Release: pairs with the acquire of head_ in push(); the element has been read.
    if (base::compareExchange(head_, head, head + 1, std::memory_order_release)) return g;
  }
}

inline bool RunQueue::empty() const {
  return !next_.load(std::memory_order_relaxed) &&
         head_.load(std::memory_order_relaxed) == tail_.load(std::memory_order_relaxed);
}

inline G* RunQueue::popAlone(bool* fromNext) {
  // Relaxed, all of them: there is no other thread.
  G* g = next_.load(std::memory_order_relaxed);
  *fromNext = g != nullptr;
  if (g) {
    next_.store(nullptr, std::memory_order_relaxed);
    return g;
  }
  uint32_t head = head_.load(std::memory_order_relaxed);
  if (head == tail_.load(std::memory_order_relaxed)) return nullptr;
  head_.store(head + 1, std::memory_order_relaxed);
  return ring_[head % kSize].load(std::memory_order_relaxed);
}

} // namespace mg::sched
