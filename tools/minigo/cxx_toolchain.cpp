#include "tools/minigo/cxx_toolchain.h"

#include "tools/minigo/child_process.h"
#include "tools/minigo/errors.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"

#include <cerrno>
#include <cstdlib>
#include <sys/statvfs.h>
#include <unistd.h>

namespace minigo {
namespace {

// These carry Go's semantics into C++; see codegen/README.md.
constexpr const char* kSemanticFlags[] = {
    "-std=c++20",
    "-fwrapv",
    "-fno-strict-aliasing",
    "-fno-delete-null-pointer-checks",
    "-ffp-contract=off",
    "-fno-exceptions",
    "-fno-rtti",
    "-fno-omit-frame-pointer",
    "-fno-asynchronous-unwind-tables",
    "-fno-optimize-sibling-calls", // a tail call would drop its caller from tracebacks
};

constexpr const char* kSectionFlags[] = {"-ffunction-sections", "-fdata-sections"};

// Linkers by speed (hello, measured: mold and gold 10 ms, bfd 20 ms).
struct Linker {
  const char* program;
  const char* flag;
};
constexpr Linker kLinkers[] = {
    {"mold", "-fuse-ld=mold"}, {"ld.lld", "-fuse-ld=lld"}, {"ld.gold", "-fuse-ld=gold"}};

std::string findProgram(llvm::StringRef name) {
  if (llvm::ErrorOr<std::string> path = llvm::sys::findProgramByName(name)) return *path;
  return {};
}

std::string readText(const std::string& file) {
  if (llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> buffer =
          llvm::MemoryBuffer::getFile(file, /*IsText=*/true, /*RequiresNullTerminator=*/false))
    return (*buffer)->getBuffer().str();
  return {};
}

// Whether the disk of `directory` has no room for a program. Linkers write through mappings, where
// a full disk is a bus error and no message.
bool isFull(llvm::StringRef directory) {
  const std::string path = directory.empty() ? "." : directory.str();
  struct statvfs info = {};
  return statvfs(path.c_str(), &info) == 0 && info.f_bavail * info.f_frsize < (1u << 20);
}

// Explains a failed compiler in one line. What it printed decides whether its surroundings or the
// C++ text are to blame.
int explainFailure(const ChildResult& result, const CompileJob& job, const std::string& command,
                   const std::string& log, Workspace& workspace) {
  if (result.error)
    return fail("cannot run the C++ compiler " + command + ": " + errorText(result.error));
  const std::string text = readText(log);
  if (llvm::StringRef(text).contains("No space left on device") ||
      isFull(llvm::sys::path::parent_path(job.output)) || isFull(workspace.directory()))
    return fail("cannot write " + job.target + ": no space left on device");
  if (result.signal || llvm::StringRef(text).contains("Killed signal"))
    return fail("the C++ compiler " + command + " was killed while it compiled " + job.subject +
                (result.signal ? " (" + result.describe() + ")" : ""));
  if (text.empty())
    return fail("the C++ compiler " + command + " failed (" + result.describe() +
                ") without saying why");
  workspace.keep();
  return fail("internal error: the C++ compiler " + command + " rejected the code made from " +
              job.subject + "; please report this with the files in " + workspace.directory());
}

} // namespace

int CxxToolchain::find() {
  const char* fromEnvironment = std::getenv("CXX");
  if (fromEnvironment && *fromEnvironment) {
    llvm::SmallVector<llvm::StringRef> words;
    llvm::StringRef(fromEnvironment).split(words, ' ', -1, /*KeepEmpty=*/false);
    for (llvm::StringRef word : words)
      command_.push_back(word.str());
    if (!command_.empty()) program_ = findProgram(command_[0]);
    if (program_.empty())
      return fail("no C++ compiler: CXX names " + llvm::Twine(fromEnvironment) +
                  ", which is not there");
  } else {
    for (const char* name : {"g++", "clang++"}) {
      program_ = findProgram(name);
      if (program_.empty()) continue;
      command_ = {name};
      break;
    }
    if (program_.empty())
      return fail("no C++ compiler: install g++ (apt-get install g++) or name one in CXX");
  }
  for (const Linker& linker : kLinkers) {
    if (findProgram(linker.program).empty()) continue;
    linkFlags_ = {linker.flag};
    break;
  }
  return 0;
}

std::vector<std::string> CxxToolchain::compileCommand(const CompileJob& job,
                                                      const InstallLayout& layout) const {
  std::vector<std::string> args = command_;
  args.insert(args.end(), std::begin(kSemanticFlags), std::end(kSemanticFlags));
  args.insert(args.end(), std::begin(kSectionFlags), std::end(kSectionFlags));
  // Line tables let tracebacks name Go lines; -g adds variables and types.
  args.insert(args.end(),
              {"-pipe", "-O" + std::to_string(job.optLevel), job.debugInfo ? "-g" : "-g1"});
  if (*MINIGO_SANITIZE_FLAGS) args.push_back(MINIGO_SANITIZE_FLAGS);
  // The precompiled header lies below generatedDir, so that comes first.
  args.push_back("-I" + layout.generatedDir);
  if (job.includeDir != layout.generatedDir) args.push_back("-I" + job.includeDir);
  args.push_back("-I" + layout.includeDir);
  return args;
}

int CxxToolchain::run(const CompileJob& job, const std::vector<std::string>& args,
                      Workspace& workspace) const {
  if (job.printCommands) llvm::errs() << quoteCommand(args) << '\n';
  ChildOptions options;
  options.outputFile = workspace.file("compiler.log");
  // Messages in English, so that explainFailure recognises them; temporary files in our directory,
  // where they are removed.
  options.extraEnv = {"LC_ALL=C", "TMPDIR=" + workspace.directory()};
  const ChildResult result = runChild(program_, args, options);
  if (result.ok()) return 0;
  return explainFailure(result, job, command_[0], options.outputFile, workspace);
}

int CxxToolchain::buildProgram(const CompileJob& job, const InstallLayout& layout,
                               Workspace& workspace) const {
  for (const std::string* part :
       {&layout.includeDir, &layout.runtimeLibrary, &layout.packagesLibrary}) {
    if (access(part->c_str(), R_OK) != 0)
      return fail("the runtime is missing beside this executable: " + *part + ": " +
                  errorText(errno));
  }
  std::vector<std::string> args = compileCommand(job, layout);
  args.insert(args.end(), {"-o", job.output});
  args.insert(args.end(), job.sources.begin(), job.sources.end());
  args.insert(args.end(), linkFlags_.begin(), linkFlags_.end());
  args.insert(args.end(), {"-Wl,--start-group", layout.packagesLibrary, layout.runtimeLibrary,
                           "-Wl,--end-group", "-Wl,--gc-sections", "-Wl,--as-needed",
                           "-static-libgcc", "-l:libgc.a", "-lbacktrace", "-lpthread", "-ldl"});
  return run(job, args, workspace);
}

int CxxToolchain::buildLibrary(const CompileJob& job, const InstallLayout& layout,
                               Workspace& workspace) const {
  const std::string archiver = findProgram("ar");
  if (archiver.empty()) return fail("no archiver: install binutils (apt-get install binutils)");
  std::vector<std::string> archive = {archiver, "rcs", job.output};
  for (const std::string& source : job.sources) {
    const std::string object = source + ".o";
    std::vector<std::string> args = compileCommand(job, layout);
    args.insert(args.end(), {"-c", "-o", object, source});
    if (int status = run(job, args, workspace)) return status;
    archive.push_back(object);
  }
  unlink(job.output.c_str()); // ar adds to an old archive
  const ChildResult result = runChild(archiver, archive, {});
  return result.ok() ? 0 : fail("cannot write " + job.output + ": ar: " + result.describe());
}

int CxxToolchain::precompileHeader(const CompileJob& job, const InstallLayout& layout,
                                   Workspace& workspace) const {
  if (llvm::StringRef(command_.back()).contains("clang")) return 0; // it takes no such file by name
  const std::string folder = layout.generatedDir + "/minigo";
  if (std::error_code error =
          llvm::sys::fs::create_directories(folder, true, llvm::sys::fs::all_all))
    return failOnFile("cannot write", folder, error);
  // GCC looks for the header itself in the same folder when it is included again.
  const std::string link = folder + "/minigo.h";
  unlink(link.c_str());
  if (symlink("../../include/minigo/minigo.h", link.c_str()) != 0)
    return failOnFile("cannot write", link, {errno, std::generic_category()});
  std::vector<std::string> args = compileCommand(job, layout);
  args.insert(args.end(), {"-x", "c++-header", layout.includeDir + "/minigo/minigo.h", "-o",
                           folder + "/minigo.h.gch"});
  return run(job, args, workspace);
}

} // namespace minigo
