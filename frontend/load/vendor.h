// vendor/modules.txt: which modules and packages a vendor directory holds.
#pragma once

#include "frontend/load/go_mod.h"

#include "llvm/ADT/StringMap.h"

namespace minigo {

class VendorList {
public:
  // Reads the list of a vendor directory; without one it is empty.
  explicit VendorList(llvm::StringRef vendor);

  struct Module {
    std::string path, version, replacement; // replacement: "path version" or a directory
    std::string goVersion;
    bool isExplicit = false, hasPackages = false;
  };
  // The module that a package belongs to; null if the list does not have the package.
  const Module* moduleOf(llvm::StringRef package) const;
  // What does not agree with the go.mod file, in the words of the go command; "" if all does.
  std::string inconsistencies(const GoMod& mod) const;

private:
  const Module* find(llvm::StringRef path, llvm::StringRef version) const;

  std::vector<Module> modules_;
  llvm::StringMap<size_t> packages_; // to their modules
};

} // namespace minigo
