#include "runtime/sched/global_queue.h"

namespace mg::sched {

constinit GlobalQueue theGlobalQueue;

void GlobalQueue::append(GQueue& batch) {
  if (batch.empty()) return;
  base::SpinGuard guard(lock_);
  while (G* g = batch.pop())
    push(g);
  // Relaxed: only a hint for take(), which looks again under the lock; an idle worker must look
  // again after it has announced itself.
  count_.store(end_ - first_, std::memory_order_relaxed);
}

G* GlobalQueue::take(RunQueue& ring, size_t most, bool* moreThanOne) {
  base::SpinGuard guard(lock_);
  G* first = pop();
  size_t more = end_ - first_ < most ? end_ - first_ : most - 1;
  *moreThanOne = more > 0;
  for (; more > 0; --more)
    ring.pushIfRoom(pop());
  count_.store(end_ - first_, std::memory_order_relaxed); // as append()
  return first;
}

} // namespace mg::sched
