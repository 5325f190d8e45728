// The values of run-time panics: Go's runtime.Error types.
#pragma once

#include "minigo/iface.h"

namespace mg::panics {

// The value of a nil dereference.
Any memoryError();
// The same with the method Addr, of a fault somewhere else.
Any addressError(Uintptr address);
// *runtime.PanicNilError, what panic(nil) panics with.
Any nilPanicError();
// Panics with a runtime.boundsError of this text, without its prefix "runtime error: ".
[[noreturn]] void panicBounds(String text);

} // namespace mg::panics
