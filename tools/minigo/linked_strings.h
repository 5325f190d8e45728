// What -ldflags -X gives to string variables.
#pragma once

#include "tools/minigo/tool_flags.h"

#include "frontend/program.h"

#include <map>

namespace minigo {

// By package, then by variable. Packages of which no variable is meant are not there.
using LinkedStrings = std::map<const Package*, std::map<std::string, std::string>>;

// Finds the variables that the flags mean. As with the go command, those that do not exist do not
// matter. Returns 0, or 1 after saying which variable is none of type string.
int findLinkedStrings(const LinkFlags& flags, const Program& program, LinkedStrings& strings);

} // namespace minigo
