#include "tools/minigo/build_request.h"

#include "tools/minigo/driver.h"

#include "frontend/load/go_mod.h"
#include "frontend/load/go_root.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <cstdlib>
#include <set>
#include <sys/stat.h>

namespace minigo {
namespace {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

std::string absolute(llvm::StringRef name) {
  llvm::SmallString<256> result(name);
  fs::make_absolute(result);
  path::remove_dots(result, /*remove_dot_dot=*/true);
  return result.str().str();
}

// All names in a directory: where //go:embed looks, any of them may matter.
void addNames(KeyBuilder& key, const std::string& directory) {
  std::set<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(directory, error), end; it != end && !error; it.increment(error))
    names.insert(path::filename(it->path()).str());
  key.addList(std::vector<std::string>(names.begin(), names.end()));
}

// A file that is not there is a state as well: a go.mod that appears changes what paths mean.
void addFile(KeyBuilder& key, const std::string& file) {
  auto buffer = llvm::MemoryBuffer::getFile(file, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  key.add(buffer ? "file" : "none");
  if (buffer) key.add((*buffer)->getBuffer());
}

// The names of everything in a directory, and the contents of what may belong to its package.
void addDirectory(KeyBuilder& key, const std::string& directory) {
  std::set<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(directory, error), end; it != end && !error; it.increment(error))
    names.insert(path::filename(it->path()).str());
  key.add(error ? "no directory" : "directory");
  for (llvm::StringRef name : names) {
    const bool isGo = name.ends_with(".go") && !name.ends_with("_test.go");
    if (!isGo && !name.ends_with(".s") && name != "vendor" && name != "go.mod") continue;
    key.add(name);
    if (isGo || name.ends_with(".s")) addFile(key, directory + "/" + name.str());
  }
}

// Clocks of file systems tick a few milliseconds apart.
constexpr long kTick = 20'000'000; // ns

bool isNewer(const std::string& file, const timespec& time) {
  struct stat info = {};
  if (stat(file.c_str(), &info) != 0) return false;
  // The time of the last change of any kind, which nobody can set.
  const long seconds = info.st_ctim.tv_sec - time.tv_sec;
  return seconds * 1'000'000'000 + info.st_ctim.tv_nsec - time.tv_nsec > -kTick;
}

// Whether an input changed since then.
bool changedSince(const std::string& input, const timespec& time) {
  if (isNewer(input, time)) return true;
  if (!llvm::StringRef(input).ends_with("/")) return false;
  std::error_code error;
  for (fs::directory_iterator it(input, error), end; it != end && !error; it.increment(error))
    if (llvm::StringRef(it->path()).ends_with(".go") && isNewer(it->path(), time)) return true;
  return false;
}

std::string absoluteIn(const std::string& directory, const std::string& name) {
  return absolute(path::is_absolute(name) ? name : directory + "/" + name);
}

// What a go.mod or go.work file leads to.
void addReferences(std::set<std::string>& inputs, const GoMod& mod) {
  for (const ModuleReplacement& replaced : mod.replacements)
    if (replaced.isDirectory())
      inputs.insert(absoluteIn(mod.directory, replaced.target) + "/go.mod");
  for (llvm::StringRef name : {"/vendor/modules.txt", "/go.sum"})
    inputs.insert((mod.directory + name).str());
}

// Modules: every place where a go.mod or go.work may stand that decides.
void addModuleFiles(std::set<std::string>& inputs) {
  const std::string here = absolute(".");
  for (llvm::StringRef name : {"/go.mod", "/go.work"})
    for (llvm::StringRef folder = here; !folder.empty(); folder = path::parent_path(folder)) {
      inputs.insert((folder + name).str());
      if (fs::exists(folder + name)) break;
    }
  if (const std::optional<GoMod> module = findGoMod(here)) addReferences(inputs, *module);
  const std::optional<GoMod> work = findGoWork(here);
  if (!work) return;
  const char* named = std::getenv("GOWORK");
  if (named && *named) inputs.insert(absolute(named));
  addReferences(inputs, *work);
  for (const std::string& use : work->uses) {
    const std::string directory = absoluteIn(work->directory, use);
    inputs.insert(directory + "/go.mod");
    if (const std::optional<GoMod> module = readGoMod(directory)) addReferences(inputs, *module);
  }
}

constexpr const char* kNamed = "named";              // begins a line of a result that is no program
constexpr llvm::StringLiteral kLibrary = "library/"; // begins the name of a library

} // namespace

BuildRequest::BuildRequest(const Options& options, const Cache& cache, const std::string& toolchain)
    : options_(options), frontend_(frontendOptions(options)), cache_(cache) {
  clock_gettime(CLOCK_REALTIME, &start_);
  KeyBuilder key("request");
  key.add(toolIdentity());
  key.add(toolchain);
  key.add(absolute("."));
  key.add(options.tags);
  key.add(std::to_string(options.shardSize));
  key.addList(options.files);
  // Of a pattern, only the program to run is built.
  key.add(options.isRun && isPackagePattern(options.files.front()) ? "run" : "");
  key.add(options.linkFlags);
  key.add(options.trimPath ? "trimpath" : "");
  key.add(options.moduleMode);
  key.add(wantsLibrary(options) ? "library" : "");
  for (const char* name : {"GOROOT", "GOPATH", "GOMODCACHE", "GOWORK", "HOME", "PATH"}) {
    const char* value = std::getenv(name);
    key.add(value ? value : "");
  }
  key_ = key.key();
}

// Directories end with a slash, those of which only the names matter with two.
std::vector<std::string> BuildRequest::inputsOf(const Program& program) const {
  std::set<std::string> inputs;
  bool usesGoRoot = false;
  for (const std::unique_ptr<Package>& package : program.packages) {
    usesGoRoot |= package->standard;
    if (package->builtin) continue; // part of minigo
    for (llvm::StringRef input : package->embedInputs)
      inputs.insert((input + (input.ends_with("/") ? "/" : "")).str());
    const bool byFiles = !options_.namesPackages() && package.get() == program.roots.front();
    for (const ast::File* file : package->files) {
      const std::string name = absolute(program.sources.fileAt(file->pos).path());
      inputs.insert(byFiles ? name : path::parent_path(name).str() + "/");
    }
  }
  addModuleFiles(inputs);
  if (usesGoRoot) inputs.insert(findGoRoot() + "/VERSION");
  if (patterns_)
    for (const std::string& looked : patterns_->directories)
      inputs.insert({looked + "/", looked + "//"}); // a directory that appears may have a package
  return {inputs.begin(), inputs.end()};
}

std::string BuildRequest::stateKey(llvm::ArrayRef<std::string> inputs) const {
  KeyBuilder key("state");
  key.add(key_);
  for (const std::string& input : inputs) {
    key.add(input);
    if (llvm::StringRef(input).ends_with("//"))
      addNames(key, input);
    else if (llvm::StringRef(input).ends_with("/"))
      addDirectory(key, input.substr(0, input.size() - 1));
    else
      addFile(key, input);
  }
  return key.key();
}

std::optional<BuildResult> BuildRequest::find() const {
  const auto lines = [&](llvm::StringRef key, llvm::StringRef suffix) {
    std::vector<std::string> result;
    const std::optional<std::string> text = cache_.findText(key, suffix);
    if (!text) return std::optional<std::vector<std::string>>();
    llvm::SmallVector<llvm::StringRef> split;
    llvm::StringRef(*text).split(split, '\n', -1, /*KeepEmpty=*/false);
    for (llvm::StringRef line : split)
      result.push_back(line.str());
    return std::optional(result);
  };
  const std::optional<std::vector<std::string>> inputs = lines(key_, ".inputs");
  if (!inputs) return std::nullopt;
  const std::optional<std::vector<std::string>> result = lines(stateKey(*inputs), ".result");
  if (!result) return std::nullopt;
  BuildResult known;
  for (llvm::StringRef line : *result) {
    const auto [key, name] = line.split(' ');
    if (key == kNamed)
      known.names.push_back(name.str());
    else if (cache_.find(key, ".exe"))
      known.programs.push_back({name.substr(name.starts_with(kLibrary) ? kLibrary.size() : 0).str(),
                                key.str(), name.starts_with(kLibrary)});
    else
      return std::nullopt;
  }
  return known;
}

void BuildRequest::keep(const Program& program, const BuildResult& result) {
  if (llvm::any_of(options_.files, isPackagePattern))
    patterns_ = matchPackages(options_.files, frontend_);
  if (patterns_ && !patterns_->unmatched.empty()) return; // there was a warning, to be told again
  const std::vector<std::string> inputs = inputsOf(program);
  if (llvm::any_of(inputs, [&](const std::string& input) { return changedSince(input, start_); }))
    return; // what was compiled may be older than what is read now
  std::string text, resultText;
  for (const std::string& input : inputs)
    text += input + "\n";
  for (const std::string& name : result.names)
    resultText += kNamed + (" " + name) + "\n";
  for (const BuiltProgram& built : result.programs)
    resultText += (built.key + " " + (built.isLibrary ? kLibrary : "") + built.name + "\n").str();
  cache_.addText(stateKey(inputs), ".result", resultText);
  cache_.addText(key_, ".inputs", text);
}

} // namespace minigo
