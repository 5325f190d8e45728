// From a checked program to the object files of its packages: out of the cache where an earlier
// build left them, else compiled.
#pragma once

#include "tools/minigo/known_packages.h"
#include "tools/minigo/phases.h"
#include "tools/minigo/workspace.h"

#include "llvm/ADT/StringMap.h"

namespace minigo {

class PackageObjects {
public:
  PackageObjects(const Options& options, const Program& program, const LinkedStrings& strings,
                 const CxxToolchain& toolchain, const Cache& cache, KnownPackages& known,
                 Workspace& workspace);

  // Makes what is missing. Built-in packages are in a library of their own. Returns 0, or 1 after
  // saying what went wrong.
  int build(Phases& phases);
  // The objects of a package and of all that it imports. After build() only.
  std::vector<std::string> objectsOf(const Package& package) const;
  // Their keys in the cache, in the same order.
  std::vector<std::string> keysOf(const Package& package) const;
  // Those of the package alone.
  std::vector<std::string> ownObjectsOf(const Package& package) const;
  std::vector<std::string> ownKeysOf(const Package& package) const;
  // How their lines are counted.
  std::vector<LineOrigin> lineOriginsOf(const Package& package) const;

private:
  // What the headers that a text includes are, and what those include.
  using HeaderKeys = std::map<std::string, std::string>;

  std::vector<const PackageOutput*> closureOf(const Package& root) const;
  void addHeaders(HeaderKeys& keys, llvm::StringRef text) const;
  std::string codeKeyOf(llvm::StringRef text, const HeaderKeys& own) const;
  int emit(const Package& package, PackageOutput& output);
  int emitPart(const Package& package, PackageOutput& output, PackagePart part,
               const std::string& file, llvm::StringRef text);
  void precompile(const Package& package, const PackageOutput& output, const std::string& header);
  int linkKnownHeaders();
  void keepOutputs();

  const Options& options_;
  const Program& program_;
  const LinkedStrings& strings_;
  const CxxToolchain& toolchain_;
  const Cache& cache_;
  KnownPackages& known_;
  Workspace& workspace_;
  std::map<const Package*, PackageOutput*> outputs_; // without built-in packages
  llvm::StringMap<const PackageOutput*> byHeader_;   // by headerName
  unsigned mainsMade_ = 0;
  std::vector<CompileJob> headerJobs_; // before the others
  std::vector<CompileJob> jobs_;
};

} // namespace minigo
