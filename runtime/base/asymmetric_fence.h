// A fence with two sides of unequal price. Two threads write a word each and then read the other's;
// one of them must see what the other has written. The side that is taken often puts a
// lightFence() between its store and its load, the other one, which is taken seldom, a
// heavyFence().
//
// lightFence() holds compilers back only. heavyFence() has the system run a full fence on every
// thread of the process that runs (membarrier(2), about a microsecond). So each light fence comes
// before the heavy one, and what was stored ahead of it is seen behind the heavy one, or after it,
// and what follows it sees what was stored ahead of the heavy one.
#pragma once

#include <atomic>

namespace mg::base {

// False when the system has no membarrier(2): then both are full fences. Written before there is a
// second worker.
extern bool fencesAreAsymmetric;

// Before there is a second worker; by one thread at a time, and again without effect. Cheap while
// there is one thread, else it may take milliseconds.
void prepareFences();

// The thread sanitizer does not know fences, and need not: what one thread leaves to the other goes
// through acquires and releases.
#pragma GCC diagnostic push
#if defined(__SANITIZE_THREAD__)
#pragma GCC diagnostic ignored "-Wtsan"
#endif
inline void fullFence() { std::atomic_thread_fence(std::memory_order_seq_cst); }
#pragma GCC diagnostic pop

inline void lightFence() {
  if (fencesAreAsymmetric) [[likely]]
    std::atomic_signal_fence(std::memory_order_seq_cst);
  else
    fullFence();
}

void heavyFence();

} // namespace mg::base
