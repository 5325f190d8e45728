#include "runtime/base/biased_lock.h"

#include "runtime/base/futex.h"

namespace mg::base {

uint32_t locksToBias = kMostLocksToBias;

namespace {

// Each entry is written before a lock can be biased to that owner, which publishes it.
BiasOwner* owners[BiasOwner::kMost];

} // namespace

void addBiasOwner(BiasOwner& owner, uint32_t index) {
  owner.index = index;
  owners[index] = &owner;
}

[[gnu::noinline]] void BiasedLock::bias(BiasOwner& me, uint32_t entry) {
  inARow_ = 0;
  if (!fencesAreAsymmetric || entry >= BiasOwner::kMostHeld) return;
  me.held[entry].store(this, std::memory_order_relaxed); // published by word_
  // Release: pairs with the acquire in revoke().
  word_.store(biasTo(me), std::memory_order_release);
}

// Step 3. word: what word_ holds, a bias. False: it has changed.
bool BiasedLock::revoke(uint32_t word) {
  const BiasOwner& owner = *owners[word - kBias];
  // Acquire: pairs with the release in bias().
  if (!word_.compare_exchange_strong(word, kRevoking, std::memory_order_acquire)) return false;
  heavyFence();
  for (const auto& entry : owner.held)
    // Acquire: pairs with the releases of entries; makes what the owner wrote visible.
    for (int spins = 0; entry.load(std::memory_order_acquire) == this; ++spins)
      pauseSpinning(spins);
  word_.store(kHeld, std::memory_order_relaxed);
  if (revocations_ < kMostRevocations) ++revocations_;
  return true;
}

void BiasedLock::lockSlowly(BiasOwner& me, uint32_t entry) {
  for (Backoff backoff; !tryLock(me, entry);) {
    // Relaxed: tryLock() and revoke() synchronise.
    const uint32_t word = word_.load(std::memory_order_relaxed);
    if (word >= kBias && revoke(word)) return;
    if (word == kHeld || word == kRevoking) backoff.pause();
  }
}

} // namespace mg::base
