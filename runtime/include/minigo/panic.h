// Run-time panics that generated code and the value types raise. None of them returns; each text is
// Go's. They are called from the goroutine that panics, on its own stack.
#pragma once

#include "minigo/types.h"

namespace mg {

struct Any;
struct String;

// The panic built-in.
[[noreturn, gnu::cold]] void panic(Any value);
// Panics with a runtime.Error whose Error() is "runtime error: " and the text.
[[noreturn, gnu::cold]] void panicRuntimeError(String text);
// Panics with a runtime.Error whose Error() is the text alone ("assignment to entry in nil map").
[[noreturn, gnu::cold]] void panicPlainError(String text);
// Prints "fatal error: " and the text with a traceback and ends the process; recover cannot stop
// it.
[[noreturn, gnu::cold]] void fatalError(String text);

// "index out of range [5] with length 3"
[[noreturn, gnu::cold]] void panicIndex(Int index, Int length);
[[noreturn, gnu::cold]] void panicIndex(Uint index, Int length);
// The same for an index of any integer type.
template <class I>
[[noreturn, gnu::cold, gnu::always_inline]] inline void panicIndexOf(I index, Int length) {
  if constexpr (I(-1) > I(0))
    panicIndex(Uint(index), length);
  else
    panicIndex(Int(index), length);
}
// "invalid memory address or nil pointer dereference", with Go's "[signal SIGSEGV…]" line
[[noreturn, gnu::cold]] void panicNilDereference();
// "integer divide by zero"
[[noreturn, gnu::cold]] void panicDivide();
// "negative shift amount"
[[noreturn, gnu::cold]] void panicShift();

} // namespace mg
