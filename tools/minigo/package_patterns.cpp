#include "tools/minigo/package_patterns.h"

#include "tools/minigo/errors.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

namespace minigo {
namespace {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

bool isLeftOut(llvm::StringRef name) {
  return name.starts_with(".") || name.starts_with("_") || name == "testdata" || name == "vendor";
}

// Adds `directory` and what is below it.
void addPackages(const std::string& directory, std::vector<std::string>& packages) {
  std::vector<std::string> folders;
  bool hasGoFiles = false;
  std::error_code error;
  for (fs::directory_iterator it(directory, error), end; it != end && !error; it.increment(error)) {
    const llvm::StringRef name = path::filename(it->path());
    if (it->type() == fs::file_type::directory_file) {
      if (!isLeftOut(name) && !fs::exists(it->path() + "/go.mod")) folders.push_back(it->path());
    } else {
      hasGoFiles |= name.ends_with(".go") && !name.ends_with("_test.go") && !isLeftOut(name);
    }
  }
  if (hasGoFiles) packages.push_back(directory);
  llvm::sort(folders);
  for (const std::string& folder : folders)
    addPackages(folder, packages);
}

} // namespace

int expandPatterns(llvm::ArrayRef<std::string> arguments, std::vector<std::string>& packages) {
  for (llvm::StringRef argument : arguments) {
    if (!argument.contains("...")) {
      packages.push_back(argument.str());
      continue;
    }
    llvm::StringRef base = argument;
    const bool isDirectory = argument.starts_with(".") || path::is_absolute(argument);
    if (!isDirectory || !base.consume_back("/..."))
      return fail("not supported yet: the pattern " + argument.str() +
                  ", which is no directory followed by /...");
    if (!fs::is_directory(base)) return fail("pattern " + argument + ": directory not found");
    const size_t before = packages.size();
    addPackages(base.str(), packages);
    if (packages.size() == before)
      llvm::errs() << "minigo: warning: \"" << argument << "\" matched no packages\n";
  }
  return 0;
}

} // namespace minigo
