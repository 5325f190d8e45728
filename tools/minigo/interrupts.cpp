// The handler runs between any two instructions and may call only async-signal-safe functions, so
// everything it reads stands in fixed places. It runs in the one thread that works
// (runOnLargeStack); the atomics order the handler against the code it interrupts, nothing else.
#include "tools/minigo/interrupts.h"

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <ctime>
#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace minigo {
namespace {

// Whoever reads what we print may go away.
constexpr int kInterrupts[] = {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE};

std::atomic<const char*> g_paths[64];
std::atomic<pid_t> g_children[256];

struct DirectoryEntry { // of Linux's getdents64
  uint64_t inode;
  int64_t offset;
  unsigned short size;
  unsigned char type;
  char name[1];
};

void removeTree(int parent, const char* name);

// Removes what is in an open directory; readdir() allocates, so the system is asked itself.
void removeEntries(int directory) {
  alignas(DirectoryEntry) char buffer[4096];
  for (;;) {
    const long size = syscall(SYS_getdents64, directory, buffer, sizeof buffer);
    if (size <= 0) return;
    for (long at = 0; at < size;) {
      const auto* entry = reinterpret_cast<const DirectoryEntry*>(buffer + at);
      at += entry->size;
      const char* name = entry->name;
      const bool special = name[0] == '.' && (!name[1] || (name[1] == '.' && !name[2]));
      if (!special) removeTree(directory, name);
    }
  }
}

// False if something is left of it.
bool removeOnce(int parent, const char* name) {
  if (unlinkat(parent, name, 0) == 0) return true;
  const int directory = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (directory < 0) return true;
  removeEntries(directory);
  close(directory);
  return unlinkat(parent, name, AT_REMOVEDIR) == 0 || errno != ENOTEMPTY;
}

// What a compiler started has been asked to end with it, and may make a last file meanwhile.
void removeTree(int parent, const char* name) {
  constexpr timespec kPause = {0, 10'000'000};
  for (int tries = 0; tries < 50 && !removeOnce(parent, name); ++tries)
    nanosleep(&kPause, nullptr);
}

void onInterrupt(int signal) {
  // Compilers remove what they were writing when they are asked to end, so wait for that.
  for (std::atomic<pid_t>& child : g_children)
    if (child.load()) kill(child.load(), SIGTERM);
  for (std::atomic<pid_t>& child : g_children)
    if (child.load()) waitpid(child.load(), nullptr, 0);
  removeUnfinished();
  std::signal(signal, SIG_DFL);
  raise(signal);
}

} // namespace

void removeUnfinished() {
  for (const std::atomic<const char*>& path : g_paths)
    if (path.load()) removeTree(AT_FDCWD, path.load());
}

void installInterruptHandlers() {
  std::signal(SIGCHLD, SIG_DFL); // ignored, it would take the ends of children from us
  for (int signal : kInterrupts) {
    struct sigaction old = {};
    sigaction(signal, nullptr, &old);
    if (old.sa_handler == SIG_IGN) continue; // nohup and background jobs of a shell
    struct sigaction action = {};
    action.sa_handler = onInterrupt;
    action.sa_flags = SA_NODEFER;
    sigfillset(&action.sa_mask);
    sigdelset(&action.sa_mask, signal);
    sigaction(signal, &action, nullptr);
  }
}

HeldInterrupts::HeldInterrupts() {
  sigset_t held;
  sigemptyset(&held);
  for (int signal : kInterrupts)
    sigaddset(&held, signal);
  sigprocmask(SIG_BLOCK, &held, &before_);
}

HeldInterrupts::~HeldInterrupts() { sigprocmask(SIG_SETMASK, &before_, nullptr); }

void removeOnInterrupt(const char* path) {
  for (std::atomic<const char*>& slot : g_paths) {
    if (slot.load()) continue;
    slot.store(path);
    return;
  }
}

void forgetOnInterrupt(const char* path) {
  for (std::atomic<const char*>& slot : g_paths) {
    if (slot.load() == path) slot.store(nullptr);
  }
}

void addInterruptibleChild(pid_t pid) {
  for (std::atomic<pid_t>& slot : g_children) {
    if (slot.load()) continue;
    slot.store(pid);
    return;
  }
}

void removeInterruptibleChild(pid_t pid) {
  for (std::atomic<pid_t>& slot : g_children) {
    if (slot.load() == pid) slot.store(0);
  }
}

} // namespace minigo
