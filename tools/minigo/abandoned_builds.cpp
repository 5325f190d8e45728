#include "tools/minigo/abandoned_builds.h"

#include "llvm/Support/FileSystem.h"

#include <dirent.h>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace minigo {

namespace {

// A file in the work directory that its build holds a lock on. The kernel ends the lock with the
// process, however that ends; programs that the build starts do not inherit it.
constexpr const char* kMark = "/running";

// A temporary directory that is full of other things is not searched to its end.
constexpr unsigned kMostEntries = 4096;
constexpr unsigned kMostRemoved = 8;

// Whether it is a directory of this user's: others may make names below /tmp too.
bool isOwn(const std::string& directory) {
  struct stat info = {};
  return lstat(directory.c_str(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == geteuid();
}

bool removeIfAbandoned(const std::string& directory) {
  const int mark = open((directory + kMark).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (mark < 0) return false;
  const bool isAbandoned = flock(mark, LOCK_EX | LOCK_NB) == 0;
  if (isAbandoned) llvm::sys::fs::remove_directories(directory);
  close(mark);
  return isAbandoned;
}

} // namespace

void markAsRunning(llvm::StringRef directory) {
  const std::string mark = directory.str() + kMark;
  const std::string unlocked = mark + ".new"; // nobody may find the mark before it is locked
  const int file = open(unlocked.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (file < 0) return;
  if (flock(file, LOCK_EX | LOCK_NB) == 0 && rename(unlocked.c_str(), mark.c_str()) == 0)
    return; // the file stays open
  unlink(unlocked.c_str());
  close(file);
}

void unmarkAsRunning(llvm::StringRef directory) { unlink((directory.str() + kMark).c_str()); }

void removeAbandonedBuilds(llvm::StringRef temporary) {
  DIR* entries = opendir(temporary.str().c_str());
  if (!entries) return;
  std::vector<std::string> found;
  for (unsigned i = 0; i < kMostEntries; ++i) {
    const dirent* entry = readdir(entries);
    if (!entry) break;
    if (llvm::StringRef(entry->d_name).starts_with(kWorkPrefix))
      found.push_back((temporary + "/" + entry->d_name).str());
  }
  closedir(entries);
  unsigned removed = 0;
  for (const std::string& directory : found)
    if (removed < kMostRemoved && isOwn(directory)) removed += removeIfAbandoned(directory);
}

} // namespace minigo
