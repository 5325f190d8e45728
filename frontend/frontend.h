// Entry of the front end: from source files to a checked program.
//
//   FrontendOptions options;
//   options.builtinDir = "…/packages";
//   Program program;
//   Diagnostics diags(program.sources);
//   if (loadProgram(program, {"main.go"}, options, diags)) use(*program.root());
#pragma once

#include "frontend/program.h"

namespace minigo {

// The language version of packages without one of their own.
inline constexpr char kNewestGoVersion[] = "go1.26";

struct FrontendOptions {
  std::string builtinDir; // Go sources of the packages that ship with minigo: <dir>/fmt/*.go …
  std::string goVersion = kNewestGoVersion; // language version of the root package
  std::string directory; // relative names of files are shown relative to it, as "./main.go"
};

// Parses and checks one package given by its files, and everything it imports. Returns true if no
// error was reported; then every package of `program` is complete and immutable. Unreadable files
// are reported as diagnostics too.
bool loadProgram(Program& program, llvm::ArrayRef<std::string> files,
                 const FrontendOptions& options, Diagnostics& diags);

} // namespace minigo
