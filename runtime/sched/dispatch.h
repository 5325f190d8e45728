// What the scheduler's own files share: making goroutines runnable, choosing the next one, entering
// and leaving slots. The short paths are inline, because they are most of what a switch costs.
#pragma once

#include "minigo/go.h"
#include "runtime/base/platform.h"
#include "runtime/base/sanitizer.h"
#include "runtime/sched/context.h"
#include "runtime/sched/global_queue.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sched/worker.h"
#include "runtime/sched/workers.h"

namespace mg::sched {

inline constexpr uint32_t kGlobalQueueTick = 61; // as in Go: neither queue may starve the other
inline constexpr uint64_t kTimerLookCycles = 10'000;

// ---- Making runnable -------------------------------------------------------------------------

// The ring is full: half of it, and g, go to the global queue.
void overflow(Worker& worker, G* g);

inline void makeRunnable(Worker& worker, G* g) {
  if (!worker.queue.pushIfRoom(g)) [[unlikely]]
    overflow(worker, g);
  workAdded(worker);
}

inline void makeNext(Worker& worker, G* g) {
  if (G* kicked = worker.queue.exchangeNext(g))
    makeRunnable(worker, kicked);
  else if (lacksWatcher()) [[unlikely]]
    workAdded(
        worker); // a first worker that is alone has no watcher yet who would see this one wait
}

// ---- Choosing --------------------------------------------------------------------------------

// Up to `most` from the global queue: the first, and the others go to the ring. REQUIRES: room
// there.
inline G* takeGlobal(Worker& worker, size_t most) {
  if (globalQueue().empty()) return nullptr;
  bool moreThanOne;
  G* first = globalQueue().take(worker.queue, most, &moreThanOne);
  if (moreThanOne) workAdded(worker);
  return first;
}

// How many goroutines come before the global queue's turn.
inline uint32_t untilGlobalTurn(const Worker& worker) {
  uint32_t past = worker.tick.load(std::memory_order_relaxed) % kGlobalQueueTick;
  return past ? kGlobalQueueTick - past : 0;
}

// When the first sleeper or timer of the worker is due, INT64_MAX if there is none.
inline int64_t firstDueOf(const Worker& worker) {
  int64_t timer = worker.timers.firstWhen();
  int64_t sleeper = worker.sleepers.firstWhen();
  return sleeper < timer ? sleeper : timer;
}

// Somebody may wait for the clock, which has not been read for a while.
inline bool mustLookAtClock(const Worker& worker) {
  return firstDueOf(worker) != INT64_MAX &&
         base::cycleCount() - worker.timersSeenAt >= kTimerLookCycles;
}

// The goroutine that the scheduler would choose, null when it has to look around first.
[[gnu::always_inline]] inline G* chooseAtHand(Worker& worker, bool* inherits) {
  if (base::kOwnStacks) return nullptr; // sanitizers are told of switches to the scheduler only
  if (worker.handOversLeft == 0 || mustLookAtClock(worker)) return nullptr;
  --worker.handOversLeft;
  if (G* g = worker.queue.pop(inherits)) return g;
  return takeGlobal(worker, RunQueue::kSize / 2);
}

inline void countRun(Worker& worker, bool inherits) {
  if (!inherits) {
    worker.tick.store(worker.tick.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    worker.sliceIsOver.store(false, std::memory_order_relaxed); // a hint from the monitor
  }
  // Relaxed: a hint for the watcher and the monitor.
  worker.runs.store(worker.runs.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
}

// Counts that a goroutine, which is on its slot, runs from now on.
inline void begin(Worker& worker, G* g, bool inherits) {
  countRun(worker, inherits);
  g->setState(State::Runnable, State::Running);
  worker.current = g;
}

// ---- Slots -----------------------------------------------------------------------------------

// Takes the goroutine's slot and puts its bytes there; false when the slot is in use: then the
// goroutine waits for it, or in the global queue.
bool enterSlotSlowly(Worker& worker, G* g);
inline bool enterSlot(Worker& worker, G* g) {
  Slot* slot = g->slot;
  if (!slot || !slot->tryTake()) [[unlikely]]
    return enterSlotSlowly(worker, g);
  if (slot->occupant != g) [[unlikely]]
    SlotPool::bringIn(worker.arena, g);
  return true;
}
void drainPending(Worker& worker, Slot* slot);

inline void giveSlotBack(Worker& worker, Slot* slot) {
  if (slot->giveBack()) [[unlikely]]
    drainPending(worker, slot);
}

// Relaxed: only the owner writes, and sums are of no moment in particular.
inline void countGoroutines(Worker& worker, int64_t change) {
  worker.liveGoroutines.store(worker.liveGoroutines.load(std::memory_order_relaxed) + change,
                              std::memory_order_relaxed);
}

// From a goroutine to its worker's scheduler. The last thing its caller does, so that it becomes a
// jump and a parked stack holds no frame of ours.
[[gnu::always_inline]] inline void toScheduler(Worker& worker) {
  if constexpr (base::kOwnStacks) {
    base::KnownStack& known = worker.current->slot->known;
    base::beforeSwitch(known, worker.known, worker.stackBase, worker.stackSize);
    mg_switch(&worker.goroutineSp, worker.schedulerSp);
    base::afterSwitch(known);
  } else {
    mg_switch(&worker.goroutineSp, worker.schedulerSp);
  }
}

} // namespace mg::sched
