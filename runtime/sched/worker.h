// A worker: one operating-system thread that runs goroutines, one after the other. Everything here
// belongs to that thread alone, but for what RunQueue and Slot share as their headers say.
//
// The scheduler runs on the thread's own stack, goroutines run on slots. All work that must not
// happen on a goroutine's stack (parking, collecting) is done there.
#pragma once

#include "runtime/base/biased_lock.h"
#include "runtime/mem/cache.h"
#include "runtime/sched/arena.h"
#include "runtime/sched/run_queue.h"
#include "runtime/sched/slot.h"
#include "runtime/sched/timer.h"
#include "runtime/sched/timer_queue.h"

#include <pthread.h>

namespace mg::sched {

struct alignas(base::kCacheLine) Worker {
  void* schedulerSp = nullptr; // while a goroutine runs
  void* goroutineSp = nullptr; // of `current`, while the scheduler runs
  G* current = nullptr;        // null only in the scheduler, between goroutines

  // What the scheduler does once it is off the goroutine's stack, if anything.
  void (*onScheduler)(void* argument) = nullptr; // then the goroutine goes on
  void* argument = nullptr;

  // Goroutines switch to each other; what one has taken out of the queue but cannot switch to, the
  // scheduler runs first.
  G* chosen = nullptr;
  bool chosenInherits = false;
  uint32_t handOversLeft = 0; // until the scheduler looks around again, at the latest when it is
                              // the global queue's turn

  // What sched/stop_world.h and sched/workers.h are about.
  enum Phase : uint32_t { kRuns, kSafe };
  std::atomic<uint32_t> phase{kRuns};
  pthread_t thread;               // set before the worker leaves Safe for the first time
  std::atomic<pid_t> threadId{0}; // the system's, set after `thread`
  enum Wake : uint32_t { kSleeps, kWoken, kLookAgain };
  std::atomic<uint32_t> wake{kSleeps};   // a futex: how it is to wake up
  std::atomic<bool> sleepsInPoll{false}; // so the futex alone does not wake it
  // What sched/blocking_call.h is about.
  enum CallState : uint32_t { kNone, kInside, kBeingSent, kAway };
  std::atomic<uint32_t> call{kNone};
  std::atomic<uint64_t> calls{0};
  std::atomic<Slot*> callSlot{nullptr}; // that the goroutine in the call can do without
  bool givesUp = false;                 // as many as may run do: it leaves its goroutine to them
  uint32_t index = 0;
  bool isSearching = false; // handed over by who wakes it
  bool isIdle = false;      // on the idle list; under its lock, as nextIdle
  Worker* nextIdle = nullptr;
  uint64_t lastWake = 0;         // cycleCount() when it last woke another
  uint64_t random = 1;           // see nextRandom()
  std::atomic<uint64_t> runs{0}; // goroutines run here; written by the owner only
  uint64_t runsSeen = 0;         // by the watcher, of which there is one
  // Signals that were obeyed, and the value of `runs` when one came in where nothing is preempted.
  // Relaxed: written by the owner only.
  std::atomic<uint32_t> preemptions{0};
  std::atomic<uint64_t> yieldAskedAt{UINT64_MAX};
  char* safeSp = nullptr; // while Safe

  // Goroutines run, those with an inherited time slice left out. The start is Go's: there the
  // runtime's own goroutines have run before main.
  // Relaxed: written by the owner only, for the monitor a hint.
  std::atomic<uint32_t> tick{2};
  // Set by the monitor when goroutines that inherit it have used up their time slice: a hint.
  std::atomic<bool> sliceIsOver{false};
  uint64_t timersSeenAt = 0; // cycleCount() of the last look at the clock
  base::BiasOwner biasOwner;
  RunQueue queue;
  Sleepers sleepers;
  TimerQueue timers;
  SlotPool slots;
  Arena arena;
  mem::Cache cache;
  // Started less ended here, written by the owner only; the sum over all workers counts.
  std::atomic<int64_t> liveGoroutines{0};
  bool hasEnded = false;             // the goroutine that has just left its stack
  uint64_t nextId = 0, endOfIds = 0; // goroutine numbers are taken in batches

  const void* stackBase = nullptr; // of the thread
  char* stackTop = nullptr;
  size_t stackSize = 0;
  [[no_unique_address]] base::KnownStack known; // the scheduler's stack
};

// The worker of the calling thread. Not inlined, because a compiler may keep the address of a
// thread-local across a switch, after which another thread may run the code.
Worker& self();

inline uint64_t nextRandom(Worker& worker) {
  worker.random ^= worker.random << 13;
  worker.random ^= worker.random >> 7;
  worker.random ^= worker.random << 17;
  return worker.random;
}

} // namespace mg::sched
