#include "frontend/load/module_graph.h"

#include "frontend/load/module_cache.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

#include <set>

namespace minigo {

namespace {

// "go1.17" or later.
bool isPruned(llvm::StringRef goVersion) {
  unsigned minor = 0;
  if (!goVersion.consume_front("go1.")) return goVersion.starts_with("go");
  return goVersion.consumeInteger(10, minor) || minor >= 17;
}

// A requirement that was met, and whether what its module requires counts too, and so on.
struct Visit {
  ModuleVersion module;
  bool follows; // look at its requirements
  bool isDeep;  // and at theirs
  bool operator<(const Visit& o) const {
    return std::tie(module.path, module.version, follows, isDeep) <
           std::tie(o.module.path, o.module.version, o.follows, o.isDeep);
  }
};

} // namespace

ModuleGraph::ModuleGraph(llvm::ArrayRef<GoMod> mains, std::vector<ModuleReplacement> replacements)
    : replacements_(std::move(replacements)) {
  select(mains);
}

const ModuleReplacement* ModuleGraph::replacementOf(llvm::StringRef path,
                                                    llvm::StringRef version) const {
  const ModuleReplacement* any = nullptr; // one for this version goes before one for all
  for (const ModuleReplacement& r : replacements_) {
    if (r.path != path) continue;
    if (r.version == version) return &r;
    if (r.version.empty()) any = &r;
  }
  return any;
}

std::optional<GoMod> ModuleGraph::goModOf(llvm::StringRef path, llvm::StringRef version) const {
  const ModuleReplacement* replaced = replacementOf(path, version);
  if (!replaced) return downloadedGoMod(path, version);
  return replaced->isDirectory() ? readGoMod(replaced->target)
                                 : downloadedGoMod(replaced->target, replaced->targetVersion);
}

void ModuleGraph::select(llvm::ArrayRef<GoMod> mains) {
  std::vector<Visit> open;
  for (const GoMod& main : mains)
    for (const ModuleVersion& requirement : main.requirements)
      open.push_back({requirement, true, !isPruned(main.goVersion)});
  std::set<Visit> seen;
  while (!open.empty()) {
    const Visit visit = open.back();
    open.pop_back();
    if (llvm::any_of(mains, [&](const GoMod& m) { return m.module == visit.module.path; }) ||
        !seen.insert(visit).second)
      continue;
    std::string& version = versions_[visit.module.path];
    if (version.empty() || compareVersions(version, visit.module.version) < 0)
      version = visit.module.version;
    if (!visit.follows) continue;
    const std::optional<GoMod> mod = goModOf(visit.module.path, visit.module.version);
    if (!mod) continue; // who needs a package of it will say that it is not there
    const bool deeper = visit.isDeep || !isPruned(mod->goVersion);
    for (const ModuleVersion& requirement : mod->requirements)
      open.push_back({requirement, deeper, deeper});
  }
}

SelectedModule ModuleGraph::selected(llvm::StringRef path, llvm::StringRef version) const {
  SelectedModule module{path.str(), version.str(), {}, "go1.16", {}};
  const ModuleReplacement* replaced = replacementOf(path, version);
  module.directory = !replaced ? downloadedDirectory(path, version)
                     : replaced->isDirectory()
                         ? replaced->target
                         : downloadedDirectory(replaced->target, replaced->targetVersion);
  if (replaced && replaced->isDirectory())
    module.replacement.path = replaced->written;
  else if (replaced)
    module.replacement = {replaced->target, replaced->targetVersion};
  if (const std::optional<GoMod> mod = goModOf(path, version)) module.goVersion = mod->goVersion;
  return module;
}

std::vector<SelectedModule> ModuleGraph::all() const {
  std::vector<SelectedModule> modules;
  for (const auto& [path, version] : versions_)
    modules.push_back(selected(path, version));
  return modules;
}

std::vector<SelectedModule> ModuleGraph::modulesAround(llvm::StringRef package) const {
  std::vector<SelectedModule> found;
  for (const auto& [path, version] : versions_) {
    llvm::StringRef rest = package;
    if (!rest.consume_front(path) || (!rest.empty() && rest[0] != '/')) continue;
    found.push_back(selected(path, version));
  }
  llvm::sort(found, [](const SelectedModule& a, const SelectedModule& b) {
    return a.path.size() > b.path.size();
  });
  return found;
}

std::string ModuleGraph::replacedModuleOf(llvm::StringRef package) const {
  for (const ModuleReplacement& replaced : replacements_) {
    llvm::StringRef rest = package;
    if (!replaced.isDirectory() || versions_.count(replaced.path)) continue;
    if (!rest.consume_front(replaced.path) || (!rest.empty() && rest[0] != '/')) continue;
    if (llvm::sys::fs::is_directory(replaced.target + rest)) return replaced.path;
  }
  return {};
}

} // namespace minigo
