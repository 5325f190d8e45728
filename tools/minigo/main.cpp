// minigo: compiles Go to C++ and links it with the fiber runtime. Here is only the table of
// commands; each has a file of its own.
#include "tools/minigo/command_line.h"
#include "tools/minigo/commands.h"
#include "tools/minigo/driver.h"
#include "tools/minigo/errors.h"
#include "tools/minigo/interrupts.h"

#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/raw_ostream.h"

namespace minigo {

llvm::ArrayRef<Command> allCommands() {
  static constexpr Command kCommands[] = {
      {"build", buildCommand, "[flags] [packages | files]",
       "compile packages; write their programs", kBuild},
      {"run", runCommand, "[flags] package | files [arguments]", "compile and run a program", kRun},
      {"check", checkCommand, "[flags] [packages | files]", "report errors without compiling",
       kCheck},
      {"emit", emitCommand, "[flags] files", "print the C++ that build would compile", kEmit},
      {"doctest", doctestCommand, "[flags] documents",
       "compile and run the Go examples of Markdown documents", kDoctest},
      {"clean", cleanCommand, "-cache", "remove what builds keep for later builds", kClean},
      {"env", envCommand, "[variables]", "print what the environment decides", 0},
      {"version", versionCommand, "", "print the version of minigo", 0},
      {"build-packages", buildPackagesCommand, "", "", 0}, // for minigo's own build
      {"help", helpCommand, "[command]", "explain minigo or one of its commands", 0},
  };
  return kCommands;
}

const Command* findCommand(llvm::StringRef name) {
  for (const Command& command : allCommands()) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

// A fault of minigo's own: its text says all; what was being written goes.
static void onFatalError(void*, const char* reason, bool) {
  llvm::errs() << reason << '\n';
  removeUnfinished();
}

static int runMain(int argc, char** argv) {
  setExecutableName(argv[0]);
  if (argc < 2) {
    helpCommand({});
    return 2;
  }
  llvm::StringRef name = argv[1];
  if (name == "-h" || name == "-help" || name == "--help") name = "help";
  if (name == "--version" || name == "-version") name = "version";
  const Command* command = findCommand(name);
  if (!command) {
    llvm::errs() << "minigo " << name << ": unknown command\nRun 'minigo help' for usage.\n";
    return 2;
  }
  installInterruptHandlers();
  llvm::install_fatal_error_handler(onFatalError);
  const int status = command->run(Arguments(argv + 2, argc - 2));
  const int flushed = flushStandardOutput();
  return status ? status : flushed;
}

} // namespace minigo

int main(int argc, char** argv) { return minigo::runMain(argc, argv); }
