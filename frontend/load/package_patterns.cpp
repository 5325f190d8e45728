#include "frontend/load/package_patterns.h"

#include "frontend/load/go_root.h"
#include "frontend/load/modules.h"
#include "frontend/load/package_files.h"
#include "frontend/load/shown_path.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <set>

namespace minigo {
namespace {

namespace fs = llvm::sys::fs;
namespace ps = llvm::sys::path;

bool isLeftOut(llvm::StringRef name) {
  return name.starts_with(".") || name.starts_with("_") || name == "testdata" || name == "vendor";
}

bool isDirectoryArgument(llvm::StringRef argument) {
  return ps::is_absolute(argument) || argument == "." || argument == ".." ||
         argument.starts_with("./") || argument.starts_with("../");
}

// "./cmd/..." looks for packages in "./cmd", and so does "./cmd/a...".
llvm::StringRef fixedPart(llvm::StringRef pattern) {
  const llvm::StringRef before = pattern.take_front(pattern.find("..."));
  const size_t slash = before.rfind('/');
  if (slash == 0) return "/";
  return slash == llvm::StringRef::npos ? "" : before.take_front(slash);
}

// All packages of the main modules. "all" means what these import as well, which a build of them
// makes anyway.
bool namesMains(llvm::StringRef pattern) { return pattern == "all" || pattern == "work"; }

// Patterns without dots.
bool isWord(llvm::StringRef pattern) {
  return pattern == "std" || pattern == "cmd" || pattern == "tool" || namesMains(pattern);
}

std::string joined(llvm::StringRef a, llvm::StringRef b) {
  if (a.empty() || b.empty()) return (a + b).str();
  return (a + (a.ends_with("/") ? "" : "/") + b).str();
}

bool isBelow(llvm::StringRef path, llvm::StringRef prefix) {
  return path.consume_front(prefix) && (path.empty() || path[0] == '/' || prefix == "/");
}

class Matcher {
public:
  explicit Matcher(const FrontendOptions& options)
      : options_(options), here_(absoluteIn(currentDirectory(), options.directory)),
        modules_(here_, options.moduleMode) {}

  MatchedPackages run(llvm::ArrayRef<std::string> arguments) {
    for (const std::string& argument : arguments) {
      if (!isPackagePattern(argument)) {
        result_.packages.push_back(argument);
        continue;
      }
      if (!modules_.problems().empty()) {
        result_.problem = modules_.problems();
        break;
      }
      pattern_ = argument;
      matched_.clear();
      hasMatch_ = false;
      isDirectoryArgument(argument) ? matchDirectories(argument) : matchPaths(argument);
      if (!result_.problem.empty()) break;
      if (!hasMatch_) result_.unmatched.push_back(argument);
      llvm::append_range(result_.packages, matched_);
    }
    return std::move(result_);
  }

private:
  static std::string currentDirectory() {
    llvm::SmallString<256> directory;
    fs::current_path(directory);
    return directory.str().str();
  }

  const std::string& goRoot() const {
    return options_.goRoot.empty() ? findGoRoot() : options_.goRoot;
  }

  // The directories of a pattern, below the part of it that is no pattern.
  void matchDirectories(llvm::StringRef pattern) {
    const llvm::StringRef written = fixedPart(pattern);
    const std::string base = absoluteIn(here_, written);
    // Directories are called as the argument calls them.
    const auto take = [&](const std::string& directory, llvm::StringRef rest) {
      const std::string name = joined(written, rest);
      if (matchesPattern(pattern, name)) add(directory, name);
    };
    if (!modules_.any() && isBelow(base, joined(goRoot(), "src"))) return walk(base, "", take);
    if (modules_.mainAround(base))
      return fs::is_directory(base) ? walk(base, "", take) : lost(pattern);
    result_.problem =
        ("pattern " + pattern + ": directory prefix " + shownPath(base, here_) +
         " does not contain " +
         (modules_.isWorkspace() ? "modules listed in go.work" : "main module") + " or " +
         (modules_.isWorkspace() ? "their" : "its") + " selected dependencies")
            .str();
  }

  void lost(llvm::StringRef pattern) {
    const llvm::StringRef directory = pattern.take_front(pattern.find("..."));
    result_.problem =
        ("pattern " + pattern + ": lstat " + directory.take_front(directory.rfind('/') + 1) +
         ": no such file or directory")
            .str();
  }

  // The import paths of a pattern.
  void matchPaths(llvm::StringRef pattern) {
    const auto takeBelow = [&](llvm::StringRef module, bool byDirectory) {
      return
          [this, pattern, module, byDirectory](const std::string& directory, llvm::StringRef rest) {
            const std::string path = joined(module, rest);
            if (isWord(pattern) || matchesPattern(pattern, path))
              add(directory, byDirectory ? directory : path);
          };
    };
    if (pattern == "tool") return matchTools();
    if (pattern != "std" && pattern != "cmd") {
      for (const GoMod& main : modules_.mains())
        if (namesMains(pattern) || mayHold(main.module, pattern))
          walk(main.directory, "", takeBelow(main.module, /*byDirectory=*/true));
      if (!modules_.usesVendor() && !namesMains(pattern))
        for (const SelectedModule& module : modules_.required())
          if (mayHold(module.path, pattern) && fs::is_directory(module.directory))
            walk(module.directory, "", takeBelow(module.path, /*byDirectory=*/false));
    }
    if (namesMains(pattern)) return;
    const std::string& root = goRoot();
    if (root.empty() || pattern.split('/').first.contains('.')) {
      if (!pattern.starts_with("...")) return;
    }
    const std::string source = joined(root, "src");
    std::error_code error;
    std::vector<std::string> folders;
    for (fs::directory_iterator it(source, error), end; it != end && !error; it.increment(error))
      folders.push_back(ps::filename(it->path()).str());
    llvm::sort(folders);
    for (llvm::StringRef folder : folders) {
      const bool isTool = folder == "cmd" && !pattern.starts_with("cmd");
      const std::string directory = joined(source, folder);
      if (isTool || isLeftOut(folder) || !fs::is_directory(directory)) continue;
      const bool isWhole = pattern == "std" || pattern == "cmd";
      if (pattern == "cmd" && folder != "cmd") continue;
      if (isWhole || mayHold(folder, pattern))
        walk(directory, "", takeBelow(folder, /*byDirectory=*/false));
    }
  }

  // What the lines `tool path` of the main modules name.
  void matchTools() {
    for (const GoMod& main : modules_.mains())
      llvm::append_range(matched_, main.tools);
    hasMatch_ = !matched_.empty();
  }

  // Whether a package below `path` may match at all.
  static bool mayHold(llvm::StringRef path, llvm::StringRef pattern) {
    const llvm::StringRef fixed = pattern.take_front(pattern.find("..."));
    const llvm::StringRef whole = fixed.rtrim('/');
    return path.starts_with(fixed) || isBelow(path, whole) || isBelow(whole, path) ||
           fixed.starts_with(path);
  }

  // Calls `take` for the directory and those below it that may hold packages of the same module;
  // with their paths below the first one.
  void walk(const std::string& directory, llvm::StringRef rest,
            llvm::function_ref<void(const std::string&, llvm::StringRef)> take) {
    result_.directories.push_back(directory);
    take(directory, rest);
    std::vector<std::string> folders;
    std::error_code error;
    for (fs::directory_iterator it(directory, error), end; it != end && !error;
         it.increment(error)) {
      const llvm::StringRef name = ps::filename(it->path());
      if (it->type() == fs::file_type::directory_file && !isLeftOut(name) &&
          !fs::exists(it->path() + "/go.mod"))
        folders.push_back(name.str());
    }
    if (error) return unreadable(directory, error);
    llvm::sort(folders);
    for (const std::string& folder : folders)
      walk(joined(directory, folder), joined(rest, folder), take);
  }

  void unreadable(llvm::StringRef directory, std::error_code error) {
    if (!result_.problem.empty()) return;
    directory.consume_front(here_ + "/"); // as the go command shows it
    std::string why = error.message();
    why[0] = llvm::toLower(why[0]);
    result_.problem = ("pattern " + pattern_ + ": open " + directory + ": " + why).str();
  }

  // Adds a package if the directory has one for this build.
  void add(const std::string& directory, const std::string& name) {
    const PackageFiles files = readPackageFiles(directory, options_.build);
    const bool hasFiles = !files.go.empty() || !files.problem.empty();
    hasMatch_ |= hasFiles || files.hasTests;
    if (hasFiles) matched_.push_back(name);
  }

  const FrontendOptions& options_;
  std::string here_;
  Modules modules_;
  MatchedPackages result_;
  llvm::StringRef pattern_;          // in work
  std::vector<std::string> matched_; // by it
  bool hasMatch_ = false;            // also by packages that only have tests
};

} // namespace

bool isPackagePattern(llvm::StringRef argument) {
  return argument.contains("...") || isWord(argument);
}

bool matchesPattern(llvm::StringRef pattern, llvm::StringRef name) {
  if (llvm::StringRef whole = pattern; whole.consume_back("/...") && !whole.contains("..."))
    if (name == whole) return true;
  const size_t dots = pattern.find("...");
  if (dots == llvm::StringRef::npos) return pattern == name;
  if (!name.consume_front(pattern.take_front(dots))) return false;
  const llvm::StringRef rest = pattern.drop_front(dots + 3);
  if (rest.empty()) return true;
  for (size_t at = 0; at <= name.size(); ++at)
    if (matchesPattern(rest, name.drop_front(at))) return true;
  return false;
}

MatchedPackages matchPackages(llvm::ArrayRef<std::string> arguments,
                              const FrontendOptions& options) {
  return Matcher(options).run(arguments);
}

} // namespace minigo
