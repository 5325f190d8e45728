#include "runtime/sched/scheduler.h"

#include "minigo/go.h"
#include "runtime/base/check.h"
#include "runtime/base/sanitizer.h"
#include "runtime/base/spin_lock.h"
#include "runtime/panic/fatal.h"
#include "runtime/sched/context.h"
#include "runtime/sched/deadlock.h"
#include "runtime/sched/global_queue.h"
#include "runtime/sched/timer_queue.h"
#include "runtime/sched/worker.h"

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
bool mainGone = false; // goroutine 1 has left by Goexit; read when everything has stopped

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

// README "slots", step 3. The slot is in use: the goroutine waits for it.
void waitForSlot(Worker& worker, G* g) {
  Slot* slot = g->slot;
  g->setState(State::Runnable, State::SlotWait);
  G* first = slot->pending.load();
  do
    g->next = first;
  while (!slot->pending.compare_exchange_weak(first, g));
  if (slot->busy.load() != 0) return; // the holder will drain the list
  for (G* waiting = slot->pending.exchange(nullptr); waiting;) {
    G* following = waiting->next;
    waiting->setState(State::SlotWait, State::Runnable);
    makeRunnable(worker, waiting);
    waiting = following;
  }
}

// Takes the goroutine's slot and puts its bytes there; false when the slot is in use.
bool enterSlot(Worker& worker, G* g) {
  if (!(g->flags & kStarted)) {
    g->slot = worker.slots.take(worker.arena);
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

void leaveSlot(Worker& worker, Slot* slot) {
  slot->clearBusy();
  if (!slot->pending.load()) return;
  for (G* waiting = slot->pending.exchange(nullptr); waiting;) {
    G* following = waiting->next;
    waiting->setState(State::SlotWait, State::Runnable);
    makeRunnable(worker, waiting);
    waiting = following;
  }
}

// ---- Run queues ------------------------------------------------------------------------------

void makeRunnable(Worker& worker, G* g) {
  GQueue overflow;
  worker.queue.push(g, overflow);
  globalQueue().append(overflow);
}

void makeNext(Worker& worker, G* g) {
  GQueue overflow;
  worker.queue.pushNext(g, overflow);
  globalQueue().append(overflow);
}

// When the first sleeper or timer is due, INT64_MAX if there is none.
int64_t firstWhen(const Worker& worker) {
  int64_t timer = timerQueue().firstWhen();
  if (worker.sleepers.empty()) return timer;
  int64_t sleeper = worker.sleepers.firstWhen();
  return sleeper < timer ? sleeper : timer;
}

// Wakes the goroutines whose time has come, and fires timers.
void runTimers(Worker& worker, bool idle) {
  if (firstWhen(worker) == INT64_MAX) return;
  uint64_t cycles = base::cycleCount();
  if (!idle && cycles - worker.timersSeenAt < kTimerLookCycles) return;
  worker.timersSeenAt = cycles;
  int64_t now = base::nanotime();
  while (!worker.sleepers.empty() && worker.sleepers.firstWhen() <= now)
    ready(worker.sleepers.popFirst());
  if (timerQueue().firstWhen() <= now) timerQueue().runDue(now);
}

void waitForTimer(Worker& worker) {
  int64_t when = firstWhen(worker);
  timespec until{when / 1'000'000'000, when % 1'000'000'000};
  clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr); // a signal only wakes us early
}

G* takeGlobal(Worker& worker, size_t most) {
  GQueue batch = globalQueue().take(most);
  G* first = batch.pop();
  while (G* g = batch.pop())
    makeRunnable(worker, g);
  return first;
}

G* findRunnable(Worker& worker, bool* inherits) {
  for (bool idle = false;; idle = true) {
    runTimers(worker, idle);
    *inherits = false;
    if (worker.tick % kGlobalQueueTick == 0)
      if (G* g = takeGlobal(worker, 1)) return g;
    if (G* g = worker.queue.pop(inherits)) return g;
    if (G* g = takeGlobal(worker, RunQueue::kSize / 2)) return g;
    if (!idle) continue; // look at the clock once more
    if (firstWhen(worker) == INT64_MAX) reportDeadlock();
    waitForTimer(worker);
  }
}

// ---- Running ---------------------------------------------------------------------------------

void finish(Worker& worker, G* g) {
  Slot* slot = g->slot;
  base::unpoison(slot->top - g->liveBytes, g->liveBytes);
  worker.slots.free(slot);
  worker.arena.freeRecord(g);
  leaveSlot(worker, slot);
  --worker.liveGoroutines;
}

void execute(Worker& worker, G* g, bool inherits) {
  if (!enterSlot(worker, g)) return;
  if (!inherits) ++worker.tick;
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
  if (g->state == State::Dead) {
    finish(worker, g);
    return;
  }
  Slot* slot = g->slot; // from here on another worker may make the goroutine ready
  if (auto after = worker.afterPark) {
    worker.afterPark = nullptr;
    after(g, worker.argument);
  }
  leaveSlot(worker, slot);
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
  ++worker.liveGoroutines;
  g->setState(State::Dead, State::Runnable);
  return g;
}

void yielded(G* g, void*) {
  g->setState(State::Waiting, State::Runnable);
  GQueue queue;
  queue.push(g);
  globalQueue().append(queue);
}

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
  Worker& worker = self();
  worker.sleepers.add(when, worker.current);
  park(WaitReason::Sleep);
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
  toScheduler(worker);
  __builtin_unreachable();
}

bool mainHasGoneExit() { return mainGone; }

int64_t goroutineCount() { return self().liveGoroutines; }

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
    execute(worker, g, inherits);
  }
}

} // namespace mg::sched

extern "C" void mg_goroutine_end() { mg::sched::endGoroutine(); }

namespace mg {

void spawn(void (*start)(void*), const void* arguments, Uintptr size) {
  sched::Worker& worker = sched::self();
  sched::makeNext(worker,
                  sched::newGoroutine(worker, start, arguments, size, __builtin_return_address(0)));
}

void gosched() { sched::park(sched::WaitReason::None, sched::yielded); }

Int numGoroutine() { return sched::goroutineCount(); }

void fatalGoNil() { panics::fatal("go of nil func value"); }

} // namespace mg
