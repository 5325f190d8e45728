#pragma once

#include <cstddef>

namespace mg::mem {

// "fatal error: runtime: out of memory", status 2: the runtime itself has no memory.
[[noreturn, gnu::cold]] void outOfMemory();
// The program has none: Go's two lines, with what is missing and what the heap takes.
[[noreturn, gnu::cold]] void outOfMemory(size_t bytes);

} // namespace mg::mem
