#include "tools/minigo/child_process.h"
#include "tools/minigo/driver.h"
#include "tools/minigo/errors.h"
#include "tools/minigo/program_build.h"

#include "llvm/Support/raw_ostream.h"

namespace minigo {

// Builds the program into a temporary directory, which lives as long as `build`. Returns 0, or 1
// after saying what went wrong.
static int buildToRun(const Options& options, ProgramBuild& build, std::string& path) {
  if (int status = build.build()) return status;
  const BuiltProgram& program = build.programs().front();
  path = build.workspace().file("exe/" + program.name);
  OutputFile output;
  if (options.dryRun)
    output.choose(path, path);
  else if (int status = output.open(path, path))
    return status;
  return build.write(program, output);
}

int runCommand(Arguments args) {
  Options options;
  if (int status = readOptions(kRun, args, options)) return status;
  ProgramBuild build(options);
  std::vector<std::string> command(1);
  if (int status = buildToRun(options, build, command[0])) return status;
  build.printTimes();
  command.insert(command.end(), options.programArgs.begin(), options.programArgs.end());
  if (options.showsCommands()) llvm::errs() << build.workspace().shown(command) << '\n';
  if (options.dryRun) return 0;
  ChildOptions child;
  child.ownsTerminal = true;
  const ChildResult result = runChild(command[0], command, child);
  if (result.ok()) return 0;
  if (result.error) return fail("cannot run " + command[0] + ": " + result.describe());
  llvm::errs() << result.describe() << '\n';
  return 1;
}

} // namespace minigo
