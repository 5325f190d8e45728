// Compares what a program printed with what its document shows.
#pragma once

#include "tools/minigo/doctest/example.h"

namespace minigo::doctest {

// Blanks at the ends of lines and empty lines at both ends do not count; a line `...` in `expected`
// stands for any lines; tracebacks are left out, because addresses differ. Returns an empty text,
// or both outputs for a reader.
std::string compareOutput(const ExpectedOutput& expected, llvm::StringRef actual);

} // namespace minigo::doctest
