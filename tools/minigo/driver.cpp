#include "tools/minigo/driver.h"

#include "tools/minigo/cxx_toolchain.h"
#include "tools/minigo/errors.h"
#include "tools/minigo/install_layout.h"

#include "codegen/codegen.h"
#include "frontend/diag/expect.h"
#include "frontend/frontend.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace minigo {
namespace {

namespace path = llvm::sys::path;

// What the go command calls a package that is given by its files.
constexpr llvm::StringRef kPackageName = "command-line-arguments";

const char* g_executableName = "minigo";

// A file that cannot be read is no mistake in a program: one line, before anything else is done.
int checkReadable(llvm::ArrayRef<std::string> files) {
  for (const std::string& file : files) {
    const int fd = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return fail("open " + file + ": " + errorText(errno));
    close(fd);
    if (llvm::sys::fs::is_directory(file)) return fail("read " + file + ": is a directory");
  }
  return 0;
}

// The files of a package given by its files lie together.
int checkOneDirectory(llvm::ArrayRef<std::string> files) {
  const llvm::StringRef directory = path::parent_path(files.front());
  for (llvm::StringRef file : files) {
    if (path::parent_path(file) == directory) continue;
    const auto shown = [](llvm::StringRef dir) { return dir.empty() ? "." : dir; };
    return fail("named files must all be in one directory; have " + shown(directory) + " and " +
                shown(path::parent_path(file)));
  }
  return 0;
}

// Writes the C++ of every package of the program that is not built in, and adds the paths of the
// .cpp files to `sources`. Built-in packages were compiled when minigo was: see build_packages.cpp.
int emitPackages(const Program& program, Workspace& workspace, std::vector<std::string>& sources) {
  CodegenOptions codegen;
  codegen.lineDirectives = true; // tracebacks name Go lines, with and without -g
  for (const std::unique_ptr<Package>& package : program.packages) {
    if (package->builtin) continue;
    for (const EmittedFile& file : emitPackage(program, *package, codegen)) {
      const std::string& target = workspace.file(file.name);
      if (int status = writeFile(target, file.text)) return status;
      if (llvm::StringRef(file.name).ends_with(".cpp")) sources.push_back(target);
    }
  }
  return 0;
}

} // namespace

void setExecutableName(const char* argv0) { g_executableName = argv0; }

InstallLayout installLayout() { return findInstallLayout(g_executableName); }

FrontendOptions frontendOptions() {
  FrontendOptions options;
  options.builtinDir = installLayout().packagesDir;
  options.onlyBuiltin = true; // code generation knows no others yet
  return options;
}

int readOptions(CommandSet command, Arguments args, Options& options) {
  std::optional<CommandLineError> error = parseOptions(command, args, options);
  if (!error) {
    if (command == kCheck && options.namesPackages()) return 0;
    if (int status = checkReadable(options.files)) return status;
    return command == kDoctest ? 0 : checkOneDirectory(options.files);
  }
  if (error->exitStatus != 2) return fail(error->message);
  llvm::errs() << error->message << '\n';
  for (const Command& info : allCommands()) {
    if (info.flags == command)
      llvm::errs() << "usage: minigo " << info.name << ' ' << info.arguments
                   << "\nRun 'minigo help " << info.name << "' for details.\n";
  }
  return error->exitStatus;
}

int loadPackage(const Options& options, Program& program) {
  Diagnostics diagnostics(program.sources);
  if (options.verbose) llvm::errs() << kPackageName << '\n';
  if (loadProgram(program, options.files, frontendOptions(), diagnostics)) return 0;
  diagnostics.print(llvm::errs());
  return 1;
}

int verifyPackage(const Options& options) {
  Program program;
  Diagnostics diagnostics(program.sources);
  loadProgram(program, options.files, frontendOptions(), diagnostics);
  return verifyExpectations(diagnostics, llvm::errs()) ? 0 : 1;
}

int writeFile(const std::string& file, llvm::StringRef text) {
  std::error_code error;
  llvm::raw_fd_ostream os(file, error);
  if (!error) {
    os << text;
    os.close();
    error = os.error();
    os.clear_error(); // else its destructor ends the process with a crash report
  }
  return error ? failOnFile("cannot write", file, error) : 0;
}

std::string programName(llvm::ArrayRef<std::string> files) {
  return path::stem(files.front()).str();
}

int compileProgram(const Options& options, const Program& program, Workspace& workspace,
                   const OutputFile& output) {
  CxxToolchain toolchain;
  if (int status = toolchain.find()) return status;
  CompileJob job;
  if (int status = emitPackages(program, workspace, job.sources)) return status;
  job.includeDir = workspace.directory();
  job.output = output.temporaryPath();
  job.target = output.finalPath();
  job.subject = llvm::join(options.files, " ");
  job.optLevel = options.optLevel;
  job.debugInfo = options.debugInfo;
  job.printCommands = options.printCommands;
  return toolchain.buildProgram(job, installLayout(), workspace);
}

} // namespace minigo
