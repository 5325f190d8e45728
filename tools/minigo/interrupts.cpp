// The handler runs between any two instructions and may call only async-signal-safe functions, so
// everything it reads stands in fixed places. minigo is single-threaded; the atomics order the
// handler against the code it interrupts, nothing else.
#include "tools/minigo/interrupts.h"

#include <atomic>
#include <csignal>
#include <iterator>
#include <sys/wait.h>
#include <unistd.h>

namespace minigo {
namespace {

std::atomic<const char*> g_paths[64];
std::atomic<pid_t> g_child;

void onInterrupt(int signal) {
  // The compiler removes what it was writing when it is asked to end, so wait for that.
  if (const pid_t child = g_child.load()) {
    kill(child, SIGTERM);
    waitpid(child, nullptr, 0);
  }
  removeUnfinished();
  std::signal(signal, SIG_DFL);
  raise(signal);
}

} // namespace

void removeUnfinished() {
  for (size_t i = std::size(g_paths); i-- > 0;) {
    const char* path = g_paths[i].load();
    if (path && unlink(path) != 0) rmdir(path);
  }
}

void installInterruptHandlers() {
  for (int signal : {SIGINT, SIGTERM, SIGHUP}) {
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

void setInterruptibleChild(pid_t pid) { g_child.store(pid); }

} // namespace minigo
