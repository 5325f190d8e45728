#include "frontend/load/package_finder.h"

#include "frontend/load/go_root.h"
#include "frontend/load/import_path.h"
#include "frontend/load/portable_files.h"
#include "frontend/load/shown_path.h"
#include "frontend/types/constant_pool.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

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

std::string systemError(std::error_code error) {
  std::string text = error.message();
  if (!text.empty()) text[0] = llvm::toLower(text[0]);
  return text;
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

const Modules& PackageFinder::modules() {
  if (!modules_)
    modules_ = std::make_unique<Modules>(absolute(options_.directory), options_.moduleMode);
  return *modules_;
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
  if (!modules().problems().empty())
    return PackageProblem{diag::GoModProblem, modules().problems()};
  if (!modules().any()) return missing(path);
  if (modules().usesVendor() && !modules().mainOf(path)) return findVendored(path);
  for (const ModulePlace& place : modules().placesOf(path)) {
    llvm::StringRef rest;
    isBelow(path, place.path, &rest);
    const bool isMain = place.version.empty();
    if (!isMain && !fs::is_directory(place.directory)) return unavailable(place);
    if (place.isReplacedByDirectory() && !fs::exists(place.directory + "/go.mod"))
      return withoutGoMod(place);
    const std::string directory = pathIn(place.directory, rest);
    if (!fs::is_directory(directory)) continue;
    if (isMain && !modules().mainAround(directory)) continue; // in a module of its own
    FoundPackage found = read(path, directory, Origin::Module, place.goVersion);
    if (auto* source = std::get_if<PackageSource>(&found); source && !isMain)
      setModule(*source, {place.path, place.version}, place.replacement);
    // A directory without any Go file is none to the go command.
    auto* problem = std::get_if<PackageProblem>(&found);
    if (!problem || problem->kind != diag::NoGoFiles) return found;
  }
  return missing(path);
}

void PackageFinder::setModule(PackageSource& source, ModuleVersion module,
                              ModuleVersion replacement) {
  llvm::StringRef rest;
  if (!isBelow(source.path, module.path, &rest)) return;
  source.version = pathIn(module.path + "@" + module.version, rest);
  source.module = std::move(module);
  source.replacement = std::move(replacement);
}

// The module is known, but its files are not there.
FoundPackage PackageFinder::unavailable(const ModulePlace& place) {
  const std::string module = place.path + "@" + place.version;
  if (llvm::StringRef(place.directory).contains('@')) // the module cache's way to name them
    return PackageProblem{diag::ModuleUnavailable, module + " is not in the module cache (" +
                                                       place.directory +
                                                       "); to add it:\n\tgo mod "
                                                       "download " +
                                                       place.path};
  return PackageProblem{diag::ModuleUnavailable, module + ": replacement directory " +
                                                     place.replacement.path + " does not exist"};
}

FoundPackage PackageFinder::withoutGoMod(const ModulePlace& place) {
  const std::string file = place.directory + "/go.mod";
  return PackageProblem{diag::ModuleUnavailable, "module " + place.replacement.path + ": reading " +
                                                     shownPath(file) + ": open " + file +
                                                     ": no such file or directory"};
}

FoundPackage PackageFinder::findVendored(llvm::StringRef path) {
  const std::string directory = pathIn(modules().vendorDirectory(), path);
  const VendorList::Module* module = modules().vendor().moduleOf(path);
  if (!module || !fs::is_directory(directory)) {
    PackageProblem problem{diag::NotVendored, path.str(), {}, {}};
    if (!readPackageFiles(directory, options_.build).go.empty())
      problem.note = "go: ignoring package " + path.str() +
                     " which exists in the vendor directory but is missing from "
                     "vendor/modules.txt. To sync the vendor directory run go " +
                     (modules().isWorkspace() ? "work" : "mod") + " vendor.";
    return problem;
  }
  FoundPackage found = read(path, directory, Origin::Module, module->goVersion);
  if (auto* source = std::get_if<PackageSource>(&found)) {
    const auto [by, version] = llvm::StringRef(module->replacement).split(' ');
    setModule(*source, {module->path, module->version}, {by.str(), version.str()});
  }
  return found;
}

bool PackageFinder::hasAssembly(llvm::StringRef directory) const {
  std::error_code error;
  for (fs::directory_iterator it(directory, error), end; it != end && !error; it.increment(error)) {
    llvm::StringRef name = ps::filename(it->path());
    if (!name.consume_back(".s") || !options_.build.matchesName((name + ".go").str())) continue;
    auto text = llvm::MemoryBuffer::getFile(it->path());
    if (text && options_.build.matchesHead((*text)->getBuffer())) return true;
  }
  return false;
}

BuildContext PackageFinder::withTags(const std::vector<std::string>& tags) const {
  BuildContext result = options_.build;
  result.tags.insert(result.tags.end(), tags.begin(), tags.end());
  return result;
}

PackageFiles PackageFinder::filesIn(llvm::StringRef path, llvm::StringRef directory,
                                    Origin origin) const {
  if (origin == Origin::Standard) {
    const BuildContext& build = options_.standardBuild;
    return readPackageFiles(directory, hasAssembly(directory) ? build : withTags(build.tags));
  }
  PackageFiles files = readPackageFiles(directory, options_.build);
  if (!files.hasAssembly || options_.noAssemblyTags.empty()) return files;
  BuildContext build = withTags(options_.noAssemblyTags);
  files = readPackageFiles(directory, build);
  // The runtime has what golang.org/x/sys has in assembly (library/x_sys.cpp).
  if (!files.hasAssembly || isBelow(path, "golang.org/x/sys")) return files;
  build.arch = options_.standardBuild.arch;
  PackageFiles portable = readPackageFiles(directory, build);
  return canStandIn(portable, files) ? portable : files;
}

FoundPackage PackageFinder::read(llvm::StringRef path, llvm::StringRef directory, Origin origin,
                                 const std::string& goVersion) {
  const bool isStandard = origin == Origin::Standard;
  PackageFiles files = filesIn(path, directory, origin);
  if (files.failure)
    return PackageProblem{diag::CannotReadDirectory,
                          directory.str() + ": " + systemError(files.failure)};
  if (!files.problem.empty())
    return PackageProblem{diag::BuildConstraint, files.problem, path.str()};
  if (files.go.empty()) {
    const diag::Kind kind = files.hasExcluded ? diag::AllFilesExcluded
                            : files.hasTests  ? diag::OnlyTestFiles
                                              : diag::NoGoFiles;
    return PackageProblem{kind, directory.str(), path.str()};
  }
  PackageSource source{path.str(), directory.str(), std::move(files.go), goVersion, origin};
  source.hasForeignCode = origin == Origin::Builtin || files.hasAssembly ||
                          (isStandard && isImplementedByRuntime(path));
  if (isStandard || origin == Origin::Builtin) return source;
  source.foreignSources = std::move(files.foreign);
  if (std::optional<PackageProblem> problem = problemWithNames(source)) return *problem;
  return source;
}

// What the go command says about the names of a package's files and directory.
std::optional<PackageProblem> PackageFinder::problemWithNames(const PackageSource& source) {
  std::vector<std::string> names;
  for (llvm::StringRef file : source.files)
    names.push_back(ps::filename(file).str());
  if (std::string colliding = collidingNames(names); !colliding.empty())
    return PackageProblem{diag::FileNameCollision, colliding, source.path};
  for (llvm::StringRef name : names)
    if (!isSafeName(name) || name.starts_with("_cgo_"))
      return PackageProblem{diag::InvalidFileName, quote(name), source.path};
  if (source.directory.find_first_of("\r\n") != std::string::npos)
    return PackageProblem{diag::InvalidDirectory, quote(source.directory), source.path};
  return std::nullopt;
}

PackageProblem PackageFinder::missing(llvm::StringRef path) {
  if (!isModulePath(path)) {
    std::string where = goRoot().empty() ? "" : " (" + pathIn(pathIn(goRoot(), "src"), path) + ")";
    return {diag::PackageNotInStd, path.str() + " is not in std" + where};
  }
  if (!modules().any()) return {diag::NoRequiredModule, path.str()};
  if (std::string module = modules().replacedModuleOf(path); !module.empty())
    return {diag::ModuleUnavailable, "module " + module + " provides package " + path.str() +
                                         " and is replaced but not required; to add it:\n\tgo "
                                         "get " +
                                         module};
  return {diag::ModuleNotRequired, path.str()};
}

std::string PackageFinder::importPathOf(llvm::StringRef directory) {
  llvm::StringRef rest;
  if (const GoMod* main = modules().mainAround(directory)) {
    isBelow(directory, main->directory, &rest);
    return rest.empty() ? main->module : main->module + "/" + rest.str();
  }
  if (!goRoot().empty() && isBelow(directory, pathIn(goRoot(), "src"), &rest)) return rest.str();
  return {};
}

// What the go command says where there is no go.mod; in a repository, where to make one.
std::string PackageFinder::noMainModule() {
  std::string up;
  const std::string here = absolute(options_.directory);
  llvm::StringRef directory = here;
  for (bool inGoTree = !goRoot().empty() && isBelow(directory, goRoot()); !inGoTree;) {
    if (fs::is_regular_file(pathIn(directory, ".git/config")))
      return ("go: cannot find main module, but found .git/config in " + directory +
              "\n\tto create a module there, run:\n\t" + (up.empty() ? "" : "cd " + up + " && ") +
              "go mod init")
          .str();
    if (!ps::has_parent_path(directory) || ps::parent_path(directory) == directory) break;
    directory = ps::parent_path(directory);
    up += up.empty() ? ".." : "/..";
  }
  return "go: go.mod file not found in current directory or any parent directory; "
         "see 'go help modules'";
}

FoundPackage PackageFinder::inDirectory(llvm::StringRef directory) {
  if (!modules().problems().empty())
    return PackageProblem{diag::GoModProblem, modules().problems()};
  const bool exists = fs::is_directory(directory);
  const std::string path = importPathOf(directory);
  if (!modules().any() && (path.empty() || !exists))
    return PackageProblem{diag::GoModProblem, noMainModule()};
  if (!exists) {
    std::string what = fs::exists(directory) ? " is not a directory" : ": directory not found";
    return PackageProblem{diag::NoDirectory, directory.str() + what};
  }
  if (std::string problem = pathProblem(path); !path.empty() && !problem.empty())
    return PackageProblem{diag::InvalidImportPath, problem};
  if (path.empty()) {
    const PackageFiles files = readPackageFiles(directory, options_.build);
    const bool hasAny = !files.go.empty() || files.hasTests || files.hasExcluded;
    if (!hasAny) return PackageProblem{diag::NoGoFiles, directory.str(), directory.str()};
    return outsideModules(directory);
  }
  if (!goRoot().empty() && isBelow(directory, pathIn(goRoot(), "src")))
    return read(path, directory, Origin::Standard, standardVersion(path));
  return read(path, directory, Origin::Module, modules().mainAround(directory)->goVersion);
}

// Why a directory is not in this build, which has modules.
PackageProblem PackageFinder::outsideModules(llvm::StringRef directory) {
  const std::string here = absolute(options_.directory);
  const bool isHere = directory == here;
  const std::string shown =
      isHere ? "current directory" : "directory " + shownPath(directory, here);
  if (!modules().isWorkspace()) {
    llvm::StringRef rest;
    const GoMod* around = modules().mainAround(here);
    if (around && isBelow(directory, around->directory, &rest))
      return {diag::GoModProblem, "main module (" + around->module + ") does not contain package " +
                                      around->module + "/" + rest.str()};
    return {diag::GoModProblem, shown + " outside main module or its selected dependencies"};
  }
  if (!findGoMod(directory))
    return {diag::GoModProblem,
            shown + " outside modules listed in go.work or their selected dependencies"};
  return {diag::GoModProblem,
          shown +
              " is contained in a module that is not one of the workspace modules listed in "
              "go.work. You can add the module to the workspace using:\n\tgo work use " +
              shownPath(directory, here)};
}

FoundPackage PackageFinder::named(llvm::StringRef argument) {
  if (ps::is_absolute(argument) || argument == "." || argument == ".." ||
      argument.starts_with("./") || argument.starts_with("../"))
    return inDirectory(ps::is_absolute(argument) ? absolute(argument)
                                                 : pathIn(absolute(options_.directory), argument));
  return findFromSource(argument, PackageSource());
}

FoundPackage PackageFinder::ofFiles(llvm::ArrayRef<std::string> files) {
  if (!modules().problems().empty())
    return PackageProblem{diag::GoModProblem, modules().problems()};
  PackageSource source;
  source.path = "command-line-arguments";
  source.files = files.vec();
  source.goVersion = options_.goVersion;
  source.directory = absolute(ps::parent_path(files.empty() ? "" : files.front()));
  if (!goRoot().empty() && isBelow(source.directory, pathIn(goRoot(), "src"))) {
    source.origin = Origin::Standard;
    source.hasForeignCode = true;
  }
  // They belong to the package whatever their constraints say, but must say something.
  for (const std::string& file : files) {
    auto text = llvm::MemoryBuffer::getFile(file);
    std::string problem;
    if (text) options_.build.matchesHead((*text)->getBuffer(), &problem);
    if (!problem.empty())
      return PackageProblem{diag::BuildConstraint, ps::filename(file).str() + ": " + problem,
                            source.path};
  }
  if (std::optional<PackageProblem> problem = problemWithNames(source)) return *problem;
  // Beside others, those for tests are none of the package.
  const auto isTest = [](llvm::StringRef file) { return file.ends_with("_test.go"); };
  if (!llvm::all_of(files, isTest)) llvm::erase_if(source.files, isTest);
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
