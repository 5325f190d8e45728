// Runs other programs: the C++ compiler, and under `minigo run` the program that was built.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <functional>
#include <map>
#include <string>
#include <sys/types.h>
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

// Runs several programs at once, and tells of each end in the thread that started them.
class ChildPool {
public:
  using Done = std::function<void(const ChildResult&)>;

  explicit ChildPool(unsigned limit) : limit_(limit) {}
  ~ChildPool() { wait(); }
  ChildPool(const ChildPool&) = delete;
  ChildPool& operator=(const ChildPool&) = delete;

  // Starts a program as runChild does, once fewer than `limit` run; meanwhile others may end. Time
  // limits do not hold here.
  void start(llvm::StringRef program, llvm::ArrayRef<std::string> args, const ChildOptions& options,
             Done done);
  // Returns when all have ended.
  void wait();

private:
  void waitForOne();

  unsigned limit_;
  std::map<pid_t, Done> running_;
};

// The command as one would type it into a shell.
std::string quoteCommand(llvm::ArrayRef<std::string> args);

} // namespace minigo
