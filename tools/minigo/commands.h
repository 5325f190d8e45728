// The commands of the tool, one file each. A command returns the exit status of the process.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace minigo {

using Arguments = llvm::ArrayRef<const char*>; // what follows the command's name

int buildCommand(Arguments args);
int runCommand(Arguments args);
int checkCommand(Arguments args);
int emitCommand(Arguments args);
int doctestCommand(Arguments args);
int cleanCommand(Arguments args);
int envCommand(Arguments args);
int completionCommand(Arguments args);
int buildPackagesCommand(Arguments args);
int versionCommand(Arguments args);
int helpCommand(Arguments args);

struct Command {
  const char* name;
  int (*run)(Arguments args);
  const char* arguments;    // for usage lines: "[flags] files"
  const char* summary;      // empty: not shown by help
  unsigned flags;           // its bit of CommandSet, or 0
  const char* details = ""; // further text for its help, with newlines
};

// All commands, in the order in which help lists them.
llvm::ArrayRef<Command> allCommands();
const Command* findCommand(llvm::StringRef name);

} // namespace minigo
