// Run-time panics that generated code and the value types raise. None of them returns; each text is
// Go's. They are called from the goroutine that panics, on its own stack.
#pragma once

#include "minigo/types.h"

namespace mg {

// "index out of range [5] with length 3"
[[noreturn, gnu::cold]] void panicIndex(Int index, Int length);
// "invalid memory address or nil pointer dereference", with Go's "[signal SIGSEGV…]" line
[[noreturn, gnu::cold]] void panicNilDereference();
// "integer divide by zero"
[[noreturn, gnu::cold]] void panicDivide();
// "negative shift amount"
[[noreturn, gnu::cold]] void panicShift();

} // namespace mg
