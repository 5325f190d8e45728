// From an import path to the files of a package: packages that ship with minigo, Go's own library
// in the user's GOROOT, the main module, what its go.mod replaces, its vendor directory, and
// modules that the go command has downloaded.
#pragma once

#include "frontend/frontend.h"
#include "frontend/load/modules.h"
#include "frontend/load/package_files.h"

#include "llvm/ADT/StringMap.h"

#include <variant>

namespace minigo {

// One package before it is parsed.
struct PackageSource {
  enum class Origin : uint8_t {
    Files,    // named one by one
    Builtin,  // ships with minigo
    Standard, // of Go's library
    Module,
  };

  std::string path; // what importers and messages call it; "vendor/golang.org/x/…" in Go's library
  std::string directory;
  std::vector<std::string> files; // those that belong to the build, sorted
  std::string goVersion;          // language version: "go1.21"
  Origin origin = Origin::Files;
  std::string version = {}; // "example.com/m@v1.2.3/sub": what path is with its module's version
  // None of them in a main module, or outside of modules.
  ModuleVersion module = {}, replacement = {};
  // A function without body may be implemented outside of Go.
  bool hasForeignCode = false;
  // What is wrong if none of its files imports "C": see PackageFiles::foreign.
  std::string foreignSources = {};
};

// Why there is none: a diagnostic of diag/load_kinds.def that takes one text.
struct PackageProblem {
  diag::Kind kind;
  std::string text;
  std::string path = {}; // of a package that was found and cannot be used
  std::string note = {}; // a line that the go command prints before
};

using FoundPackage = std::variant<PackageSource, PackageProblem>;

class PackageFinder {
public:
  // `options` must outlive the finder.
  explicit PackageFinder(const FrontendOptions& options) : options_(options) {}

  // The package that `import "path"` means in a file of `importer`. The path must be well-formed.
  FoundPackage find(llvm::StringRef path, const PackageSource& importer);

  // What an argument of a command means: a directory if it is absolute or begins with `.` as a
  // whole element, else an import path. It is never a package that ships with minigo.
  FoundPackage named(llvm::StringRef argument);

  // The package in a directory (absolute): of Go's library, of the main module, or of neither, when
  // it is called "command-line-arguments".
  FoundPackage inDirectory(llvm::StringRef directory);
  std::string noMainModule();

  // The package of these files, which are all in one directory.
  FoundPackage ofFiles(llvm::ArrayRef<std::string> files);

  // Spec of the go command, "Internal Directories": what is below a directory "internal" may be
  // imported by what is below its parent.
  bool mayImport(const PackageSource& importer, llvm::StringRef path);

  // The modules of the build. Their problems must be looked at first.
  const Modules& modules();

private:
  const std::string& goRoot();
  std::string standardDirectory(llvm::StringRef path);
  FoundPackage findFromSource(llvm::StringRef path, const PackageSource& importer);
  FoundPackage findStandard(llvm::StringRef path, llvm::StringRef importer);
  FoundPackage findInModules(llvm::StringRef path);
  FoundPackage findVendored(llvm::StringRef path);
  static std::optional<PackageProblem> problemWithNames(const PackageSource& source);
  static void setModule(PackageSource& source, ModuleVersion module, ModuleVersion replacement);
  static FoundPackage unavailable(const ModulePlace& place);
  static FoundPackage withoutGoMod(const ModulePlace& place);
  PackageProblem outsideModules(llvm::StringRef directory);
  // The files that are compiled: see FrontendOptions::standardBuild and noAssemblyTags.
  PackageFiles filesIn(llvm::StringRef path, llvm::StringRef directory,
                       PackageSource::Origin origin) const;
  BuildContext withTags(const std::vector<std::string>& tags) const; // options_.build and these
  bool hasAssembly(llvm::StringRef directory) const;                 // in options_.build
  // The package in a directory that exists, if it has files for this build.
  FoundPackage read(llvm::StringRef path, llvm::StringRef directory, PackageSource::Origin origin,
                    const std::string& goVersion);
  std::string standardVersion(llvm::StringRef path);
  std::string importPathOf(llvm::StringRef directory); // in the main module or Go's library, or ""
  PackageProblem missing(llvm::StringRef path);

  const FrontendOptions& options_;
  std::unique_ptr<Modules> modules_;
  std::optional<std::string> goRoot_;
  llvm::StringMap<std::string> versions_; // of modules, by directory
};

} // namespace minigo
