// Which version of each module a build uses: the main modules, and the highest version of every
// other module that one of the modules in the build requires ("minimal version selection").
//
// Go prunes: of a module at go 1.17 or later, which lists all that its packages need, the
// requirements count, but not what those require in turn.
#pragma once

#include "frontend/load/go_mod.h"

#include "llvm/ADT/ArrayRef.h"

#include <map>

namespace minigo {

// A module of the build that is none of the main ones.
struct SelectedModule {
  std::string path, version;
  std::string directory; // of its files; those of its replacement, if it has one
  std::string goVersion;
  ModuleVersion replacement; // its path is empty if there is none; a directory as it is written
};

class ModuleGraph {
public:
  // `replacements` have targets that are absolute, or modules.
  ModuleGraph(llvm::ArrayRef<GoMod> mains, std::vector<ModuleReplacement> replacements);

  std::vector<SelectedModule> all() const;
  // The modules whose path is `package` or a prefix of it, the longest path first.
  std::vector<SelectedModule> modulesAround(llvm::StringRef package) const;

  // The path of a module that is replaced by a directory with this package, but not selected: none
  // requires it. Empty if there is none.
  std::string replacedModuleOf(llvm::StringRef package) const;

private:
  SelectedModule selected(llvm::StringRef path, llvm::StringRef version) const;
  void select(llvm::ArrayRef<GoMod> mains);
  const ModuleReplacement* replacementOf(llvm::StringRef path, llvm::StringRef version) const;
  std::optional<GoMod> goModOf(llvm::StringRef path, llvm::StringRef version) const;

  std::vector<ModuleReplacement> replacements_;
  std::map<std::string, std::string> versions_; // selected, by path
};

} // namespace minigo
