// How minigo itself speaks: one clear line on standard error for what is broken around it.
#pragma once

#include "llvm/ADT/Twine.h"

#include <system_error>

namespace minigo {

// Prints "minigo: <message>" and returns 1, the exit status of a failed command.
int fail(const llvm::Twine& message);

// The same for a file: "minigo: <action> <path>: no space left on device".
int failOnFile(const llvm::Twine& action, const llvm::Twine& path, std::error_code error);

// The system's text for an error number in Go's lower case: "permission denied".
std::string errorText(int errorNumber);

// Writes out what stands in llvm::outs(); a full disk or a closed pipe there is an error like any
// other. Returns 0, or 1 after saying what happened.
int flushStandardOutput();

} // namespace minigo
