// Versions of modules: v1.2.3-pre+build, and what a module's path says about them.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <string>

namespace minigo {

// Why a version cannot be one of the module `path`, as the rest of a message behind "version ":
// `"v1.0.0" invalid: should be v2, not v1`. Empty if it can. minigo asks nobody what a branch or a
// shortened version means.
std::string versionProblem(llvm::StringRef path, llvm::StringRef version);

} // namespace minigo
