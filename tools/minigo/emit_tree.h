// `minigo emit -o dir`: the C++ of packages as a tree of files that CMake builds.
#pragma once

#include "tools/minigo/command_line.h"

#include "frontend/program.h"

namespace minigo {

// Whether -o asks for a tree: a directory, or a name that is not there and has no extension.
bool namesTree(llvm::StringRef output);

// Writes all packages of the program that are not built in, and a CMakeLists.txt, into the
// directory options.output. Returns 0, or 1 after saying what went wrong.
int emitTree(const Options& options, const Program& program);

} // namespace minigo
