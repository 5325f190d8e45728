// The roots: where marking begins.
#pragma once

#include <cstddef>

namespace mg::mem {

class Marker;

// Before the first marker begins. On the scheduler's stack of the worker that collects.
void prepareRoots();

// A share of the roots: goroutines, span by span, until none is left. By every marker.
void markGoroutines(Marker& marker);

// Global variables, schedulers' stacks, timers that call functions, what finalizers need. By one.
void markOtherRoots(Marker& marker);

// Of global variables that are looked at.
size_t globalBytes();

} // namespace mg::mem
