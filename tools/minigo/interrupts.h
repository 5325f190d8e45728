// What must be undone when a signal ends minigo: temporary files, and the child that runs.
#pragma once

#include <sys/types.h>

namespace minigo {

// From here on, an interrupt, hang-up or termination first removes the registered paths and ends
// the registered child, then ends minigo by that same signal.
void installInterruptHandlers();

// Registers a file or a directory; the handler removes them in reverse order, so a directory comes
// before what lies in it. The text must live until it is forgotten. What finds no place in the
// table is not removed on an interrupt.
void removeOnInterrupt(const char* path);
void forgetOnInterrupt(const char* path);

// Removes what is registered. For a handler, and for a process that is about to end by a fault.
void removeUnfinished();

// The child to end with minigo; 0 for none.
void setInterruptibleChild(pid_t pid);

} // namespace minigo
