// Arguments of commands that name several packages: ./..., ./cmd/..., example.com/m/..., std,
// all and work (the packages of the main modules).
#pragma once

#include "frontend/frontend.h"

#include "llvm/ADT/ArrayRef.h"

#include <string>
#include <vector>

namespace minigo {

// Whether an argument is a pattern.
bool isPackagePattern(llvm::StringRef argument);

// Whether a name is one that the pattern means: "..." stands for any text, and behind a last slash
// for nothing as well.
bool matchesPattern(llvm::StringRef pattern, llvm::StringRef name);

struct MatchedPackages {
  std::vector<std::string> packages;    // directories and import paths; those given as such too
  std::vector<std::string> unmatched;   // patterns that no package matches
  std::vector<std::string> directories; // absolute: all that were looked at
  std::string problem;                  // why there are none, as the go command says it
};

// What the arguments mean in the directory of the options: packages that have files for this build,
// of the main modules, of those that they require, and of Go's library.
MatchedPackages matchPackages(llvm::ArrayRef<std::string> arguments,
                              const FrontendOptions& options);

} // namespace minigo
