// A place in a Go file from which on emitted C++ counts lines.
#pragma once

#include "frontend/source/source_pos.h"

#include <cstdint>
#include <string>

namespace minigo {

// From `pos` to the next origin or the end of the file, a line of the Go file `path` is line
// N - line + 1 of the file `name`, as far as the C++ compiler knows.
struct LineOrigin {
  SourcePos pos;
  uint32_t line;
  std::string path;
  std::string name; // "/src/main.go#Parser_next": depends on no number
};

} // namespace minigo
