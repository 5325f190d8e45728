// What sanitizers must be told about stacks that we switch ourselves. Without a sanitizer all of it
// is empty. In sanitizer builds a goroutine keeps its slot until it ends (kOwnStacks): the shadow
// memory of a stack whose bytes come and go would be wrong.
#pragma once

#include <cstddef>

#if defined(__SANITIZE_ADDRESS__)
#define MG_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MG_ASAN 1
#endif
#endif

#if defined(MG_ASAN)
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#endif

namespace mg::base {

#if defined(MG_ASAN)
inline constexpr bool kOwnStacks = true;

// Before a switch to the stack [base, base + size); *fake keeps the stack that is left, null when
// it is never entered again.
inline void beforeSwitch(void** fake, const void* base, size_t size) {
  __sanitizer_start_switch_fiber(fake, base, size);
}
// First thing after a switch, on the stack that was entered, with what was kept when it was left.
inline void afterSwitch(void* fake) { __sanitizer_finish_switch_fiber(fake, nullptr, nullptr); }
// A stack, or a part of it, that no frame uses any more.
inline void unpoison(const void* from, size_t size) { ASAN_UNPOISON_MEMORY_REGION(from, size); }
#else
inline constexpr bool kOwnStacks = false;
inline void beforeSwitch(void**, const void*, size_t) {}
inline void afterSwitch(void*) {}
inline void unpoison(const void*, size_t) {}
#endif

} // namespace mg::base
