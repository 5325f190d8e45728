// From the arguments of build or run to linked programs.
#pragma once

#include "tools/minigo/build_request.h"
#include "tools/minigo/package_objects.h"
#include "tools/minigo/phases.h"

namespace minigo {

class ProgramBuild {
public:
  explicit ProgramBuild(const Options& options);

  // Loads, compiles and links what the arguments name; nothing of it if it was done before. Returns
  // 0, or 1 after saying what went wrong.
  int build();
  // The main packages among what was named. After build().
  llvm::ArrayRef<BuiltProgram> programs() const { return programs_; }
  // Whether a library is to be written: what -o means for one package that is no program. After
  // build().
  bool isLibrary() const { return programs_.size() == 1 && programs_.front().isLibrary; }
  bool namesSeveral() const { return names_.size() > 1; }
  // Writes a linked program to its place. Returns as above.
  int write(const BuiltProgram& program, OutputFile& output);
  // Prints where the time went, if -time asks for it.
  void printTimes();
  Workspace& workspace() { return workspace_; }

private:
  int link(const Program& program, const Package& package, const PackageObjects& objects);
  int archive(const Package& package, const PackageObjects& objects);
  // Whether cached results are of no use.
  bool wantsWork() const;
  // Whether packages that are known need not be loaded whole.
  bool usesSummaries() const;

  const Options& options_;
  InstallLayout layout_;
  Cache cache_;
  Workspace workspace_;
  CxxToolchain toolchain_;
  Phases phases_;
  std::string identity_; // of the toolchain
  std::vector<BuiltProgram> programs_;
  llvm::StringMap<std::string> linked_; // where programs lie that the cache did not take
  std::vector<std::string> names_;      // import paths of all packages that were named
};

} // namespace minigo
