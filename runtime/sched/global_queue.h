// The queue that all workers share: what overflows a worker's own, and goroutines that yield.
//
// It may hold a million, and who takes many at once would wait for memory at each link. So it is
// several lists, which take turns: the first few goroutines are the heads of the lists, and are
// fetched while those before them are taken.
#pragma once

#include "runtime/base/spin_lock.h"
#include "runtime/sched/run_queue.h"

#include <atomic>

namespace mg::sched {

class GlobalQueue {
public:
  // Moves all of `batch` to the end.
  void append(GQueue& batch);
  void append(G* g) {
    base::SpinGuard guard(lock_);
    push(g);
    count_.store(end_ - first_, std::memory_order_relaxed); // as append() of a batch
  }
  // As append(), where one worker is alone.
  void appendAlone(G* g) {
    push(g);
    count_.store(end_ - first_, std::memory_order_relaxed);
  }
  // Moves up to `most` goroutines from the front: returns the first, the others go to the ring of
  // the caller, which has room. Null if there is none.
  G* take(RunQueue& ring, size_t most, bool* moreThanOne);
  // The same, where one worker is alone. REQUIRES: there is one.
  G* takeAlone(RunQueue& ring, size_t most) {
    G* first = pop();
    for (size_t more = end_ - first_ < most ? end_ - first_ : most - 1; more > 0; --more)
      ring.pushIfRoom(pop());
    count_.store(end_ - first_, std::memory_order_relaxed);
    return first;
  }
  bool empty() const { return count_.load(std::memory_order_relaxed) == 0; }

private:
  static constexpr size_t kLists = 8;

  // REQUIRES, both: the lock is held.
  void push(G* g) {
    g->next = nullptr;
    size_t list = end_++ % kLists;
    if (heads_[list])
      tails_[list]->next = g;
    else
      heads_[list] = g;
    tails_[list] = g;
  }
  G* pop() {
    if (first_ == end_) return nullptr;
    G*& head = heads_[first_++ % kLists];
    G* g = head;
    head = g->next;
    __builtin_prefetch(head);
    return g;
  }

  base::SpinLock lock_; // guards what follows
  // Goroutine number i from the start of time is in list i % kLists; first_ to end_ - 1 are here.
  G* heads_[kLists] = {};
  G* tails_[kLists] = {};
  size_t first_ = 0, end_ = 0;
  std::atomic<size_t> count_{0}; // of goroutines; a look that saves the lock
};

extern constinit GlobalQueue theGlobalQueue;
inline GlobalQueue& globalQueue() { return theGlobalQueue; }

} // namespace mg::sched
