// Modules that the go command has downloaded. minigo reads them; it never downloads any.
#pragma once

#include "frontend/load/go_mod.h"

#include <optional>
#include <string>

namespace minigo {

// Where the files of a downloaded module lie, whether or not they are there.
std::string downloadedDirectory(llvm::StringRef path, llvm::StringRef version);

// The go.mod of a module version: of its files, or what the go command keeps without them.
std::optional<GoMod> downloadedGoMod(llvm::StringRef path, llvm::StringRef version);

// Orders versions as semantic versioning does: v1.2.0 < v1.10.0-rc.1 < v1.10.0. What is no version
// comes before all others.
int compareVersions(llvm::StringRef a, llvm::StringRef b);

} // namespace minigo
