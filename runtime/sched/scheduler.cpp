#include "runtime/base/sanitizer.h"
#include "runtime/mem/cycle.h"
#include "runtime/sched/deadlock.h"
#include "runtime/sched/dispatch.h"
#include "runtime/sched/poller.h"
#include "runtime/sched/stop_world.h"

#include <ctime>

namespace mg::sched {

namespace {

// ---- Switching -------------------------------------------------------------------------------

[[maybe_unused, MG_NEVER_RETURNS_TO_SANITIZER]] void sanitizedStart(void* argument) {
  G* g = static_cast<G*>(argument);
  base::afterSwitch(g->slot->known);
  g->start(g->arguments);
}

// From the scheduler to a goroutine; returns when that one has left its stack again.
void toGoroutine(Worker& worker, G* g) {
  Slot* slot = g->slot;
  base::beforeSwitch(worker.known, slot->known, slot->base, size_t(slot->top - slot->base));
  if (g->flags & kStarted) {
    mg_switch(&worker.schedulerSp, slot->top - g->liveBytes);
  } else {
    g->flags |= kStarted;
    if constexpr (base::kOwnStacks)
      mg_start_on(&worker.schedulerSp, slot->top, sanitizedStart, g);
    else
      mg_start_on(&worker.schedulerSp, slot->top, g->start, g->arguments);
  }
  base::afterSwitch(worker.known);
  G* left = worker.current; // goroutines have switched to each other in the meantime
  left->liveBytes = uint32_t(left->slot->top - static_cast<char*>(worker.goroutineSp));
}

void wakeSleepers(Worker& of, int64_t now) {
  if (of.sleepers.firstWhen() > now) return;
  while (G* g = of.sleepers.popDue(now))
    ready(g);
}

// Asks for descriptors that are ready, and waits for one until `until`, 0: not at all.
void pollOnce(Worker& worker, int64_t until) {
  GQueue woken;
  if (until > 0) enterSafe(worker); // the monitor has nothing to look after
  poll(woken, until);
  if (until > 0) leaveSafe(worker);
  while (G* g = woken.pop())
    ready(g);
}

// Wakes the goroutines whose time has come, and fires timers. idle: also those of other workers.
void runTimers(Worker& worker, bool idle) {
  if (pollIsDue()) [[unlikely]]
    pollOnce(worker, 0);
  if (!idle && base::loneWorker && firstDueOf(worker) == INT64_MAX) return;
  uint64_t cycles = base::cycleCount();
  if (!idle && cycles - worker.timersSeenAt < kTimerLookCycles) return;
  worker.timersSeenAt = cycles;
  if (firstDue() == INT64_MAX) return;
  int64_t now = base::nanotime();
  // Those of others, too: they may be away, or retired, while nobody is idle.
  for (uint32_t i = 0; i < workerCount(); ++i) {
    wakeSleepers(workerAt(i), now);
    workerAt(i).timers.runDue(now);
  }
}

void waitForTimer(Worker& worker) {
  int64_t when = firstDueOf(worker);
  timespec until{when / 1'000'000'000, when % 1'000'000'000};
  enterSafe(worker); // the monitor has nothing to look after
  clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr); // a signal only wakes us early
  leaveSafe(worker);
}

// Goroutines that wake each other have used up their common time slice. The next one goes to the
// end of the global queue, as one that is preempted does in Go.
void endSlice(Worker& worker) {
  worker.sliceIsOver.store(false, std::memory_order_relaxed); // a hint from the monitor
  if (G* g = worker.queue.takeNext()) globalQueue().append(g);
}

G* takeOwn(Worker& worker, bool* inherits) {
  *inherits = false;
  if (untilGlobalTurn(worker) == 0)
    if (G* g = takeGlobal(worker, 1)) return g;
  if (worker.sliceIsOver.load(std::memory_order_relaxed)) endSlice(worker);
  if (G* g = worker.queue.pop(inherits)) return g;
  return takeGlobal(worker, RunQueue::kSize / 2);
}

G* findRunnable(Worker& worker, bool* inherits) {
  for (bool idle = false;; idle = true) {
    safepoint(worker);
    if (mem::cycleWaitsForEnd()) [[unlikely]]
      mem::seeToCycle();
    if (tooManyRun()) [[unlikely]]
      retire(worker);
    runTimers(worker, idle);
    uint32_t left = untilGlobalTurn(worker); // the first of them is the one that is chosen here
    worker.handOversLeft = (left ? left : kGlobalQueueTick) - 1;
    if (G* g = takeOwn(worker, inherits)) return g;
    if (!idle) continue; // look at the clock once more
    if (!base::loneWorker) {
      if (G* g = findElsewhere(worker)) return g;
    } else if (pollHasWaiters()) {
      pollOnce(worker, firstDueOf(worker));
    } else if (firstDueOf(worker) == INT64_MAX) {
      reportDeadlock();
    } else {
      waitForTimer(worker);
    }
  }
}

// ---- Running ---------------------------------------------------------------------------------

void finish(Worker& worker, G* g) {
  Slot* slot = g->slot;
  base::stackIsFree(slot->known, slot->top - g->liveBytes, g->liveBytes);
  worker.slots.free(slot);
  worker.arena.freeRecord(g);
  giveSlotBack(worker, slot);
  countGoroutines(worker, -1);
}

void execute(Worker& worker, G* g, bool inherits) {
  if (!enterSlot(worker, g)) return;
  begin(worker, g, inherits);
  toGoroutine(worker, g);
  while (worker.onScheduler) {
    auto fn = worker.onScheduler;
    worker.onScheduler = nullptr;
    fn(worker.argument);
    if (worker.givesUp || !worker.current) [[unlikely]]
      break;
    toGoroutine(worker, worker.current);
  }
  G* left = worker.current;
  worker.current = nullptr;
  if (!left) {
    // It has lost its slot in a system call.
  } else if (worker.hasEnded) {
    worker.hasEnded = false;
    finish(worker, left);
  } else {
    giveSlotBack(worker, left->slot); // the rest of the record may be another worker's by now
  }
  if (worker.givesUp) [[unlikely]] {
    worker.givesUp = false;
    waitForPermit(worker);
  }
}

} // namespace

// ---- Slots -----------------------------------------------------------------------------------

void drainPending(Worker& worker, Slot* slot) {
  slot->drainPending([&worker](G* waiting) { makeRunnable(worker, waiting); });
}

// slot.h, step 3.
static void waitForSlot(Worker& worker, G* g) {
  Slot* slot = g->slot;
  g->setState(State::Runnable, State::SlotWait);
  if (slot->addPending(g)) drainPending(worker, slot);
}

// It has been made ready by another worker than the one that is about to leave its stack: that
// takes less time than to wait in the list.
static bool takeSoon(Slot* slot) {
  constexpr int kSpins = 20;
  for (int spins = 0; spins < kSpins; ++spins) {
    base::cpuRelax();
    if (slot->tryTake()) return true;
  }
  return false;
}

bool enterSlotSlowly(Worker& worker, G* g) {
  if (g->flags & kStarted) {
    if (!takeSoon(g->slot)) {
      waitForSlot(worker, g);
      return false;
    }
    if (g->slot->occupant != g) SlotPool::bringIn(worker.arena, g);
    return true;
  }
  g->slot = worker.slots.take(worker.arena);
  if (g->slot) {
    g->slot->occupant = g;
    return true;
  }
  globalQueue().append(g);
  return false;
}

void leaveSlot(Slot* slot) { giveSlotBack(self(), slot); }

// ---- Run queues ------------------------------------------------------------------------------

void overflow(Worker& worker, G* g) {
  GQueue more;
  worker.queue.push(g, more);
  globalQueue().append(more);
}

StackBytes stackOf(const G* g) {
  if (!(g->flags & kStarted) || g->liveBytes == 0) return {0, nullptr, 0};
  const char* address = g->slot->top - g->liveBytes;
  // The slot's occupant lies there; anyone else lies in an image.
  const char* data = g->slot->occupant == g ? address : static_cast<const char*>(g->image);
  return {reinterpret_cast<uintptr_t>(address), data, g->liveBytes};
}

void runWorker(Worker& worker) {
  for (;;) {
    G* g = worker.chosen;
    bool inherits = worker.chosenInherits;
    worker.chosen = nullptr;
    if (!g) g = findRunnable(worker, &inherits);
    if (worker.isSearching) [[unlikely]]
      foundWork(worker);
    execute(worker, g, inherits);
  }
}

} // namespace mg::sched
