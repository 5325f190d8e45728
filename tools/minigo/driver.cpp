#include "tools/minigo/driver.h"

#include "tools/minigo/errors.h"
#include "tools/minigo/install_layout.h"
#include "tools/minigo/interrupts.h"

#include "codegen/analyze/escape_report.h"
#include "frontend/frontend.h"
#include "frontend/load/package_patterns.h"
#include "frontend/load/shown_path.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <cerrno>
#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <sys/stat.h>
#include <unistd.h>

namespace minigo {
namespace {

namespace path = llvm::sys::path;

// What the go command calls a package that is given by its files.
constexpr llvm::StringRef kPackageName = "command-line-arguments";

const char* g_executableName = "minigo";

// A document that cannot be read is no mistake in it: one line, before anything else is done.
int checkReadable(llvm::ArrayRef<std::string> files) {
  for (const std::string& file : files) {
    const int fd = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return fail("open " + file + ": " + errorText(errno));
    close(fd);
    if (llvm::sys::fs::is_directory(file)) return fail("read " + file + ": is a directory");
  }
  return 0;
}

// What the go command says about the files of a package that is given by its files: they are Go
// files, and lie together. "" if all is well.
std::string problemWithFiles(llvm::ArrayRef<std::string> files) {
  for (llvm::StringRef file : files)
    if (!file.ends_with(".go")) return ("named files must be .go files: " + file).str();
  const std::string directory = shownPath(path::parent_path(files.front()));
  for (const std::string& file : files) {
    struct stat info = {};
    if (stat(file.c_str(), &info) != 0) return "stat " + file + ": " + errorText(errno);
    if (S_ISDIR(info.st_mode)) return file + " is a directory, should be a Go file";
    if (const std::string other = shownPath(path::parent_path(file)); other != directory)
      return "named files must all be in one directory; have " + directory + " and " + other;
  }
  return {};
}

int checkFiles(llvm::ArrayRef<std::string> files) {
  const std::string problem = problemWithFiles(files);
  if (problem.empty()) return checkReadable(files);
  llvm::errs() << problem << '\n';
  return 1;
}

// The content of this executable, as the linker noted it, or else what tells it from others.
std::string readBuildId() {
  std::string id;
  dl_iterate_phdr(
      [](dl_phdr_info* info, size_t, void* result) {
        for (int i = 0; i < info->dlpi_phnum; ++i) {
          const ElfW(Phdr)& header = info->dlpi_phdr[i];
          if (header.p_type != PT_NOTE) continue;
          const char* at = reinterpret_cast<const char*>(info->dlpi_addr + header.p_vaddr);
          for (const char* end = at + header.p_memsz; at < end;) {
            const auto* note = reinterpret_cast<const ElfW(Nhdr)*>(at);
            const char* content = at + sizeof *note + llvm::alignTo(note->n_namesz, 4);
            if (note->n_type == NT_GNU_BUILD_ID)
              static_cast<std::string*>(result)->assign(content, note->n_descsz);
            at = content + llvm::alignTo(note->n_descsz, 4);
          }
        }
        return 1; // the first one is the executable itself
      },
      &id);
  return id;
}

} // namespace

void setExecutableName(const char* argv0) { g_executableName = argv0; }

InstallLayout installLayout() { return findInstallLayout(g_executableName); }

FrontendOptions frontendOptions(const Options& options) {
  FrontendOptions frontend;
  frontend.builtinDir = installLayout().packagesDir;
  frontend.trimPath = options.trimPath;
  frontend.moduleMode = options.moduleMode;
  llvm::SmallVector<llvm::StringRef> tags;
  llvm::SplitString(options.tags, tags, ", ");
  for (llvm::StringRef tag : tags)
    frontend.build.tags.push_back(tag.str());
  // What Go's library has in assembly it also has in Go, for architectures without it; the name is
  // none that it knows.
  frontend.standardBuild.arch = "portable64";
  frontend.standardBuild.tags = {"purego", "math_big_pure_go"};
  frontend.noAssemblyTags = {"purego", "noasm", "nosimd", "appengine"};
  return frontend;
}

// Programs are made for the machine that minigo runs on: 0, or the exit status if another is
// wanted.
static int checkTarget() {
  constexpr std::pair<const char*, llvm::StringLiteral> kTarget[] = {{"GOOS", "linux"},
                                                                     {"GOARCH", "amd64"}};
  for (const auto& [variable, only] : kTarget) {
    const char* wanted = std::getenv(variable);
    if (wanted && *wanted && wanted != only)
      return fail("not supported yet: " + llvm::Twine(variable) + "=" + wanted);
  }
  return 0;
}

// As the go command's, the cache is the same from wherever minigo is called.
static int checkCacheName() {
  auto isRelative = [](const char* name) { return name && *name && !path::is_absolute(name); };
  const char* own = std::getenv("MINIGO_CACHE");
  const char* problem = nullptr;
  if (isRelative(own) && llvm::StringRef(own) != "off")
    problem = "MINIGO_CACHE is not an absolute path";
  else if ((!own || !*own) && isRelative(std::getenv("XDG_CACHE_HOME")))
    problem = "MINIGO_CACHE is not defined and path in $XDG_CACHE_HOME is relative";
  if (!problem) return 0;
  return fail(llvm::Twine("build cache is required, but could not be located: ") + problem);
}

int readOptions(CommandSet command, Arguments args, Options& options) {
  std::optional<CommandLineError> error = parseOptions(command, args, options);
  if (!error) {
    llvm::SmallString<128> directory;
    if (std::error_code lost = llvm::sys::fs::current_path(directory))
      return fail("cannot determine current directory: " + errorText(lost.value()));
    if (!options.changeTo.empty())
      if (int status = changeTo(options.changeTo)) return status;
    if (int status = checkTarget()) return status;
    if (int status = checkCacheName()) return status;
    if (command == kClean || (command != kDoctest && options.namesPackages())) return 0;
    return command == kDoctest ? checkReadable(options.files) : checkFiles(options.files);
  }
  if (error->exitStatus != 2) return fail(error->message);
  if (!error->message.empty()) llvm::errs() << error->message << '\n';
  for (const Command& info : allCommands()) {
    if (info.flags == command)
      llvm::errs() << "usage: minigo " << info.name << ' ' << info.arguments
                   << "\nRun 'minigo help " << info.name << "' for details.\n";
  }
  return error->exitStatus;
}

int changeTo(const std::string& directory) {
  if (chdir(directory.c_str()) == 0) return 0;
  return fail("chdir " + directory + ": " + errorText(errno));
}

const std::string& toolIdentity() {
  static const std::string kIdentity = readBuildId() + " " MINIGO_VERSION;
  return kIdentity;
}

int expandPatterns(const Options& options, std::vector<std::string>& packages) {
  MatchedPackages matched = matchPackages(options.files, frontendOptions(options));
  if (!matched.problem.empty()) {
    llvm::errs() << matched.problem << '\n';
    return 1;
  }
  for (const std::string& pattern : matched.unmatched)
    llvm::errs() << "minigo: warning: \"" << pattern << "\" matched no packages\n";
  packages = std::move(matched.packages);
  return 0;
}

// A pattern that was to name the program to run matched no program.
static int failWithoutProgram(const Options& options) {
  const std::string& pattern = options.files.front();
  if (matchPackages(options.files, frontendOptions(options)).unmatched.empty())
    llvm::errs() << "minigo: warning: \"" << pattern << "\" matched only non-main packages\n";
  return fail("no packages loaded from " + pattern);
}

int loadPackages(const Options& options, Program& program, PackageSummaries& summaries) {
  if (const std::string& packages = installLayout().packagesDir; !llvm::sys::fs::exists(packages))
    return fail("cannot find " + packages + ", which belongs to the program " +
                installLayout().executable);
  FrontendOptions frontend = frontendOptions(options);
  frontend.summaries = &summaries;
  if (options.isRun) frontend.programToRun = options.files.front();
  Diagnostics diagnostics(program.sources);
  bool loaded = false;
  if (options.namesPackages()) {
    std::vector<std::string> packages;
    if (int status = expandPatterns(options, packages)) return status;
    loaded = minigo::loadPackages(program, packages, frontend, diagnostics);
  } else {
    loaded = loadProgram(program, options.files, frontend, diagnostics);
  }
  if (!loaded) {
    diagnostics.print(llvm::errs(), options.allErrors ? 0 : 10);
    return 1;
  }
  return options.isRun && program.roots.empty() ? failWithoutProgram(options) : 0;
}

// `shown`: how messages call it.
static int writeFile(const std::string& file, llvm::StringRef text, const std::string& shown) {
  std::error_code error;
  llvm::raw_fd_ostream os(file, error);
  if (!error) {
    os << text;
    os.close();
    error = os.error();
    os.clear_error(); // else its destructor ends the process with a crash report
  }
  return error ? failOnFile("cannot write", shown, error) : 0;
}

int writeFile(const std::string& file, llvm::StringRef text) { return writeFile(file, text, file); }

int replaceFile(const std::string& file, llvm::StringRef text) {
  struct stat info = {};
  const bool exists = lstat(file.c_str(), &info) == 0;
  // What has other names, or is no file, stays what it is.
  if (exists && (!S_ISREG(info.st_mode) || info.st_nlink > 1)) return writeFile(file, text);
  const std::string folder = path::parent_path(file).str();
  std::string temporary = (folder.empty() ? "" : folder + "/") + ".minigo-outXXXXXX";
  {
    const HeldInterrupts held;
    const int fd = mkostemp(temporary.data(), O_CLOEXEC);
    if (fd < 0) return writeFile(file, text);
    close(fd);
    removeOnInterrupt(temporary.c_str());
  }
  int status = writeFile(temporary, text, file);
  const mode_t mask = umask(0);
  umask(mask);
  if (!status && (chmod(temporary.c_str(), exists ? info.st_mode : 0666 & ~mask) != 0 ||
                  rename(temporary.c_str(), file.c_str()) != 0))
    status = failOnFile("cannot write", file, {errno, std::generic_category()});
  if (status) unlink(temporary.c_str());
  forgetOnInterrupt(temporary.c_str());
  return status;
}

void printEscapes(const Options& options, const Program& program) {
  const llvm::StringRef pattern = options.escapesOf;
  std::vector<const Package*> packages;
  for (const std::unique_ptr<Package>& package : program.packages)
    if (pattern.empty() ? llvm::is_contained(program.roots, package.get())
                        : !package->builtin &&
                              (pattern == "all" || matchesPattern(pattern, package->importPath)))
      packages.push_back(package.get());
  reportEscapes(program, packages);
}

int writeOutput(const Options& options, llvm::StringRef text) {
  const std::string& file = options.output;
  if (file.empty()) {
    llvm::outs() << text;
    return 0;
  }
  if (llvm::StringRef(file).ends_with(".go"))
    return fail("output " + file + " would replace a Go file");
  return replaceFile(file, text);
}

std::string programName(const Options& options, const Package& package) {
  if (!options.namesPackages()) return path::stem(options.files.front()).str();
  llvm::StringRef name = package.importPath;
  const auto [rest, last] = name.rsplit('/');
  // example.com/tool/v2 is the second major version of tool.
  unsigned version = 0;
  const bool isVersion =
      last.size() > 1 && last[0] == 'v' && !last.drop_front().getAsInteger(10, version);
  return (isVersion ? rest.rsplit('/').second : last.empty() ? name : last).str();
}

std::string packageSubject(const Options& options, const Package& package) {
  if (!options.namesPackages() && package.importPath == kPackageName)
    return llvm::join(options.files, " ");
  return "package " + package.importPath.str();
}

bool wantsLibrary(const Options& options) {
  const llvm::StringRef output = options.output;
  return !output.empty() && output != "/dev/null" && !output.ends_with("/") &&
         !llvm::sys::fs::is_directory(output);
}

CxxFlags cxxFlags(const Options& options) {
  CxxFlags flags;
  flags.optLevel = options.optLevel;
  flags.debugInfo = options.debugInfo;
  flags.printCommands = options.showsCommands();
  flags.dryRun = options.dryRun;
  flags.isStatic = options.isStatic;
  flags.isSmaller = options.link.isSmaller;
  flags.trimPath = options.trimPath;
  flags.systemFlags = options.link.systemFlags;
  flags.parallel = options.parallel;
  return flags;
}

} // namespace minigo
