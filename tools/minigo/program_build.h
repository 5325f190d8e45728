// From a checked program to executables.
#pragma once

#include "tools/minigo/package_objects.h"

namespace minigo {

class ProgramBuild {
public:
  ProgramBuild(const Options& options, const Program& program);

  // Compiles every package. Returns 0, or 1 after saying what went wrong.
  int compile();
  // Links the program of a main package into output's temporary file. After compile(). Returns as
  // above.
  int link(const Package& package, const OutputFile& output);
  Workspace& workspace() { return workspace_; }

private:
  const Options& options_;
  const Program& program_;
  InstallLayout layout_;
  Cache cache_;
  Workspace workspace_;
  CxxToolchain toolchain_;
  std::unique_ptr<PackageObjects> objects_;
};

} // namespace minigo
