// Entry of the front end: from source files to a checked program.
//
//   FrontendOptions options;
//   options.builtinDir = "…/packages";
//   Program program;
//   Diagnostics diags(program.sources);
//   if (loadProgram(program, {"main.go"}, options, diags)) use(*program.root());
#pragma once

#include "frontend/load/build_context.h"
#include "frontend/load/package_summaries.h"
#include "frontend/program.h"

namespace minigo {

// The language version of packages without one of their own.
inline constexpr char kNewestGoVersion[] = "go1.26";

struct FrontendOptions {
  // Go sources of the packages that ship with minigo: <dir>/fmt/*.go … They stand in for those of
  // Go's library. Empty: all packages come from the Go source tree.
  std::string builtinDir;
  // Imports of other packages of Go's library are reported as not supported yet.
  bool onlyBuiltin = false;
  bool importsAny = false; // internal packages may be imported everywhere: for minigo's own build
  bool trimPath = false;   // programs know files as "module@version/file.go", not where they lie
  std::string moduleMode;  // "vendor": from the vendor directory; "mod", "readonly": not
  std::string goRoot;      // of the Go source tree; empty: where the user has it (load/go_root.h)
  std::string goVersion = kNewestGoVersion; // language version of a package outside of modules
  // The directory of the build: names of files are shown relative to it, as "./main.go", and the
  // main module is that of the next go.mod from here upwards. Empty: the current directory.
  std::string directory;
  // The one argument that names a program to run: its package must be main. A pattern means the one
  // package main among those that it matches. Empty: packages of all kinds are loaded.
  std::string programToRun;
  PackageSummaries* summaries = nullptr; // of packages that were compiled before; null: of none
  BuildContext build;
  // For those packages of Go's library that have assembly in `build`; its tags hold in all of them.
  BuildContext standardBuild;
  // For those packages of modules that have assembly in `build`: what modules call a build without.
  std::vector<std::string> noAssemblyTags;
};

// Parses and checks one package given by its files, and everything it imports. Returns true if no
// error was reported; then every package of `program` is complete and immutable. Unreadable files
// are reported as diagnostics too.
bool loadProgram(Program& program, llvm::ArrayRef<std::string> files,
                 const FrontendOptions& options, Diagnostics& diags);

// The same for packages named by directory or import path (PackageFinder::named), which share what
// they import. The last one is the program's root.
bool loadPackages(Program& program, llvm::ArrayRef<std::string> names,
                  const FrontendOptions& options, Diagnostics& diags);

} // namespace minigo
