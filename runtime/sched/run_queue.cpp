#include "runtime/sched/run_queue.h"

namespace mg::sched {

void RunQueue::pushToFull(G* g, GQueue& overflow) {
  while (!pushIfRoom(g)) {
    // Acquire: as in pushIfRoom().
    uint32_t head = head_.load(std::memory_order_acquire);
    if (tail_.load(std::memory_order_relaxed) - head < kSize) continue; // someone has taken
    G* half[kSize / 2];
    for (uint32_t i = 0; i < kSize / 2; ++i)
      half[i] = ring_[(head + i) % kSize].load(std::memory_order_relaxed);
    // Release: pairs with the acquire above, and in other takers; the elements have been read.
    if (!base::compareExchange(head_, head, head + kSize / 2, std::memory_order_release)) continue;
    for (G* moved : half)
      overflow.push(moved);
    overflow.push(g);
    return;
  }
}

G* RunQueue::stealHalf(RunQueue& victim) {
  uint32_t tail = tail_.load(std::memory_order_relaxed); // only this thread writes it
  for (;;) {
    uint32_t from = victim.head_.load(std::memory_order_acquire); // pairs with other takers
    // Acquire: pairs with the release in push(); the elements are read.
    uint32_t count = victim.tail_.load(std::memory_order_acquire) - from;
    count -= count / 2;
    if (count == 0) return nullptr;
    if (count > kSize / 2) continue; // the two were read at different times
    for (uint32_t i = 0; i < count; ++i)
      // Relaxed: ours are published by tail_ below, the victim's were by its tail_.
      ring_[(tail + i) % kSize].store(
          victim.ring_[(from + i) % kSize].load(std::memory_order_relaxed),
          std::memory_order_relaxed);
    // Release: pairs with the acquire of head_ in push(); the elements have been read.
    if (!victim.head_.compare_exchange_strong(from, from + count, std::memory_order_acq_rel))
      continue;
    G* one = ring_[(tail + count - 1) % kSize].load(std::memory_order_relaxed);
    // Release: pairs with the acquire of tail_ above, by the next thief.
    if (count > 1) tail_.store(tail + count - 1, std::memory_order_release);
    return one;
  }
}

G* RunQueue::stealNext() {
  if (!next_.load(std::memory_order_relaxed) || !nextLock_.tryLockOther()) return nullptr;
  // Acquire: pairs with the release in exchangeNext() and swapNext(); publishes the record.
  G* g = next_.load(std::memory_order_acquire);
  next_.store(nullptr, std::memory_order_relaxed); // published by the lock
  nextLock_.unlockOther();
  return g;
}

void RunQueue::drain(GQueue& to) {
  bool fromNext;
  while (G* g = pop(&fromNext))
    to.push(g);
}

bool RunQueue::ringEmpty() const {
  return head_.load(std::memory_order_acquire) == tail_.load(std::memory_order_acquire);
}

} // namespace mg::sched
