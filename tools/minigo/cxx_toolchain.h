// The host's C++ compiler: which one, with which flags, and what its failures mean.
#pragma once

#include "tools/minigo/install_layout.h"
#include "tools/minigo/workspace.h"

#include <string>
#include <vector>

namespace minigo {

struct CompileJob {
  std::vector<std::string> sources; // C++ files, made by codegen
  std::string includeDir;           // where their headers "go/<package>.h" lie
  std::string output;               // where the linker writes
  std::string target;               // what the user calls the output, for messages
  std::string subject;              // the Go files it was made from, for messages
  unsigned optLevel = 2;
  bool debugInfo = false;
  bool printCommands = false;
};

class CxxToolchain {
public:
  // Chooses $CXX, else g++, else clang++, and the fastest linker present. Returns 0, or 1 after
  // saying what is missing.
  int find();
  // Compiles and links a program. Returns 0, or 1 after one line that says what went wrong; when
  // the C++ text itself was rejected, that is a fault of minigo and `workspace` is kept for the
  // report.
  int buildProgram(const CompileJob& job, const InstallLayout& layout, Workspace& workspace) const;
  // Compiles into a static library. Returns as above.
  int buildLibrary(const CompileJob& job, const InstallLayout& layout, Workspace& workspace) const;
  // Compiles the runtime's header once for all programs that are built with default flags. GCC
  // checks that flags and compiler are the same and reads the header itself otherwise. Returns as
  // above.
  int precompileHeader(const CompileJob& job, const InstallLayout& layout,
                       Workspace& workspace) const;

private:
  std::vector<std::string> compileCommand(const CompileJob& job, const InstallLayout& layout) const;
  int run(const CompileJob& job, const std::vector<std::string>& args, Workspace& workspace) const;

  std::string program_;              // path of the executable
  std::vector<std::string> command_; // as named by the user, with leading arguments
  std::vector<std::string> linkFlags_;
};

} // namespace minigo
