// Faults of the processor as Go panics and fatal errors.
#pragma once

#include <cstdint>

namespace mg::panics {

// For the calling thread, which gets an alternate signal stack: a goroutine that has run out of
// stack cannot take a signal on its own.
void installSignalHandlers();
// A write to a pipe that nobody reads has failed (EPIPE), which is no more than an error, except on
// standard output and standard error: there it ends the program, as SIGPIPE does others.
void endIfStandard(int fd);
// Gives the calling thread such a stack.
void useSignalStack();
// What SIGQUIT does, which came in at pc: prints all goroutines and ends the process with status 2.
// framePointer is that of the goroutine that the calling thread runs, if it runs one.
[[noreturn]] void quit(uintptr_t pc, uintptr_t framePointer = 0);

} // namespace mg::panics
