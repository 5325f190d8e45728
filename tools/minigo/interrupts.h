// What must be undone when a signal ends minigo: temporary files, and the children that run.
#pragma once

#include <csignal>
#include <sys/types.h>

namespace minigo {

// From here on, an interrupt, hang-up or termination first removes the registered paths and ends
// the registered children, then ends minigo by that same signal.
void installInterruptHandlers();

// Registers a file, or a directory to be removed with all that is in it. The text must live until
// it is forgotten. What finds no place in the table is not removed on an interrupt.
void removeOnInterrupt(const char* path);
void forgetOnInterrupt(const char* path);

// Holds interrupts back between making something and registering it.
class HeldInterrupts {
public:
  HeldInterrupts();
  ~HeldInterrupts();

private:
  sigset_t before_;
};

// Removes what is registered. For a handler, and for a process that is about to end by a fault.
void removeUnfinished();

// Registers a child that is to end with minigo, until it has ended.
void addInterruptibleChild(pid_t pid);
void removeInterruptibleChild(pid_t pid);

} // namespace minigo
