// A spin lock that costs no atomic read-modify-write operation as long as one worker takes it again
// and again: channels are mostly used by goroutines that hand over to each other on one worker.
//
// Protocol
// 1. A lock begins as an ordinary one: `word_` is kFree or kHeld. Its holder counts how often in a
//    row the same worker has taken it. Often enough: it is biased to that worker, as `word_` says.
// 2. The worker takes a lock that is biased to it by writing into its own BiasOwner::held, and then
//    (light fence) looking whether `word_` still says so. It releases it by clearing that entry.
// 3. Another worker that wants it revokes the bias: it makes `word_` kRevoking by compare-and-swap,
//    then (heavy fence) looks into the owner's entries until the lock is in none of them. So either
//    the owner sees kRevoking and keeps out, or the other one sees the entry and waits. Then the
//    lock is an ordinary one, held by who has revoked.
// 4. After each revocation twice as many locks in a row are asked for before it is biased again: so
//    revocations cost no more than what biases have saved.
// The entries are the workers', not the locks', so that one who finds at step 2 that it is too late
// and clears its entry meets no later owner's.
//
// It is never held across a park, an allocation or a call into Go code.
#pragma once

#include "runtime/base/asymmetric_fence.h"
#include "runtime/base/lone.h"

#include <cstdint>

namespace mg::base {

class BiasedLock;

// After so many locks in a row a lock is biased: what a revocation costs, in locks. Less in tests.
inline constexpr uint32_t kMostLocksToBias = 1000;
extern uint32_t locksToBias;

// A worker, as biased locks see it.
struct BiasOwner {
  static constexpr uint32_t kMost = 256; // owners
  static constexpr uint32_t kMostHeld = 8;

  uint32_t index = 0;
  // The locks biased to this worker that it holds, or is trying. Written by the worker only.
  std::atomic<const BiasedLock*> held[kMostHeld] = {};
};

// Before the owner takes its first lock; for ever.
void addBiasOwner(BiasOwner& owner, uint32_t index);

class BiasedLock {
public:
  // me: the calling worker's. entry: a number that no other lock held at the time has; a lock with
  // one from BiasOwner::kMostHeld on is not biased.
  void lock(BiasOwner& me, uint32_t entry = 0) {
    if (loneWorker) return;
    if (!tryLock(me, entry)) [[unlikely]]
      lockSlowly(me, entry);
  }
  // As lock(), if that needs no call: false unless the lock is biased to this worker. While one
  // worker is alone nobody else can hold it or want it, until long after unlock().
  bool tryLockCheaply(BiasOwner& me) {
    if (loneWorker) return true;
    return word_.load(std::memory_order_relaxed) == biasTo(me) && tryOwn(me, 0);
  }
  // Both as in lock().
  void unlock(BiasOwner& me, uint32_t entry = 0) {
    if (loneWorker) return;
    // Release, both: pairs with the acquires in tryFree() and revoke(). kHeld stays as it is until
    // its holder changes it.
    if (word_.load(std::memory_order_relaxed) == kHeld)
      word_.store(kFree, std::memory_order_release);
    else if (entry < BiasOwner::kMostHeld)
      me.held[entry].store(nullptr, std::memory_order_release);
  }

private:
  static constexpr uint8_t kMostRevocations = 6;      // that are counted
  enum : uint32_t { kFree, kHeld, kRevoking, kBias }; // kBias + index: biased to that owner

  static uint32_t biasTo(const BiasOwner& owner) { return kBias + owner.index; }

  bool tryLock(BiasOwner& me, uint32_t entry) {
    const uint32_t word = word_.load(std::memory_order_relaxed);
    if (word == biasTo(me) && entry < BiasOwner::kMostHeld) return tryOwn(me, entry);
    return word == kFree && tryFree(me, entry);
  }
  // Step 2.
  bool tryOwn(BiasOwner& me, uint32_t entry) {
    // Release: who reads this instead of the entry's last end sees what was done before that end.
    me.held[entry].store(this, std::memory_order_release);
    std::atomic_signal_fence(std::memory_order_seq_cst); // the light fence: else nothing is biased
    if (word_.load(std::memory_order_acquire) == biasTo(me)) [[likely]]
      return true;
    me.held[entry].store(nullptr, std::memory_order_release); // as unlock()
    return false;
  }
  // Step 1.
  bool tryFree(BiasOwner& me, uint32_t entry) {
    uint32_t free = kFree;
    // Acquire: pairs with the release in unlock(); makes what the last holder wrote visible.
    if (!word_.compare_exchange_strong(free, kHeld, std::memory_order_acquire)) return false;
    if (lastIndex_ != me.index) {
      lastIndex_ = uint8_t(me.index);
      inARow_ = 0;
    } else if (++inARow_ >= locksToBias << revocations_) [[unlikely]] {
      bias(me, entry);
    }
    return true;
  }
  void bias(BiasOwner& me, uint32_t entry);
  bool revoke(uint32_t word);
  [[gnu::noinline]] void lockSlowly(BiasOwner& me, uint32_t entry);

  static_assert(kMostLocksToBias << kMostRevocations <= UINT16_MAX); // inARow_

  std::atomic<uint32_t> word_{kFree};
  // Belong to the holder.
  uint16_t inARow_ = 0;
  uint8_t lastIndex_ = 0;
  uint8_t revocations_ = 0;
};
static_assert(BiasOwner::kMost <= 256); // BiasedLock::lastIndex_

class BiasedGuard {
public:
  BiasedGuard(BiasedLock& lock, BiasOwner& me, uint32_t entry = 0)
      : lock_(lock), me_(me), entry_(entry) {
    lock_.lock(me_, entry_);
  }
  ~BiasedGuard() { lock_.unlock(me_, entry_); }
  BiasedGuard(const BiasedGuard&) = delete;
  BiasedGuard& operator=(const BiasedGuard&) = delete;

private:
  BiasedLock& lock_;
  BiasOwner& me_;
  uint32_t entry_;
};

} // namespace mg::base
