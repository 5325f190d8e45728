#include "runtime/sched/stop_world.h"

#include "minigo/go.h"

#include "runtime/base/futex.h"
#include "runtime/mem/cycle.h"
#include "runtime/sched/preempt.h"
#include "runtime/sched/scheduler.h"

#include <ctime>
#include <pthread.h>

namespace mg::sched {

namespace {

constexpr int kSpinsToSignal = 200; // a tenth of a millisecond or so

std::atomic<uint32_t> stopping{0}; // a futex for those who wait for the start of the world

} // namespace

[[gnu::noinline]] void enterSafe(Worker& worker) {
  worker.safeSp = static_cast<char*>(__builtin_frame_address(0));
  // Release: pairs with the acquire in stopWorld(); publishes all that this worker has written.
  worker.phase.store(Worker::kSafe, std::memory_order_release);
}

void leaveSafe(Worker& worker) {
  for (;;) {
    worker.phase.store(Worker::kRuns, std::memory_order_seq_cst);
    if (!stopping.load(std::memory_order_seq_cst)) return;
    // Safe again, as enterSafe(). Not safeSp: the stopper may be at it, as it has seen Safe before.
    worker.phase.store(Worker::kSafe, std::memory_order_release);
    while (stopping.load(std::memory_order_acquire))
      base::futexWait(stopping, 1, INT64_MAX);
  }
}

void safepoint(Worker& worker) {
  if (!stopping.load(std::memory_order_relaxed)) [[likely]]
    return;
  enterSafe(worker);
  leaveSafe(worker);
}

// From here on workers stop.
static void announceStop() {
  stopping.store(1, std::memory_order_seq_cst);
  __atomic_store_n(&worldIsStopping, true, __ATOMIC_RELAXED);
}

void stopWorld(Worker& caller) {
  announceStop();
  for (uint32_t i = 0; i < workerCount(); ++i) {
    Worker& other = workerAt(i);
    if (&other == &caller) continue;
    for (int spins = 0; other.phase.load(std::memory_order_seq_cst) != Worker::kSafe; ++spins) {
      base::pauseSpinning(spins);
      if (spins % kSpinsToSignal == kSpinsToSignal - 1) requestPreemption(other);
    }
  }
}

void requestAttention() {
  __atomic_store_n(&worldIsStopping, true, __ATOMIC_RELAXED);
  if (base::loneWorker)
    requestPreemption(workerAt(0)); // it may sleep until a timer
  else
    wakeOne();
}

void endAttention() {
  bool isStopped = stopping.load(std::memory_order_relaxed); // by the caller
  __atomic_store_n(&worldIsStopping, isStopped, __ATOMIC_RELAXED);
}

void tryStopWorld() {
  announceStop();
  const Worker* own = hasWorker() ? &self() : nullptr;
  // Between two signals a worker must get on, or they find it at one place for ever.
  constexpr timespec kPause{0, 50'000};
  constexpr int64_t kLongest = 100'000'000;
  for (int64_t end = base::nanotime() + kLongest; base::nanotime() < end;) {
    bool anyRuns = false;
    for (uint32_t i = 0; i < workerCount(); ++i) {
      Worker& other = workerAt(i);
      if (&other == own || other.phase.load(std::memory_order_seq_cst) == Worker::kSafe) continue;
      anyRuns = true;
      requestPreemption(other);
    }
    if (!anyRuns) return;
    clock_nanosleep(CLOCK_MONOTONIC, 0, &kPause, nullptr);
  }
}

void startWorld() {
  __atomic_store_n(&worldIsStopping, false, __ATOMIC_RELAXED);
  // Release: pairs with the acquire in leaveSafe().
  stopping.store(0, std::memory_order_release);
  base::futexWake(stopping, INT32_MAX);
}

} // namespace mg::sched

namespace mg {

bool worldIsStopping = false;

void pollSlowly() {
  // The scheduler itself stops where it holds no lock.
  if (!sched::currentG()) return;
  sched::onSchedulerStack([](void*) { sched::safepoint(sched::self()); }, nullptr);
  if (mem::cycleWaitsForEnd()) mem::seeToCycle();
}

} // namespace mg
