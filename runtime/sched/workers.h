// All workers: how many there are, waking and starting them.
//
// Permits. At most GOMAXPROCS workers run; one that is idle, or whose long call has been handed on,
// does not count, and needs a permit to go on: the one who wakes it takes it, or itself when it
// wakes by the clock.
//
// Waking. A worker that makes goroutines runnable beyond its run-next place calls workAdded(); one
// idle worker at a time is then sent to look for work ("searching"), and sends the next when it has
// found some. The run-next place is left alone: who is there usually runs in a moment, on the same
// worker. If it does not, the watcher sees it: one of the idle workers sleeps only for a short
// while as long as others run, looks for work that lies about, and runs timers that are due. So a
// wake-up that is not sent costs at most that while, and none can be lost.
//
// Idle. A worker that finds nothing puts itself on the idle list under its lock, looks into all
// rings once more, and sleeps. Who takes it off the list owns its wake-up. The last one to go idle
// while no timer is set and no call is going on has found a deadlock. A watcher that sees all idle
// sleeps until something is due; who has been running since then and goes idle makes it look again.
#pragma once

#include "runtime/base/lone.h"
#include "runtime/sched/worker.h"

namespace mg::sched {

inline constexpr uint32_t kMaxWorkers = base::BiasOwner::kMost;

// Of a worker's thread and the monitor's: enough for the runtime's own code, which does not
// recurse, and little where memory is limited. Sanitizers get what the system gives.
inline constexpr size_t kThreadStack = size_t{1} << 20;

// Those that have started; all of them stay to the end.
uint32_t workerCount();
Worker& workerAt(uint32_t index);
template <class Visit>
void forEachTimerQueue(Visit visit) {
  for (uint32_t i = 0; i < workerCount(); ++i)
    visit(workerAt(i).timers);
}
// If it is not null, workers that start call it on their thread, after Worker::threadId is set:
// either it is called for a worker or whoever stores it sees that.
extern std::atomic<void (*)(Worker&)> whenWorkerStarts;

// debug.SetMaxThreads. checkThreads() ends the program when so many workers are more than that.
extern std::atomic<int64_t> maxThreads;
void checkThreads(uint32_t workers);

// GOMAXPROCS: not more than so many run goroutines.
extern std::atomic<uint32_t> theWorkerLimit;
inline uint32_t workerLimit() { return theWorkerLimit.load(std::memory_order_relaxed); }
void setWorkerLimit(int64_t limit); // at least 1
// What this process may run on.
uint32_t processorCount();
// What GOMAXPROCS is where nothing sets it. Go's rule: no more processors than the control group
// grants, rounded up and at least two.
uint32_t defaultWorkerLimit();

// Notes where the stack of the worker's thread lies.
void findStack(Worker& worker);

// Makes the thread's first worker. On the thread that will run it.
void addFirstWorker(Worker& worker);

// The calling worker has made goroutines runnable that others could run.
void workAddedSlowly(Worker& worker);
inline void workAdded(Worker& worker) {
  if (base::loneWorker && workerLimit() == 1) [[likely]]
    return;
  workAddedSlowly(worker);
}

// Sends an idle worker, or a new one, to search, unless one does already.
void wakeOne();

// There could be a second worker, and is none yet.
inline bool lacksWatcher() { return base::loneWorker && workerLimit() > 1; }

// Looks for work elsewhere, then sleeps until there may be some. A goroutine taken from another
// worker, or null: look again at your own. Ends the program with a deadlock report.
G* findElsewhere(Worker& worker);

// More workers run than may, because the limit has been lowered: a hint.
bool tooManyRun();
// Then a worker gives its goroutines to the others and waits until it may run again. On the
// scheduler's stack.
void retire(Worker& worker);

// When the first sleeper of all workers or the first timer is due, INT64_MAX if there is none.
int64_t firstDue();

// For sched/blocking_call.h. More workers may run than do.
bool moreMayRun();
// The worker, which is in a call, counts as running no more, and its queue becomes the others'.
void sendAway(Worker& worker);
// The calling worker is back: whether it may run.
bool isBack();
// If not: sleeps until it may.
void waitForPermit(Worker& worker);
// Ends a search that a worker was sent on, because it has found something to run.
void foundWork(Worker& worker);

} // namespace mg::sched
