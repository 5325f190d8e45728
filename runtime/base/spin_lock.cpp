#include "runtime/base/spin_lock.h"

namespace mg::base {

void SpinLock::lockSlowly() {
  Backoff backoff;
  do
    backoff.pause();
  // Relaxed: only waits; tryLock() synchronises.
  while (word_.load(std::memory_order_relaxed) || !tryLock());
}

} // namespace mg::base
