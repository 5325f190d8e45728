#include "tools/minigo/cxx_toolchain.h"

#include "tools/minigo/cache.h"
#include "tools/minigo/compile_progress.h"
#include "tools/minigo/driver.h"
#include "tools/minigo/errors.h"
#include "tools/minigo/program_note.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"

#include <cerrno>
#include <cstdlib>
#include <set>
#include <sys/stat.h>
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
    "-fno-finite-loops", // C++ would let a loop without effects end that never does
    "-ffp-contract=off",
    "-fno-exceptions",
    "-fno-rtti",
    "-fno-omit-frame-pointer",
    "-fno-asynchronous-unwind-tables",
    "-fno-optimize-sibling-calls", // a tail call would drop its caller from tracebacks
    "-fno-pie",                    // as programs of Go: jump tables and constants by address
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

// What a linker found no definition of, "namespace::name" below namespace go, in order.
std::vector<std::string> undefinedNames(llvm::StringRef log) {
  std::set<std::string> names;
  while (!log.empty()) {
    llvm::StringRef line;
    std::tie(line, log) = log.split('\n');
    const size_t at = line.find("go::");
    const bool isUndefined =
        line.contains("undefined symbol: ") || line.contains("undefined reference to ");
    if (isUndefined && at != llvm::StringRef::npos)
      names.insert(line.drop_front(at + 4).take_until([](char c) { return c == '('; }).str());
  }
  return {names.begin(), names.end()};
}

// What identifies a program on disk, without reading it.
std::string fileIdentity(const std::string& file) {
  struct stat info = {};
  if (stat(file.c_str(), &info) != 0) return file;
  return file + " " + std::to_string(info.st_ino) + " " + std::to_string(info.st_size) + " " +
         std::to_string(info.st_mtim.tv_sec) + "." + std::to_string(info.st_mtim.tv_nsec);
}

// What runtime/panic/line_origin.h declares, for the assembler.
std::string lineOriginsText(const std::vector<LineOrigin>& origins) {
  std::string table, texts;
  const auto addText = [&](llvm::StringRef text) {
    const std::string label = ".L" + std::to_string(texts.size());
    table += "\t.quad " + label + "\n";
    texts += label + ":\t.byte ";
    for (const char c : text)
      texts += std::to_string(uint8_t(c)) + ",";
    texts += "0\n";
  };
  for (const LineOrigin& origin : origins) {
    addText(origin.name);
    addText(origin.path);
    table += "\t.quad " + std::to_string(origin.line) + "\n";
  }
  return "\t.section .data.rel.ro,\"aw\"\n\t.globl mg_line_origins\n\t.balign "
         "8\nmg_line_origins:\n" +
         table + "\t.quad 0,0,0\n\t.section .rodata\n" + texts;
}

// The contents of all headers below a directory.
void addHeaders(KeyBuilder& key, const std::string& directory) {
  std::vector<std::string> files;
  std::error_code error;
  for (llvm::sys::fs::recursive_directory_iterator it(directory, error), end; it != end && !error;
       it.increment(error))
    if (llvm::StringRef(it->path()).ends_with(".h")) files.push_back(it->path());
  llvm::sort(files);
  for (const std::string& file : files) {
    key.add(llvm::StringRef(file).drop_front(directory.size()));
    key.add(readText(file));
  }
}

} // namespace

int CxxToolchain::find(bool quiet) {
  const char* fromEnvironment = std::getenv("CXX");
  if (fromEnvironment && *fromEnvironment) {
    llvm::SmallVector<llvm::StringRef> words;
    llvm::StringRef(fromEnvironment).split(words, ' ', -1, /*KeepEmpty=*/false);
    for (llvm::StringRef word : words)
      command_.push_back(word.str());
    if (!command_.empty()) program_ = findProgram(command_[0]);
    if (program_.empty() && quiet) return 1;
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
    if (program_.empty() && quiet) return 1;
    if (program_.empty())
      return fail("no C++ compiler: install g++ (apt-get install g++) or name one in CXX");
  }
  for (const Linker& linker : kLinkers) {
    if (findProgram(linker.program).empty()) continue;
    linkFlags_ = {linker.flag};
    break;
  }
  if (flags_.isStatic) linkFlags_.push_back("-static");
  if (flags_.isSmaller)
    linkFlags_.insert(linkFlags_.end(), {"-Wl,--compress-debug-sections=zlib", "-Wl,-x"});
  linkFlags_.insert(linkFlags_.end(), flags_.systemFlags.begin(), flags_.systemFlags.end());
  return 0;
}

std::string CxxToolchain::identity() const {
  KeyBuilder key("compiler");
  key.addList(compileFlags());
  key.add(flags_.trimPath ? "trimpath" : "");
  // A compiler may be called through others ("ccache g++").
  for (const std::string& word : command_)
    key.add(fileIdentity(findProgram(word)));
  // What else GCC and Clang let the environment change.
  for (const char* name : {"CPATH", "CPLUS_INCLUDE_PATH", "GCC_EXEC_PREFIX", "COMPILER_PATH",
                           "CCC_OVERRIDE_OPTIONS", "SOURCE_DATE_EPOCH"}) {
    const char* value = std::getenv(name);
    key.add(value ? value : "");
  }
  addHeaders(key, layout_.includeDir);
  addHeaders(key, layout_.generatedDir);
  // What the packages that ship with minigo do with their arguments decides how others are
  // compiled.
  key.add(fileIdentity(layout_.packagesLibrary));
  return key.key();
}

std::string CxxToolchain::linkIdentity() const {
  KeyBuilder key("linker");
  key.addList(linkFlags_);
  for (const Linker& linker : kLinkers)
    key.add(fileIdentity(findProgram(linker.program)));
  key.add(fileIdentity(findProgram("ld")));
  key.add(fileIdentity(layout_.runtimeLibrary));
  key.add(fileIdentity(layout_.packagesLibrary));
  const char* libraryPath = std::getenv("LIBRARY_PATH");
  key.add(libraryPath ? libraryPath : "");
  return key.key();
}

bool CxxToolchain::isClang() const { return llvm::StringRef(command_.back()).contains("clang"); }

std::vector<std::string> CxxToolchain::semanticFlags() {
  std::vector<std::string> flags(std::begin(kSemanticFlags), std::end(kSemanticFlags));
  flags.insert(flags.end(), std::begin(kSectionFlags), std::end(kSectionFlags));
  flags.push_back("-g1");
  return flags;
}

std::vector<std::string> CxxToolchain::libraries() {
  return {"-no-pie",
          "-Wl,--gc-sections",
          "-Wl,--as-needed",
          "-static-libgcc",
          "-lbacktrace",
          "-lpthread",
          "-ldl"};
}

std::vector<std::string> CxxToolchain::compileFlags() const {
  std::vector<std::string> args = command_;
  args.insert(args.end(), std::begin(kSemanticFlags), std::end(kSemanticFlags));
  args.insert(args.end(), std::begin(kSectionFlags), std::end(kSectionFlags));
  // Line tables let tracebacks name Go lines; -g adds variables and types.
  args.insert(args.end(),
              {"-pipe", "-O" + std::to_string(flags_.optLevel), flags_.debugInfo ? "-g" : "-g1"});
  // Calls through function values and indexing are small functions within small functions: seen
  // through early, they leave code in which closures, slices and their bounds are known.
  // Methods of a few lines are worth it as well, as in gc; g++ would do so from -O3 on.
  // The other order of blocks puts the end of a loop around a large switch away from its start:
  // each case makes three jumps instead of two, which halves the speed of interpreters.
  // Loops that ask before they begin whether all indices are in range become two, and the one
  // without questions uses vectors, also where that needs a loop for what is left over.
  // A function of a few instructions, called through a value, lies in one cache line (as with gc).
  if (flags_.optLevel >= 2 && !isClang())
    args.insert(args.end(),
                {"--param=early-inlining-insns=14", "--param=max-inline-insns-auto=30",
                 "-freorder-blocks-algorithm=simple", "-falign-loops=64", "-falign-functions=32",
                 "-funswitch-loops", "-fvect-cost-model=dynamic"});
  // How far back g++ looks for the store that a load sees. In code with long lists of values this
  // is most of the time it takes; elsewhere the code is the same.
  // Equal ends of branches, two checks that end in one call of the runtime, and equal functions
  // must not become one: tracebacks would name the line of either, or leave a function out.
  if (flags_.optLevel >= 1 && !isClang())
    args.insert(args.end(), {"-fno-tree-tail-merge", "-fno-crossjumping", "-fno-ipa-icf",
                             "--param=sccvn-max-alias-queries-per-access=100",
                             "--param=dse-max-alias-queries-per-store=64"});
  if (*MINIGO_SANITIZE_FLAGS) args.push_back(MINIGO_SANITIZE_FLAGS);
  // The precompiled header lies below generatedDir, so that comes first.
  args.push_back("-I" + layout_.generatedDir);
  args.push_back("-I" + layout_.includeDir);
  return args;
}

ChildOptions CxxToolchain::childOptions(const Step& step, const Workspace& workspace) const {
  if (flags_.printCommands) llvm::errs() << workspace.shown(step.args) << '\n';
  ChildOptions options;
  options.outputFile = step.log;
  // Messages in English, so that explainFailure recognises them; temporary files in our directory,
  // where they are removed.
  options.extraEnv = {"LC_ALL=C", "TMPDIR=" + workspace.directory()};
  return options;
}

int CxxToolchain::run(const Step& step, Workspace& workspace) const {
  const ChildOptions options = childOptions(step, workspace);
  if (flags_.dryRun) return 0;
  const ChildResult result = runChild(program_, step.args, options);
  return result.ok() ? checkOutput(step) : explainFailure(result, step, workspace);
}

// A program that is no compiler may well succeed.
int CxxToolchain::checkOutput(const Step& step) const {
  if (llvm::sys::fs::exists(step.output)) return 0;
  return fail("the C++ compiler " + command_[0] + " made nothing of " + step.subject);
}

// Whether the compiler is one at all.
bool CxxToolchain::compilesAnything(Workspace& workspace) const {
  const std::string object = workspace.file("empty.o");
  std::vector<std::string> args = command_;
  args.insert(args.end(), {"-x", "c++", "-c", "-o", object, "/dev/null"});
  ChildOptions options;
  options.outputFile = workspace.file("empty.log");
  return runChild(program_, args, options).ok() && llvm::sys::fs::exists(object);
}

// Explains a failed compiler in one line. What it printed decides whether its surroundings or the
// C++ text are to blame.
int CxxToolchain::explainFailure(const ChildResult& result, const Step& step,
                                 Workspace& workspace) const {
  const std::string& command = command_[0];
  if (result.error)
    return fail("cannot run the C++ compiler " + command + ": " + errorText(result.error));
  const std::string text = readText(step.log);
  if (llvm::StringRef(text).contains("No space left on device") ||
      isFull(llvm::sys::path::parent_path(step.output)) || isFull(workspace.directory()))
    return fail("cannot write " + step.target + ": no space left on device");
  if (result.signal || llvm::StringRef(text).contains("Killed signal"))
    return fail("the C++ compiler " + command + " was killed while it compiled " + step.subject +
                (result.signal ? " (" + result.describe() + ")" : ""));
  if (llvm::StringRef(text).contains("internal compiler error"))
    return fail("the C++ compiler " + command + " crashed while it compiled " + step.subject);
  if (text.empty())
    return fail("the C++ compiler " + command + " failed (" + result.describe() +
                ") without saying why");
  if (step.explainUndefined) {
    const std::vector<std::string> names = undefinedNames(text);
    if (!names.empty() && (*step.explainUndefined)(names)) return 1;
  }
  if (!compilesAnything(workspace))
    return fail("the C++ compiler cannot compile an empty file with " + quoteCommand(command_) +
                ":\n" + llvm::StringRef(readText(workspace.file("empty.log"))).rtrim());
  workspace.keep();
  return fail("internal error: the C++ compiler " + command + " rejected the code made from " +
              step.subject + "; please report this with the files in " + workspace.directory());
}

// These name folders that differ from build to build, so they are no part of identity().
void CxxToolchain::addPathMaps(std::vector<std::string>& args, const Workspace& workspace) const {
  llvm::SmallString<128> here;
  llvm::sys::fs::current_path(here);
  for (llvm::StringRef folder :
       {here.str(), llvm::StringRef(workspace.directory()), llvm::StringRef(layout_.includeDir),
        llvm::StringRef(layout_.generatedDir)})
    args.push_back(("-ffile-prefix-map=" + folder + "=minigo").str());
}

int CxxToolchain::compile(const std::vector<CompileJob>& jobs, const std::string& includeDir,
                          Workspace& workspace) const {
  int status = 0;
  CompileProgress progress(jobs.size(), flags_.printCommands);
  ChildPool pool(flags_.parallel);
  for (const CompileJob& job : jobs) {
    if (status) break; // one complaint is enough
    Step step{compileFlags(), job.object, job.object, job.subject, job.source + ".log"};
    if (job.isHeader) step.args.insert(step.args.end(), {"-x", "c++-header"});
    step.args.insert(step.args.end(), {"-I" + includeDir, "-c", "-o", job.object, job.source});
    if (flags_.trimPath) addPathMaps(step.args, workspace);
    const ChildOptions options = childOptions(step, workspace);
    if (flags_.dryRun) continue;
    pool.start(program_, step.args, options, [&, step](const ChildResult& result) {
      progress.next(step.subject);
      if (!status)
        status = result.ok() ? checkOutput(step) : explainFailure(result, step, workspace);
      if (!status && job.whenDone) job.whenDone();
    });
  }
  pool.wait();
  return status;
}

int CxxToolchain::link(const LinkJob& job, Workspace& workspace) const {
  for (const std::string* part : {&layout_.includeDir, &layout_.runtimeLibrary,
                                  &layout_.packagesLibrary, &layout_.endOfCode}) {
    if (access(part->c_str(), R_OK) != 0)
      return fail("the runtime is missing beside this executable: " + *part + ": " +
                  errorText(errno));
  }
  Step step{command_,
            job.output,
            job.target,
            job.subject,
            workspace.file("link.log"),
            &job.explainUndefined};
  std::vector<std::string>& args = step.args;
  if (*MINIGO_SANITIZE_FLAGS) args.push_back(MINIGO_SANITIZE_FLAGS);
  args.insert(args.end(), {"-o", job.output});
  args.insert(args.end(), job.objects.begin(), job.objects.end());
  args.push_back(workspace.file("program.s"));
  const std::string origins = job.lineOrigins.empty() ? "" : lineOriginsText(job.lineOrigins);
  if (int status = writeFile(args.back(), origins + programNoteText(job.package) +
                                              "\t.section .note.GNU-stack,\"\",@progbits\n"))
    return status;
  args.push_back(layout_.endOfCode);
  args.insert(args.end(), linkFlags_.begin(), linkFlags_.end());
  args.insert(args.end(), {"-Wl,--start-group", layout_.packagesLibrary, layout_.runtimeLibrary,
                           "-Wl,--end-group"});
  const std::vector<std::string> others = libraries();
  args.insert(args.end(), others.begin(), others.end());
  return run(step, workspace);
}

int CxxToolchain::archive(const LinkJob& job, const Workspace& workspace) const {
  const std::string archiver = findProgram("ar");
  if (archiver.empty()) return fail("no archiver: install binutils (apt-get install binutils)");
  std::vector<std::string> args = {archiver, "rcs", job.output};
  args.insert(args.end(), job.objects.begin(), job.objects.end());
  if (flags_.printCommands) llvm::errs() << workspace.shown(args) << '\n';
  if (flags_.dryRun) return 0;
  unlink(job.output.c_str()); // ar adds to an old archive
  const ChildResult result = runChild(archiver, args, {});
  return result.ok() ? 0 : fail("cannot write " + job.output + ": ar: " + result.describe());
}

int CxxToolchain::precompileHeader(Workspace& workspace) const {
  if (isClang()) return 0; // it takes no such file by name
  const std::string folder = layout_.generatedDir + "/minigo";
  if (std::error_code error =
          llvm::sys::fs::create_directories(folder, true, llvm::sys::fs::all_all))
    return failOnFile("cannot write", folder, error);
  // GCC looks for the header itself in the same folder when it is included again.
  const std::string link = folder + "/minigo.h";
  unlink(link.c_str());
  if (symlink("../../include/minigo/minigo.h", link.c_str()) != 0)
    return failOnFile("cannot write", link, {errno, std::generic_category()});
  const std::string output = folder + "/minigo.h.gch";
  Step step{compileFlags(), output, output, link, workspace.file("header.log")};
  step.args.insert(step.args.end(),
                   {"-x", "c++-header", layout_.includeDir + "/minigo/minigo.h", "-o", output});
  addPathMaps(step.args, workspace); // programs contain what is made here
  return run(step, workspace);
}

} // namespace minigo
