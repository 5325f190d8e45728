// The modules of a build: the main one, or those of a workspace (go.work), and what they require.
#pragma once

#include "frontend/load/module_graph.h"
#include "frontend/load/vendor.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace minigo {

// A module that may hold a package.
struct ModulePlace {
  std::string path, version; // version empty: a main module
  std::string directory, goVersion;
  ModuleVersion replacement; // as SelectedModule has it

  bool isReplacedByDirectory() const {
    return !replacement.path.empty() && replacement.version.empty();
  }
};

class Modules {
public:
  // Those that a build in `directory` (absolute) uses. `mode`: that of -mod, "" for the default.
  Modules(llvm::StringRef directory, llvm::StringRef mode);

  bool any() const { return !mains_.empty() || work_; }
  bool isWorkspace() const { return work_.has_value(); }
  // What is wrong with the files, as the go command says it; else empty.
  const std::string& problems() const { return problems_; }
  // The main module that a directory (absolute) belongs to; null if it belongs to another one, or
  // to none.
  const GoMod* mainAround(llvm::StringRef directory) const;
  // The main module whose path is a prefix of the package's; null if there is none.
  const GoMod* mainOf(llvm::StringRef package) const;
  llvm::ArrayRef<GoMod> mains() const { return mains_; }
  // The modules that the main ones require, at the versions of this build.
  std::vector<SelectedModule> required() const { return graph().all(); }
  // The main module of a build that has one.
  const GoMod& onlyMain() const { return mains_.front(); }
  // Modules that may hold a package, the longest path first.
  std::vector<ModulePlace> placesOf(llvm::StringRef package) const;
  // The path of a module that is replaced, has the package, and is required by none; else "".
  std::string replacedModuleOf(llvm::StringRef package) const;
  // Whether packages of other modules come from the vendor directory of the main one.
  bool usesVendor() const { return vendor_.has_value(); }
  std::string vendorDirectory() const { return onlyMain().directory + "/vendor"; }
  const VendorList& vendor() const { return *vendor_; }

private:
  const ModuleGraph& graph() const;
  void loadWorkspace();
  void checkGoLines();
  void loadVendor(llvm::StringRef mode);

  std::optional<GoMod> work_;
  std::vector<GoMod> mains_;
  std::string problems_;
  std::optional<VendorList> vendor_;
  mutable std::unique_ptr<ModuleGraph> graph_; // made when somebody asks
};

// The path of a file or directory, absolute and clean.
std::string absoluteIn(llvm::StringRef directory, llvm::StringRef path);

} // namespace minigo
