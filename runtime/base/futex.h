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

} // namespace mg::base
