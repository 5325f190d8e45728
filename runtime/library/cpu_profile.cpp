// The profile of the processors' time: runtime.SetCPUProfileRate starts and ends it, and package
// runtime/pprof reads it.
//
// 1. Each worker's thread has a timer of the time that it runs, which sends it SIGPROF. (One timer
//    for all would send it to any thread.) The handler writes a sample: the addresses on the
//    goroutine's stack. If another one has the lock it drops its sample and counts it: a handler
//    must not wait for what it may have interrupted.
// 2. The one goroutine in readProfile takes all samples every 20 ms, gives the addresses names and
//    hands them on. After the end of a profile it takes the last
//    ones; only then the next begins.
#include "minigo/go.h"
#include "minigo/results.h"
#include "minigo/slice.h"
#include "runtime/base/futex.h"
#include "runtime/base/platform.h"
#include "runtime/base/spin_lock.h"
#include "runtime/panic/callers.h"
#include "runtime/panic/go_frames.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sched/workers.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstring>
#include <ctime>
#include <ucontext.h>
#include <utility>

namespace go::runtime {

bool setProfileRate(mg::Int hz);

} // namespace go::runtime

namespace go::runtime_pprof {

using Profile = mg::Results<mg::Slice<mg::Uint64>, mg::Slice<void*>, bool>;
Profile readProfile();

} // namespace go::runtime_pprof

namespace {

using namespace mg;

constexpr size_t kMostCalls = 64;   // of a sample, as they are read
constexpr size_t kMostNames = 128;  // of a sample, with the functions that were inlined
constexpr size_t kWords = 16 << 10; // of samples, 0.2 s of them at a thousand in a second
constexpr int64_t kPause = 20'000'000;

// All the samples: each a word for what it is of, and if that has a goroutine the address where it
// was, two words of its stack (panics::leafCaller) and the addresses that its calls return to.
struct Samples {
  uintptr_t words[kWords];
  size_t used;
  size_t count;
  uint64_t lost;
};

struct SampleOf {
  uint32_t calls; // words that follow; 0: of nothing that has a goroutine
  bool isMain;
};
static_assert(sizeof(SampleOf) == sizeof(uintptr_t));

enum class State { Off, On, Ending };
std::atomic<State> state{State::Off};
// Guards what follows, and the changes of `state` by programs.
base::SpinLock control;
timer_t timers[sched::kMaxWorkers];
bool hasTimer[sched::kMaxWorkers];
Int rate = 0;
bool isFirstRead = false; // which tells the rate
// Guards `samples`. Never held where the goroutine may switch.
std::atomic_flag locked = ATOMIC_FLAG_INIT;
std::atomic<uint64_t> missed{0}; // dropped because the lock was held
Samples samples;
Samples taken; // by the one goroutine in readProfile

void unlock() { locked.clear(std::memory_order_release); }

// REQUIRES: the lock. Async-signal-safe, like all that the handler calls.
void addSample(const ucontext_t* context) {
  if (kWords - samples.used < 1 + kMostCalls) {
    ++samples.lost;
    return;
  }
  const greg_t* registers = context->uc_mcontext.gregs;
  uintptr_t* first = samples.words + samples.used + 1;
  SampleOf of{};
  const sched::G* g = sched::hasWorker() ? sched::self().current : nullptr;
  if (g && g->slot && g->slot->contains(reinterpret_cast<void*>(registers[REG_RSP] + 8))) {
    of.isMain = g->id() == 1;
    first[of.calls++] = uintptr_t(registers[REG_RIP]);
    memcpy(first + of.calls, reinterpret_cast<const void*>(registers[REG_RSP]), 16);
    of.calls += 2;
    auto walk = panics::StackWalk::ofRunning(g, uintptr_t(registers[REG_RBP]));
    while (uintptr_t pc = of.calls < kMostCalls ? walk.next() : 0)
      first[of.calls++] = pc;
  }
  memcpy(first - 1, &of, sizeof of);
  samples.used += 1 + of.calls;
  ++samples.count;
}

void onTimer(int, siginfo_t*, void* context) {
  if (state.load(std::memory_order_relaxed) != State::On) return;
  if (locked.test_and_set(std::memory_order_acquire)) { // pairs with unlock()
    missed.fetch_add(1, std::memory_order_relaxed);
    return;
  }
  addSample(static_cast<const ucontext_t*>(context));
  unlock();
}

#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

// REQUIRES: `control` is held, as for removeTimers().
void addTimer(sched::Worker& worker) {
  uint32_t i = worker.index;
  pid_t thread = worker.threadId.load(std::memory_order_seq_cst); // 0: it does not run yet
  clockid_t clock;
  if (hasTimer[i] || !thread || pthread_getcpuclockid(worker.thread, &clock) != 0) return;
  sigevent event{};
  event.sigev_notify = SIGEV_THREAD_ID;
  event.sigev_signo = SIGPROF;
  event.sigev_notify_thread_id = thread;
  if (timer_create(clock, &event, &timers[i]) != 0) return; // as many as the system grants
  hasTimer[i] = true;
  constexpr Int kSecond = 1'000'000'000;
  const timespec period = {kSecond / rate / kSecond, kSecond / rate % kSecond};
  const itimerspec time = {period, period};
  timer_settime(timers[i], 0, &time, nullptr);
}

void addTimerAtStart(sched::Worker& worker) {
  base::SpinGuard guard(control);
  if (state.load() == State::On) addTimer(worker);
}

void addTimers() {
  sched::whenWorkerStarts.store(addTimerAtStart, std::memory_order_seq_cst);
  for (uint32_t i = 0; i < sched::workerCount(); ++i)
    addTimer(sched::workerAt(i));
}

void removeTimers() {
  for (uint32_t i = 0; i < sched::kMaxWorkers; ++i)
    if (std::exchange(hasTimer[i], false)) timer_delete(timers[i]);
}

// Takes all samples out.
void take() {
  while (locked.test_and_set(std::memory_order_acquire)) // only a handler holds it
    base::pauseSpinning(1);
  taken.used = samples.used;
  taken.count = samples.count;
  taken.lost = samples.lost + missed.exchange(0, std::memory_order_relaxed);
  memcpy(taken.words, samples.words, samples.used * sizeof samples.words[0]);
  samples.used = samples.count = samples.lost = 0;
  unlock();
}

// Writes a record as package runtime/pprof reads them: its length, the time, which nobody reads,
// and how often it was met stand before its stack.
void write(Slice<Uint64>& data, Slice<void*>& tags, Uint64 met, const Uintptr* stack, Int depth) {
  Uint64* at = data.ptr + data.len;
  at[0] = Uint64(3 + depth);
  at[1] = 0;
  at[2] = met;
  for (Int i = 0; i < depth; ++i)
    at[3 + i] = stack[i];
  data.len += 3 + depth;
  ++tags.len;
}

Int namesOf(SampleOf of, const uintptr_t* sample, Uintptr* stack) {
  if (!of.calls) {
    *stack = panics::callerNamed("runtime._System");
    return 1;
  }
  uintptr_t calls[kMostCalls];
  size_t count = 0;
  calls[count++] = sample[0] + 1; // as though it returned there
  if (uintptr_t caller = panics::leafCaller(sample[0], sample[1], sample[2]))
    calls[count++] = caller;
  memcpy(calls + count, sample + 3, (of.calls - 3) * sizeof *calls);
  return panics::callersAt(calls, count + of.calls - 3, of.isMain, stack, kMostNames);
}

go::runtime_pprof::Profile named() {
  Int records = Int(taken.count) + 2;
  auto data = makeSlice<Uint64>(0, records * Int(3 + kMostNames));
  auto tags = makeSlice<void*>(0, records);
  if (isFirstRead) write(data, tags, Uint64(rate), nullptr, 0);
  isFirstRead = false;
  const uintptr_t* at = taken.words;
  for (size_t i = 0; i < taken.count; ++i) {
    SampleOf of;
    memcpy(&of, at++, sizeof of);
    Uintptr stack[kMostNames];
    Int depth = namesOf(of, at, stack);
    at += of.calls;
    write(data, tags, 1, stack, depth);
  }
  Uintptr lost = taken.lost;
  if (lost) write(data, tags, 0, &lost, 1);
  return {data, tags, false};
}

} // namespace

namespace go::runtime {

bool setProfileRate(Int hz) {
  base::SpinGuard guard(control);
  if (hz == 0) {
    if (state.load() != State::On) return true;
    removeTimers();
    state.store(State::Ending);
    return true;
  }
  if (state.load() != State::Off) return false;
  rate = hz;
  isFirstRead = true;
  struct sigaction action{};
  action.sa_sigaction = onTimer;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART;
  sigfillset(&action.sa_mask);
  sigaction(SIGPROF, &action, nullptr);
  state.store(State::On);
  addTimers();
  return true;
}

} // namespace go::runtime

namespace go::runtime_pprof {

Profile readProfile() {
  for (;;) {
    bool isLast = state.load() == State::Ending; // asked before what came is taken
    take();
    if (taken.count || taken.lost || isFirstRead) return named();
    if (isLast) {
      state.store(State::Off);
      return {{}, {}, true};
    }
    sched::sleepUntil(base::nanotime() + kPause);
  }
}

} // namespace go::runtime_pprof
