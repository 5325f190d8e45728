// go.mod and go.work files: what of them matters for finding packages.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>
#include <vector>

namespace minigo {

// A module at a version. A directory that stands in for a module has none, as a main module.
struct ModuleVersion {
  std::string path, version;
};

// `replace path [version] => target [targetVersion]`. A target that begins with ./, ../ or / is a
// directory; relative ones are relative to that of the go.mod file.
struct ModuleReplacement {
  std::string path, version; // version empty: all
  std::string target, targetVersion;
  std::string written; // the target as it stands in the file

  bool isDirectory() const;
};

struct GoMod {
  std::string directory; // of the file
  std::string module;    // its path
  std::string goVersion; // "go1.21"; without a go line "go1.16", as Go has it
  std::vector<ModuleVersion> requirements;
  std::vector<ModuleReplacement> replacements;
  std::vector<std::string> uses;  // of a go.work file: directories as written
  std::vector<std::string> tools; // import paths of programs
  std::string problems;           // what is wrong, as the go command says it; empty if nothing is
};

// What a text means that is the go.mod file of a directory.
GoMod parseGoMod(llvm::StringRef text, llvm::StringRef directory);

// The go.work file that is in force in `directory` (absolute): what $GOWORK names, unless that is
// "off" or unset, else the next one upwards. Its module is "".
std::optional<GoMod> findGoWork(llvm::StringRef directory);

// The go.mod of exactly this directory; none if it has none.
std::optional<GoMod> readGoMod(llvm::StringRef directory);

// The next one from `directory` (absolute) upwards.
std::optional<GoMod> findGoMod(llvm::StringRef directory);

} // namespace minigo
