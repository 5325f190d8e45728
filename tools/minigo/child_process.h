// Runs other programs: the C++ compiler, and under `minigo run` the program that was built.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace minigo {

struct ChildResult {
  int error = 0;         // errno when the program could not be started, else 0
  int exitStatus = 0;    // meaningful when neither error nor signal is set
  int signal = 0;        // the signal that ended it, or 0
  bool timedOut = false; // it was killed at its time limit

  bool ok() const { return error == 0 && exitStatus == 0 && signal == 0; }
  // "exit status 3", "signal: killed": the words of the go command.
  std::string describe() const;
};

struct ChildOptions {
  std::string outputFile;            // takes standard output and error; empty: inherited
  std::string errorFile;             // takes standard error instead
  std::vector<std::string> extraEnv; // "NAME=value", replacing variables of the same name
  bool ownsTerminal = false;         // the keys that interrupt and quit are for the child alone
  bool noInput = false;              // its standard input is empty
  unsigned timeLimit = 0;            // seconds until it is killed; 0: none
};

// Starts `program` (a path; PATH is not searched) with args, args[0] included, and waits for its
// end. What ends minigo ends the child as well.
ChildResult runChild(llvm::StringRef program, llvm::ArrayRef<std::string> args,
                     const ChildOptions& options);

// The command as one would type it into a shell.
std::string quoteCommand(llvm::ArrayRef<std::string> args);

} // namespace minigo
