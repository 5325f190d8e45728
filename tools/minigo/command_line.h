// The command line of minigo: which command, which flags, which files.
#pragma once

#include "tools/minigo/tool_flags.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FileSystem.h"

#include <algorithm>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace minigo {

// Commands that take flags or files, as bits so that options.def can name several.
enum CommandSet : unsigned {
  kBuild = 1,
  kRun = 2,
  kCheck = 4,
  kEmit = 8,
  kDoctest = 16,
  kClean = 32
};

struct Options {
  std::string output;
  bool verbose = false;
  bool printCommands = false;
  bool dryRun = false;
  bool rebuildAll = false;
  bool isStatic = false;
  bool trimPath = false;
  std::string linkFlags, compileFlags; // as given
  LinkFlags link;                      // what linkFlags say
  std::string moduleMode;              // "", "vendor", "readonly" or "mod"
  bool keepWork = false;
  unsigned optLevel = 2;
  bool debugInfo = false;
  bool dumpAst = false;
  bool verify = false;
  bool escapes = false;
  std::string escapesOf; // a pattern of packages; empty: those that are named
  bool allErrors = false;
  std::string language;
  bool json = false;
  std::string junit;
  unsigned timeout = 60; // seconds
  bool printTimes = false;
  bool cleanCache = false;
  std::string tags;
  std::string changeTo;                                                  // directory
  unsigned shardSize = 200;                                              // see CodegenOptions
  unsigned parallel = std::max(1u, std::thread::hardware_concurrency()); // compilers at once
  std::vector<std::string> files;       // Go files or documents, as given
  bool isRun = false;                   // `minigo run`: one program is wanted
  std::vector<std::string> programArgs; // what it gets

  // The user wants to see the commands.
  bool showsCommands() const { return printCommands || dryRun; }
  // `files` are packages, by directory or import path, instead of Go files of one. Those of a
  // program to run are known by their names, others by one that is there.
  bool namesPackages() const {
    return llvm::none_of(files, [this](llvm::StringRef f) {
      return f.ends_with(".go") && (isRun || llvm::sys::fs::is_regular_file(f));
    });
  }
};

struct CommandLineError {
  std::string message; // without newline; empty: only the usage is asked for
  int exitStatus;      // 2 when the usage is wrong, else 1, as the go command does
};

// Reads what follows the command's name. Flags may stand before or after files; under `run`,
// everything after the last leading .go file goes to the program.
std::optional<CommandLineError> parseOptions(CommandSet command, llvm::ArrayRef<const char*> args,
                                             Options& options);

struct OptionHelp {
  std::string name; // without the dash
  std::string help;
  std::string argument; // "file"; empty if it takes no value
};

// The flags that `command` takes; a level stands in all its forms.
std::vector<OptionHelp> optionsOf(CommandSet command);

// The same, one a line, for its help text.
std::string describeOptions(CommandSet command);

} // namespace minigo
