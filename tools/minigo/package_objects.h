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
  // What a package is made into. Its Go text and that of all its imports decide about the C++, so
  // their key finds both keys of the C++ without making it. The C++ with the headers that it may
  // include decides about the object: an edit that leaves the header as it was compiles nothing but
  // the package itself.
  struct Output {
    std::string goKey;                      // entry ".package": the two keys below
    std::string codeKey;                    // entry ".o"
    std::string headerKey;                  // entry ".h"; empty for a main package
    std::string object, header, headerName; // where they lie, and what C++ calls the header
    bool isKnown = false;                   // no C++ was made
    bool isCompiled = false;                // in this build
  };

  std::vector<const Output*> closureOf(const Package& root) const;
  std::string goKeyOf(const Package& package) const;
  std::string codeKeyOf(const Package& package, llvm::StringRef text) const;
  bool findKnown(Output& output) const;
  int emit(const Package& package, Output& output);
  std::string sourceFile(llvm::StringRef name);
  int linkKnownHeaders();
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
