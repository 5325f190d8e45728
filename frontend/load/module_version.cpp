#include "frontend/load/module_version.h"

#include "frontend/types/constant_pool.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <optional>

namespace minigo {
namespace {

bool takeNumber(llvm::StringRef& text) {
  const llvm::StringRef digits = text.take_while(llvm::isDigit);
  text = text.drop_front(digits.size());
  return digits == "0" || (!digits.empty() && digits[0] != '0');
}

// v1.2.3, v1.2.3-rc.1, v2.0.0+incompatible: versions of which nothing is left out.
bool isCanonical(llvm::StringRef version) {
  if (!version.consume_front("v") || !takeNumber(version)) return false;
  if (!version.consume_front(".") || !takeNumber(version)) return false;
  if (!version.consume_front(".") || !takeNumber(version)) return false;
  version.consume_back("+incompatible");
  if (version.empty()) return true;
  return version.consume_front("-") && !version.empty() &&
         llvm::all_of(version, [](char c) { return llvm::isAlnum(c) || c == '-' || c == '.'; });
}

// The major version that a path ends in: "/v2", ".v2" for gopkg.in, or "". None if it is malformed.
std::optional<llvm::StringRef> majorOf(llvm::StringRef path) {
  llvm::StringRef bare = path;
  const bool isGopkg = path.starts_with("gopkg.in/");
  if (isGopkg) bare.consume_back("-unstable");
  const llvm::StringRef digits =
      bare.take_back(bare.size() - bare.find_last_not_of("0123456789") - 1);
  const llvm::StringRef before = bare.drop_back(digits.size());
  if (!before.ends_with(isGopkg ? ".v" : "/v") || digits.empty()) {
    if (isGopkg) return std::nullopt;
    return llvm::StringRef();
  }
  const bool isFirst = digits == "0" || digits == "1";
  if (isGopkg ? digits.size() > 1 && digits[0] == '0' : isFirst || digits[0] == '0')
    return std::nullopt;
  return bare.take_back(digits.size() + 2);
}

} // namespace

std::string versionProblem(llvm::StringRef path, llvm::StringRef version) {
  const std::string invalid = quote(version) + " invalid: ";
  const std::optional<llvm::StringRef> major = majorOf(path);
  if (!major) return invalid + "malformed module path " + quote(path);
  if (!isCanonical(version)) return invalid + "must be of the form v1.2.3";
  const llvm::StringRef actual = version.split('.').first;
  const bool isFirst = actual == "v0" || actual == "v1";
  if (major->empty()
          ? isFirst || version.ends_with("+incompatible")
          : actual == major->drop_front() || (*major == ".v1" && version.starts_with("v0.0.0-")))
    return {};
  const std::string wanted = major->empty() ? "v0 or v1" : major->drop_front().str();
  return (invalid + "should be " + wanted + ", not " + actual).str();
}

} // namespace minigo
