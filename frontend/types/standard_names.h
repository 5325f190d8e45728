// What Go's library has, where minigo's own version of a package has less: the use of such a name
// is no mistake of the user's and must not be called undefined.
#pragma once

#include "llvm/ADT/StringRef.h"

namespace minigo {

// Whether package `path` of Go's library exports `name`: "Getenv", or "Time.Format" for a method or
// field.
bool isStandardName(llvm::StringRef path, llvm::StringRef name);

} // namespace minigo
