// Which files of a directory make a package.
#pragma once

#include "frontend/load/build_context.h"

#include <string>
#include <system_error>
#include <vector>

namespace minigo {

struct PackageFiles {
  std::vector<std::string> go; // paths, sorted
  bool hasAssembly = false;
  bool hasTests = false;    // files that only belong to tests
  bool hasExcluded = false; // Go files that constraints exclude
  // Names of C, C++, Objective-C and Fortran files, as the go command complains about them:
  // "C source files not allowed when not using cgo or SWIG: x.c y.c". Empty if there are none.
  std::string foreign;
  std::string problem;     // with the head of a Go file: "x.go: multiple //go:build comments"
  std::error_code failure; // the directory cannot be read
};

PackageFiles readPackageFiles(llvm::StringRef directory, const BuildContext& build);

// Two of these names that only differ in upper and lower case, as the go command shows them:
// "\"A.go\" and \"a.go\"". Empty if there are none.
std::string collidingNames(std::vector<std::string> names);

// Whether the go command takes a name, which may reach other commands as an argument.
bool isSafeName(llvm::StringRef name);

} // namespace minigo
