#include "tools/minigo/driver.h"
#include "tools/minigo/errors.h"
#include "tools/minigo/program_build.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

namespace minigo {

static int writeProgram(const Options& options, ProgramBuild& build, const Package& package) {
  OutputFile output;
  if (int status = output.open(options.output, programName(options, package))) return status;
  if (int status = build.link(package, output)) return status;
  return output.commit();
}

int buildCommand(Arguments args) {
  Options options;
  if (int status = readOptions(kBuild, args, options)) return status;
  Program program;
  if (int status = loadPackages(options, program)) return status;
  std::vector<const Package*> mains;
  for (const Package* root : program.roots)
    if (root->name == "main") mains.push_back(root);

  const bool intoDirectory =
      llvm::StringRef(options.output).ends_with("/") || llvm::sys::fs::is_directory(options.output);
  const bool several = program.roots.size() > 1;
  if (several && !options.output.empty() && options.output != "/dev/null" && !intoDirectory)
    return fail("cannot write multiple packages to non-directory " + options.output);
  // Several packages are compiled to see whether they can be; programs are written where a
  // directory for them is named.
  if (several && !intoDirectory) mains.clear();

  ProgramBuild build(options, program);
  if (int status = build.compile()) return status;
  for (const Package* package : mains)
    if (int status = writeProgram(options, build, *package)) return status;
  return 0;
}

} // namespace minigo
