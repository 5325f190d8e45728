// From a checked program to an object file for each of its packages: out of the cache where an
// earlier build left them, else compiled.
#pragma once

#include "tools/minigo/cache.h"
#include "tools/minigo/command_line.h"
#include "tools/minigo/cxx_toolchain.h"
#include "tools/minigo/phases.h"

#include "frontend/program.h"

#include "llvm/ADT/DenseMap.h"

namespace minigo {

class PackageObjects {
public:
  PackageObjects(const Options& options, const Program& program, const CxxToolchain& toolchain,
                 const Cache& cache, Workspace& workspace);

  // Makes what is missing. Built-in packages are in a library of their own. Returns 0, or 1 after
  // saying what went wrong.
  int build(Phases& phases);
  // The objects of a package and of all that it imports. After build() only.
  std::vector<std::string> objectsOf(const Package& package) const;
  // Their keys in the cache, in the same order.
  std::vector<std::string> keysOf(const Package& package) const;

private:
  // An object and, for those that import it, the header.
  struct Output {
    std::string key, object, header, headerName;
    bool isCached = false;
  };

  std::vector<const Output*> closureOf(const Package& root) const;
  std::string keyOf(const Package& package) const;
  int emit(const Package& package, Output& output);
  std::string sourceFile(llvm::StringRef name);
  int linkCachedHeaders();
  void keepOutputs();

  const Options& options_;
  const Program& program_;
  const CxxToolchain& toolchain_;
  const Cache& cache_;
  Workspace& workspace_;
  std::string base_; // of all keys: what does not depend on the package
  llvm::DenseMap<const Package*, Output> outputs_;
  std::vector<CompileJob> jobs_;
};

} // namespace minigo
