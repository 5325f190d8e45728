// Work directories of builds that were killed before they could remove them.
#pragma once

#include "llvm/ADT/StringRef.h"

namespace minigo {

// Begins the names of work directories.
inline constexpr llvm::StringLiteral kWorkPrefix = "minigo-build";

// Marks a work directory, which must be new, as that of a build that runs, for as long as this
// process lives. What cannot be marked is left alone by later builds.
void markAsRunning(llvm::StringRef directory);
// The directory is kept: later builds must not remove it.
void unmarkAsRunning(llvm::StringRef directory);

// Removes work directories below `temporary` whose builds do not run any more: a few at a time.
// Builds that run at the same time are safe: their marks are locked.
void removeAbandonedBuilds(llvm::StringRef temporary);

} // namespace minigo
