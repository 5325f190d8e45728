// The flags that the go command hands to its tools: -ldflags for the linker, -gcflags for the
// compiler.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>
#include <vector>

namespace minigo {

struct Options;

// -X importpath.name=value: a string variable with another value than its source gives it.
struct LinkedString {
  std::string package, name, value;
};

// What -ldflags asks for.
struct LinkFlags {
  std::vector<LinkedString> strings;
  bool isSmaller = false;               // -s or -w
  bool isStatic = false;                // -extldflags -static
  std::vector<std::string> systemFlags; // the rest of -extldflags
};

// Splits at blanks; a word that begins with ' or " goes to the next one. Returns nullopt where that
// is missing, and the quote in `missing`.
std::optional<std::vector<std::string>> splitQuoted(llvm::StringRef text, char& missing);

// Reads the value of -ldflags into options.link, if it is for the programs that options.files name.
// Returns an error message, or "".
std::string parseLinkFlags(llvm::StringRef text, Options& options);

// Applies the value of -gcflags. Returns as above.
std::string applyCompileFlags(llvm::StringRef text, Options& options);

} // namespace minigo
