// A lock of one thread, its owner, that others want seldom: the owner takes it without an atomic
// read-modify-write operation.
//
// Protocol
// 1. The owner writes `held_`, then looks at `claimed_` (light fence). Another one claims by
//    compare-and-swap, then looks at `held_` (heavy fence). So one of them sees the other.
// 2. Who has claimed and sees that the owner is inside gives up: others never wait.
// 3. The owner that sees a claim waits for its end, with `held_` set: either that is the end of the
//    other's section, or it is about to give up; new claims see `held_`.
#pragma once

#include "runtime/base/asymmetric_fence.h"
#include "runtime/base/futex.h"

namespace mg::base {

class OwnedLock {
public:
  // By the owner.
  void lock() {
    if (isClaimedAfterHolding()) [[unlikely]]
      waitForClaim();
  }
  // By the owner. False: somebody else claims it.
  bool tryLock() {
    if (!isClaimedAfterHolding()) [[likely]]
      return true;
    unlock();
    return false;
  }
  // Release: pairs with the acquire of held_ in tryLockOther().
  void unlock() { held_.store(0, std::memory_order_release); }

  // By others. False: somebody is inside.
  bool tryLockOther() {
    uint32_t unclaimed = 0;
    // Acquire: pairs with the release in unlockOther().
    if (!claimed_.compare_exchange_strong(unclaimed, 1, std::memory_order_acquire)) return false;
    heavyFence();
    if (!held_.load(std::memory_order_acquire)) return true;
    unlockOther();
    return false;
  }
  void unlockOther() { claimed_.store(0, std::memory_order_release); }

private:
  bool isClaimedAfterHolding() {
    held_.store(1, std::memory_order_relaxed);
    lightFence();
    // Acquire: pairs with the release in unlockOther().
    return claimed_.load(std::memory_order_acquire);
  }
  [[gnu::noinline]] void waitForClaim() {
    for (int spins = 0; claimed_.load(std::memory_order_acquire); ++spins)
      pauseSpinning(spins);
  }

  std::atomic<uint32_t> held_{0}, claimed_{0};
};

} // namespace mg::base
