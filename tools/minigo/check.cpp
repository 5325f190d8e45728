// minigo check: the front end's verdict.
#include "tools/minigo/driver.h"

#include "frontend/load/go_root.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

namespace minigo {
namespace {

// Whether an argument names a package of Go's library, by import path or by directory.
bool isInGoTree(llvm::StringRef argument) {
  const bool isDirectory = argument.starts_with(".") || llvm::sys::path::is_absolute(argument);
  if (!isDirectory && !argument.ends_with(".go")) return true;
  llvm::SmallString<256> absolute(argument), tree(findGoRoot());
  llvm::sys::fs::make_absolute(absolute);
  llvm::sys::path::remove_dots(absolute, true);
  llvm::sys::path::append(tree, "src", "");
  return !findGoRoot().empty() && absolute.starts_with(tree);
}

bool load(const Options& options, const FrontendOptions& frontend, Program& program,
          Diagnostics& diagnostics) {
  return options.namesPackages() ? loadPackages(program, options.files, frontend, diagnostics)
                                 : loadProgram(program, options.files, frontend, diagnostics);
}

bool needsGoTree(const Diagnostics& diagnostics) {
  return llvm::any_of(diagnostics.all(), [](const Diagnostic& d) {
    return d.kind == diag::ImportNotSupportedYet || d.kind == diag::NotSupportedYet;
  });
}

// The packages that ship with minigo are small, so they are tried first. What they lack is in the
// Go source tree, if there is one.
int check(const Options& options) {
  FrontendOptions frontend = frontendOptions(options);
  if (!llvm::any_of(options.files, isInGoTree)) {
    Program program;
    Diagnostics diagnostics(program.sources);
    if (load(options, frontend, program, diagnostics)) return 0;
    if (!needsGoTree(diagnostics) || findGoRoot().empty()) {
      diagnostics.print(llvm::errs());
      return 1;
    }
  }
  frontend.builtinDir.clear();
  Program program;
  Diagnostics diagnostics(program.sources);
  if (load(options, frontend, program, diagnostics)) return 0;
  diagnostics.print(llvm::errs());
  return 1;
}

} // namespace

int checkCommand(Arguments args) {
  Options options;
  if (int status = readOptions(kCheck, args, options)) return status;
  if (options.dumpAst) return dumpSyntaxTrees(options);
  if (options.verify) return verifyPackage(options);
  return check(options);
}

} // namespace minigo
