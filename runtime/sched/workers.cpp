#include "runtime/sched/workers.h"

#include "runtime/base/asymmetric_fence.h"
#include "runtime/base/futex.h"
#include "runtime/base/lone.h"
#include "runtime/base/sanitizer.h"
#include "runtime/mem/collector.h"
#include "runtime/panic/signal.h"
#include "runtime/sched/cpu_quota.h"
#include "runtime/sched/deadlock.h"
#include "runtime/sched/dispatch.h"
#include "runtime/sched/global_queue.h"
#include "runtime/sched/poller.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sched/stop_world.h"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <malloc.h>
#include <new>
#include <pthread.h>
#include <sched.h>
#include <sys/mman.h>
#include <utility>

namespace mg::sched {

std::atomic<uint32_t> theWorkerLimit{1};

namespace {

// Between two wake-ups that one worker sends: a storm of short goroutines is not worth more.
constexpr uint64_t kWakeCycles = 20'000;
constexpr int64_t kFirstWatch = 50'000; // ns; doubles up to
constexpr int64_t kLastWatch = 1'000'000;
constexpr int kStealRounds = 3;

Worker* workers[kMaxWorkers];
// Grows under idleLock; publishes workers[].
std::atomic<uint32_t> started{0};

base::SpinLock idleLock; // guards the list and what follows it, up to searching
Worker* idleList = nullptr;
// How many there are; a look without the lock is a hint. The others are in calls without a worker's
// help, but still count as running.
std::atomic<uint32_t> idle{0}, running{1}, away{0};
std::atomic<uint32_t> searching{0};
std::atomic<Worker*> watcher{nullptr};
std::atomic<bool> watcherSleepsLong{false};

sigset_t signalMask; // of the first worker

// ---- Starting --------------------------------------------------------------------------------

void* runThread(void* argument) {
  Worker& worker = *static_cast<Worker*>(argument);
  worker.thread = pthread_self();
  worker.threadId.store(gettid(), std::memory_order_seq_cst);
  findStack(worker);
  useWorker(worker);
  if (auto* start = whenWorkerStarts.load(std::memory_order_seq_cst)) start(worker);
  panics::useSignalStack();
  leaveSafe(worker);
  runWorker(worker);
}

// No system call: that is most of what the start of a program would notice.
uint64_t seed() { return base::cycleCount() * 0x9e3779b97f4a7c15 | 1; }

// The system has refused a thread: until this time, in cycles, none is asked for.
std::atomic<uint64_t> noThreadBefore{0};
constexpr uint64_t kCyclesToRetry = 100'000'000;
// Of a thread that could not be made. Others may still look at it. One starter at a time uses it:
// `searching` says so.
Worker* spare = nullptr;

Worker* newWorker() {
  if (spare) return std::exchange(spare, nullptr);
  void* memory =
      mmap(nullptr, sizeof(Worker), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? nullptr : new (memory) Worker;
}

// Those who run already do the work.
void goOnWithout(Worker* worker) {
  spare = worker;
  noThreadBefore.store(base::cycleCount() + kCyclesToRetry, std::memory_order_relaxed); // a hint
  base::SpinGuard guard(idleLock);
  if (worker) started.store(worker->index, std::memory_order_release); // it is the last
  running.fetch_sub(1, std::memory_order_relaxed);                     // under the lock
  searching.fetch_sub(1, std::memory_order_seq_cst);
}

// REQUIRES: `searching` and `running` count the new worker.
void startWorker() {
  checkThreads(workerCount() + 1);
  Worker* made = newWorker();
  if (!made) return goOnWithout(nullptr);
  Worker& worker = *made;
  worker.isSearching = true;
  worker.phase.store(Worker::kSafe, std::memory_order_relaxed); // published by `started`
  {
    base::SpinGuard guard(idleLock);
    worker.index = started.load(std::memory_order_relaxed);
    worker.random = seed();
    workers[worker.index] = &worker;
    base::addBiasOwner(worker.biasOwner, worker.index);
    // Release: pairs with the acquire in workerCount().
    started.store(worker.index + 1, std::memory_order_release);
  }
  pthread_t thread;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  if (!base::kOwnStacks) pthread_attr_setstacksize(&attributes, kThreadStack);
  pthread_attr_setsigmask_np(&attributes, &signalMask); // the monitor, who starts some, has another
  int error = pthread_create(&thread, &attributes, runThread, &worker);
  pthread_attr_destroy(&attributes);
  if (error) goOnWithout(&worker);
}

// The first worker is alone no more, for good. It is on its scheduler's stack; the monitor may be
// the caller, which has other signals blocked.
void endLoneliness() {
  // The C library would give each thread an arena of its own, and try for 128 MiB of addresses
  // first: where there are few, others find none in the meantime.
  mallopt(M_ARENA_MAX, 1);
  Worker& first = workerAt(0);
  findStack(first);
  mem::initHeap();
  base::prepareFences(); // a program that only yields has no go statement before
  base::loneWorker = false;
}

// ---- Waking ----------------------------------------------------------------------------------

// A hint without idleLock.
bool canStart() {
  if (started.load(std::memory_order_relaxed) == kMaxWorkers) return false;
  uint64_t before = noThreadBefore.load(std::memory_order_relaxed);
  return !before || base::cycleCount() >= before;
}

// One more may run: a hint without idleLock.
bool mayRunOneMore() { return running.load(std::memory_order_relaxed) < workerLimit(); }
// REQUIRES: idleLock is held.
bool takePermit() {
  if (!mayRunOneMore()) return false;
  running.fetch_add(1, std::memory_order_relaxed); // under the lock
  return true;
}

// Ends a sleep: value 1, for one that has been taken off the idle list, 2, for one that is to look
// again why it sleeps.
void endSleep(Worker& worker) {
  // Its caller has stored `wake`, sequentially consistent: either the sleeper sees that before it
  // sleeps in poll(), or this sees that it does.
  if (worker.sleepsInPoll.load(std::memory_order_seq_cst))
    interruptPoll();
  else
    base::futexWake(worker.wake, 1);
}

// The watcher has seen that all were idle, and sleeps for as long as that is so: one who has been
// running since goes idle.
void disturbWatcher() {
  if (!watcherSleepsLong.load(std::memory_order_seq_cst)) return;
  Worker* asleep = watcher.load(std::memory_order_seq_cst);
  uint32_t none = 0;
  if (asleep && asleep->wake.compare_exchange_strong(none, Worker::kLookAgain)) endSleep(*asleep);
}

} // namespace

void wakeOne() {
  uint32_t none = 0;
  // Relaxed: the counter decides only who wakes; work is published by the queues.
  if (!searching.compare_exchange_strong(none, 1, std::memory_order_seq_cst)) return;
  Worker* woken = nullptr;
  bool mayRun;
  {
    base::SpinGuard guard(idleLock);
    mayRun = (idleList || canStart()) && takePermit();
    if (mayRun) woken = idleList;
    if (woken) {
      idleList = woken->nextIdle;
      woken->isIdle = false;
      idle.fetch_sub(1, std::memory_order_relaxed);
    }
  }
  if (woken) {
    woken->isSearching = true;
    // Pairs with the loads in sleep() and sleepInPoll(); publishes isSearching.
    woken->wake.store(Worker::kWoken, std::memory_order_seq_cst);
    endSleep(*woken);
  } else if (mayRun) {
    startWorker();
  } else {
    searching.fetch_sub(1, std::memory_order_seq_cst);
  }
}

namespace {

bool canWake() {
  if (searching.load(std::memory_order_relaxed) || !mayRunOneMore()) return false;
  return idle.load(std::memory_order_relaxed) || canStart();
}

void stopSearching(Worker& worker, bool found) {
  if (!worker.isSearching) return;
  worker.isSearching = false;
  searching.fetch_sub(1, std::memory_order_seq_cst);
  if (found && canWake()) wakeOne();
}

// ---- Searching -------------------------------------------------------------------------------

G* search(Worker& worker) {
  uint32_t count = workerCount();
  for (int round = 0; round < kStealRounds; ++round) {
    uint32_t start = uint32_t(nextRandom(worker) % count);
    for (uint32_t i = 0; i < count; ++i) {
      Worker& victim = workerAt((start + i) % count);
      if (&victim == &worker) continue;
      if (G* g = worker.queue.stealHalf(victim.queue)) return g;
    }
  }
  return nullptr;
}

bool anyRingHasWork() {
  if (!globalQueue().empty()) return true;
  for (uint32_t i = 0; i < workerCount(); ++i)
    if (!workerAt(i).queue.ringEmpty()) return true;
  return false;
}

// A goroutine in the run-next place of a worker that has not scheduled since the last look.
G* takeStuckNext(Worker& worker) {
  for (uint32_t i = 0; i < workerCount(); ++i) {
    Worker& other = workerAt(i);
    if (&other == &worker) continue;
    uint64_t runs = other.runs.load(std::memory_order_relaxed);
    bool isStuck = other.runsSeen == runs;
    other.runsSeen = runs;
    if (!isStuck) continue;
    if (G* g = other.queue.stealNext()) return g;
  }
  return nullptr;
}

// ---- Going idle ------------------------------------------------------------------------------

// REQUIRES: idleLock is held.
void addIdle(Worker& worker) {
  worker.isIdle = true;
  worker.nextIdle = idleList;
  idleList = &worker;
  idle.fetch_add(1, std::memory_order_seq_cst);
}

void goIdle(Worker& worker) {
  worker.wake.store(0, std::memory_order_relaxed); // nobody wakes one that is not on the list
  base::SpinGuard guard(idleLock);
  running.fetch_sub(1, std::memory_order_seq_cst);
  addIdle(worker);
}

// False: someone has taken it off the list already, and sends a wake-up; or as many as may run do.
bool stopBeingIdle(Worker& worker) {
  base::SpinGuard guard(idleLock);
  if (!worker.isIdle || !takePermit()) return false;
  Worker** at = &idleList;
  while (*at != &worker)
    at = &(*at)->nextIdle;
  *at = worker.nextIdle;
  worker.isIdle = false;
  idle.fetch_sub(1, std::memory_order_relaxed);
  return true;
}

// All but those who are in calls that have been handed on.
bool allIdle() {
  base::SpinGuard guard(idleLock);
  return idle.load(std::memory_order_relaxed) + away.load(std::memory_order_relaxed) ==
         started.load(std::memory_order_relaxed);
}

bool isWoken(Worker& worker) {
  uint32_t lookAgain = Worker::kLookAgain;
  worker.wake.compare_exchange_strong(lookAgain, 0);
  // Acquire: pairs with the store in wakeOne().
  return worker.wake.load(std::memory_order_acquire) == Worker::kWoken;
}

// Sleeps until woken or `until`. True: woken.
bool sleep(Worker& worker, int64_t until) {
  enterSafe(worker);
  while (!worker.wake.load(std::memory_order_acquire)) { // as in isWoken()
    int64_t next = until;
    if constexpr (base::kLongestSleep < INT64_MAX)
      next = std::min(until, base::nanotime() + base::kLongestSleep);
    if (!base::futexWait(worker.wake, 0, next) && next == until) break;
    base::handleSignals();
  }
  leaveSafe(worker);
  return isWoken(worker);
}

// The same where goroutines wait for descriptors; those that can go on are in `woken`. One worker
// at a time.
bool sleepInPoll(Worker& worker, int64_t until, GQueue& woken) {
  enterSafe(worker);
  worker.sleepsInPoll.store(true, std::memory_order_seq_cst); // pairs with wakeOne()
  if (!worker.wake.load(std::memory_order_seq_cst)) poll(woken, until);
  worker.sleepsInPoll.store(false, std::memory_order_relaxed); // at worst, a poll ends early
  leaveSafe(worker);
  return isWoken(worker);
}

// The watcher's sleep: until something is due, and not for long while others run.
G* watch(Worker& worker, GQueue& woken) {
  for (int64_t pause = kFirstWatch;; pause = pause < kLastWatch ? pause * 2 : pause) {
    watcherSleepsLong.store(true, std::memory_order_seq_cst); // before the look: disturbWatcher()
    bool alone = allIdle();
    if (!alone) watcherSleepsLong.store(false, std::memory_order_relaxed);
    int64_t due = firstDue();
    bool polls = pollHasWaiters();
    if (alone && due == INT64_MAX && !polls && !anyRingHasWork() && allIdle() &&
        !away.load(std::memory_order_seq_cst))
      reportDeadlock();
    if (!mayRunOneMore()) return nullptr; // whoever goes idle next will watch
    int64_t now = base::nanotime();
    int64_t until = alone || due < now + pause ? due : now + pause;
    if (polls ? sleepInPoll(worker, until, woken) : sleep(worker, until)) return nullptr;
    if (!woken.empty()) return nullptr;
    if (firstDue() <= base::nanotime() || anyRingHasWork()) return nullptr;
    if (G* g = takeStuckNext(worker)) return g;
  }
}

void stopWatching() {
  watcherSleepsLong.store(false, std::memory_order_seq_cst);
  watcher.store(nullptr, std::memory_order_seq_cst);
}

// To whoever runs.
void leaveToOthers(G* found, GQueue& woken) {
  if (found) globalQueue().append(found);
  while (G* g = woken.pop()) {
    g->setState(State::Waiting, State::Runnable); // as ready()
    globalQueue().append(g);
  }
}

// The watcher's sleep and its end. True: it runs again. Else others have what it has found. It is
// the watcher until then: nobody takes the program for deadlocked meanwhile. Who goes idle later
// watches; who has done so earlier has made room for another try of this one.
bool watchAndResume(Worker& worker, G** found) {
  GQueue woken;
  *found = watch(worker, woken);
  const bool runs = stopBeingIdle(worker);
  if (!runs) leaveToOthers(std::exchange(*found, nullptr), woken);
  stopWatching();
  while (G* g = woken.pop())
    ready(g);
  return runs;
}

} // namespace

int64_t firstDue() {
  int64_t first = INT64_MAX;
  for (uint32_t i = 0; i < workerCount(); ++i)
    first = std::min(first, firstDueOf(workerAt(i)));
  return first;
}

void findStack(Worker& worker) {
  pthread_attr_t attributes;
  if (pthread_getattr_np(worker.thread, &attributes) != 0) return;
  void* base = nullptr;
  pthread_attr_getstack(&attributes, &base, &worker.stackSize);
  pthread_attr_destroy(&attributes);
  worker.stackBase = base;
  worker.stackTop = static_cast<char*>(base) + worker.stackSize;
}

std::atomic<void (*)(Worker&)> whenWorkerStarts{nullptr};

uint32_t workerCount() {
  // Acquire: pairs with the release in startWorker().
  return started.load(std::memory_order_acquire);
}
Worker& workerAt(uint32_t index) { return *workers[index]; }

void setWorkerLimit(int64_t n) {
  theWorkerLimit.store(n < INT32_MAX ? uint32_t(n) : INT32_MAX, std::memory_order_seq_cst);
  if (!base::loneWorker && canWake()) wakeOne();
}

bool tooManyRun() {
  return running.load(std::memory_order_relaxed) > workerLimit(); // a hint
}

uint32_t processorCount() {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) != 0) return 1;
  int count = CPU_COUNT(&set);
  return count > 0 ? uint32_t(count) : 1;
}

uint32_t defaultWorkerLimit() {
  constexpr uint32_t kLeast = 2;
  uint32_t count = processorCount();
  if (count <= kLeast) return count; // so that most programs need not look
  double granted = ceil(processorsGranted(""));
  if (granted <= 0 || granted >= count) return count;
  return std::max(kLeast, uint32_t(granted));
}

void foundWork(Worker& worker) { stopSearching(worker, true); }

// Before the worker is idle: a look for a deadlock trusts that those have nothing.
static void leaveQueueToOthers(Worker& worker) {
  GQueue left;
  worker.queue.drain(left);
  if (!left.empty()) globalQueue().append(left);
}

// On the idle list, or just taken off it.
static void sleepWithoutPermit(Worker& worker) {
  if (!globalQueue().empty() && canWake()) wakeOne();
  while (!sleep(worker, INT64_MAX)) {
  }
}

void retire(Worker& worker) {
  stopSearching(worker, false);
  leaveQueueToOthers(worker);
  worker.wake.store(0, std::memory_order_relaxed); // nobody wakes one that is not on the list
  {
    base::SpinGuard guard(idleLock);
    if (!tooManyRun()) return;
    running.fetch_sub(1, std::memory_order_relaxed); // under the lock
    addIdle(worker);
  }
  sleepWithoutPermit(worker);
}

// ---- Calls that make a worker's thread wait (blocking_call.h) --------------------------------

bool moreMayRun() { return mayRunOneMore(); }

void sendAway(Worker& worker) {
  if (base::loneWorker) endLoneliness();
  {
    base::SpinGuard guard(idleLock);
    running.fetch_sub(1, std::memory_order_relaxed); // under the lock
    away.fetch_add(1, std::memory_order_seq_cst);
  }
  leaveQueueToOthers(worker);
}

bool isBack() {
  base::SpinGuard guard(idleLock);
  away.fetch_sub(1, std::memory_order_seq_cst);
  return takePermit();
}

void waitForPermit(Worker& worker) {
  leaveQueueToOthers(worker);
  worker.wake.store(0, std::memory_order_relaxed); // nobody wakes one that is not on the list
  {
    base::SpinGuard guard(idleLock);
    addIdle(worker);
  }
  disturbWatcher();
  sleepWithoutPermit(worker);
}

void addFirstWorker(Worker& worker) {
  worker.thread = pthread_self();
  worker.threadId.store(gettid(), std::memory_order_release);
  pthread_sigmask(SIG_SETMASK, nullptr, &signalMask);
  worker.random = seed();
  workers[0] = &worker;
  base::addBiasOwner(worker.biasOwner, 0);
  started.store(1, std::memory_order_release);
}

void workAddedSlowly(Worker& worker) {
  if (base::loneWorker) onSchedulerStack([](void*) { endLoneliness(); }, nullptr);
  // No fence between the queue and this look: the watcher sees what is missed.
  if (!canWake()) return;
  uint64_t now = base::cycleCount();
  if (now - worker.lastWake < kWakeCycles) return;
  worker.lastWake = now;
  wakeOne();
}

G* findElsewhere(Worker& worker) {
  if (!worker.isSearching) {
    uint32_t busy = workerCount() - idle.load(std::memory_order_relaxed);
    if (searching.load(std::memory_order_relaxed) * 2 < busy) {
      worker.isSearching = true;
      searching.fetch_add(1, std::memory_order_seq_cst);
    }
  }
  if (worker.isSearching) {
    if (G* g = search(worker)) return g;
    stopSearching(worker, false);
  }
  goIdle(worker);
  G* g = nullptr;
  bool runs = false;
  Worker* none = nullptr;
  if (anyRingHasWork()) {
    // Came in meanwhile.
  } else if (watcher.compare_exchange_strong(none, &worker, std::memory_order_seq_cst)) {
    runs = watchAndResume(worker, &g);
  } else {
    disturbWatcher();
    while (!sleep(worker, INT64_MAX)) {
    }
  }
  if (!runs && !stopBeingIdle(worker)) // it needs somebody's wake-up
    while (!sleep(worker, INT64_MAX)) {
    }
  // Someone must watch.
  if (!watcher.load(std::memory_order_seq_cst) && idle.load(std::memory_order_seq_cst)) wakeOne();
  return g;
}

} // namespace mg::sched
