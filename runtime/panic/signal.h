// Faults of the processor as Go panics and fatal errors.
#pragma once

namespace mg::panics {

// For the calling thread, which gets an alternate signal stack: a goroutine that has run out of
// stack cannot take a signal on its own.
void installSignalHandlers();
// Gives the calling thread such a stack.
void useSignalStack();

} // namespace mg::panics
