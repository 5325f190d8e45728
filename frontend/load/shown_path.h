// How messages show the path of a file.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <string>

namespace minigo {

// Relative to `directory` (the current one if it is empty) where that is shorter, as the go command
// shows names: "main.go", "../go.mod". Else absolute.
std::string shownPath(llvm::StringRef path, llvm::StringRef directory = {});

} // namespace minigo
