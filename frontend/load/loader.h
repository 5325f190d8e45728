// Loading of packages: reading and parsing files, following imports, then checking packages,
// dependencies first.
//
// What the go command finds out before it compiles (packages that do not exist, import cycles,
// files of several packages) is reported alone, without syntax errors and before anything is
// checked, as the go command does.
#pragma once

#include "frontend/frontend.h"

#include "llvm/ADT/StringMap.h"

namespace minigo {

class Loader {
public:
  Loader(Program& program, const FrontendOptions& options, Diagnostics& diags)
      : program_(program), options_(options), diags_(diags), parseErrors_(program.sources) {}

  // Loads and checks the package of `files` and all it imports; true without errors.
  bool load(llvm::ArrayRef<std::string> files);

private:
  struct ImportSite {
    std::string path;
    SourcePos pos;
  };

  // Reads and parses one file into package; false if it cannot be read.
  bool addFile(Package& package, llvm::StringRef path, const std::string& shownName);
  std::string shownName(llvm::StringRef path) const;
  bool checkPackageClauses(const Package& package, llvm::ArrayRef<std::string> files);
  void loadImports(Package& package);
  std::vector<ImportSite> importsOf(const Package& package);
  void loadImport(const Package& importer, const ImportSite& site);
  std::unique_ptr<Package> loadBuiltin(const ImportSite& site, llvm::ArrayRef<std::string> files);
  std::vector<std::string> builtinFiles(llvm::StringRef path) const;
  void reportCycle(llvm::StringRef path);
  void reportMissing(const ImportSite& site);
  bool checkAll();

  Program& program_;
  const FrontendOptions& options_;
  Diagnostics& diags_;
  Diagnostics parseErrors_;            // held back until the import graph is complete
  llvm::StringMap<Package*> packages_; // by import path; null while its imports are loaded
  std::vector<std::string> chain_;     // import paths from the root to the package at work
};

} // namespace minigo
