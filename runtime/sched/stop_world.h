// Stopping the world. Only for the holder of the collector's lock. A worker is Safe while it
// sleeps or waits on the scheduler's stack, all its goroutines off theirs. stopWorld() sets a flag
// and waits until all others are Safe; a worker that leaves Safe first writes that it runs, then
// looks at the flag (sequentially consistent on both sides: one of the two sees the other).
// Running workers look at the flag between goroutines, and in poll().
#pragma once

#include "runtime/sched/workers.h"

namespace mg::sched {

void enterSafe(Worker& worker);
void leaveSafe(Worker& worker);
// Stops here while the world is stopped. On the scheduler's stack, no lock held.
void safepoint(Worker& worker);

void stopWorld(Worker& caller);
void startWorld();
// Workers that poll, and idle ones, see to what waits in mem::cycleWaitsForEnd(). From any thread;
// endAttention() by the holder of the collector's lock, and never at the same time.
void requestAttention();
void endAttention();
// For the last words of a program, from any thread: stops what can be stopped in a tenth of a
// second, for good.
void tryStopWorld();
// Other workers' scheduler stacks, while they are Safe.
template <class Visit>
void forEachSchedulerStack(const Worker& except, Visit visit) {
  for (uint32_t i = 0; i < workerCount(); ++i) {
    Worker& other = workerAt(i);
    bool isStarting = !other.safeSp; // Safe from its birth
    if (&other != &except && !isStarting)
      visit(other.safeSp, static_cast<const char*>(other.stackTop));
  }
}

} // namespace mg::sched
