#include "frontend/types/standard_names.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace minigo {

namespace {

using Entry = std::pair<llvm::StringLiteral, llvm::StringLiteral>;
constexpr Entry kNames[] = {
#define STD_NAME(Path, Name) {Path, Name},
#include "frontend/types/standard_names.def"
};

} // namespace

bool isStandardName(llvm::StringRef path, llvm::StringRef name) {
  return std::any_of(std::begin(kNames), std::end(kNames), [&](const Entry& entry) {
    return entry.first == path && entry.second == name;
  });
}

} // namespace minigo
