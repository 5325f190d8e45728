#include "frontend/load/package_finder.h"

#include "frontend/load/go_root.h"
#include "frontend/load/import_path.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <cstdlib>

namespace minigo {

namespace {

namespace fs = llvm::sys::fs;
namespace ps = llvm::sys::path;
using Origin = PackageSource::Origin;

std::string pathIn(llvm::StringRef directory, llvm::StringRef path) {
  llvm::SmallString<256> joined(directory);
  ps::append(joined, path);
  ps::remove_dots(joined, true);
  return std::string(joined);
}

std::string absolute(llvm::StringRef path) {
  llvm::SmallString<256> result(path);
  fs::make_absolute(result);
  ps::remove_dots(result, true);
  return std::string(result);
}

// `path` is `prefix` or below it; then the rest without slash.
bool isBelow(llvm::StringRef path, llvm::StringRef prefix, llvm::StringRef* rest = nullptr) {
  if (!path.consume_front(prefix)) return false;
  if (!path.empty() && !path.consume_front("/")) return false;
  if (rest) *rest = path;
  return true;
}

// Where the go command keeps downloaded modules.
std::string moduleCache() {
  if (const char* cache = std::getenv("GOMODCACHE"); cache && *cache) return cache;
  if (const char* path = std::getenv("GOPATH"); path && *path)
    return pathIn(llvm::StringRef(path).split(':').first, "pkg/mod");
  const char* home = std::getenv("HOME");
  return home ? pathIn(home, "go/pkg/mod") : std::string();
}

// In the module cache an upper-case letter is written as ! and the small one.
std::string escapeCase(llvm::StringRef path) {
  std::string out;
  for (char c : path) {
    if (c >= 'A' && c <= 'Z') out += '!';
    out += llvm::toLower(c);
  }
  return out;
}

// Packages of Go's library that have bodies elsewhere without an assembly file of their own.
bool isImplementedByRuntime(llvm::StringRef path) {
  constexpr llvm::StringLiteral kPackages[] = {"bytes",
                                               "internal/godebug",
                                               "internal/poll",
                                               "internal/runtime/maps",
                                               "internal/sync",
                                               "net",
                                               "os",
                                               "runtime",
                                               "runtime/metrics",
                                               "runtime/pprof",
                                               "runtime/trace",
                                               "sync",
                                               "sync/atomic",
                                               "syscall",
                                               "time",
                                               "reflect",
                                               "unsafe"};
  return llvm::is_contained(kPackages, path);
}

} // namespace

const GoMod* PackageFinder::mainModule() {
  if (!mainModule_) mainModule_ = findGoMod(absolute(options_.directory));
  return *mainModule_ ? &**mainModule_ : nullptr;
}

const std::string& PackageFinder::goRoot() {
  if (!goRoot_) goRoot_ = options_.goRoot.empty() ? findGoRoot() : options_.goRoot;
  return *goRoot_;
}

FoundPackage PackageFinder::find(llvm::StringRef path, const PackageSource& importer) {
  if (!options_.builtinDir.empty()) {
    std::string directory = pathIn(options_.builtinDir, path);
    if (fs::is_directory(directory)) {
      FoundPackage found = read(path, directory, Origin::Builtin, kNewestGoVersion);
      if (std::holds_alternative<PackageSource>(found)) return found;
    }
  }
  if (options_.onlyBuiltin && isStandardPackage(path))
    return PackageProblem{diag::ImportNotSupportedYet, ("package " + path).str()};
  FoundPackage found = findFromSource(path, importer);
  if (options_.onlyBuiltin && std::holds_alternative<PackageSource>(found))
    return PackageProblem{diag::ImportNotSupportedYet, ("package " + path).str()};
  return found;
}

FoundPackage PackageFinder::findFromSource(llvm::StringRef path, const PackageSource& importer) {
  bool inStandard = importer.origin == Origin::Standard;
  if (inStandard || !isModulePath(path)) {
    FoundPackage found = findStandard(path, inStandard ? importer.path : "");
    auto* problem = std::get_if<PackageProblem>(&found);
    if (inStandard || !problem || problem->kind != diag::PackageNotInStd) return found;
  }
  return findInModules(path);
}

// `importer`: of Go's library, or empty. Its packages see those in its vendor directory.
FoundPackage PackageFinder::findStandard(llvm::StringRef path, llvm::StringRef importer) {
  if (goRoot().empty())
    return isStandardPackage(path) ? PackageProblem{diag::NoGoSources, path.str()} : missing(path);
  std::string source = pathIn(goRoot(), "src");
  std::string named = path.str();
  if (!importer.empty() && isModulePath(path))
    named = (isBelow(importer, "cmd") ? "cmd/vendor/" : "vendor/") + named;
  std::string directory = pathIn(source, named);
  if (!fs::is_directory(directory)) return missing(path);
  return read(named, directory, Origin::Standard, standardVersion(named));
}

// Go's library is two modules, std and cmd.
std::string PackageFinder::standardVersion(llvm::StringRef path) {
  std::string module = pathIn(goRoot(), isBelow(path, "cmd") ? "src/cmd" : "src");
  auto [it, isNew] = versions_.try_emplace(module);
  if (isNew) {
    std::optional<GoMod> mod = readGoMod(module);
    it->second = mod ? mod->goVersion : kNewestGoVersion;
  }
  return it->second;
}

FoundPackage PackageFinder::findInModules(llvm::StringRef path) {
  const GoMod* main = mainModule();
  if (!main) return missing(path);
  if (!main->problems.empty()) return PackageProblem{diag::GoModProblem, main->problems};
  std::string vendor = pathIn(main->directory, "vendor");
  if (!isBelow(path, main->module) && fs::is_directory(vendor)) return findVendored(path, vendor);
  std::optional<ModuleDirectory> module = moduleFor(path);
  if (!module) return missing(path);
  llvm::StringRef rest;
  isBelow(path, module->path, &rest);
  std::string directory = pathIn(module->directory, rest);
  if (!fs::is_directory(directory)) return missing(path);
  FoundPackage found = read(path, directory, Origin::Module, module->goVersion);
  // A directory without any Go file is none to the go command.
  auto* problem = std::get_if<PackageProblem>(&found);
  return problem && problem->kind == diag::NoGoFiles ? FoundPackage(missing(path)) : found;
}

// vendor/modules.txt has a line "# path version" for each module, below it "## …; go 1.N" and its
// packages.
FoundPackage PackageFinder::findVendored(llvm::StringRef path, const std::string& vendor) {
  std::string directory = pathIn(vendor, path);
  if (!fs::is_directory(directory)) return PackageProblem{diag::NotVendored, path.str()};
  std::string version = "go1.16", current = version;
  if (auto list = llvm::MemoryBuffer::getFile(pathIn(vendor, "modules.txt"))) {
    llvm::SmallVector<llvm::StringRef, 64> lines;
    (*list)->getBuffer().split(lines, '\n');
    for (llvm::StringRef line : lines) {
      if (line.starts_with("# ")) current = "go1.16";
      if (line.starts_with("## ") && line.contains("go 1."))
        current = "go1." + line.split("go 1.").second.trim().str();
      if (line.trim() == path) version = current;
    }
  }
  return read(path, directory, Origin::Module, version);
}

// The module with the longest path that `path` is below, among the main module and what it
// requires or replaces.
std::optional<PackageFinder::ModuleDirectory> PackageFinder::moduleFor(llvm::StringRef path) {
  const GoMod& main = *mainModule();
  std::optional<ModuleDirectory> best;
  auto isBetter = [&](llvm::StringRef module) {
    return isBelow(path, module) && (!best || module.size() > best->path.size());
  };
  if (isBetter(main.module)) best = ModuleDirectory{main.module, main.directory, main.goVersion};
  for (const ModuleRequirement& requirement : main.requirements) {
    if (!isBetter(requirement.path)) continue;
    std::string version = "go1.16";
    std::string directory = requiredDirectory(requirement, version);
    best = ModuleDirectory{requirement.path, directory, version};
  }
  return best;
}

std::string PackageFinder::requiredDirectory(const ModuleRequirement& requirement,
                                             std::string& goVersion) {
  const GoMod& main = *mainModule();
  std::string path = requirement.path, version = requirement.version, directory;
  for (const ModuleReplacement& r : main.replacements) {
    if (r.path != requirement.path || (!r.version.empty() && r.version != version)) continue;
    if (r.isDirectory())
      directory = ps::is_absolute(r.target) ? r.target : pathIn(main.directory, r.target);
    path = r.target;
    version = r.targetVersion;
    break;
  }
  if (directory.empty())
    directory = pathIn(moduleCache(), escapeCase(path) + "@" + escapeCase(version));
  if (std::optional<GoMod> mod = readGoMod(directory)) goVersion = mod->goVersion;
  return directory;
}

const BuildContext& PackageFinder::standardContext(llvm::StringRef directory) const {
  std::error_code error;
  for (fs::directory_iterator it(directory, error), end; it != end && !error; it.increment(error)) {
    llvm::StringRef name = ps::filename(it->path());
    if (!name.consume_back(".s") || !options_.build.matchesName((name + ".go").str())) continue;
    auto text = llvm::MemoryBuffer::getFile(it->path());
    if (text && options_.build.matchesHead((*text)->getBuffer())) return options_.standardBuild;
  }
  return options_.build;
}

FoundPackage PackageFinder::read(llvm::StringRef path, llvm::StringRef directory, Origin origin,
                                 const std::string& goVersion) {
  PackageSource source{path.str(), directory.str(), {}, goVersion, origin};
  source.hasForeignCode =
      origin == Origin::Builtin || (origin == Origin::Standard && isImplementedByRuntime(path));
  const BuildContext& build =
      origin == Origin::Standard ? standardContext(directory) : options_.build;
  bool excluded = false;
  std::error_code error;
  for (fs::directory_iterator it(directory, error), end; it != end && !error; it.increment(error)) {
    llvm::StringRef name = ps::filename(it->path());
    bool isGo = name.ends_with(".go");
    if (!isGo && !name.ends_with(".s")) continue;
    // Both kinds of files have constraints of both kinds.
    std::string asGo = isGo ? name.str() : (name.drop_back(2) + ".go").str();
    auto text = llvm::MemoryBuffer::getFile(it->path());
    bool belongs = text && build.matchesName(asGo) && build.matchesHead((*text)->getBuffer());
    if (!isGo) {
      source.hasForeignCode |= belongs;
    } else if (belongs || !text) { // who cannot read it will say so
      source.files.push_back(it->path());
    } else {
      excluded = true;
    }
  }
  llvm::sort(source.files);
  if (!source.files.empty()) return source;
  return PackageProblem{excluded ? diag::AllFilesExcluded : diag::NoGoFiles, directory.str(),
                        path.str()};
}

PackageProblem PackageFinder::missing(llvm::StringRef path) {
  if (!isModulePath(path)) {
    std::string where = goRoot().empty() ? "" : " (" + pathIn(pathIn(goRoot(), "src"), path) + ")";
    return {diag::PackageNotInStd, path.str() + " is not in std" + where};
  }
  if (!mainModule()) return {diag::NoRequiredModule, path.str()};
  return {diag::ModuleNotRequired, path.str()};
}

std::string PackageFinder::importPathOf(llvm::StringRef directory) {
  llvm::StringRef rest;
  if (const GoMod* main = mainModule(); main && isBelow(directory, main->directory, &rest))
    return rest.empty() ? main->module : main->module + "/" + rest.str();
  if (!goRoot().empty() && isBelow(directory, pathIn(goRoot(), "src"), &rest)) return rest.str();
  return {};
}

FoundPackage PackageFinder::inDirectory(llvm::StringRef directory) {
  if (!fs::is_directory(directory)) {
    std::string what = fs::exists(directory) ? " is not a directory" : ": directory not found";
    return PackageProblem{diag::NoDirectory, directory.str() + what};
  }
  const GoMod* main = mainModule();
  if (main && !main->problems.empty()) return PackageProblem{diag::GoModProblem, main->problems};
  std::string path = importPathOf(directory);
  if (path.empty())
    return read("command-line-arguments", directory, Origin::Files, options_.goVersion);
  if (!goRoot().empty() && isBelow(directory, pathIn(goRoot(), "src")))
    return read(path, directory, Origin::Standard, standardVersion(path));
  return read(path, directory, Origin::Module, main->goVersion);
}

FoundPackage PackageFinder::named(llvm::StringRef argument) {
  if (ps::is_absolute(argument) || argument == "." || argument == ".." ||
      argument.starts_with("./") || argument.starts_with("../"))
    return inDirectory(ps::is_absolute(argument) ? absolute(argument)
                                                 : pathIn(absolute(options_.directory), argument));
  return findFromSource(argument, PackageSource());
}

PackageSource PackageFinder::ofFiles(llvm::ArrayRef<std::string> files) {
  PackageSource source;
  source.path = "command-line-arguments";
  source.files = files.vec();
  source.goVersion = options_.goVersion;
  source.directory = absolute(ps::parent_path(files.empty() ? "" : files.front()));
  if (!goRoot().empty() && isBelow(source.directory, pathIn(goRoot(), "src"))) {
    source.origin = Origin::Standard;
    source.hasForeignCode = true;
  }
  return source;
}

bool PackageFinder::mayImport(const PackageSource& importer, llvm::StringRef path) {
  size_t at = path.rfind("/internal/");
  llvm::StringRef parent;
  if (path.ends_with("/internal"))
    parent = path.drop_back(9);
  else if (at != llvm::StringRef::npos)
    parent = path.take_front(at);
  else if (path != "internal" && !path.starts_with("internal/"))
    return true;
  bool ofStandard = importer.origin == Origin::Standard || importer.origin == Origin::Builtin;
  if (parent.empty() || ofStandard)
    return ofStandard && (parent.empty() || isBelow(importer.path, parent));
  std::string from =
      importer.origin == Origin::Files ? importPathOf(importer.directory) : importer.path;
  return isBelow(from, parent);
}

} // namespace minigo
