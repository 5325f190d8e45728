// A lock for a few instructions of the runtime's own. It is never held across a park, an
// allocation or a call into Go code.
#pragma once

#include "runtime/base/futex.h"
#include "runtime/base/lone.h"

namespace mg::base {

class SpinLock {
public:
  void lock() {
    if (!tryLock()) [[unlikely]]
      lockSlowly();
  }
  // While one worker is alone nobody else can hold it or want it, until long after unlock().
  bool tryLock() {
    // Acquire: pairs with the release in unlock(); makes what the last holder wrote visible.
    return loneWorker || !word_.exchange(1, std::memory_order_acquire);
  }
  // Release: pairs with the acquire in lock(); publishes what this holder wrote.
  void unlock() { word_.store(0, std::memory_order_release); }

private:
  [[gnu::noinline]] void lockSlowly();

  std::atomic<uint32_t> word_{0};
};

class SpinGuard {
public:
  explicit SpinGuard(SpinLock& lock) : lock_(lock) { lock_.lock(); }
  ~SpinGuard() { lock_.unlock(); }
  SpinGuard(const SpinGuard&) = delete;
  SpinGuard& operator=(const SpinGuard&) = delete;

private:
  SpinLock& lock_;
};

} // namespace mg::base
