#include "frontend/load/vendor.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"

namespace minigo {

// A module is "# path version [=> replacement]", below it "## explicit; go 1.N" and its packages.
VendorList::VendorList(llvm::StringRef vendor) {
  auto text = llvm::MemoryBuffer::getFile(vendor + "/modules.txt");
  if (!text) return;
  llvm::SmallVector<llvm::StringRef, 64> lines;
  (*text)->getBuffer().split(lines, '\n');
  for (llvm::StringRef line : lines) {
    line = line.trim();
    if (line.consume_front("## ")) {
      if (modules_.empty()) continue;
      llvm::SmallVector<llvm::StringRef, 4> words;
      line.split(words, ';');
      for (llvm::StringRef word : words) {
        word = word.trim();
        modules_.back().isExplicit |= word == "explicit";
        if (word.consume_front("go ")) modules_.back().goVersion = ("go" + word).str();
      }
    } else if (line.consume_front("# ")) {
      const auto [module, replacement] = line.split("=>");
      const auto [path, version] = module.trim().split(' ');
      modules_.push_back({path.str(), version.trim().str(), replacement.trim().str(), "go1.16"});
    } else if (!line.empty() && !modules_.empty()) {
      packages_[line] = modules_.size() - 1;
      modules_.back().hasPackages = true;
    }
  }
}

const VendorList::Module* VendorList::moduleOf(llvm::StringRef package) const {
  const auto found = packages_.find(package);
  return found == packages_.end() ? nullptr : &modules_[found->second];
}

const VendorList::Module* VendorList::find(llvm::StringRef path, llvm::StringRef version) const {
  const auto found = llvm::find_if(
      modules_, [&](const Module& m) { return m.path == path && m.version == version; });
  return found == modules_.end() ? nullptr : &*found;
}

static std::string shown(llvm::StringRef path, llvm::StringRef version) {
  return version.empty() ? path.str() : (path + "@" + version).str();
}

std::string VendorList::inconsistencies(const GoMod& mod) const {
  std::string problems;
  const auto problem = [&](llvm::StringRef path, llvm::StringRef version, const llvm::Twine& what) {
    problems += ("\n\t" + shown(path, version) + ": " + what).str();
  };
  for (const ModuleVersion& required : mod.requirements) {
    const Module* vendored = find(required.path, required.version);
    if (!vendored || !vendored->isExplicit)
      problem(required.path, required.version,
              "is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt");
  }
  for (const ModuleReplacement& r : mod.replacements) {
    const Module* vendored = find(r.path, r.version);
    const std::string spaced =
        r.targetVersion.empty() ? r.target : r.target + " " + r.targetVersion;
    if (!vendored || vendored->replacement.empty()) {
      problem(r.path, r.version,
              "is replaced in go.mod, but not marked as replaced in vendor/modules.txt");
    } else if (vendored->replacement != spaced) {
      const auto [path, version] = llvm::StringRef(vendored->replacement).split(' ');
      problem(r.path, r.version,
              "is replaced by " + shown(r.target, r.targetVersion) +
                  " in go.mod, but marked as replaced by " + shown(path, version) +
                  " in vendor/modules.txt");
    }
  }
  for (const Module& m : modules_) {
    if (m.isExplicit && m.hasPackages &&
        llvm::none_of(mod.requirements, [&](const ModuleVersion& r) {
          return r.path == m.path && r.version == m.version;
        }))
      problem(m.path, m.version,
              "is marked as explicit in vendor/modules.txt, but not explicitly required in go.mod");
    if (!m.replacement.empty() && llvm::none_of(mod.replacements, [&](const ModuleReplacement& r) {
          return r.path == m.path && (r.version.empty() || r.version == m.version);
        }))
      problem(m.path, m.version,
              "is marked as replaced in vendor/modules.txt, but not replaced in go.mod");
  }
  if (problems.empty()) return {};
  return "go: inconsistent vendoring in " + mod.directory + ":" + problems +
         "\n\n\tTo ignore the vendor directory, use -mod=readonly or -mod=mod."
         "\n\tTo sync the vendor directory, run:\n\t\tgo mod vendor";
}

} // namespace minigo
