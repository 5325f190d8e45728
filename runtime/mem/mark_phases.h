// The steps of marking, in their order, for whoever marks: workers that stand still, or a snapshot.
#pragma once

#include <cstdint>

namespace mg::mem {

// All that can be reached from the roots, timers too, by up to so many markers; how many there
// were.
uint32_t markReachable(uint32_t markers);
// Timers whose channels have been marked since, and what they lead to.
void markTimers();
// Then: timers, weak pointers, finalizers and cleanups of what has not been reached.
void settleUnreached();

} // namespace mg::mem
