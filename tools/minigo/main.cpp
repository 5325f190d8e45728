// minigo: compiles Go to C++ and links it with the fiber runtime. Here is only the table of
// commands; each has a file of its own.
#include "frontend/source/stack.h"
#include "tools/minigo/command_line.h"
#include "tools/minigo/commands.h"
#include "tools/minigo/driver.h"
#include "tools/minigo/errors.h"
#include "tools/minigo/interrupts.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/raw_ostream.h"

namespace minigo {

static constexpr char kBuildHelp[] =
    "Packages are directories (., ./cmd/tool), import paths, or ./... for all below a directory;\n"
    "without any, the current directory. The program of a main package is called after it. Of\n"
    "several packages, programs are written where -o names a directory.\n";

static constexpr char kDoctestHelp[] =
    "Blocks with a package clause are programs: they are compiled and run. Others are fragments:\n"
    "their types are checked. A program's output is compared with a comment \"// Output:\" in it\n"
    "(behind code, it must be the last comment), or with the block behind it if that is called its "
    "output. Words behind ```go, or in a "
    "comment\n"
    "<!-- doctest: words --> above the block:\n\n"
    "  skip          do not look at the block\n"
    "  check         compile, but do not run\n"
    "  fail[=\"text\"] it must not compile; an error must contain the text\n"
    "  exit=n        the program must end with this status\n"
    "  unordered     lines of output may come in any order\n"
    "  share         later blocks with this word see the declarations\n";

static constexpr char kCompletionHelp[] = "  bash: source <(minigo completion bash)\n"
                                          "  zsh:  source <(minigo completion zsh)\n"
                                          "  fish: minigo completion fish | source\n";

llvm::ArrayRef<Command> allCommands() {
  static constexpr Command kCommands[] = {
      {"build", buildCommand, "[flags] [packages | files]",
       "compile packages; write their programs", kBuild, kBuildHelp},
      {"run", runCommand, "[flags] package | files [arguments]", "compile and run a program", kRun},
      {"check", checkCommand, "[flags] [packages | files]", "report errors without compiling",
       kCheck},
      {"emit", emitCommand, "[flags] [packages | files]", "print the C++ that build would compile",
       kEmit},
      {"doctest", doctestCommand, "[flags] documents",
       "compile and run the Go examples of Markdown documents", kDoctest, kDoctestHelp},
      {"clean", cleanCommand, "-cache", "remove what builds keep for later builds", kClean},
      {"env", envCommand, "[-json] [variables]", "print what the environment decides", 0},
      {"completion", completionCommand, "bash | zsh | fish",
       "print what a shell needs to complete commands and flags", 0, kCompletionHelp},
      {"version", versionCommand, "[-m] [programs]",
       "print the version of minigo, or the one that built a program", 0},
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

// Commands of go that minigo does not have.
static bool isGoCommand(llvm::StringRef name) {
  constexpr llvm::StringLiteral kNames[] = {"doc",  "fix", "fmt",  "generate", "get", "install",
                                            "list", "mod", "test", "tool",     "vet", "work"};
  return llvm::is_contained(kNames, name);
}

// A fault of minigo's own: its text says all; what was being written goes.
static void onFatalError(void*, const char* reason, bool) {
  llvm::errs() << reason << '\n';
  removeUnfinished();
}

// -C may stand before the command as well. Returns 0, or the exit status.
static int changeDirectory(int& argc, char**& argv) {
  const llvm::StringRef word = argc > 1 ? argv[1] : "";
  if (word != "-C" && !word.starts_with("-C=")) return 0;
  const bool hasValue = word != "-C";
  if (!hasValue && argc == 2) {
    llvm::errs() << "flag needs an argument: -C\nRun 'minigo help' for usage.\n";
    return 2;
  }
  const std::string directory = hasValue ? word.drop_front(3).str() : argv[2];
  argc -= hasValue ? 1 : 2;
  argv += hasValue ? 1 : 2;
  return changeTo(directory);
}

static int runMain(int argc, char** argv) {
  setExecutableName(argv[0]);
  if (int status = changeDirectory(argc, argv)) return status;
  if (argc < 2) {
    helpCommand({});
    return 2;
  }
  llvm::StringRef name = argv[1];
  if (name == "-h" || name == "-help" || name == "--help") name = "help";
  if (name == "--version" || name == "-version") name = "version";
  const Command* command = findCommand(name);
  if (!command) {
    llvm::errs() << "minigo " << name << ": unknown command\n";
    if (isGoCommand(name))
      llvm::errs() << "That is left to the go command: 'go " << name
                   << "' works on the same files.\n";
    llvm::errs() << "Run 'minigo help' for usage.\n";
    return 2;
  }
  installInterruptHandlers();
  llvm::install_fatal_error_handler(onFatalError);
  const int status = command->run(Arguments(argv + 2, argc - 2));
  const int flushed = flushStandardOutput();
  return status ? status : flushed;
}

} // namespace minigo

int main(int argc, char** argv) {
  int status = 0;
  minigo::runOnLargeStack([&] { status = minigo::runMain(argc, argv); });
  return status;
}
