// Loading of packages: reading and parsing files, following imports, then checking packages,
// dependencies first.
//
// What the go command finds out before it compiles (packages that do not exist, import cycles,
// files of several packages) is reported alone, without syntax errors and before anything is
// checked, as the go command does.
#pragma once

#include "frontend/load/package_finder.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

namespace minigo {

class Loader {
public:
  Loader(Program& program, const FrontendOptions& options, Diagnostics& diags)
      : program_(program), options_(options), diags_(diags), finder_(options) {}

  // Loads and checks the package of `files` and all it imports; true without errors.
  bool loadFiles(llvm::ArrayRef<std::string> files);
  // The same for the packages that these arguments of a command mean.
  bool loadNamed(llvm::ArrayRef<std::string> names);

private:
  struct ImportSite {
    std::string path;
    SourcePos pos;
    std::string file; // name of the file, without directory
  };
  // A package and what is known about it while packages are loaded.
  struct Entry {
    explicit Entry(const SourceManager& sources) : syntaxErrors(sources) {}

    PackageSource source;
    std::unique_ptr<Package> owned; // until it is put in its place in the program
    Package* package = nullptr;
    llvm::StringMap<Entry*> imports; // by path as written; null: could not be loaded
    // The files that each //go:embed means.
    std::vector<std::pair<const ast::Directive*, std::vector<std::string>>> embedded;
    Diagnostics syntaxErrors;          // held back until the import graph is complete
    std::vector<SourceFile*> unparsed; // files of which only the imports were read
    bool isSummarized = false;         // bodies were left out
    bool loading = true;               // its imports are being loaded
  };
  // A package that is being loaded, and the file of it whose import led to the next one.
  struct Link {
    Entry* entry;
    std::string file;
    // What is wrong with the package itself; the go command tells one such thing of each.
    std::optional<Diagnostic> problem = {};
    void blame(SourcePos pos, diag::Kind kind, std::string message) {
      if (!problem) problem = Diagnostic{kind, pos, std::move(message), /*soft=*/false};
    }
  };

  Entry* load(PackageSource source, const ImportSite* site);
  bool addFiles(Entry& entry, const ImportSite* site);
  // Reads and parses one file into the entry's package; false if it cannot be read.
  bool addFile(Entry& entry, llvm::StringRef path);
  bool reportHeaderError(const SourceFile& source);
  void parseRest(Entry& entry, llvm::ArrayRef<std::string> summaries);
  void parseBodies(Entry& entry);
  std::string shownName(llvm::StringRef path) const;
  bool checkPackageClauses(Entry& entry, const ImportSite* site);
  bool findEmbedded(Entry& entry);
  bool addEmbeddings(Entry& entry, Diagnostics& diags);
  bool readEmbedded(const Entry& entry, const std::string& name, EmbeddedFile& file);
  void loadImports(Entry& entry);
  std::vector<ImportSite> importsOf(const Package& package) const;
  Entry* loadImport(Entry& importer, const ImportSite& site);
  bool isImportable(const ImportSite& site);
  bool isVisible(const Entry& importer, const ImportSite& site, llvm::StringRef path);
  void report(const PackageProblem& problem, const ImportSite& site);
  void reportRoot(const PackageProblem& problem);
  bool isFirstReport(llvm::StringRef path);
  bool isDistinct(llvm::StringRef path, const ImportSite* site);
  std::string chainText(llvm::StringRef path) const;
  bool isLeftOutOfRun(const PackageSource& source);
  void checkProgramToRun();
  bool checkAll();
  bool check(Entry& entry);
  std::string buildInfoOf(const Entry& main);
  static bool checkSettings(const Package& package, Diagnostics& diags);
  bool check(Entry& entry, Diagnostics& diags);
  bool isReplaceable(const Entry& entry) const;
  void reportUnusable(const Entry& entry);

  Program& program_;
  const FrontendOptions& options_;
  Diagnostics& diags_;
  PackageFinder finder_;
  llvm::StringMap<Entry*> byPath_;              // by PackageSource::path
  llvm::StringMap<std::string> foldedPaths_;    // as first met, by path in lower case
  llvm::StringSet<> reported_;                  // paths of packages that cannot be used
  std::vector<std::unique_ptr<Entry>> entries_; // in order of discovery
  std::vector<Entry*> loaded_;                  // dependencies before dependents
  std::vector<Link> chain_;                     // from a root to the package at work
};

} // namespace minigo
