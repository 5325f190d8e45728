#include "frontend/load/build_info.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MemoryBuffer.h"

#include <map>

namespace minigo {

namespace {

constexpr llvm::StringLiteral kNoVersion = "(devel)"; // Go's word for files that are at hand

// What the go.sum files of the main modules have: lines "path version sum".
class CheckSums {
public:
  explicit CheckSums(const Modules& modules) {
    if (modules.usesVendor()) return; // modules in a vendor directory are not the ones with a sum
    for (const GoMod& main : modules.mains()) {
      auto text = llvm::MemoryBuffer::getFile(main.directory + "/go.sum");
      if (!text) continue;
      for (llvm::StringRef line : llvm::split((*text)->getBuffer(), '\n')) {
        const auto [module, sum] = line.trim().rsplit(' ');
        sums_.try_emplace(module, sum.str());
      }
    }
  }

  // "path version sum"
  std::string columns(const ModuleVersion& module) const {
    const bool isAtHand = module.version.empty();
    return module.path + "\t" + (isAtHand ? kNoVersion.str() : module.version) + "\t" +
           (isAtHand ? "" : sums_.lookup(module.path + " " + module.version)) + "\n";
  }

private:
  llvm::StringMap<std::string> sums_; // by "path version"
};

struct Dependency {
  ModuleVersion module, replacement;
};

// What the packages belong to beside the main package's own module, by path.
std::map<std::string, Dependency> dependenciesOf(llvm::ArrayRef<const PackageSource*> packages,
                                                 const Modules& modules, const GoMod* own) {
  std::map<std::string, Dependency> dependencies;
  for (const PackageSource* package : packages) {
    if (package->origin != PackageSource::Origin::Module) continue;
    if (!package->module.path.empty())
      dependencies.try_emplace(package->module.path,
                               Dependency{package->module, package->replacement});
    else if (const GoMod* other = modules.mainOf(package->path); other && other != own)
      dependencies.try_emplace(other->module, Dependency{{other->module, {}}, {}});
  }
  return dependencies;
}

std::string settings(const FrontendOptions& options) {
  std::string text = "build\t-buildmode=exe\nbuild\t-compiler=gc\n";
  if (!options.build.tags.empty())
    text += "build\t-tags=" + llvm::join(options.build.tags, ",") + "\n";
  if (options.trimPath) text += "build\t-trimpath=true\n";
  return text + "build\tCGO_ENABLED=0\nbuild\tGOARCH=amd64\nbuild\tGOOS=linux\nbuild\tGOAMD64=v1\n";
}

} // namespace

std::string buildInfo(const PackageSource& main, llvm::ArrayRef<const PackageSource*> packages,
                      const Modules& modules, const FrontendOptions& options) {
  const bool isNamed = main.origin == PackageSource::Origin::Module;
  const GoMod* own = isNamed ? modules.mainOf(main.path) : nullptr;
  std::string text = "path\t" + (isNamed ? main.path : "command-line-arguments") + "\n";
  const CheckSums sums(modules);
  if (own) text += "mod\t" + sums.columns({own->module, {}});
  for (const auto& [path, dependency] : dependenciesOf(packages, modules, own)) {
    const auto& [module, replacement] = dependency;
    if (replacement.path.empty())
      text += "dep\t" + sums.columns(module);
    else
      text += "dep\t" + module.path + "\t" + module.version + "\n=>\t" + sums.columns(replacement);
  }
  return text + settings(options);
}

} // namespace minigo
