// Preemption: taking the processor from a goroutine that calls nothing.
//
// 1. The monitor, a thread of its own, looks every 10 ms. A worker that runs the same goroutine as
//    the last time gets a signal. So does one for which a stop of the world waits.
// 2. The handler looks where the worker is. If it is on a goroutine's stack and in code made from
//    the program's Go files, it makes the code call mg_async_preempt (preempt_x64.S), as though
//    between two instructions. Anywhere else it does nothing: the runtime is never preempted, and
//    the next signal comes a quarter of a millisecond later.
//    In a sequence that must be of one piece (minigo/lone.h) it lets it begin again. Functions of
//    the runtime that loops may be in most of the time look whether that has happened
//    (yieldIfAsked).
// 3. mg_async_preempt saves all registers on the goroutine's stack and calls mg_preempted, which
//    yields if there is something else to do. The goroutine goes on on any worker.
//
// So what touches a worker's own state must be a call into the runtime, never inlined into
// generated code.
#pragma once

#include <cstdint>

namespace mg::sched {

struct Worker;

// Before the program runs, which may put a handler of its own before it (os/signal).
void installPreemptHandler();
// With the first goroutine but main's.
void startMonitor();

// There is one to ask; a program that starts no goroutine and a sanitizer build have none.
bool hasMonitor();
// Lets the monitor end the program (panics::endBySignal). Async-signal-safe.
void endByMonitor();
// The monitor has been asked to, and will in a moment.
bool isEnding();

// Where code that is interrupted at pc must go on: at pc, or where the sequence begins that pc is
// in (minigo/lone.h). Async-signal-safe.
uintptr_t restartOf(uintptr_t pc);

// Sends the signal. The worker's goroutine stops at once, or never: ask again.
void requestPreemption(Worker& worker);

// Yields if a signal has found the worker's goroutine in the runtime. For functions that generated
// code calls, where the goroutine may switch.
void yieldIfAsked();

} // namespace mg::sched
