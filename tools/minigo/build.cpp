#include "tools/minigo/driver.h"
#include "tools/minigo/errors.h"
#include "tools/minigo/program_build.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

namespace minigo {

int buildCommand(Arguments args) {
  Options options;
  if (int status = readOptions(kBuild, args, options)) return status;
  const auto isTest = [](llvm::StringRef file) { return file.ends_with("_test.go"); };
  if (!options.namesPackages() && llvm::all_of(options.files, isTest)) return 0; // no program
  ProgramBuild build(options);
  if (int status = build.build()) return status;

  const bool intoDirectory =
      llvm::StringRef(options.output).ends_with("/") || llvm::sys::fs::is_directory(options.output);
  if (build.namesSeveral() && !intoDirectory) {
    // They are compiled to see whether they can be; programs are written where a directory for them
    // is named.
    if (options.output.empty() || options.output == "/dev/null") return 0;
    return fail("cannot write multiple packages to non-directory " + options.output);
  }
  if (intoDirectory && build.programs().empty()) return fail("no main packages to build");
  for (const BuiltProgram& program : build.programs()) {
    OutputFile output;
    if (options.dryRun)
      output.choose(options.output, program.name);
    else if (int status = output.open(options.output, program.name))
      return status;
    if (int status = build.write(program, output)) return status;
  }
  build.printTimes();
  return 0;
}

} // namespace minigo
