// Go-style tracebacks.
#pragma once

#include "runtime/base/text_writer.h"
#include "runtime/sched/goroutine.h"

namespace mg::panics {

// "goroutine 1 [running]:" and its frames, from the caller's frame on, behind an empty line, to
// standard error. The calling goroutine.
void printRunningGoroutine();
// The same from a given place, without the empty line.
void printRunningGoroutineAt(base::TextWriter& out, uintptr_t pc, uintptr_t framePointer);
// The same of one whose code was interrupted with these registers.
void printInterruptedGoroutine(base::TextWriter& out, uintptr_t pc, uintptr_t sp,
                               uintptr_t framePointer);
// Any goroutine that is not running: "\ngoroutine 6 [sleep]:" and its frames.
void printGoroutine(base::TextWriter& out, const sched::G* g);

} // namespace mg::panics
