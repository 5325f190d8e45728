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

std::string malformed(llvm::StringRef what, llvm::StringRef path, const std::string& why) {
  return ("malformed " + what + " path " + quote(path) + ": " + why).str();
}

// A rune as Go quotes it.
std::string quoteRune(llvm::StringRef rune) {
  if (rune == "\"") return "'\"'";
  if (rune == "'") return "'\\''";
  const std::string quoted = quote(rune);
  return "'" + quoted.substr(1, quoted.size() - 2) + "'";
}

bool isAllowed(char c) { return llvm::isAlnum(c) || llvm::StringRef("-._~+").contains(c); }

// Windows has devices of these names in every directory.
bool isDevice(llvm::StringRef name) {
  constexpr llvm::StringLiteral kDevices[] = {"con", "aux", "nul", "prn"};
  const std::string lower = name.lower();
  llvm::StringRef rest = lower;
  if (rest.consume_front("com") || rest.consume_front("lpt"))
    return rest.size() == 1 && rest[0] >= '1' && rest[0] <= '9';
  return llvm::is_contained(kDevices, lower);
}

std::string elementProblem(llvm::StringRef element) {
  if (element.find_first_not_of('.') == llvm::StringRef::npos)
    return "invalid path element " + quote(element);
  if (element.ends_with(".")) return "trailing dot in path element";
  for (size_t at = 0; at < element.size(); ++at) {
    if (isAllowed(element[at])) continue;
    size_t end = at + 1;
    while (end < element.size() && (static_cast<unsigned char>(element[end]) & 0xC0) == 0x80)
      ++end;
    return "invalid char " + quoteRune(element.slice(at, end));
  }
  const llvm::StringRef name = element.split('.').first;
  if (isDevice(name)) return quote(name) + " disallowed as path element component on Windows";
  const llvm::StringRef suffix = name.rsplit('~').second;
  if (!suffix.empty() && llvm::all_of(suffix, llvm::isDigit))
    return "trailing tilde and digits in path element";
  return {};
}

// Why a text is no path of a module or package.
std::string problemOf(llvm::StringRef path) {
  if (path.empty()) return "empty string";
  if (path.starts_with("-")) return "leading dash";
  if (path.contains("//")) return "double slash";
  if (path.ends_with("/")) return "trailing slash";
  if (path.starts_with("/")) return "empty path element";
  llvm::SmallVector<llvm::StringRef, 8> elements;
  path.split(elements, '/');
  for (llvm::StringRef element : elements)
    if (std::string problem = elementProblem(element); !problem.empty()) return problem;
  return {};
}

} // namespace

std::string pathProblem(llvm::StringRef path) {
  const std::string why = problemOf(path);
  return why.empty() ? why : malformed("import", path, why);
}

std::string modulePathProblem(llvm::StringRef path) {
  const std::string why = problemOf(path);
  return why.empty() ? why : malformed("module", path, why);
}

std::string importPathProblem(llvm::StringRef path) {
  if (path.empty() || llvm::any_of(path, [](char c) {
        return static_cast<unsigned char>(c) < 0x80 && isExcluded(c);
      }))
    return ("invalid import path: " + path).str();
  if (path == "." || path == ".." || path.starts_with("./") || path.starts_with("../"))
    return quote(path) + " is relative, but relative import paths are not supported in module mode";
  if (path.starts_with("/")) return quote(path) + " is not a package path; see 'go help packages'";
  return pathProblem(path);
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
