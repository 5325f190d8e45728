#include "tools/minigo/driver.h"

#include "llvm/Support/raw_ostream.h"

namespace minigo {

int buildCommand(Arguments args) {
  Options options;
  if (int status = readOptions(kBuild, args, options)) return status;
  Program program;
  if (int status = loadPackage(options, program)) return status;
  // A package that is no program is only checked, and nothing is written.
  if (program.root()->name != "main") return 0;

  OutputFile output;
  if (int status = output.open(options.output, programName(options.files))) return status;
  Workspace workspace;
  if (int status = workspace.create()) return status;
  if (options.keepWork) {
    llvm::errs() << "WORK=" << workspace.directory() << '\n';
    workspace.keep();
  }
  if (int status = compileProgram(options, program, workspace, output)) return status;
  return output.commit();
}

} // namespace minigo
