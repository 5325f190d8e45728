// What sanitizers must be told about stacks that we switch ourselves. Without a sanitizer all of it
// is empty. In sanitizer builds a goroutine keeps its slot until it ends (kOwnStacks): the shadow
// memory of a stack whose bytes come and go would be wrong.
//
// The thread sanitizer takes each stack for a thread ("fiber"), and a switch for something that
// orders what comes before it on one with what comes after it on the other. So it sees races
// between workers, and none between goroutines that ran on one worker, one after the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SANITIZE_ADDRESS__)
#define MG_ASAN 1
#elif defined(__SANITIZE_THREAD__)
#define MG_TSAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MG_ASAN 1
#elif __has_feature(thread_sanitizer)
#define MG_TSAN 1
#endif
#endif

#if defined(MG_ASAN)
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#elif defined(MG_TSAN)
#include <sanitizer/tsan_interface.h>
#endif

// For functions whose frames are left without a return: the thread sanitizer counts calls and
// returns.
#if defined(MG_TSAN)
#define MG_NEVER_RETURNS_TO_SANITIZER gnu::no_sanitize("thread")
#else
#define MG_NEVER_RETURNS_TO_SANITIZER
#endif

namespace mg::base {

#if defined(MG_ASAN)
inline constexpr bool kOwnStacks = true;

struct KnownStack {
  void* fake = nullptr; // while it is left
};

inline constexpr int64_t kLongestSleep = INT64_MAX;
inline void handleSignals() {}
// Before a switch away from `from` to the stack [base, base + size).
[[gnu::always_inline]] inline void beforeSwitch(KnownStack& from, KnownStack&, const void* base,
                                                size_t size) {
  __sanitizer_start_switch_fiber(&from.fake, base, size);
}
// First thing on the stack that was entered.
inline void afterSwitch(KnownStack& entered) {
  __sanitizer_finish_switch_fiber(entered.fake, nullptr, nullptr);
}
// Nobody uses the stack any more, whose live bytes were [from, from + size).
inline void stackIsFree(KnownStack& stack, const void* from, size_t size) {
  stack.fake = nullptr;
  ASAN_UNPOISON_MEMORY_REGION(from, size);
}
#elif defined(MG_TSAN)
inline constexpr bool kOwnStacks = true;

struct KnownStack {
  void* fiber = nullptr;
  uint32_t uses = 0;
};

// The thread sanitizer notes a signal with the fiber that it finds, and calls its handler when that
// one next calls a function of the C library that the sanitizer knows: here. So a sleep must end
// now and then.
inline constexpr int64_t kLongestSleep = 10'000'000; // ns
[[gnu::always_inline]] inline void handleSignals() {
  const char* volatile empty = "";
  [[maybe_unused]] volatile size_t length = strlen(empty);
}
[[gnu::always_inline]] inline void beforeSwitch(KnownStack& from, KnownStack& to, const void*,
                                                size_t) {
  handleSignals();
  if (!from.fiber) from.fiber = __tsan_get_current_fiber();
  if (!to.fiber) to.fiber = __tsan_create_fiber(0);
  __tsan_switch_to_fiber(to.fiber, 0);
}
inline void afterSwitch(KnownStack&) {}
// Fibers are dear, so the next goroutine on this stack takes over the last one's. Not for ever:
// calls that do not return, as in a Goexit, pile up.
inline void stackIsFree(KnownStack& stack, const void*, size_t) {
  constexpr uint32_t kMostUses = 64;
  if (++stack.uses < kMostUses) return;
  __tsan_destroy_fiber(stack.fiber);
  stack = {};
}
#else
inline constexpr bool kOwnStacks = false;
struct KnownStack {};
inline constexpr int64_t kLongestSleep = INT64_MAX;
inline void handleSignals() {}
inline void beforeSwitch(KnownStack&, KnownStack&, const void*, size_t) {}
inline void afterSwitch(KnownStack&) {}
inline void stackIsFree(KnownStack&, const void*, size_t) {}
#endif

// A word that others may be writing, without an atomic operation, as it is at this moment; later
// reads come later. Callers say why that is enough. The thread sanitizer is not told.
#if defined(MG_TSAN)
template <class T>
[[gnu::noinline, gnu::no_sanitize("thread")]] T glanceAt(const T& word) {
  return const_cast<const volatile T&>(word);
}
#else
template <class T>
inline T glanceAt(const T& word) {
  return __atomic_load_n(&word, __ATOMIC_ACQUIRE);
}
#endif

} // namespace mg::base
