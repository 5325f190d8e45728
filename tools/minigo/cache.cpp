#include "tools/minigo/cache.h"

#include "tools/minigo/errors.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace minigo {
namespace {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

constexpr time_t kDay = 24 * 60 * 60;
constexpr time_t kMaxAge = 14 * kDay;            // since the last use
constexpr uint64_t kMaxSize = 2ull << 30;        // bytes of all entries
constexpr time_t kUseResolution = 60 * 60;       // a use is noted once an hour
constexpr time_t kLongestBuild = 24 * 60 * 60;   // temporary files older than this belong to nobody
constexpr llvm::StringLiteral kEntry = ".entry"; // names of files that say which file is meant
constexpr const char* kPruned = "pruned";        // its time is that of the last look

std::string environmentOr(const char* name, llvm::StringRef fallback) {
  const char* value = std::getenv(name);
  return value && *value ? value : fallback.str();
}

struct Entry {
  std::string path;
  time_t used;
  uint64_t size;
};

// The folders that the cache makes: `tmp`, and one for the first two digits of keys. Others in the
// same directory are not its own.
std::vector<std::string> foldersOf(const std::string& directory) {
  std::vector<std::string> folders;
  std::error_code error;
  for (fs::directory_iterator it(directory, error), end; it != end && !error; it.increment(error)) {
    const llvm::StringRef name = path::filename(it->path());
    if (name == "tmp" || (name.size() == 2 && llvm::all_of(name, llvm::isHexDigit)))
      folders.push_back(it->path());
  }
  return folders;
}

std::vector<Entry> entriesBelow(const std::string& directory) {
  std::vector<Entry> entries;
  for (const std::string& folder : foldersOf(directory)) {
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; it != end && !error; it.increment(error)) {
      struct stat info = {};
      if (lstat(it->path().c_str(), &info) == 0 && S_ISREG(info.st_mode))
        entries.push_back({it->path(), info.st_mtime, static_cast<uint64_t>(info.st_size)});
    }
  }
  return entries;
}

std::unique_ptr<llvm::MemoryBuffer> read(const std::string& file) {
  auto buffer = llvm::MemoryBuffer::getFile(file, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  return buffer ? std::move(*buffer) : nullptr;
}

std::string digestOf(llvm::StringRef content) { return KeyBuilder(content).key(); }

// An entry that builds still use is not an old one.
void markAsUsed(const std::string& file) {
  struct stat info = {};
  if (stat(file.c_str(), &info) == 0 && time(nullptr) - info.st_mtime > kUseResolution)
    utimensat(AT_FDCWD, file.c_str(), nullptr, 0);
}

} // namespace

void KeyBuilder::add(llvm::StringRef text) {
  char size[8];
  llvm::support::endian::write64le(size, text.size());
  hash_.update(llvm::StringRef(size, sizeof size));
  hash_.update(text);
}

void KeyBuilder::addList(llvm::ArrayRef<std::string> texts) {
  add(std::to_string(texts.size()));
  for (const std::string& text : texts)
    add(text);
}

std::string KeyBuilder::key() {
  const llvm::BLAKE3Result<16> digest = hash_.final<16>();
  return llvm::toHex(digest, /*LowerCase=*/true);
}

std::string Cache::defaultDirectory() {
  const std::string own = environmentOr("MINIGO_CACHE", "");
  if (own == "off") return {};
  if (!own.empty()) return own;
  const std::string home = environmentOr("HOME", "");
  const std::string caches = environmentOr("XDG_CACHE_HOME", home.empty() ? "" : home + "/.cache");
  return caches.empty() ? "" : caches + "/minigo";
}

Cache::Cache(std::string directory) : directory_(std::move(directory)) {
  if (directory_.empty()) return;
  llvm::SmallString<128> absolute(directory_);
  fs::make_absolute(absolute);
  directory_ = absolute.str().str();
  fs::create_directories(directory_ + "/tmp", true, fs::all_all);
  usable_ = access((directory_ + "/tmp").c_str(), W_OK | X_OK) == 0;
}

std::string Cache::pathOf(llvm::StringRef key, llvm::StringRef suffix) const {
  return directory_ + "/" + key.take_front(2).str() + "/" + key.str() + suffix.str();
}

std::optional<std::string> Cache::findText(llvm::StringRef key, llvm::StringRef suffix) const {
  if (!usable_) return std::nullopt;
  const std::string file = pathOf(key, suffix);
  const std::unique_ptr<llvm::MemoryBuffer> buffer = read(file);
  if (!buffer) return std::nullopt;
  const auto [digest, text] = buffer->getBuffer().split('\n');
  if (digest != digestOf(text)) return std::nullopt;
  markAsUsed(file);
  return text.str();
}

std::optional<std::string> Cache::find(llvm::StringRef key, llvm::StringRef suffix) const {
  const std::optional<std::string> digest = findText(key, (suffix + kEntry).str());
  if (!digest) return std::nullopt;
  std::string file = pathOf(*digest, suffix);
  const std::unique_ptr<llvm::MemoryBuffer> content = read(file);
  if (!content || digestOf(content->getBuffer()) != *digest) return std::nullopt;
  markAsUsed(file);
  return file;
}

bool Cache::publish(const std::string& temporary, const std::string& file) const {
  fs::create_directories(path::parent_path(file), true, fs::all_all);
  if (rename(temporary.c_str(), file.c_str()) == 0) return true;
  unlink(temporary.c_str());
  return false;
}

int Cache::openTemporary(std::string& name) const {
  if (!usable_) return -1;
  name = directory_ + "/tmp/XXXXXX";
  return mkostemp(name.data(), O_CLOEXEC);
}

void Cache::add(llvm::StringRef key, llvm::StringRef suffix, const std::string& file) const {
  const std::unique_ptr<llvm::MemoryBuffer> content = read(file);
  if (!content) return;
  std::string temporary;
  const int fd = openTemporary(temporary);
  if (fd < 0) return;
  close(fd);
  const std::string digest = digestOf(content->getBuffer());
  if (fs::copy_file(file, temporary))
    unlink(temporary.c_str());
  else if (publish(temporary, pathOf(digest, suffix)))
    addText(key, (suffix + kEntry).str(), digest);
}

void Cache::addText(llvm::StringRef key, llvm::StringRef suffix, llvm::StringRef text) const {
  std::string temporary;
  const int fd = openTemporary(temporary);
  if (fd < 0) return;
  llvm::raw_fd_ostream os(fd, /*shouldClose=*/true);
  os << digestOf(text) << '\n' << text;
  os.close();
  const bool failed = os.has_error();
  os.clear_error();
  if (failed)
    unlink(temporary.c_str());
  else
    publish(temporary, pathOf(key, suffix));
}

void Cache::prune(bool always) const {
  if (!usable_) return;
  const time_t now = time(nullptr);
  const std::string mark = directory_ + "/" + kPruned;
  struct stat info = {};
  if (!always && stat(mark.c_str(), &info) == 0 && now - info.st_mtime < kDay) return;
  const int fd = open(mark.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (fd >= 0) {
    futimens(fd, nullptr);
    close(fd);
  }
  std::vector<Entry> entries = entriesBelow(directory_);
  llvm::sort(entries, [](const Entry& a, const Entry& b) { return a.used > b.used; });
  uint64_t total = 0;
  for (const Entry& entry : entries) {
    const llvm::StringRef folder = path::filename(path::parent_path(entry.path));
    if (folder == "tmp") {
      if (now - entry.used > kLongestBuild) unlink(entry.path.c_str());
      continue;
    }
    total += entry.size;
    const bool isOld = now - entry.used > kMaxAge;
    if (isOld || total > kMaxSize) unlink(entry.path.c_str());
  }
}

int Cache::clean(const std::string& directory) {
  if (directory.empty() || !fs::exists(directory)) return 0;
  for (const std::string& folder : foldersOf(directory))
    if (std::error_code error = fs::remove_directories(folder, /*IgnoreErrors=*/false))
      return failOnFile("cannot remove", folder, error);
  unlink((directory + "/" + kPruned).c_str());
  rmdir(directory.c_str()); // unless something else lies there
  return 0;
}

} // namespace minigo
