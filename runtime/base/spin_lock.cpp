#include "runtime/base/spin_lock.h"

namespace mg::base {

void SpinLock::lockSlowly() {
  do
    // Relaxed: only waits; tryLock() synchronises.
    for (int spins = 0; word_.load(std::memory_order_relaxed); ++spins)
      pauseSpinning(spins);
  while (!tryLock());
}

} // namespace mg::base
