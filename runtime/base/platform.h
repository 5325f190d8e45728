// What the runtime assumes of the processor and the operating system.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ctime>

namespace mg::base {

inline constexpr size_t kCacheLine = 64;
inline constexpr size_t kPage = 4096;
inline constexpr size_t kHugePage = size_t{2} << 20;

inline size_t roundUp(size_t n, size_t multiple) { return (n + multiple - 1) & ~(multiple - 1); }

// Monotonic time in nanoseconds.
inline int64_t nanotime() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

// A counter that is cheaper to read than the clock; good only for "has a little time passed?".
inline uint64_t cycleCount() {
#if defined(__x86_64__)
  return __builtin_ia32_rdtsc();
#else
  return uint64_t(nanotime());
#endif
}

inline void cpuRelax() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

} // namespace mg::base
