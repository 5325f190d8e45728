// What a program can read about how it was built (debug.ReadBuildInfo).
#pragma once

#include "frontend/load/package_finder.h"

namespace minigo {

// Lines as `go version -m` shows them, without the first, about a program of these packages: its
// import path, its modules with the check sums that go.sum has for them, and settings.
// REQUIRES: the files of `modules` have no problems.
std::string buildInfo(const PackageSource& main, llvm::ArrayRef<const PackageSource*> packages,
                      const Modules& modules, const FrontendOptions& options);

} // namespace minigo
