#include "runtime/sched/preempt.h"

#include "minigo/go.h"
#include "minigo/lone.h"
#include "runtime/base/platform.h"
#include "runtime/base/sanitizer.h"
#include "runtime/panic/signal.h"
#include "runtime/sched/blocking_call.h"
#include "runtime/sched/dispatch.h"
#include "runtime/sched/global_queue.h"
#include "runtime/sched/poller.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sched/timer_queue.h"
#include "runtime/sched/workers.h"

#include <algorithm>
#include <cpuid.h>
#include <csignal>
#include <cstring>
#include <ctime>
#include <pthread.h>
#include <ucontext.h>

extern "C" {
// The program's code lies between these two; without the second one nothing is preempted.
extern const char _start[];
[[gnu::weak]] extern const char mg_end_of_code[];
void mg_async_preempt();
void mg_preempted();
// What xsave needs; 0: there is no xsave.
[[gnu::visibility("hidden")]] size_t mg_xsave_bytes = 0;
}

namespace mg::sched {

namespace {

constexpr int64_t kSlice = 10'000'000;        // ns, as in Go
constexpr int64_t kAskPause = 250'000;        // ns, until a worker that did not obey is asked again
constexpr int kAsks = 30;                     // in a slice
constexpr int64_t kCallPause = 20'000;        // ns, while calls keep others waiting
constexpr int kCallLooks = 50;                // so many more at that pace, then it slows down
constexpr int64_t kLongestPause = 80'000'000; // of the monitor, while nothing runs
// For the registers, the call and a signal frame that may follow.
constexpr size_t kRoom = 32 << 10;
constexpr uintptr_t kRedZone = 128;

// Where the handler finds the worker to be. Async-signal-safe.
bool isPreemptible(const Worker& worker, uintptr_t pc, uintptr_t sp) {
  if (pc < reinterpret_cast<uintptr_t>(_start) || pc >= reinterpret_cast<uintptr_t>(mg_end_of_code))
    return false;
  const G* g = worker.current;
  if (!g || !g->slot) return false;
  uintptr_t base = reinterpret_cast<uintptr_t>(g->slot->base);
  return sp > base + kRoom && sp < reinterpret_cast<uintptr_t>(g->slot->top);
}

void onSignal(int, siginfo_t*, void* contextWord) {
  if (!hasWorker()) return;
  greg_t* registers = static_cast<ucontext_t*>(contextWord)->uc_mcontext.gregs;
  uintptr_t pc = uintptr_t(registers[REG_RIP]), sp = uintptr_t(registers[REG_RSP]);
  Worker& worker = self();
  if (!isPreemptible(worker, pc, sp)) {
    worker.yieldAskedAt.store(worker.runs.load(std::memory_order_relaxed),
                              std::memory_order_relaxed);
    return;
  }
  worker.preemptions.store(worker.preemptions.load(std::memory_order_relaxed) + 1,
                           std::memory_order_relaxed);
  pc = restartOf(pc);
  sp -= kRedZone + sizeof(uintptr_t);
  *reinterpret_cast<uintptr_t*>(sp) = pc;
  registers[REG_RSP] = greg_t(sp);
  registers[REG_RIP] = greg_t(reinterpret_cast<uintptr_t>(&mg_async_preempt));
}

// What the monitor has seen of a worker.
struct Seen {
  uint64_t runs;
  uint32_t tick;
  uint64_t calls;
  uint32_t preemptions;
  int asksLeft;
};

// A sanitizer would not know the switch.
bool canPreempt() { return !base::kOwnStacks && mg_end_of_code; }

void ask(Worker& worker, Seen* seen, int asks) {
  if (!canPreempt()) return;
  seen->asksLeft = asks;
  if (asks) requestPreemption(worker);
}

// Signals a worker that runs the goroutine that it ran at the last look; one that runs others in
// the same time slice is told that this is over.
bool lookAt(Worker& worker, Seen* seen) {
  if (worker.phase.load(std::memory_order_relaxed) != Worker::kRuns) return false;
  uint64_t runs = worker.runs.load(std::memory_order_relaxed);            // a hint
  uint32_t tick = worker.tick.load(std::memory_order_relaxed);            // a hint
  seen->preemptions = worker.preemptions.load(std::memory_order_relaxed); // a hint
  if (runs == seen->runs)
    ask(worker, seen, kAsks);
  else if (tick == seen->tick)
    worker.sliceIsOver.store(true, std::memory_order_relaxed); // the owner looks now and then
  seen->runs = runs;
  seen->tick = tick;
  return true;
}

// A goroutine that is in the runtime most of the time is seldom found where it may be stopped.
void askAgain(Worker& worker, Seen* seen) {
  if (seen->asksLeft == 0) return;
  bool isOver = worker.phase.load(std::memory_order_relaxed) != Worker::kRuns ||
                worker.runs.load(std::memory_order_relaxed) != seen->runs ||
                worker.preemptions.load(std::memory_order_relaxed) != seen->preemptions;
  ask(worker, seen, isOver ? 0 : seen->asksLeft - 1);
}

std::atomic<bool> endIsAsked{false};
std::atomic<bool> monitorRuns{false};

// How long the monitor sleeps between two looks. As in Go: short when calls have kept others
// waiting lately, for the next one will too; then longer and longer.
class Pause {
public:
  int64_t length() const { return length_; }
  void adapt(CallSeen inCalls, bool anyRuns) {
    if (inCalls == CallSeen::OthersWait) {
      length_ = kCallPause;
      looksLeft_ = kCallLooks;
    } else if (looksLeft_ > 0) {
      --looksLeft_;
    } else {
      bool isQuiet = !anyRuns && inCalls == CallSeen::None;
      length_ = std::min(length_ * 2, isQuiet ? kLongestPause : kSlice);
    }
  }

private:
  int64_t length_ = kSlice;
  int looksLeft_ = 0;
};

void* monitor(void*) {
  static Seen seen[kMaxWorkers];
  int64_t nextSlice = 0;
  bool anyRuns = false, anyAsked = false;
  for (Pause pause;;) {
    timespec time{0, anyAsked ? std::min(kAskPause, pause.length()) : pause.length()};
    clock_nanosleep(CLOCK_MONOTONIC, 0, &time, nullptr);
    if (endIsAsked.load(std::memory_order_acquire))
      panics::endBySignal(); // pairs with endByMonitor
    CallSeen inCalls = CallSeen::None;
    for (uint32_t i = 0; i < workerCount(); ++i)
      inCalls = std::max(inCalls, lookAtCall(workerAt(i), &seen[i].calls));
    int64_t now = base::nanotime();
    bool isOver = now >= nextSlice;
    if (isOver) {
      nextSlice = now + kSlice - kSlice / 10; // a sleep of kSlice may be a little short of it
      anyRuns = false;
    }
    anyAsked = false;
    for (uint32_t i = 0; i < workerCount(); ++i) {
      if (isOver)
        anyRuns |= lookAt(workerAt(i), &seen[i]);
      else
        askAgain(workerAt(i), &seen[i]);
      anyAsked |= seen[i].asksLeft > 0;
    }
    pause.adapt(inCalls, anyRuns);
  }
  return nullptr;
}

void findXsave() {
  unsigned a, b, c, d;
  constexpr unsigned kOsxsave = 1u << 27;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & kOsxsave)) return;
  if (__get_cpuid_count(13, 0, &a, &b, &c, &d)) mg_xsave_bytes = base::roundUp(b, 64);
}

} // namespace

void installPreemptHandler() {
  if (!canPreempt()) return;
  struct sigaction action{};
  action.sa_sigaction = onSignal;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART;
  sigaction(SIGURG, &action, nullptr);
}

void startMonitor() {
  if (!mg_end_of_code) return; // not a program that the compiler has made
  findXsave();
  pthread_t thread;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, kThreadStack);
  // All signals are for workers.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  // Without it nothing is preempted.
  if (pthread_create(&thread, &attributes, monitor, nullptr) == 0)
    monitorRuns.store(true, std::memory_order_relaxed);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  pthread_attr_destroy(&attributes);
}

uintptr_t restartOf(uintptr_t pc) {
  constexpr uint8_t kNop[] = {0x0f, 0x1f, 0x84, 0x00};
  uintptr_t first = reinterpret_cast<uintptr_t>(_start);
  for (uintptr_t at = pc; at >= first && at + kSequenceLengthMask > pc; --at) {
    const char* code = reinterpret_cast<const char*>(at);
    uint32_t operand;
    memcpy(&operand, code + sizeof kNop, sizeof operand);
    if (operand - kSequenceMark > kSequenceLengthMask || memcmp(code, kNop, sizeof kNop) != 0)
      continue;
    return pc < at + (operand & kSequenceLengthMask) ? at : pc;
  }
  return pc;
}

bool hasMonitor() { return monitorRuns.load(std::memory_order_relaxed); }

void endByMonitor() {
  endIsAsked.store(true, std::memory_order_release); // with what panics::endBySignal prints
}

bool isEnding() { return endIsAsked.load(std::memory_order_relaxed); }

void requestPreemption(Worker& worker) {
  if (mg_end_of_code) pthread_kill(worker.thread, SIGURG);
}

// Yields if there is something else to do.
static void giveWay() {
  mg::poll();
  Worker& worker = self();
  bool isDue = firstDue() <= base::nanotime();
  if (isDue || pollIsDue() || !worker.queue.empty() || !globalQueue().empty() ||
      worker.current->slot->pending.load())
    gosched();
}

void yieldIfAsked() {
  Worker& worker = self();
  uint64_t runs = worker.runs.load(std::memory_order_relaxed);
  if (worker.yieldAskedAt.load(std::memory_order_relaxed) != runs || !worker.current) [[likely]]
    return;
  worker.yieldAskedAt.store(UINT64_MAX, std::memory_order_relaxed);
  giveWay();
}

} // namespace mg::sched

extern "C" void mg_preempted() { mg::sched::giveWay(); }
