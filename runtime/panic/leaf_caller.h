// Who called a function that has no frame.
#pragma once

#include <cstdint>

namespace mg::panics {

// g++ makes no frame on paths of a function that call nothing, and none before its first
// instructions. For code that was interrupted at pc, word0 and word1 lying at and above its stack
// pointer: the address that its function returns to if it has no frame there, else 0.
uintptr_t leafCaller(uintptr_t pc, uintptr_t word0, uintptr_t word1);

} // namespace mg::panics
