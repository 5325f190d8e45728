// Which packages the arguments of a command mean: `./...` is all below the current directory.
#pragma once

#include "llvm/ADT/ArrayRef.h"

#include <string>
#include <vector>

namespace minigo {

// Replaces each argument with "..." by the directories it matches that hold Go files, sorted;
// directories that begin with `.` or `_`, or are called testdata or vendor, and other modules are
// left out, as the go command does. Other arguments stay. Returns 0, or 1 after saying what is
// wrong; an argument that matches nothing is only warned about.
int expandPatterns(llvm::ArrayRef<std::string> arguments, std::vector<std::string>& packages);

} // namespace minigo
