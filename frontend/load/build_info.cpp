#include "frontend/load/build_info.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"

#include <map>

namespace minigo {

namespace {

constexpr llvm::StringLiteral kNoVersion = "(devel)"; // Go's word for files that are at hand

// What the go.sum files of the main modules have for a module: lines "path version sum".
std::string checkSum(const ModuleVersion& module, const Modules& modules) {
  const std::string start = module.path + " " + module.version + " ";
  for (const GoMod& main : modules.mains()) {
    auto text = llvm::MemoryBuffer::getFile(main.directory + "/go.sum");
    if (!text) continue;
    for (llvm::StringRef line : llvm::split((*text)->getBuffer(), '\n'))
      if (line.consume_front(start)) return line.trim().str();
  }
  return {};
}

// "path version sum". Modules in a vendor directory are not the ones that have the sum.
std::string columns(const ModuleVersion& module, const Modules& modules) {
  const bool isAtHand = module.version.empty();
  return module.path + "\t" + (isAtHand ? kNoVersion.str() : module.version) + "\t" +
         (isAtHand || modules.usesVendor() ? "" : checkSum(module, modules)) + "\n";
}

std::string dependency(const ModuleVersion& module, const ModuleVersion& replacement,
                       const Modules& modules) {
  if (replacement.path.empty()) return "dep\t" + columns(module, modules);
  return "dep\t" + module.path + "\t" + module.version + "\n=>\t" + columns(replacement, modules);
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
  if (own) text += "mod\t" + columns({own->module, {}}, modules);
  std::map<std::string, std::string> dependencies; // by path
  for (const PackageSource* package : packages) {
    if (package->origin != PackageSource::Origin::Module) continue;
    if (!package->module.path.empty())
      dependencies.try_emplace(package->module.path,
                               dependency(package->module, package->replacement, modules));
    else if (const GoMod* other = modules.mainOf(package->path); other && other != own)
      dependencies.try_emplace(other->module, dependency({other->module, {}}, {}, modules));
  }
  for (const auto& [path, line] : dependencies)
    text += line;
  return text + settings(options);
}

} // namespace minigo
