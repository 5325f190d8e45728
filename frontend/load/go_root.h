// Where the Go source tree of the user is.
#pragma once

#include <string>

namespace minigo {

// The root of a Go distribution with its sources: $GOROOT, that of the `go` command on the PATH, or
// where distributions of Linux put it. Empty if there is none. Searches once in a process.
const std::string& findGoRoot();

} // namespace minigo
