#include "frontend/load/build_context.h"

#include "frontend/check/version.h"
#include "frontend/source/build_constraint.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

namespace minigo {

namespace {

// Systems and architectures that Go has, had or reserves: in names of files they are constraints.
constexpr llvm::StringLiteral kSystems[] = {
    "aix",   "android", "darwin", "dragonfly", "freebsd", "hurd",    "illumos", "ios",     "js",
    "linux", "nacl",    "netbsd", "openbsd",   "plan9",   "solaris", "wasip1",  "windows", "zos"};
constexpr llvm::StringLiteral kArchitectures[] = {
    "386",     "amd64",  "amd64p32", "arm",      "armbe",     "arm64",       "arm64be", "loong64",
    "mips",    "mipsle", "mips64",   "mips64le", "mips64p32", "mips64p32le", "ppc",     "ppc64",
    "ppc64le", "riscv",  "riscv64",  "s390",     "s390x",     "sparc",       "sparc64", "wasm"};
// What Go's own build of this version turns on by itself.
constexpr llvm::StringLiteral kExperiments[] = {"regabiwrappers", "regabiargs", "dwarf5",
                                                "greenteagc", "randomizedheapbase64"};

} // namespace

bool BuildContext::hasTag(llvm::StringRef tag) const {
  if (llvm::is_contained(tags, tag)) return true;
  if (tag == os || tag == arch || tag == "gc") return true;
  if (tag == "unix") return os == "linux";
  if (tag == arch + ".v1") return arch == "amd64";
  if (tag.consume_front("goexperiment.")) return llvm::is_contained(kExperiments, tag);
  int minor;
  return tag.consume_front("go1.") && !tag.getAsInteger(10, minor) && minor >= 1 &&
         minor <= kNewestGo.minor;
}

bool BuildContext::matchesName(llvm::StringRef fileName) const {
  if (fileName.starts_with(".") || fileName.starts_with("_")) return false;
  if (!fileName.ends_with(".go") || fileName.ends_with("_test.go")) return false;
  // What is before the first underscore is never a constraint: linux.go is any package's file.
  llvm::SmallVector<llvm::StringRef, 4> words;
  fileName.split('.').first.split(words, '_');
  words.erase(words.begin());
  if (words.empty()) return true;
  llvm::StringRef last = words.back();
  if (llvm::is_contained(kSystems, last)) return hasTag(last);
  if (!llvm::is_contained(kArchitectures, last)) return true;
  bool hasSystem = words.size() > 1 && llvm::is_contained(kSystems, words[words.size() - 2]);
  return hasTag(last) && (!hasSystem || hasTag(words[words.size() - 2]));
}

bool BuildContext::matchesHead(llvm::StringRef fileText, std::string* problem) const {
  const FileConstraint head = constraintInHead(fileText);
  if (problem) *problem = head.problem;
  return !head.constraint ||
         head.constraint->evaluate([this](llvm::StringRef tag) { return hasTag(tag); });
}

} // namespace minigo
