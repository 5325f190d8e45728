#include "frontend/load/module_cache.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <cstdlib>

namespace minigo {

namespace {

namespace ps = llvm::sys::path;

std::string joined(llvm::StringRef directory, const llvm::Twine& path) {
  llvm::SmallString<256> result(directory);
  ps::append(result, path);
  return std::string(result);
}

std::string moduleCache() {
  if (const char* cache = std::getenv("GOMODCACHE"); cache && *cache) return cache;
  if (const char* path = std::getenv("GOPATH"); path && *path)
    return joined(llvm::StringRef(path).split(':').first, "pkg/mod");
  const char* home = std::getenv("HOME");
  return home ? joined(home, "go/pkg/mod") : std::string();
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

// Numbers have no leading zeros, so that the longer one is larger.
int compareNumbers(llvm::StringRef a, llvm::StringRef b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  return a.compare(b);
}

bool isNumber(llvm::StringRef text) { return !text.empty() && llvm::all_of(text, llvm::isDigit); }

int comparePrereleases(llvm::StringRef a, llvm::StringRef b) {
  if (a == b) return 0;
  if (a.empty() || b.empty()) return a.empty() ? 1 : -1; // a release comes behind its candidates
  while (!a.empty() && !b.empty()) {
    llvm::StringRef x, y;
    std::tie(x, a) = a.split('.');
    std::tie(y, b) = b.split('.');
    if (x == y) continue;
    if (isNumber(x) != isNumber(y)) return isNumber(x) ? -1 : 1;
    return isNumber(x) ? compareNumbers(x, y) : x.compare(y);
  }
  return a.empty() == b.empty() ? 0 : a.empty() ? -1 : 1;
}

} // namespace

std::string downloadedDirectory(llvm::StringRef path, llvm::StringRef version) {
  return joined(moduleCache(), escapeCase(path) + "@" + escapeCase(version));
}

std::optional<GoMod> downloadedGoMod(llvm::StringRef path, llvm::StringRef version) {
  std::string directory = downloadedDirectory(path, version);
  if (std::optional<GoMod> mod = readGoMod(directory)) return mod;
  auto text = llvm::MemoryBuffer::getFile(joined(
      moduleCache(), "cache/download/" + escapeCase(path) + "/@v/" + escapeCase(version) + ".mod"));
  if (!text) return std::nullopt;
  return parseGoMod((*text)->getBuffer(), directory);
}

int compareVersions(llvm::StringRef a, llvm::StringRef b) {
  if (!a.consume_front("v") || !b.consume_front("v"))
    return a == b ? 0 : a.starts_with("v") ? 1 : -1;
  a = a.split('+').first;
  b = b.split('+').first;
  auto [aNumbers, aRest] = a.split('-');
  auto [bNumbers, bRest] = b.split('-');
  for (int i = 0; i < 3; ++i) {
    llvm::StringRef x, y;
    std::tie(x, aNumbers) = aNumbers.split('.');
    std::tie(y, bNumbers) = bNumbers.split('.');
    if (int order = compareNumbers(x, y)) return order;
  }
  return comparePrereleases(aRest, bRest);
}

} // namespace minigo
