// Mistakes in the part of a file that the go command reads before it compiles anything.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>

namespace minigo::parse {

struct HeaderError {
  uint32_t offset;
  std::string message;
};

// The first mistake in the package clause or the imports, in the words of Go's package go/parser.
// None for what only the compiler sees, behind the last import.
std::optional<HeaderError> findHeaderError(llvm::StringRef text);

} // namespace minigo::parse
