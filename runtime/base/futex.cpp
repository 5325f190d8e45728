#include "runtime/base/futex.h"

#include "runtime/base/platform.h"

#include <cerrno>
#include <linux/futex.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace mg::base {

static_assert(sizeof(std::atomic<uint32_t>) == sizeof(uint32_t));

bool futexWait(std::atomic<uint32_t>& word, uint32_t value, int64_t until) {
  timespec time{until / 1'000'000'000, until % 1'000'000'000};
  // FUTEX_WAIT_BITSET takes an absolute time of the monotonic clock.
  long result = syscall(SYS_futex, &word, FUTEX_WAIT_BITSET | FUTEX_PRIVATE_FLAG, value,
                        until == INT64_MAX ? nullptr : &time, nullptr, FUTEX_BITSET_MATCH_ANY);
  return result == 0 || errno != ETIMEDOUT;
}

void futexWake(std::atomic<uint32_t>& word, int count) {
  syscall(SYS_futex, &word, FUTEX_WAKE | FUTEX_PRIVATE_FLAG, count, nullptr, nullptr, 0);
}

void pauseSpinning(int spins) {
  if (spins < 100)
    cpuRelax();
  else
    sched_yield();
}

void Backoff::pause() {
  if (++rounds_ > kRounds) {
    sched_yield();
    return;
  }
  const uint64_t start = cycleCount();
  do
    cpuRelax();
  while (cycleCount() - start < cycles_);
  if (cycles_ < kLongest) cycles_ = cycles_ == kFirst ? kSecond : 2 * cycles_;
}

} // namespace mg::base
