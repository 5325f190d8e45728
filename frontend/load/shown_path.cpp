#include "frontend/load/shown_path.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace minigo {

std::string shownPath(llvm::StringRef path, llvm::StringRef directory) {
  namespace fs = llvm::sys::fs;
  namespace ps = llvm::sys::path;
  llvm::SmallString<256> absolute(path), from(directory);
  fs::make_absolute(absolute);
  fs::make_absolute(from);
  ps::remove_dots(absolute, true);
  ps::remove_dots(from, true);
  auto a = ps::begin(absolute), aEnd = ps::end(absolute);
  auto d = ps::begin(from), dEnd = ps::end(from);
  while (a != aEnd && d != dEnd && *a == *d) {
    ++a;
    ++d;
  }
  llvm::SmallString<256> relative;
  for (; d != dEnd; ++d)
    ps::append(relative, "..");
  for (; a != aEnd; ++a)
    ps::append(relative, *a);
  if (relative.empty()) relative = ".";
  return std::string(relative.size() < absolute.size() ? relative : absolute);
}

} // namespace minigo
