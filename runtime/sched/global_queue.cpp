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

GQueue GlobalQueue::take(size_t most) {
  GQueue taken;
  if (empty()) return taken;
  base::SpinGuard guard(lock_);
  while (taken.count < most) {
    G* g = queue_.pop();
    if (!g) break;
    taken.push(g);
  }
  count_.store(queue_.count, std::memory_order_relaxed); // see append()
  return taken;
}

} // namespace mg::sched
