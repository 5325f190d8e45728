// Packages of modules whose functions are implemented in assembly, and that have them in Go for
// other architectures.
#pragma once

#include "frontend/load/package_files.h"

namespace minigo {

// Whether `portable`, the files of an architecture without assembly, can stand in for `files`:
// functions have a body there that have none here, and nothing is named there that only `files`
// declare. It goes by the text of declarations that begin a line, as gofmt writes them; what other
// packages name of this one is not known.
bool canStandIn(const PackageFiles& portable, const PackageFiles& files);

} // namespace minigo
