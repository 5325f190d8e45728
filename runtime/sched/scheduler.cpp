#include "runtime/sched/scheduler.h"

#include "minigo/go.h"
#include "runtime/base/check.h"
#include "runtime/base/sanitizer.h"
#include "runtime/base/spin_lock.h"
#include "runtime/panic/fatal.h"
#include "runtime/sched/context.h"
#include "runtime/sched/deadlock.h"
#include "runtime/sched/global_queue.h"
#include "runtime/sched/preempt.h"
#include "runtime/sched/timer_queue.h"
#include "runtime/sched/worker.h"
#include "runtime/sched/workers.h"

#include <cerrno>
#include <cstring>
#include <ctime>

extern "C" const char __executable_start;

namespace mg::sched {

namespace {

thread_local Worker* threadWorker;
constexpr uint32_t kGlobalQueueTick = 61; // as in Go: neither queue may starve the other
constexpr uint64_t kTimerLookCycles = 10'000;
constexpr uint64_t kIdBatch = 16;
std::atomic<uint64_t> nextIdBatch{1};
bool wantsMonitor = false; // from the start of main until the first go statement
bool mainGone = false;     // goroutine 1 has left by Goexit; read when everything has stopped

// ---- Switching -------------------------------------------------------------------------------

// From a goroutine to its worker's scheduler. The last thing its caller does, so that it becomes a
// jump and a parked stack holds no frame of ours.
[[gnu::always_inline]] inline void toScheduler(Worker& worker) {
  if constexpr (base::kOwnStacks) {
    void* fake;
    base::beforeSwitch(&fake, worker.stackBase, worker.stackSize);
    mg_switch(&worker.goroutineSp, worker.schedulerSp);
    base::afterSwitch(fake);
  } else {
    mg_switch(&worker.goroutineSp, worker.schedulerSp);
  }
}

[[maybe_unused]] void sanitizedStart(void* argument) {
  base::afterSwitch(nullptr);
  G* g = static_cast<G*>(argument);
  g->start(g->arguments);
}

// From the scheduler to a goroutine; returns when that one has left its stack again.
void toGoroutine(Worker& worker, G* g) {
  Slot* slot = g->slot;
  base::beforeSwitch(&worker.sanitizerStack, slot->base, size_t(slot->top - slot->base));
  if (g->flags & kStarted) {
    mg_switch(&worker.schedulerSp, slot->top - g->liveBytes);
  } else {
    g->flags |= kStarted;
    if constexpr (base::kOwnStacks)
      mg_start_on(&worker.schedulerSp, slot->top, sanitizedStart, g);
    else
      mg_start_on(&worker.schedulerSp, slot->top, g->start, g->arguments);
  }
  base::afterSwitch(worker.sanitizerStack);
  g->liveBytes = uint32_t(slot->top - static_cast<char*>(worker.goroutineSp));
}

// ---- Slots -----------------------------------------------------------------------------------

void makeRunnable(Worker& worker, G* g);

void drainPending(Worker& worker, Slot* slot) {
  for (G* waiting = slot->pending.exchange(nullptr); waiting;) {
    G* following = waiting->next;
    waiting->setState(State::SlotWait, State::Runnable);
    makeRunnable(worker, waiting);
    waiting = following;
  }
}

// README "slots", step 3. The slot is in use: the goroutine waits for it.
void waitForSlot(Worker& worker, G* g) {
  Slot* slot = g->slot;
  g->setState(State::Runnable, State::SlotWait);
  G* first = slot->pending.load();
  do
    g->next = first;
  while (!slot->pending.compare_exchange_weak(first, g));
  if (slot->busy.load() != 0) return; // the holder will drain the list
  drainPending(worker, slot);
}

// Takes the goroutine's slot and puts its bytes there; false when the slot is in use.
bool enterSlot(Worker& worker, G* g) {
  if (!(g->flags & kStarted)) {
    g->slot = worker.slots.take(worker.arena);
    if (!g->slot) {
      GQueue later;
      later.push(g);
      globalQueue().append(later);
      return false;
    }
    g->slot->occupant = g;
    return true;
  }
  if (!g->slot->tryTake()) {
    waitForSlot(worker, g);
    return false;
  }
  SlotPool::bringIn(worker.arena, g);
  return true;
}

void giveSlotBack(Worker& worker, Slot* slot) {
  slot->clearBusy();
  if (slot->pending.load()) drainPending(worker, slot);
}

// ---- Run queues ------------------------------------------------------------------------------

void makeRunnable(Worker& worker, G* g) {
  GQueue overflow;
  worker.queue.push(g, overflow);
  globalQueue().append(overflow);
  workAdded(worker);
}

void makeNext(Worker& worker, G* g) {
  GQueue overflow;
  bool kicked = worker.queue.pushNext(g, overflow);
  globalQueue().append(overflow);
  // A first worker that is alone has no watcher yet who would see this one wait.
  if (kicked || lacksWatcher()) workAdded(worker);
}

void wakeSleepers(Worker& of, int64_t now) {
  if (of.sleepers.firstWhen() > now) return;
  while (G* g = of.sleepers.popDue(now))
    ready(g);
}

// Wakes the goroutines whose time has come, and fires timers. idle: also those of other workers.
void runTimers(Worker& worker, bool idle) {
  if (!idle && firstDueOf(worker) == INT64_MAX) return;
  uint64_t cycles = base::cycleCount();
  if (!idle && cycles - worker.timersSeenAt < kTimerLookCycles) return;
  worker.timersSeenAt = cycles;
  int64_t now = base::nanotime();
  wakeSleepers(worker, now);
  if (idle && !base::loneWorker)
    for (uint32_t i = 0; i < workerCount(); ++i)
      wakeSleepers(workerAt(i), now);
  if (timerQueue().firstWhen() <= now) timerQueue().runDue(now);
}

void waitForTimer(Worker& worker) {
  int64_t when = firstDueOf(worker);
  timespec until{when / 1'000'000'000, when % 1'000'000'000};
  enterSafe(worker); // the monitor has nothing to look after
  clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr); // a signal only wakes us early
  leaveSafe(worker);
}

G* takeGlobal(Worker& worker, size_t most) {
  GQueue batch = globalQueue().take(most);
  G* first = batch.pop();
  while (G* g = batch.pop())
    makeRunnable(worker, g);
  return first;
}

G* takeOwn(Worker& worker, bool* inherits) {
  *inherits = false;
  if (worker.tick % kGlobalQueueTick == 0)
    if (G* g = takeGlobal(worker, 1)) return g;
  if (G* g = worker.queue.pop(inherits)) return g;
  return takeGlobal(worker, RunQueue::kSize / 2);
}

G* findRunnable(Worker& worker, bool* inherits) {
  for (bool idle = false;; idle = true) {
    safepoint(worker);
    if (worker.index >= workerLimit()) retire(worker);
    runTimers(worker, idle);
    if (G* g = takeOwn(worker, inherits)) return g;
    if (!idle) continue; // look at the clock once more
    if (!base::loneWorker) {
      if (G* g = findElsewhere(worker)) return g;
    } else if (firstDueOf(worker) == INT64_MAX) {
      reportDeadlock();
    } else {
      waitForTimer(worker);
    }
  }
}

// ---- Running ---------------------------------------------------------------------------------

// Relaxed: only the owner writes, and sums are of no moment in particular.
void countGoroutines(Worker& worker, int64_t change) {
  worker.liveGoroutines.store(worker.liveGoroutines.load(std::memory_order_relaxed) + change,
                              std::memory_order_relaxed);
}

void finish(Worker& worker, G* g) {
  Slot* slot = g->slot;
  base::unpoison(slot->top - g->liveBytes, g->liveBytes);
  worker.slots.free(slot);
  worker.arena.freeRecord(g);
  giveSlotBack(worker, slot);
  countGoroutines(worker, -1);
}

void execute(Worker& worker, G* g, bool inherits) {
  if (!enterSlot(worker, g)) return;
  if (!inherits) ++worker.tick;
  // Relaxed: a hint for the watcher.
  worker.runs.store(worker.runs.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  g->setState(State::Runnable, State::Running);
  worker.current = g;
  toGoroutine(worker, g);
  while (worker.onScheduler) {
    auto fn = worker.onScheduler;
    worker.onScheduler = nullptr;
    fn(worker.argument);
    toGoroutine(worker, g);
  }
  worker.current = nullptr;
  if (worker.hasEnded) {
    worker.hasEnded = false;
    finish(worker, g);
    return;
  }
  Slot* slot = g->slot; // from here on another worker may make the goroutine ready
  if (auto after = worker.afterPark) {
    worker.afterPark = nullptr;
    after(g, worker.argument);
  }
  giveSlotBack(worker, slot);
}

uint64_t takeId(Worker& worker) {
  if (worker.nextId == worker.endOfIds) {
    worker.nextId = nextIdBatch.fetch_add(kIdBatch, std::memory_order_relaxed); // only unique
    worker.endOfIds = worker.nextId + kIdBatch;
  }
  return worker.nextId++;
}

G* newGoroutine(Worker& worker, void (*start)(void*), const void* arguments, size_t size,
                const void* creatorPc) {
  G* g = worker.arena.takeRecord(kRecordHeader + size);
  uint64_t id = takeId(worker);
  uint64_t parent = worker.current ? worker.current->id() : 0;
  uintptr_t pc = reinterpret_cast<uintptr_t>(creatorPc);
  uintptr_t origin = reinterpret_cast<uintptr_t>(&__executable_start);
  g->reason = WaitReason::None;
  g->flags = 0;
  g->liveBytes = 0;
  g->idLow = uint32_t(id);
  g->idHigh = uint16_t(id >> 32);
  g->parentLow = uint32_t(parent);
  g->parentHigh = uint16_t(parent >> 32);
  g->creatorPc = pc > origin && pc - origin <= UINT32_MAX ? uint32_t(pc - origin) : 0;
  g->slot = nullptr;
  g->start = start;
  g->defers = nullptr;
  g->panics = nullptr;
  memcpy(g->arguments, arguments, size);
  countGoroutines(worker, 1);
  g->setState(State::Dead, State::Runnable);
  return g;
}

void yielded(G* g, void*) {
  g->setState(State::Waiting, State::Runnable);
  GQueue queue;
  queue.push(g);
  globalQueue().append(queue);
  workAdded(self());
}

void addSleeper(G* g, void* when) { self().sleepers.add(*static_cast<int64_t*>(when), g); }

void yieldedLocally(G* g, void*) {
  g->setState(State::Waiting, State::Runnable);
  makeRunnable(self(), g);
}

} // namespace

[[gnu::noinline]] Worker& self() {
  asm volatile("");
  return *threadWorker;
}

G* currentG() { return self().current; }

void park(WaitReason reason, void (*after)(G*, void*), void* argument) {
  Worker& worker = self();
  G* g = worker.current;
  g->reason = reason;
  worker.afterPark = after;
  worker.argument = argument;
  g->setState(State::Running, State::Waiting);
  toScheduler(worker);
}

void ready(G* g) {
  g->setState(State::Waiting, State::Runnable);
  makeNext(self(), g);
}

void yieldToNext() { park(WaitReason::None, yieldedLocally); }

void sleepUntil(int64_t when) {
  // Another worker may find it in the heap: not before it is off its stack.
  park(WaitReason::Sleep, addSleeper, &when);
}

void onSchedulerStack(void (*fn)(void*), void* argument) {
  Worker& worker = self();
  if (!worker.current || !worker.current->slot->contains(__builtin_frame_address(0))) {
    fn(argument);
    return;
  }
  worker.onScheduler = fn;
  worker.argument = argument;
  toScheduler(worker);
}

void endGoroutine() {
  Worker& worker = self();
  if (worker.current->id() == 1) mainGone = true;
  worker.current->setState(State::Running, State::Dead);
  worker.hasEnded = true;
  toScheduler(worker);
  __builtin_unreachable();
}

void expectGoStatements() { wantsMonitor = true; }

bool mainHasGoneExit() { return mainGone; }

int64_t firstDueOf(const Worker& worker) {
  int64_t timer = timerQueue().firstWhen();
  int64_t sleeper = worker.sleepers.firstWhen();
  return sleeper < timer ? sleeper : timer;
}

int64_t goroutineCount() {
  int64_t sum = 0;
  for (uint32_t i = 0; i < workerCount(); ++i)
    sum += workerAt(i).liveGoroutines.load(std::memory_order_relaxed);
  return sum;
}

void leaveSlot(Slot* slot) { giveSlotBack(self(), slot); }

void blockingCall(void (*fn)(void*), void* argument) {
  if (base::loneWorker) return fn(argument);
  struct Call {
    void (*fn)(void*);
    void* argument;
  } call{fn, argument};
  onSchedulerStack(
      [](void* argument) {
        Call& call = *static_cast<Call*>(argument);
        Worker& worker = self();
        enterSafe(worker);
        call.fn(call.argument);
        leaveSafe(worker);
      },
      &call);
}

StackBytes stackOf(const G* g) {
  if (!(g->flags & kStarted) || g->liveBytes == 0) return {0, nullptr, 0};
  const char* address = g->slot->top - g->liveBytes;
  // The slot's occupant lies there; anyone else lies in an image.
  const char* data = g->slot->occupant == g ? address : static_cast<const char*>(g->image);
  return {reinterpret_cast<uintptr_t>(address), data, g->liveBytes};
}

void useWorker(Worker& worker) { threadWorker = &worker; }

bool hasWorker() { return threadWorker != nullptr; }

void runWorker(Worker& worker) {
  for (;;) {
    bool inherits;
    G* g = findRunnable(worker, &inherits);
    if (worker.isSearching) [[unlikely]]
      foundWork(worker);
    execute(worker, g, inherits);
  }
}

} // namespace mg::sched

extern "C" void mg_goroutine_end() { mg::sched::endGoroutine(); }

namespace mg {

void spawn(void (*start)(void*), const void* arguments, Uintptr size) {
  poll();
  if (sched::wantsMonitor) [[unlikely]] {
    sched::wantsMonitor = false;
    sched::startMonitor();
  }
  sched::Worker& worker = sched::self();
  sched::makeNext(worker,
                  sched::newGoroutine(worker, start, arguments, size, __builtin_return_address(0)));
}

void gosched() { sched::park(sched::WaitReason::None, sched::yielded); }

Int numGoroutine() { return sched::goroutineCount(); }

void fatalGoNil() { panics::fatal("go of nil func value"); }

} // namespace mg
