#include "tools/minigo/child_process.h"
#include "tools/minigo/driver.h"
#include "tools/minigo/errors.h"

#include "llvm/Support/raw_ostream.h"

namespace minigo {

int runCommand(Arguments args) {
  Options options;
  if (int status = readOptions(kRun, args, options)) return status;
  Workspace workspace;
  OutputFile output;
  {
    Program program;
    if (int status = loadPackage(options, program)) return status;
    if (program.root()->name != "main") {
      llvm::errs() << "package command-line-arguments is not a main package\n";
      return 1;
    }
    if (int status = workspace.create()) return status;
    if (options.keepWork) {
      llvm::errs() << "WORK=" << workspace.directory() << '\n';
      workspace.keep();
    }
    const std::string& path = workspace.file(programName(options.files));
    if (int status = output.open(path, path)) return status;
    if (int status = compileProgram(options, program, workspace, output)) return status;
    if (int status = output.commit()) return status;
  } // the front end's memory is not kept while the program runs

  std::vector<std::string> command = {output.finalPath()};
  command.insert(command.end(), options.programArgs.begin(), options.programArgs.end());
  if (options.printCommands) llvm::errs() << quoteCommand(command) << '\n';
  ChildOptions child;
  child.ownsTerminal = true;
  const ChildResult result = runChild(command[0], command, child);
  if (result.ok()) return 0;
  if (result.error) return fail("cannot run " + command[0] + ": " + result.describe());
  llvm::errs() << result.describe() << '\n';
  return 1;
}

} // namespace minigo
