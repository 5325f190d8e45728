// Go-style tracebacks.
#pragma once

#include "runtime/sched/goroutine.h"

namespace mg::panics {

// "\ngoroutine 1 [running]:" and its frames, from the caller's frame on. The calling goroutine.
void printRunningGoroutine();
// The same from a given place, for faults.
void printRunningGoroutineAt(uintptr_t pc, uintptr_t framePointer);
// Any goroutine that is not running: "\ngoroutine 6 [sleep]:" and its frames.
void printGoroutine(const sched::G* g);

} // namespace mg::panics
