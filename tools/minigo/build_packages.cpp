// Compiles the built-in packages (sync, time …) once, when minigo itself is built: their C++
// depends on nothing that a program could change. Programs include the headers and link the
// library.
#include "tools/minigo/builtin_summaries.h"
#include "tools/minigo/cxx_toolchain.h"
#include "tools/minigo/driver.h"
#include "tools/minigo/errors.h"

#include "codegen/codegen.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <set>

namespace minigo {
namespace {

namespace path = llvm::sys::path;

// The import paths of all folders below `root` that hold Go files, sorted.
std::set<std::string> packagePaths(const std::string& root) {
  std::set<std::string> paths;
  std::error_code error;
  for (llvm::sys::fs::recursive_directory_iterator entry(root, error), end; entry != end && !error;
       entry.increment(error)) {
    if (!llvm::StringRef(entry->path()).ends_with(".go")) continue;
    const llvm::StringRef folder = path::parent_path(entry->path());
    paths.insert(folder.drop_front(root.size() + 1).str());
  }
  return paths;
}

// A program that imports every package, so that one run of the front end loads them all.
std::string importAll(const std::set<std::string>& paths) {
  std::string text = "package main\n";
  for (const std::string& path : paths)
    text += "import _ \"" + path + "\"\n";
  return text + "func main() {}\n";
}

// Writes headers below the layout and sources into the workspace.
int emitBuiltins(const Program& program, const InstallLayout& layout, Workspace& workspace,
                 std::vector<CompileJob>& jobs) {
  CodegenOptions codegen;
  codegen.goComments = false; // for readers
  codegen.lineDirectives = true;
  llvm::sys::fs::create_directories(layout.generatedDir + "/go", true, llvm::sys::fs::all_all);
  for (const std::unique_ptr<Package>& package : program.packages) {
    if (!package->builtin) continue;
    if (int status = BuiltinSummaries::write(layout, program, *package)) return status;
    for (const EmittedFile& file : emitPackage(program, *package, codegen).files) {
      const bool isSource = llvm::StringRef(file.name).ends_with(".cpp");
      const std::string target =
          isSource ? workspace.file(file.name) : layout.generatedDir + "/" + file.name;
      if (int status = writeFile(target, file.text)) return status;
      if (isSource) jobs.push_back({target, target + ".o", package->path.str()});
    }
  }
  return 0;
}

} // namespace

int buildPackagesCommand(Arguments args) {
  if (!args.empty()) return fail("build-packages takes no arguments");
  const InstallLayout layout = installLayout();
  Workspace workspace;
  if (int status = workspace.create()) return status;
  Options options;
  options.files = {workspace.file("all.go")};
  if (int status = writeFile(options.files[0], importAll(packagePaths(layout.packagesDir))))
    return status;
  FrontendOptions frontend = frontendOptions(options);
  frontend.importsAny = true;
  Program program;
  Diagnostics diagnostics(program.sources);
  if (!loadProgram(program, options.files, frontend, diagnostics)) {
    diagnostics.print(llvm::errs());
    return 1;
  }
  options.trimPath = true; // programs contain what is made here
  CxxToolchain toolchain(layout, cxxFlags(options));
  if (int status = toolchain.find()) return status;
  std::vector<CompileJob> jobs;
  if (int status = emitBuiltins(program, layout, workspace, jobs)) return status;
  if (int status = toolchain.precompileHeader(workspace)) return status;
  if (int status = toolchain.compile(jobs, layout.generatedDir, workspace)) return status;
  LinkJob library;
  for (const CompileJob& job : jobs)
    library.objects.push_back(job.object);
  library.output = library.target = layout.packagesLibrary;
  library.subject = layout.packagesDir;
  return toolchain.archive(library, workspace);
}

} // namespace minigo
