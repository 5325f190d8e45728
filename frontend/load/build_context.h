// For what a program is built: which files of a package belong to it.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace minigo {

struct BuildContext {
  std::string os = "linux";
  std::string arch = "amd64";
  std::vector<std::string> tags; // of the flag -tags

  // Whether a tag of a build constraint holds. cgo is off; the compiler's tag is gc's, because the
  // language and the library are those of gc.
  bool hasTag(llvm::StringRef tag) const;

  // Whether a file is one of a package's sources here by its name: `x.go` and `x_linux.go`, not
  // `x_windows.go`, `x_test.go`, `_x.go` or `.x.go`.
  bool matchesName(llvm::StringRef fileName) const;

  // Whether it is by the constraint in its head. One that cannot be parsed excludes no file; what
  // is wrong with it is told in `problem`.
  bool matchesHead(llvm::StringRef fileText, std::string* problem = nullptr) const;
};

} // namespace minigo
