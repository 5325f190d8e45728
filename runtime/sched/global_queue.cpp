#include "runtime/sched/global_queue.h"

namespace mg::sched {

constinit GlobalQueue theGlobalQueue;

void GlobalQueue::append(GQueue& batch) {
  if (batch.empty()) return;
  base::SpinGuard guard(lock_);
  if (queue_.tail)
    queue_.tail->next = batch.head;
  else
    queue_.head = batch.head;
  queue_.tail = batch.tail;
  queue_.count += batch.count;
  batch = {};
  // Relaxed: only a hint for take(), which looks again under the lock; an idle worker must look
  // again after it has announced itself.
  count_.store(queue_.count, std::memory_order_relaxed);
}

G* GlobalQueue::take(RunQueue& ring, size_t most, bool* moreThanOne) {
  base::SpinGuard guard(lock_);
  G* first = queue_.pop();
  size_t taken = 1;
  for (; taken < most && !queue_.empty(); ++taken)
    ring.pushIfRoom(queue_.pop());
  *moreThanOne = taken > 1;
  count_.store(queue_.count, std::memory_order_relaxed); // see append()
  return first;
}

} // namespace mg::sched
