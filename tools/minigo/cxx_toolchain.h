// The host's C++ compiler: which one, with which flags, and what its failures mean.
#pragma once

#include "tools/minigo/child_process.h"
#include "tools/minigo/install_layout.h"
#include "tools/minigo/workspace.h"

#include "codegen/print/line_origin.h"

#include "llvm/ADT/StringExtras.h"

#include <functional>
#include <string>
#include <vector>

namespace minigo {

// How C++ is compiled, as the command line says.
struct CxxFlags {
  unsigned optLevel = 2;
  bool debugInfo = false;
  bool printCommands = false;
  bool dryRun = false;                  // nothing is run
  bool isStatic = false;                // no shared libraries
  bool isSmaller = false;               // what tracebacks need is compressed, other names go
  bool trimPath = false;                // objects name no folder of this machine
  std::vector<std::string> systemFlags; // more for the linker
  unsigned parallel = 1;                // how many compilers may run at once
};

// One C++ file, made by codegen.
struct CompileJob {
  std::string source;
  std::string object;
  std::string subject;                 // the Go files or the package it was made from, for messages
  bool isHeader = false;               // that is to be compiled once for what includes it first
  std::function<void()> whenDone = {}; // called as soon as the object is there
};

// Says what is wrong with names that the linker found no definition of; false if it cannot tell.
using UndefinedExplainer = std::function<bool(llvm::ArrayRef<std::string> names)>;

struct LinkJob {
  std::vector<std::string> objects;
  std::vector<LineOrigin> lineOrigins; // of all objects
  std::string output;                  // where the linker writes
  std::string target;                  // what the user calls the output, for messages
  std::string subject;                 // as above
  std::string package;                 // import path, for the program's note
  UndefinedExplainer explainUndefined = {};
};

class CxxToolchain {
public:
  CxxToolchain(const InstallLayout& layout, const CxxFlags& flags)
      : layout_(layout), flags_(flags) {}

  // The flags without which emitted C++ does not mean what the Go does.
  static std::vector<std::string> semanticFlags();
  // What programs are linked with behind the runtime, with flags.
  static std::vector<std::string> libraries();
  // Chooses $CXX, else g++, else clang++, and the fastest linker present. Returns 0, or 1 after
  // saying what is missing, unless `quiet`.
  int find(bool quiet = false);
  // The compiler as the user would call it. After find().
  std::string name() const { return llvm::join(command_, " "); }
  // All that decides what objects the compiler makes of C++ text: which compiler it is, flags, and
  // the headers that minigo ships.
  std::string identity() const;
  // The same for programs: the linker and the libraries that minigo ships.
  std::string linkIdentity() const;
  // Compiles files whose headers "go/<package>.h" lie in `includeDir`, several at once. Returns 0,
  // or 1 after one line that says what went wrong; when the C++ text itself was rejected, that is a
  // fault of minigo and `workspace` is kept for the report.
  int compile(const std::vector<CompileJob>& jobs, const std::string& includeDir,
              Workspace& workspace) const;
  bool isClang() const;
  // Links a program. Returns as above.
  int link(const LinkJob& job, Workspace& workspace) const;
  // Makes a static library. Returns as above.
  int archive(const LinkJob& job, const Workspace& workspace) const;
  // Compiles the runtime's header once for all programs that are built with default flags. GCC
  // checks that flags and compiler are the same and reads the header itself otherwise. Returns as
  // above.
  int precompileHeader(Workspace& workspace) const;

private:
  struct Step { // one run of the compiler
    std::vector<std::string> args;
    std::string output, target, subject, log;
    const UndefinedExplainer* explainUndefined = nullptr; // of a program that is linked
  };
  std::vector<std::string> compileFlags() const;
  void addPathMaps(std::vector<std::string>& args, const Workspace& workspace) const;
  int run(const Step& step, Workspace& workspace) const;
  ChildOptions childOptions(const Step& step, const Workspace& workspace) const;
  bool compilesAnything(Workspace& workspace) const;
  int checkOutput(const Step& step) const;
  int explainFailure(const ChildResult& result, const Step& step, Workspace& workspace) const;

  const InstallLayout& layout_;
  CxxFlags flags_;
  std::string program_;              // path of the executable
  std::vector<std::string> command_; // as named by the user, with leading arguments
  std::vector<std::string> linkFlags_;
};

} // namespace minigo
