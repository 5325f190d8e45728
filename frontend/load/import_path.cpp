#include "frontend/load/import_path.h"

#include "frontend/types/constant_pool.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

namespace minigo {

namespace {

constexpr llvm::StringLiteral kStandard[] = {
#define STD_PACKAGE(Path) Path,
#include "frontend/load/std_packages.def"
};

// Spec, Import declarations: characters that compilers may exclude, and gc does.
bool isExcluded(char c) {
  return c <= ' ' || c == 0x7F || llvm::StringRef("!\"#$%&'()*,:;<=>?[\\]^`{|}").contains(c);
}

std::string malformed(llvm::StringRef path, const std::string& why) {
  return "malformed import path " + quote(path) + ": " + why;
}

} // namespace

std::string importPathProblem(llvm::StringRef path) {
  bool ascii = llvm::all_of(path, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (path.empty() || llvm::any_of(path, [](char c) {
        return static_cast<unsigned char>(c) < 0x80 && isExcluded(c);
      }))
    return ("invalid import path: " + path).str();
  if (path == "." || path == ".." || path.starts_with("./") || path.starts_with("../"))
    return quote(path) + " is relative, but relative import paths are not supported in module mode";
  if (path.starts_with("/")) return quote(path) + " is not a package path; see 'go help packages'";
  if (path.starts_with("-")) return malformed(path, "leading dash");
  if (path.contains("//")) return malformed(path, "double slash");
  if (path.ends_with("/")) return malformed(path, "trailing slash");
  llvm::SmallVector<llvm::StringRef, 8> elements;
  path.split(elements, '/');
  for (llvm::StringRef element : elements)
    if (element == "." || element == "..")
      return malformed(path, "invalid path element " + quote(element));
  if (!ascii) {
    size_t at = llvm::find_if(path, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) -
                path.begin();
    size_t end = at + 1;
    while (end < path.size() && (static_cast<unsigned char>(path[end]) & 0xC0) == 0x80)
      ++end;
    return malformed(path, "invalid char '" + path.slice(at, end).str() + "'");
  }
  return "";
}

bool isStandardPackage(llvm::StringRef path) { return llvm::is_contained(kStandard, path); }

llvm::StringRef standardPackageNamed(llvm::StringRef name) {
  llvm::StringRef found;
  for (llvm::StringRef path : kStandard) {
    if (path.rsplit('/').second != name && path != name) continue;
    // crypto/rand and html/template have the names of packages that are used far more often.
    const bool lessUsed = path.starts_with("crypto/") || path.starts_with("html/");
    if (found.empty() || !lessUsed) found = path;
  }
  return found;
}

bool isModulePath(llvm::StringRef path) { return path.split('/').first.contains('.'); }

bool isInternalPath(llvm::StringRef path) {
  llvm::SmallVector<llvm::StringRef, 8> elements;
  path.split(elements, '/');
  return llvm::is_contained(elements, "internal");
}

} // namespace minigo
