#include "frontend/load/package_files.h"

#include "frontend/types/constant_pool.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <map>

namespace minigo {
namespace {

namespace fs = llvm::sys::fs;
namespace ps = llvm::sys::path;

// In the order in which the go command complains.
constexpr llvm::StringLiteral kForeignLanguages[] = {"C", "C++", "Objective-C", "Fortran"};

// The index of a file's language in the table above; -1 for others.
int foreignLanguage(llvm::StringRef extension) {
  return llvm::StringSwitch<int>(extension)
      .Case(".c", 0)
      .Cases(".cc", ".cpp", ".cxx", 1)
      .Case(".m", 2)
      .Cases(".f", ".F", ".for", ".f90", 3)
      .Default(-1);
}

std::vector<std::string> namesIn(llvm::StringRef directory, std::error_code& error) {
  std::vector<std::string> names;
  for (fs::directory_iterator it(directory, error), end; it != end && !error; it.increment(error))
    names.push_back(ps::filename(it->path()).str());
  llvm::sort(names);
  return names;
}

} // namespace

PackageFiles readPackageFiles(llvm::StringRef directory, const BuildContext& build) {
  PackageFiles files;
  std::map<int, std::string> foreign;
  for (llvm::StringRef name : namesIn(directory, files.failure)) {
    const llvm::StringRef extension = ps::extension(name);
    const int language = foreignLanguage(extension);
    const bool isGo = extension == ".go";
    if (!isGo && extension != ".s" && language < 0) continue;
    if (name.starts_with("_") || name.starts_with(".")) continue;
    if (isGo && name.ends_with("_test.go")) {
      files.hasTests = true;
      continue;
    }
    // All kinds of files have constraints of both kinds.
    llvm::SmallString<256> path(directory);
    ps::append(path, name);
    auto text = llvm::MemoryBuffer::getFile(path);
    if (!text && fs::is_directory(path)) continue;
    std::string problem;
    const bool belongs = text && build.matchesName((ps::stem(name) + ".go").str()) &&
                         build.matchesHead((*text)->getBuffer(), &problem);
    if (!problem.empty() && files.problem.empty()) files.problem = (name + ": " + problem).str();
    if (!isGo && !belongs) continue;
    if (language >= 0)
      foreign[language] += (" " + name).str();
    else if (!isGo)
      files.hasAssembly = true;
    else if (belongs || !text) // who cannot read it will say so
      files.go.push_back(path.str().str());
    else
      files.hasExcluded = true;
  }
  if (!foreign.empty())
    files.foreign =
        kForeignLanguages[foreign.begin()->first].str() +
        " source files not allowed when not using cgo or SWIG:" + foreign.begin()->second;
  return files;
}

std::string collidingNames(std::vector<std::string> names) {
  llvm::sort(names);
  std::map<std::string, std::string> byLowerCase;
  for (const std::string& name : names) {
    const auto [it, isNew] = byLowerCase.try_emplace(llvm::StringRef(name).lower(), name);
    if (!isNew) return quote(it->second) + " and " + quote(name);
  }
  return {};
}

bool isSafeName(llvm::StringRef name) {
  if (name.empty()) return false;
  const char c = name[0];
  return llvm::isAlnum(c) || c == '.' || c == '_' || c == '/' ||
         static_cast<unsigned char>(c) >= 0x80;
}

} // namespace minigo
