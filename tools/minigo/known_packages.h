// What earlier builds made of packages, found again by what they are made of.
//
// A package's C++ depends on its files, on where they lie, and on the interfaces of what it
// imports. An interface is all of a package that can matter to others: its text without the bodies
// of functions that have a summary, those summaries, and the interfaces of what it imports in turn.
// So an edit of a function leaves the packages that import it as they are, unless they compile its
// body or it does something else with its parameters.
#pragma once

#include "tools/minigo/builtin_summaries.h"
#include "tools/minigo/cache.h"
#include "tools/minigo/command_line.h"
#include "tools/minigo/cxx_toolchain.h"
#include "tools/minigo/linked_strings.h"

#include <map>

namespace minigo {

// One C++ file of a package.
struct PackagePart {
  std::string codeKey; // entry ".o"
  std::string object;
  bool isCompiled = false; // in this build
};

// What a package is made into. The text of a part with the headers that it includes decides about
// its object: an edit that leaves the header as it was compiles nothing but the parts of the
// package whose text it changes.
struct PackageOutput {
  std::string goKey;        // entry ".package": the rest of it
  std::string interfaceKey; // what importers depend on
  std::string headerKey;    // entry ".h"; empty for a main package, which nobody includes
  std::string header;       // where it lies
  std::string headerName;   // what C++ calls it
  std::vector<PackagePart> parts;
  std::vector<LineOrigin> lineOrigins;
  std::vector<std::string> summaries; // see PackageSummaries
  bool isKnown = false;               // no C++ was made
};

class KnownPackages final : public BuiltinSummaries {
public:
  // usesSummaries: packages that are known need not be loaded whole.
  KnownPackages(const Options& options, const Program& program, const CxxToolchain& toolchain,
                const Cache& cache, bool usesSummaries);

  std::optional<std::vector<std::string>> find(const Package& package,
                                               llvm::ArrayRef<const Package*> imports) override;
  void checked(const Package& package) override;

  // What is known of a package that was loaded, no built-in one. `strings`: of the whole program.
  // If nothing is, only goKey, interfaceKey and summaries are set.
  PackageOutput& output(const Package& package, const LinkedStrings& strings);
  // Makes an entry of it; what the entry names must be there before.
  void keep(const PackageOutput& output) const;
  // What does not depend on the package, of all keys.
  const std::string& base() const { return base_; }

private:
  std::string goKeyOf(const Package& package, llvm::StringRef name,
                      llvm::ArrayRef<const Package*> imports) const;
  std::string interfaceKeyOf(const Package& package, llvm::ArrayRef<std::string> summaries) const;
  void addImports(KeyBuilder& key, llvm::ArrayRef<const Package*> imports) const;
  bool readEntry(PackageOutput& output) const;

  const Options& options_;
  const Program& program_;
  const Cache& cache_;
  bool usesSummaries_;
  std::string base_;
  std::map<const Package*, PackageOutput> outputs_; // whose addresses stay
};

} // namespace minigo
