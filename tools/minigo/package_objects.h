// From a checked program to the object files of its packages: out of the cache where an earlier
// build left them, else compiled.
#pragma once

#include "tools/minigo/cache.h"
#include "tools/minigo/command_line.h"
#include "tools/minigo/cxx_toolchain.h"
#include "tools/minigo/linked_strings.h"
#include "tools/minigo/phases.h"

#include "frontend/program.h"

#include "llvm/ADT/StringMap.h"

#include <map>

namespace minigo {

class PackageObjects {
public:
  PackageObjects(const Options& options, const Program& program, const LinkedStrings& strings,
                 const CxxToolchain& toolchain, const Cache& cache, Workspace& workspace);

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
  // One C++ file of a package.
  struct Part {
    std::string codeKey; // entry ".o"
    std::string object;
    bool isCompiled = false; // in this build
  };
  // What a package is made into. Its Go text and that of all its imports decide about the C++, so
  // their key finds the keys of the C++ without making it. The text of a part with the headers that
  // it includes decides about its object: an edit that leaves the header as it was compiles nothing
  // but the parts of the package whose text it changes.
  struct Output {
    std::string goKey;              // entry ".package": the keys below
    std::string headerKey;          // entry ".h"; empty for a main package, which nobody includes
    std::string header, headerName; // where it lies, and what C++ calls it
    std::vector<Part> parts;
    std::vector<LineOrigin> lineOrigins;
    bool isKnown = false; // no C++ was made
  };
  // What the headers that a text includes are, and what those include.
  using HeaderKeys = std::map<std::string, std::string>;

  std::vector<const Output*> closureOf(const Package& root) const;
  std::string goKeyOf(const Package& package) const;
  void addHeaders(HeaderKeys& keys, llvm::StringRef text) const;
  std::string codeKeyOf(llvm::StringRef text, const HeaderKeys& own) const;
  bool findKnown(Output& output) const;
  int emit(const Package& package, Output& output);
  int emitPart(const Package& package, Output& output, Part part, const std::string& file,
               llvm::StringRef text);
  void precompile(const Package& package, const Output& output, const std::string& header);
  int linkKnownHeaders();
  void keepOutputs();

  const Options& options_;
  const Program& program_;
  const LinkedStrings& strings_;
  const CxxToolchain& toolchain_;
  const Cache& cache_;
  Workspace& workspace_;
  std::string base_;                         // of all keys: what does not depend on the package
  std::map<const Package*, Output> outputs_; // byHeader_ points into it
  llvm::StringMap<const Output*> byHeader_;  // by headerName
  unsigned mainsMade_ = 0;
  std::vector<CompileJob> headerJobs_; // before the others
  std::vector<CompileJob> jobs_;
};

} // namespace minigo
