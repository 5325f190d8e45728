// Entry of code generation: from a checked package to C++ text.
//
//   EmittedPackage emitted = emitPackage(program, *program.root(), options);
//
// Every package is emitted on its own: `main` as main.cpp, any other as <namespace>.cpp and, for
// those that import it, <namespace>.h, included as "go/<namespace>.h". A large package is split
// into several .cpp that share such a header; see lower/shards.h. The text depends on the package
// and on what it imports, never on who imports it or on addresses, so that it can be cached.
#pragma once

#include "codegen/options.h"
#include "codegen/print/line_origin.h"

#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace minigo {

class Package;
class Program;

struct EmittedFile {
  std::string name; // "main.cpp", "main.parse.cpp", "go/sync.h"
  std::string text;
};

struct EmittedPackage {
  std::vector<EmittedFile> files; // a header comes first
  // What the program must be told to name lines of Go; see runtime/panic/line_origin.h.
  std::vector<LineOrigin> lineOrigins;
};

// Emits a complete package. `dumpAfter` names a pass of pipeline.h whose result goes to standard
// error; empty: none.
EmittedPackage emitPackage(const Program& program, const Package& package,
                           const CodegenOptions& options, llvm::StringRef dumpAfter = {});

// For each function declaration of a complete package that has a body, in the order of files and of
// declarations, what importers need of it: FuncDecl::summary, or an empty text if they need it all.
std::vector<std::string> summarizePackage(const Program& program, const Package& package);

// The file name without extension and namespace of a package: `sync_atomic` for sync/atomic.
std::string packageFileStem(const Package& package);

} // namespace minigo
