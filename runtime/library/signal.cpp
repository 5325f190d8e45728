// The functions of package os/signal that are not written in Go.
//
// The handler of a signal that the program wants may run on any thread: it notes the signal in
// `pending` and makes an event (eventfd). The one goroutine in signal_recv takes what is pending,
// and waits for the event like for any descriptor when nothing is; an event that comes between a
// look and the wait is kept (sched/poller.h).
//
// No signal is lost while the program stops to hear of it. signal_disable gives it another action
// first, then takes it out of `wanted`; signalWaitUntilIdle waits for handlers that have begun. A
// handler counts itself in `delivering`, then looks into `wanted`: it is waited for, or sees that
// the signal has another action, and sends it again.
#include "runtime/panic/signal.h"
#include "minigo/go.h"
#include "minigo/types.h"
#include "runtime/panic/fatal.h"
#include "runtime/sched/poller.h"

#include <atomic>
#include <bit>
#include <cerrno>
#include <csignal>
#include <sys/eventfd.h>
#include <unistd.h>

namespace go::os_signal {

using mg::Uint32;

void signal_enable(Uint32 signal);
void signal_disable(Uint32 signal);
void signal_ignore(Uint32 signal);
bool signal_ignored(Uint32 signal);
Uint32 signal_recv();
void signalWaitUntilIdle();

namespace {

constexpr Uint32 kLast = 64;

std::atomic<uint64_t> pending{0}; // a bit for each signal; bit 0 is signal 1
std::atomic<uint32_t> delivering{0};
std::atomic<bool> isIdle{false}; // the goroutine in signal_recv waits
int eventFile = -1;
mg::sched::PollDescriptor* events = nullptr;
std::atomic<uint64_t> wanted{0};  // those that signal_recv is to return
std::atomic<uint64_t> ignored{0}; // as the program said last
// The rest is guarded by the package's lock, like the calls.
uint64_t changed = 0;                 // once the program has said anything of it
struct sigaction previous[kLast + 1]; // of those that are changed: what was there before

uint64_t bitOf(Uint32 signal) { return uint64_t{1} << (signal - 1); }

// One that a program may hear of or ignore. SIGPROF is the profiler's alone.
bool isSignal(Uint32 signal) { return signal >= 1 && signal <= kLast && signal != SIGPROF; }

// What the runtime's own handler, which is not given away, is for: faults are panics, and SIGURG,
// which the process sends to its own threads, preempts.
bool isRuntimes(int signal) {
  return signal == SIGSEGV || signal == SIGBUS || signal == SIGFPE || signal == SIGURG;
}

bool isForRuntime(const siginfo_t& info) {
  if (info.si_signo == SIGURG) return info.si_code == SI_TKILL && info.si_pid == getpid();
  return isRuntimes(info.si_signo) && !mg::panics::wasSent(info);
}

void onSignal(int signal, siginfo_t* info, void* context) {
  if (isForRuntime(*info)) {
    if (auto* handler = previous[signal].sa_sigaction) // a sanitizer build preempts nothing
      handler(signal, info, context);
    return;
  }
  uint64_t bit = bitOf(Uint32(signal));
  int error = errno;
  delivering.fetch_add(1); // pairs with signalWaitUntilIdle()
  if (wanted.load() & bit) {
    pending.fetch_or(bit, std::memory_order_release); // pairs with take()
    uint64_t one = 1;
    [[maybe_unused]] ssize_t n = write(eventFile, &one, sizeof one); // full: it is awake anyway
  } else if (!isRuntimes(signal) || !(ignored.load() & bit)) {
    raise(signal); // it is blocked here: the other action is taken after the return
  }
  delivering.fetch_sub(1);
  errno = error;
}

// Gives the signal another action and keeps what was there at first, which onSignal may need at
// once.
void change(Uint32 signal, const struct sigaction& action) {
  if (!(changed & bitOf(signal)) && sigaction(int(signal), nullptr, &previous[signal]) != 0) return;
  changed |= bitOf(signal);
  sigaction(int(signal), &action, nullptr);
}

void changeToHandler(Uint32 signal) {
  struct sigaction action = {};
  action.sa_sigaction = onSignal;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART;
  sigfillset(&action.sa_mask);
  change(signal, action);
}

void openEvents() {
  if (events) return;
  int error = 0;
  eventFile = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  if (eventFile >= 0) events = mg::sched::PollDescriptor::open(eventFile, &error);
  if (!events) mg::panics::fatal("os/signal: cannot make an event file");
}

// One that is pending; 0: none.
Uint32 take() {
  uint64_t all = pending.load(std::memory_order_acquire);
  if (!all) return 0;
  auto signal = Uint32(std::countr_zero(all)) + 1;
  pending.fetch_and(~bitOf(signal), std::memory_order_acq_rel); // after isIdle
  return signal;
}

} // namespace

void signal_enable(Uint32 signal) {
  openEvents();
  if (!isSignal(signal)) return;
  ignored.fetch_and(~bitOf(signal));
  wanted.fetch_or(bitOf(signal));
  changeToHandler(signal);
}

void signal_disable(Uint32 signal) {
  if (!isSignal(signal)) return;
  ignored.fetch_and(~bitOf(signal));
  if (changed & bitOf(signal)) sigaction(int(signal), &previous[signal], nullptr);
  wanted.fetch_and(~bitOf(signal));
}

void signal_ignore(Uint32 signal) {
  if (!isSignal(signal)) return;
  ignored.fetch_or(bitOf(signal));
  if (isRuntimes(int(signal))) {
    changeToHandler(signal);
  } else {
    struct sigaction action = {};
    action.sa_handler = SIG_IGN;
    change(signal, action);
  }
  wanted.fetch_and(~bitOf(signal));
}

// Also those that were ignored when the program started.
bool signal_ignored(Uint32 signal) {
  if (ignored.load() & bitOf(signal)) return true;
  struct sigaction now;
  return sigaction(int(signal), nullptr, &now) == 0 && now.sa_handler == SIG_IGN;
}

Uint32 signal_recv() {
  for (;;) {
    // Before take(): who sees that nothing is pending any more sees this, too.
    isIdle.store(false, std::memory_order_relaxed);
    if (Uint32 signal = take()) return signal;
    uint64_t count;
    if (read(eventFile, &count, sizeof count) > 0) continue; // look again
    isIdle.store(true, std::memory_order_release);
    if (!pending.load(std::memory_order_acquire)) events->wait(mg::sched::PollDescriptor::kRead);
  }
}

// All signals that came before the call have been handed on.
void signalWaitUntilIdle() {
  while (delivering.load() || pending.load(std::memory_order_acquire) ||
         !isIdle.load(std::memory_order_acquire))
    mg::gosched();
}

} // namespace go::os_signal
