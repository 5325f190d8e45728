#include "frontend/load/modules.h"

#include "frontend/load/shown_path.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <cstring>
#include <set>

namespace minigo {

namespace {

namespace fs = llvm::sys::fs;
namespace ps = llvm::sys::path;

// The 26 of "go1.26.1"; minigo knows no other major version.
unsigned minorOf(llvm::StringRef goVersion) {
  unsigned minor = 0;
  goVersion.consume_front("go1.");
  goVersion.consumeInteger(10, minor);
  return minor;
}

bool isPrefix(llvm::StringRef path, llvm::StringRef prefix) {
  return path.consume_front(prefix) && (path.empty() || path[0] == '/');
}

std::vector<ModuleReplacement> absoluteReplacements(const GoMod& mod) {
  std::vector<ModuleReplacement> result = mod.replacements;
  for (ModuleReplacement& r : result)
    if (r.isDirectory()) r.target = absoluteIn(mod.directory, r.target);
  return result;
}

} // namespace

std::string absoluteIn(llvm::StringRef directory, llvm::StringRef path) {
  llvm::SmallString<256> joined(ps::is_absolute(path) ? path : directory);
  if (!ps::is_absolute(path)) ps::append(joined, path);
  ps::remove_dots(joined, /*remove_dot_dot=*/true);
  return std::string(joined);
}

Modules::Modules(llvm::StringRef directory, llvm::StringRef mode) : work_(findGoWork(directory)) {
  if (work_) {
    loadWorkspace();
    return;
  }
  if (std::optional<GoMod> main = findGoMod(directory)) {
    mains_.push_back(std::move(*main));
    problems_ = mains_.front().problems;
    if (problems_.empty()) loadVendor(mode);
  }
}

void Modules::loadWorkspace() {
  problems_ = work_->problems;
  std::set<std::string> seen;
  for (const std::string& use : work_->uses) {
    if (!problems_.empty()) return;
    const std::string directory = absoluteIn(work_->directory, use);
    if (!seen.insert(directory).second) {
      problems_ =
          "go: error loading go.work:\npath " + directory + " appears multiple times in workspace";
      return;
    }
    std::optional<GoMod> mod = readGoMod(directory);
    if (!mod) {
      problems_ = "go: cannot load module " + shownPath(directory) +
                  " listed in go.work file: open " + shownPath(directory + "/go.mod") +
                  ": no such file or directory";
      return;
    }
    problems_ = mod->problems;
    mains_.push_back(std::move(*mod));
  }
  if (problems_.empty()) checkGoLines();
}

// A workspace is at a version that all its modules can live with.
void Modules::checkGoLines() {
  const bool isImplicit = work_->goVersion.empty();
  const unsigned own = isImplicit ? 18 : minorOf(work_->goVersion);
  const std::string lists = isImplicit ? "implicitly requires go 1.18"
                                       : "lists go " + work_->goVersion.substr(strlen("go"));
  for (size_t i = 0; i < mains_.size(); ++i) {
    if (minorOf(mains_[i].goVersion) <= own) continue;
    problems_ += (llvm::Twine(problems_.empty() ? "" : "\n") + "go: module " +
                  shownPath(mains_[i].directory) + " listed in go.work file requires go >= " +
                  llvm::StringRef(mains_[i].goVersion).drop_front(2) + ", but go.work " + lists +
                  "; to update it:\n\tgo work use")
                     .str();
  }
}

void Modules::loadVendor(llvm::StringRef mode) {
  const std::string directory = vendorDirectory();
  const bool isOn = mode == "vendor" || (mode.empty() && minorOf(onlyMain().goVersion) >= 14);
  if (!isOn || !fs::is_directory(directory)) return;
  vendor_.emplace(directory);
  if (minorOf(onlyMain().goVersion) >= 14) problems_ = vendor_->inconsistencies(onlyMain());
}

const GoMod* Modules::mainAround(llvm::StringRef directory) const {
  for (llvm::StringRef at = directory; !at.empty(); at = ps::parent_path(at)) {
    for (const GoMod& main : mains_)
      if (main.directory == at) return &main;
    if (fs::exists(at + "/go.mod")) return nullptr;
  }
  return nullptr;
}

const GoMod* Modules::mainOf(llvm::StringRef package) const {
  const GoMod* best = nullptr;
  for (const GoMod& main : mains_)
    if (isPrefix(package, main.module) && (!best || main.module.size() > best->module.size()))
      best = &main;
  return best;
}

const ModuleGraph& Modules::graph() const {
  if (graph_) return *graph_;
  std::vector<ModuleReplacement> replacements;
  if (work_) replacements = absoluteReplacements(*work_);
  for (const GoMod& main : mains_)
    llvm::append_range(replacements, absoluteReplacements(main));
  graph_ = std::make_unique<ModuleGraph>(mains_, std::move(replacements));
  return *graph_;
}

std::string Modules::replacedModuleOf(llvm::StringRef package) const {
  return graph().replacedModuleOf(package);
}

std::vector<ModulePlace> Modules::placesOf(llvm::StringRef package) const {
  std::vector<ModulePlace> places;
  for (const GoMod& main : mains_)
    if (isPrefix(package, main.module))
      places.push_back({main.module, {}, main.directory, main.goVersion, {}});
  for (SelectedModule& module : graph().modulesAround(package))
    places.push_back(
        {module.path, module.version, module.directory, module.goVersion, module.replacement});
  llvm::stable_sort(places, [](const ModulePlace& a, const ModulePlace& b) {
    return a.path.size() > b.path.size();
  });
  return places;
}

} // namespace minigo
