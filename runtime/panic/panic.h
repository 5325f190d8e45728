// Panics in progress.
//
// Invariants
// - A Panic lies on the stack of the goroutine that panics, in the frame that runs its deferred
//   calls. g->panics links them, newest (deepest in the stack) first.
// - A deferred call is taken off the chain before it runs, so a panic inside it finds only older
//   ones.
// - Recovery to a frame abandons every panic that lies deeper in the stack than that frame.
#pragma once

#include "minigo/iface.h"
#include "runtime/sched/goroutine.h"

namespace mg::panics {

struct Panic {
  Panic* link = nullptr;
  Any value;
  // The function that may recover now: the one that the deferred call being run calls directly.
  const void* armed = nullptr;
  bool arming = false; // a deferred call has been entered, and has not called its function yet
  bool recovered = false;
  bool goexit = false;   // runtime.Goexit runs deferred calls as a panic does
  bool repeats = false;  // the value of the panic before, see markRepeats()
  bool printing = false; // nothing recovered it, and its value's methods are asked for the text
  // For "[signal SIGSEGV…]"; signalPc is 0 when no signal is behind the panic.
  uintptr_t signalAddress = 0;
  uintptr_t signalPc = 0;
};

// The panic of a memory access through nil: by an explicit check (address 0) or a fault.
[[noreturn]] void panicMemory(uintptr_t address, uintptr_t pc, Any value);

// In a deferred call of the first function of a goroutine: if it runs because of a panic, recovers
// that and panics with the same value.
void panicAgain();

// Finds panics that need no line of their own in the list of panics.
void markRepeats(Panic* newest);
// Replaces error and Stringer values by their text: calls Go code. Behind markRepeats().
void prepareValues(Panic* newest);
// "panic: …" for every panic of the goroutine, oldest first, and the signal line.
void printPanics(const Panic* newest);

} // namespace mg::panics
