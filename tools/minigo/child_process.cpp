#include "tools/minigo/child_process.h"

#include "tools/minigo/interrupts.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/Twine.h"

#include <cctype>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace minigo {
namespace {

llvm::StringRef variableName(llvm::StringRef assignment) { return assignment.split('=').first; }

std::vector<char*> environment(llvm::ArrayRef<std::string> extra) {
  std::vector<char*> env;
  for (char** entry = environ; *entry; ++entry) {
    bool replaced = false;
    for (const std::string& assignment : extra)
      replaced |= variableName(*entry) == variableName(assignment);
    if (!replaced) env.push_back(*entry);
  }
  for (const std::string& assignment : extra)
    env.push_back(const_cast<char*>(assignment.c_str()));
  env.push_back(nullptr);
  return env;
}

ChildResult resultOf(int status) {
  if (WIFSIGNALED(status)) return {.signal = WTERMSIG(status)};
  return {.exitStatus = WEXITSTATUS(status)};
}

ChildResult waitFor(pid_t pid) {
  int status = 0;
  while (waitpid(pid, &status, 0) < 0) {
    if (errno != EINTR) return {.error = errno};
  }
  return resultOf(status);
}

// Kills the child at its time limit; true if that was needed.
bool enforceTimeLimit(pid_t pid, unsigned seconds) {
  const int fd = static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
  if (fd < 0) return false;
  pollfd ended = {.fd = fd, .events = POLLIN, .revents = 0};
  int ready = 0;
  do
    ready = poll(&ended, 1, static_cast<int>(std::min(seconds, 1'000'000u)) * 1000);
  while (ready < 0 && errno == EINTR);
  close(fd);
  if (ready == 0) kill(pid, SIGKILL);
  return ready == 0;
}

// While it lives, this process ignores the terminal's keys; children still get the old behaviour.
class IgnoreTerminalSignals {
public:
  IgnoreTerminalSignals() {
    struct sigaction ignore = {};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGINT, &ignore, &interrupt_);
    sigaction(SIGQUIT, &ignore, &quit_);
  }
  ~IgnoreTerminalSignals() {
    sigaction(SIGINT, &interrupt_, nullptr);
    sigaction(SIGQUIT, &quit_, nullptr);
  }
  IgnoreTerminalSignals(const IgnoreTerminalSignals&) = delete;
  IgnoreTerminalSignals& operator=(const IgnoreTerminalSignals&) = delete;

  // The signals that a child must reset: ignoring survives an exec, handlers do not.
  sigset_t toReset() const {
    sigset_t set;
    sigemptyset(&set);
    if (interrupt_.sa_handler != SIG_IGN) sigaddset(&set, SIGINT);
    if (quit_.sa_handler != SIG_IGN) sigaddset(&set, SIGQUIT);
    return set;
  }

private:
  struct sigaction interrupt_ = {};
  struct sigaction quit_ = {};
};

} // namespace

std::string ChildResult::describe() const {
  if (error) return std::strerror(error);
  if (!signal) return "exit status " + std::to_string(exitStatus);
  std::string name = strsignal(signal);
  if (!name.empty()) name[0] = static_cast<char>(std::tolower(name[0]));
  return "signal: " + name;
}

// Starts a program; returns its process, or sets `error`. Its registration as a child that ends
// with minigo is the caller's to end.
static pid_t startChild(llvm::StringRef program, llvm::ArrayRef<std::string> args,
                        const ChildOptions& options, const sigset_t& signalsToReset, int& error) {
  std::vector<char*> argv;
  for (const std::string& arg : args)
    argv.push_back(const_cast<char*>(arg.c_str()));
  argv.push_back(nullptr);
  std::vector<char*> env = environment(options.extraEnv);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (!options.outputFile.empty()) {
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, options.outputFile.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (options.errorFile.empty())
      posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
  }
  if (!options.errorFile.empty())
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, options.errorFile.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (options.noInput)
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  if (options.ownsTerminal) {
    posix_spawnattr_setsigdefault(&attributes, &signalsToReset);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  }
  pid_t pid = 0;
  error = posix_spawn(&pid, program.str().c_str(), &actions, &attributes, argv.data(), env.data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (!error) addInterruptibleChild(pid);
  return pid;
}

ChildResult runChild(llvm::StringRef program, llvm::ArrayRef<std::string> args,
                     const ChildOptions& options) {
  std::optional<IgnoreTerminalSignals> ignored;
  sigset_t reset;
  sigemptyset(&reset);
  if (options.ownsTerminal) reset = ignored.emplace().toReset();
  int error = 0;
  const pid_t pid = startChild(program, args, options, reset, error);
  if (error) return {.error = error};
  const bool timedOut = options.timeLimit && enforceTimeLimit(pid, options.timeLimit);
  ChildResult result = waitFor(pid);
  result.timedOut = timedOut;
  removeInterruptibleChild(pid);
  return result;
}

void ChildPool::start(llvm::StringRef program, llvm::ArrayRef<std::string> args,
                      const ChildOptions& options, Done done) {
  while (running_.size() >= limit_)
    waitForOne();
  sigset_t none;
  sigemptyset(&none);
  int error = 0;
  const pid_t pid = startChild(program, args, options, none, error);
  if (error)
    done({.error = error});
  else
    running_[pid] = std::move(done);
}

void ChildPool::waitForOne() {
  int status = 0;
  const pid_t pid = waitpid(-1, &status, 0);
  if (pid < 0) return;
  const auto child = running_.find(pid);
  if (child == running_.end()) return;
  removeInterruptibleChild(pid);
  const Done done = std::move(child->second);
  running_.erase(child);
  done(resultOf(status));
}

void ChildPool::wait() {
  while (!running_.empty())
    waitForOne();
}

std::string quoteCommand(llvm::ArrayRef<std::string> args) {
  std::string text;
  for (const std::string& arg : args) {
    if (!text.empty()) text += ' ';
    const bool plain = !arg.empty() && llvm::StringRef(arg).find_first_of(
                                           " \t\n\"'$&;|<>()*?\\`") == llvm::StringRef::npos;
    if (plain) {
      text += arg;
      continue;
    }
    text += '\'';
    for (char c : arg)
      text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    text += '\'';
  }
  return text;
}

} // namespace minigo
