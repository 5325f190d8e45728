#include "tools/minigo/child_process.h"
#include "tools/minigo/driver.h"
#include "tools/minigo/errors.h"
#include "tools/minigo/program_build.h"

#include "llvm/Support/raw_ostream.h"

namespace minigo {

int runCommand(Arguments args) {
  Options options;
  if (int status = readOptions(kRun, args, options)) return status;
  auto program = std::make_unique<Program>();
  if (int status = loadPackages(options, *program)) return status;
  if (program->roots.size() != 1) return fail("run takes one package");
  const Package& package = *program->roots.front();
  if (package.name != "main") {
    llvm::errs() << "package " << package.importPath << " is not a main package\n";
    return 1;
  }
  ProgramBuild build(options, *program);
  if (int status = build.compile()) return status;
  const std::string path = build.workspace().file("exe/" + programName(options, package));
  OutputFile output;
  if (int status = output.open(path, path)) return status;
  if (int status = build.link(package, output)) return status;
  if (int status = output.commit()) return status;
  program.reset(); // the front end's memory is not kept while the program runs

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
