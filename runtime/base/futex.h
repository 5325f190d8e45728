// Sleeping on a word, and how to spin in a world with fewer processors than threads.
#pragma once

#include <atomic>
#include <cstdint>

namespace mg::base {

// Sleeps while the word holds `value`, until futexWake() or base::nanotime() reaches `until`
// (INT64_MAX: never). False when the time is over. May return early.
bool futexWait(std::atomic<uint32_t>& word, uint32_t value, int64_t until);
void futexWake(std::atomic<uint32_t>& word, int count);

// Waits a little; longer after many calls.
void pauseSpinning(int spins);

// How one waits for a lock that is held for a few instructions at a time: longer and longer. Who
// has the lock's cache line does more with it in a row, and all together are done sooner than if
// the line went from one processor to the other each time.
class Backoff {
public:
  void pause();

private:
  // Cycles. Most locks are free again after the first wait.
  static constexpr uint32_t kFirst = 100, kSecond = 1'600, kLongest = 8'000;
  static constexpr uint32_t kRounds = 10; // then others may need the processor
  uint32_t cycles_ = kFirst, rounds_ = 0;
};

} // namespace mg::base
