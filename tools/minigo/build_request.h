// Builds whose result is known: the same command on the same files, found without looking into the
// files.
//
// The cache has for each command the names of all files and directories that the last such build
// looked at ("inputs"), and for each state of them what came out. A state is made of contents, not
// of times.
#pragma once

#include "tools/minigo/cache.h"
#include "tools/minigo/command_line.h"

#include "frontend/load/package_patterns.h"

#include <ctime>
#include <optional>
#include <string>
#include <vector>

namespace minigo {

// One program, or library, that a build wrote.
struct BuiltProgram {
  std::string name; // as programName() gives it
  std::string key;  // of the linked program in the cache
  bool isLibrary = false;
};

struct BuildResult {
  std::vector<std::string> names; // import paths of the packages that the command names
  std::vector<BuiltProgram> programs;
};

class BuildRequest {
public:
  // `toolchain`: CxxToolchain::identity() and all else that decides how a program is linked.
  BuildRequest(const Options& options, const Cache& cache, const std::string& toolchain);

  // What the build makes, if it is known.
  std::optional<BuildResult> find() const;
  // Keeps the result of a successful build of `program`, unless somebody was changing its files.
  void keep(const Program& program, const BuildResult& result);

private:
  std::vector<std::string> inputsOf(const Program& program) const;
  std::string stateKey(llvm::ArrayRef<std::string> inputs) const;

  const Options& options_;
  FrontendOptions frontend_;
  std::optional<MatchedPackages> patterns_; // if there are any
  const Cache& cache_;
  std::string key_;
  timespec start_; // of the build
};

} // namespace minigo
