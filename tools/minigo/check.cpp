// minigo check: the front end's verdict.
#include "tools/minigo/builtin_summaries.h"
#include "tools/minigo/driver.h"

#include "frontend/diag/expect.h"
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

void load(const Options& options, llvm::ArrayRef<std::string> packages, FrontendOptions frontend,
          Program& program, Diagnostics& diagnostics) {
  BuiltinSummaries summaries(installLayout(), program.sources);
  frontend.summaries = &summaries;
  packages.empty() ? loadProgram(program, options.files, frontend, diagnostics)
                   : loadPackages(program, packages, frontend, diagnostics);
}

// Whether the program uses something of Go's library that minigo's own packages lack.
bool needsGoTree(const Program& program, const Diagnostics& diagnostics) {
  return llvm::any_of(diagnostics.all(),
                      [](const Diagnostic& d) {
                        return d.kind == diag::ImportNotSupportedYet ||
                               d.kind == diag::NotSupportedYet;
                      }) ||
         llvm::any_of(program.packages, [](const std::unique_ptr<Package>& package) {
           return !package->complete && (package->builtin || package->standard);
         });
}

int conclude(const Options& options, const Program& program, const Diagnostics& diagnostics) {
  if (options.verify) return verifyExpectations(diagnostics, llvm::errs()) ? 0 : 1;
  if (options.json)
    diagnostics.printJson(llvm::outs());
  else
    diagnostics.print(llvm::errs(), options.allErrors ? 0 : 10);
  if (!diagnostics.empty()) return 1;
  if (options.escapes) printEscapes(options, program);
  return 0;
}

// The packages that ship with minigo are small, so they are tried first. What they lack is in the
// Go source tree, if there is one.
int check(const Options& options) {
  std::vector<std::string> packages;
  if (options.namesPackages()) {
    if (int status = expandPatterns(options, packages)) return status;
    if (packages.empty()) return 0; // there was a warning
  }
  FrontendOptions frontend = frontendOptions(options);
  if (!options.language.empty()) frontend.goVersion = options.language;
  if (!llvm::any_of(options.files, isInGoTree)) {
    Program program;
    Diagnostics diagnostics(program.sources);
    load(options, packages, frontend, program, diagnostics);
    if (!needsGoTree(program, diagnostics) || findGoRoot().empty())
      return conclude(options, program, diagnostics);
  }
  frontend.builtinDir.clear();
  frontend.standardBuild = BuildContext(); // as gc compiles it, with assembly
  frontend.noAssemblyTags.clear();
  Program program;
  Diagnostics diagnostics(program.sources);
  load(options, packages, frontend, program, diagnostics);
  return conclude(options, program, diagnostics);
}

} // namespace

int checkCommand(Arguments args) {
  Options options;
  if (int status = readOptions(kCheck, args, options)) return status;
  if (options.dumpAst) return dumpSyntaxTrees(options);
  return check(options);
}

} // namespace minigo
