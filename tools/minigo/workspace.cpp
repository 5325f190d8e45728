#include "tools/minigo/workspace.h"

#include "tools/minigo/abandoned_builds.h"
#include "tools/minigo/child_process.h"
#include "tools/minigo/errors.h"
#include "tools/minigo/interrupts.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace minigo {
namespace {

namespace path = llvm::sys::path;

std::error_code lastError() { return {errno, std::generic_category()}; }

std::string temporaryDirectory() {
  const char* dir = std::getenv("TMPDIR");
  return dir && *dir ? dir : "/tmp";
}

// Whether a build may replace the file: only programs, libraries and empty files, as the go command
// has it, so that `-o main.go` does no harm.
bool isReplaceable(const std::string& file) {
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return true; // the rename will say what is wrong
  char magic[8] = {};
  const ssize_t size = read(fd, magic, sizeof magic);
  close(fd);
  const llvm::StringRef text(magic, size < 0 ? 0 : size);
  return size == 0 || text.starts_with("\177ELF") || text == "!<arch>\n";
}

} // namespace

Workspace::~Workspace() {
  if (directory_.empty() || kept_) return;
  llvm::sys::fs::remove_directories(directory_);
  forgetOnInterrupt(directory_.c_str());
}

int Workspace::create() {
  removeAbandonedBuilds(temporaryDirectory());
  const HeldInterrupts held;
  std::string pattern = temporaryDirectory() + "/" + kWorkPrefix.str() + "XXXXXX";
  if (!mkdtemp(pattern.data()))
    return failOnFile("cannot make a work directory in", temporaryDirectory(), lastError());
  directory_ = std::move(pattern);
  removeOnInterrupt(directory_.c_str());
  markAsRunning(directory_);
  return 0;
}

std::string Workspace::file(llvm::StringRef name) const {
  const std::string path = directory_ + "/" + name.str();
  // If a folder cannot be made, the file cannot either.
  if (name.contains('/'))
    llvm::sys::fs::create_directories(path::parent_path(path), true, llvm::sys::fs::all_all);
  return path;
}

void Workspace::keep() {
  kept_ = true;
  unmarkAsRunning(directory_);
  forgetOnInterrupt(directory_.c_str());
}

std::string Workspace::shown(llvm::ArrayRef<std::string> command) const {
  const std::string text = quoteCommand(command);
  if (quoteCommand(directory_) != directory_) return text; // within quotes $WORK would mean itself
  std::string result;
  for (size_t at = 0;;) {
    const size_t next = text.find(directory_, at);
    result += text.substr(at, next - at);
    if (next == std::string::npos) return result;
    result += "$WORK";
    at = next + directory_.size();
  }
}

OutputFile::~OutputFile() {
  if (temporary_.empty()) return;
  unlink(temporary_.c_str());
  forgetOnInterrupt(temporary_.c_str());
}

void OutputFile::choose(llvm::StringRef requested, llvm::StringRef fallback) {
  final_ = requested.empty() ? fallback.str() : requested.str();
  if (requested.ends_with("/") || llvm::sys::fs::is_directory(requested)) {
    llvm::SmallString<128> inside = requested;
    path::append(inside, fallback);
    final_ = inside.str().str();
  }
  discard_ = final_ == "/dev/null";
}

int OutputFile::open(llvm::StringRef requested, llvm::StringRef fallback) {
  choose(requested, fallback);
  struct stat info = {};
  if (!discard_ && stat(final_.c_str(), &info) == 0) {
    if (S_ISDIR(info.st_mode))
      return fail("build output \"" + final_ + "\" already exists and is a directory");
    if (!S_ISREG(info.st_mode) || !isReplaceable(final_))
      return fail("build output \"" + final_ + "\" already exists and is not an object file");
  }
  const std::string directory = discard_ ? temporaryDirectory() : path::parent_path(final_).str();
  if (!directory.empty()) {
    if (std::error_code error =
            llvm::sys::fs::create_directories(directory, true, llvm::sys::fs::all_all))
      return failOnFile("cannot write", final_, error);
  }
  const HeldInterrupts held;
  std::string pattern = (directory.empty() ? "" : directory + "/") + ".minigo-outXXXXXX";
  const int fd = mkostemp(pattern.data(), O_CLOEXEC);
  if (fd < 0) return failOnFile("cannot write", final_, lastError());
  close(fd);
  temporary_ = std::move(pattern);
  removeOnInterrupt(temporary_.c_str());
  return 0;
}

bool OutputFile::has(const std::string& file, bool isLibrary) const {
  if (discard_ || access(final_.c_str(), R_OK) != 0) return false;
  const bool isProgram = access(final_.c_str(), X_OK) == 0;
  auto old = llvm::MemoryBuffer::getFile(final_, /*IsText=*/false,
                                         /*RequiresNullTerminator=*/false);
  auto wanted = llvm::MemoryBuffer::getFile(file, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  return isProgram != isLibrary && old && wanted && (*old)->getBuffer() == (*wanted)->getBuffer();
}

int OutputFile::commit(bool isLibrary) {
  if (discard_) return 0;
  const mode_t mask = umask(0);
  umask(mask);
  if (chmod(temporary_.c_str(), (isLibrary ? 0666 : 0777) & ~mask) != 0 ||
      rename(temporary_.c_str(), final_.c_str()) != 0)
    return failOnFile("cannot write", final_, lastError());
  forgetOnInterrupt(temporary_.c_str());
  temporary_.clear();
  return 0;
}

} // namespace minigo
