// Package syscall: starting other programs.
//
// The child shares the memory of this process and the calling thread stands still until the program
// has been started (CLONE_VFORK), so that a large heap costs nothing and an error can simply be
// written down. The child has a stack of its own, makes system calls only, and all signals stay
// blocked until no handler of this process can run in it.
#include "minigo/results.h"
#include "minigo/types.h"
#include "runtime/base/sanitizer.h"
#include "runtime/mem/collector.h"
#include "runtime/mem/snapshot.h"
#include "runtime/sched/scheduler.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace go::syscall {

using mg::Int;

mg::Results<Int, Int> startProcess(void* request);
mg::Uintptr replaceProgram(void* program, void* argv, void* envv);

namespace {

// As in packages/syscall/exec.go.
struct StartRequest {
  const char *program, *dir, *chroot;
  char **argv, **envv;
  Int* files;
  Int fileCount;
  const unsigned* groups;
  Int groupCount, uid, gid, ctty, pgid, deathSignal;
  mg::Uintptr cloneFlags, unshareFlags, flags;
};

enum : mg::Uintptr {
  kPtrace = 1,
  kSetsid = 2,
  kSetpgid = 4,
  kSetctty = 8,
  kNoctty = 16,
  kForeground = 32,
};

struct Child {
  const StartRequest* request;
  sigset_t mask; // of the program
  int parent;
  volatile int error; // why the program was not started
};

[[noreturn]] void give(Child& child) {
  child.error = errno;
  ::_exit(253);
}

void require(Child& child, bool ok) {
  if (!ok) give(child);
}

// Raw system calls: those of the C library would change all threads of this process.
void changeIdentity(Child& child) {
  const StartRequest& r = *child.request;
  if (r.flags & kSetsid) require(child, ::setsid() >= 0);
  if (r.flags & (kSetpgid | kForeground)) require(child, ::setpgid(0, int(r.pgid)) == 0);
  if (r.flags & kForeground) {
    pid_t group = r.pgid ? pid_t(r.pgid) : ::getpid();
    require(child, ::ioctl(int(r.ctty), TIOCSPGRP, &group) == 0);
  }
  if (r.unshareFlags) require(child, ::unshare(int(r.unshareFlags)) == 0);
  if (r.chroot) require(child, ::chroot(r.chroot) == 0);
  if (r.groupCount >= 0)
    require(child, ::syscall(SYS_setgroups, size_t(r.groupCount), r.groups) == 0);
  if (r.gid >= 0) require(child, ::syscall(SYS_setgid, gid_t(r.gid)) == 0);
  if (r.uid >= 0) require(child, ::syscall(SYS_setuid, uid_t(r.uid)) == 0);
  if (r.dir) require(child, ::chdir(r.dir) == 0);
  if (r.deathSignal) {
    require(child, ::prctl(PR_SET_PDEATHSIG, r.deathSignal) == 0);
    if (::getppid() != child.parent) ::raise(int(r.deathSignal)); // it died before
  }
}

// Descriptor i of the program is files[i]. First those are moved away that others would overwrite.
void arrangeFiles(Child& child) {
  const StartRequest& r = *child.request;
  for (Int i = 0; i < r.fileCount; ++i) {
    if (r.files[i] < 0 || r.files[i] >= i) continue;
    r.files[i] = ::fcntl(int(r.files[i]), F_DUPFD_CLOEXEC, int(r.fileCount));
    require(child, r.files[i] >= 0);
  }
  for (int i = 0; i < r.fileCount; ++i) {
    if (r.files[i] < 0)
      ::close(i);
    else if (r.files[i] == i)
      require(child, ::fcntl(i, F_SETFD, 0) == 0);
    else
      require(child, ::dup2(int(r.files[i]), i) >= 0);
  }
  for (int i = int(r.fileCount); i < 3; ++i)
    ::close(i);
  if (r.flags & kNoctty) require(child, ::ioctl(0, TIOCNOTTY, 0) == 0);
  if (r.flags & kSetctty) require(child, ::ioctl(int(r.ctty), TIOCSCTTY, 1) == 0);
  if (r.flags & kPtrace) require(child, ::ptrace(PTRACE_TRACEME, 0, 0, 0) == 0);
}

int runChild(void* argument) {
  Child& child = *static_cast<Child*>(argument);
  struct sigaction standard = {};
  standard.sa_handler = SIG_DFL;
  for (int signal = 1; signal < NSIG; ++signal) {
    struct sigaction now;
    if (::sigaction(signal, nullptr, &now) == 0 && now.sa_handler != SIG_IGN &&
        now.sa_handler != SIG_DFL)
      ::sigaction(signal, &standard, nullptr);
  }
  changeIdentity(child);
  arrangeFiles(child);
  ::sigprocmask(SIG_SETMASK, &child.mask, nullptr);
  ::execve(child.request->program, child.request->argv, child.request->envv);
  give(child);
}

} // namespace

mg::Results<Int, Int> startProcess(void* request) {
  constexpr size_t kStackSize = 64 << 10;
  // What the child calls on its way would confuse a sanitizer that it shares with the parent: there
  // it has memory of its own, but for the record.
  constexpr int kShared = mg::base::kOwnStacks ? 0 : CLONE_VM;
  Child local{};
  void* record = &local;
  if (!kShared)
    record =
        ::mmap(nullptr, sizeof(Child), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (record == MAP_FAILED) return {-1, ENOMEM};
  Child& child = *static_cast<Child*>(record);
  child = {static_cast<const StartRequest*>(request), {}, ::getpid(), 0};
  int error = 0;
  const Int pid = mg::sched::blocking([&child, &error]() -> int64_t {
    char* stack = static_cast<char*>(::malloc(kStackSize));
    if (!stack) {
      error = ENOMEM;
      return -1;
    }
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &child.mask);
    const int pid =
        ::clone(runChild, stack + kStackSize,
                kShared | CLONE_VFORK | SIGCHLD | int(child.request->cloneFlags), &child);
    error = pid < 0 ? errno : child.error;
    if (pid > 0 && error) // the child is gone
      while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
      }
    ::pthread_sigmask(SIG_SETMASK, &child.mask, nullptr);
    ::free(stack);
    return pid;
  });
  if (!kShared) ::munmap(record, sizeof(Child));
  return {pid, error};
}

mg::Uintptr replaceProgram(void* program, void* argv, void* envv) {
  mg::mem::inCollector(mg::mem::abandonSnapshot); // it would be a child of the new program
  ::execve(static_cast<const char*>(program), static_cast<char**>(argv), static_cast<char**>(envv));
  return mg::Uintptr(errno);
}

} // namespace go::syscall
