// Faults of the processor as Go panics and fatal errors, and the signals that end a program.
#pragma once

#include <csignal>

namespace mg::panics {

// For the calling thread, which gets an alternate signal stack: a goroutine that has run out of
// stack cannot take a signal on its own.
void installSignalHandlers();
// A write to a pipe that nobody reads has failed (EPIPE), which is no more than an error, except on
// standard output and standard error: there it ends the program, as SIGPIPE does others.
void endIfStandard(int fd);
// Gives the calling thread such a stack.
void useSignalStack();
// Somebody sent the signal: it is no fault of the code that it interrupts. Async-signal-safe.
bool wasSent(const siginfo_t& info);
// Prints the signal that has come, SIGQUIT for one, and all goroutines, and ends the process with
// status 2. For the monitor (sched/preempt.h).
[[noreturn]] void endBySignal();

} // namespace mg::panics
