// The values that stand for calls in Go, as runtime.Callers gives them.
#pragma once

#include "minigo/types.h"

#include <cstddef>
#include <cstdint>

namespace mg::panics {

// Those of a goroutine's calls, the innermost first, by the addresses that they return to. Writes
// no more than `room` and returns how many. On a goroutine.
Int callersAt(const uintptr_t* pcs, size_t count, bool isMain, Uintptr* to, Int room);
// One for a function of Go's runtime that has no frame here. `function` stays where it is.
Uintptr callerNamed(const char* function);

} // namespace mg::panics
