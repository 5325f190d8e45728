#include "runtime/mem/cycle.h"

#include "minigo/go.h"
#include "runtime/base/futex.h"
#include "runtime/base/lone.h"
#include "runtime/base/platform.h"
#include "runtime/mem/collector.h"
#include "runtime/mem/dead_set.h"
#include "runtime/mem/finalizer.h"
#include "runtime/mem/mark.h"
#include "runtime/mem/mark_phases.h"
#include "runtime/mem/pacer.h"
#include "runtime/mem/roots.h"
#include "runtime/mem/snapshot.h"
#include "runtime/mem/spans.h"
#include "runtime/mem/sweep.h"
#include "runtime/mem/trace.h"
#include "runtime/sched/global_queue.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sched/stop_world.h"
#include "runtime/sched/worker.h"
#include "runtime/sched/workers.h"

#include <ctime>

namespace mg::mem {

namespace {

enum class Cause { Due, Forced, Tests };

// Less is marked before another thread is awake.
constexpr uint64_t kWorthSharing = uint64_t{8} << 20;
constexpr int64_t kGoroutinesWorthSharing = 50'000;
// ns that the world would stand still: the copies of pages and the child itself cost about as much
// as the stop of a shorter one.
constexpr int64_t kWorthSnapshot = 8'000'000;
constexpr int64_t kMarkOneGoroutine = 200;
// One after the other: then there is something in the way, and no more are tried.
constexpr int kMostFailures = 3;

// All of it under the collector's lock.
CycleTimes times; // of the cycle that runs, or of the last one
Cause cause;
uint64_t begun = 0, ended = 0; // cycles
int failures = 0;
uint64_t memoryToKeep = 0;
int64_t lastCost = 0; // of marking, ns of processor time
uint64_t lastHeap = 1;

uint64_t wallTime() {
  timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return uint64_t(now.tv_sec) * 1'000'000'000 + uint64_t(now.tv_nsec);
}

uint32_t markersWanted() {
  uint64_t heap = pacer().heapNow();
  if (heap < kWorthSharing && sched::goroutineCount() < kGoroutinesWorthSharing) return 1;
  uint32_t processors = sched::processorCount();
  return processors < sched::workerLimit() ? processors : sched::workerLimit();
}

int64_t pauseExpected() {
  auto heap = int64_t(double(lastCost) * double(pacer().heapNow()) / double(lastHeap));
  int64_t goroutines = sched::goroutineCount() * kMarkOneGoroutine;
  return (heap > goroutines ? heap : goroutines) / markersWanted();
}

bool isSnapshotWanted() {
  SnapshotUse use = snapshotUse();
  if (use != SnapshotUse::WhenWorthIt) return use == SnapshotUse::Always;
  if (cause == Cause::Tests || failures >= kMostFailures) return false;
  // The copies of pages are memory, too.
  return !pacer().isNearLimit() && pauseExpected() >= kWorthSnapshot;
}

void emptyCaches() {
  for (uint32_t i = 0; i < sched::workerCount(); ++i) {
    sched::Worker& worker = sched::workerAt(i);
    emptyCache(worker.cache);
    worker.slots.trim(worker.current ? worker.current->slot : nullptr);
  }
}

void record(int64_t markCost) {
  uint32_t place = collections.count++ % CollectionRecord::kKept;
  if (cause == Cause::Forced) ++collections.forced;
  auto pause = uint64_t(times.pause());
  collections.pauseTotal += pause;
  collections.pause[place] = pause;
  collections.lastEnd = collections.pauseEnd[place] = wallTime();
  uint64_t standing = times.isSnapshot ? pause : pause - uint64_t(times.marked - times.stopped);
  collections.cpuTime += uint64_t(markCost) + standing;
  ended = begun;
}

// What one collection gives back and the next one takes costs faults.
void setMemoryToKeep() {
  static uint64_t keep = 0;
  uint64_t wanted = pacer().pagesToKeep();
  constexpr uint64_t kFading = 16; // collections, or so
  keep = wanted >= keep || pacer().hasLimit() ? wanted : keep - (keep - wanted) / kFading;
  memoryToKeep = keep;
}

// How long the program will go on while the next one marks.
int64_t timeToMark() {
  bool isLikely = snapshotUse() != SnapshotUse::Never && failures < kMostFailures &&
                  pauseExpected() >= kWorthSnapshot;
  if (!isLikely) return 0;
  return times.isSnapshot ? times.marked - times.stopped : lastCost;
}

void endOfCycle(uint64_t live, int64_t markCost) {
  times.heapAfter = live;
  lastCost = markCost;
  lastHeap = pacer().heapNow() + 1;
  int64_t another = timeToMark();
  pacer().collected(live, collections.stackBytes + globalBytes(), times.begin, another);
  setMemoryToKeep();
}

// The world is stopped.
void markAndSweep() {
  times.isSnapshot = false;
  times.markers = markReachable(markersWanted());
  settleUnreached();
  times.marked = base::nanotime();
  SweepResult swept = sweep();
  countFreed(swept.freedObjects, swept.freedBytes);
  times.heapMarked = times.heapBefore;
  collections.stackBytes = markTotals().stackBytes;
  int64_t cost = (times.marked - times.stopped) * times.markers;
  endOfCycle(swept.liveBytes, cost);
  releasePages(memoryToKeep);
  times.end = base::nanotime();
  record(cost);
}

// The world is stopped.
void useSnapshot(const SnapshotResult& result) {
  settleUnreached();
  uint64_t bytes = result.deadBytes - theDead.revivedBytes;
  countFreed(result.deadObjects - theDead.revivedObjects, bytes);
  collections.stackBytes = result.stackBytes;
  times.heapMarked = pacer().heapNow();
  times.markers = 1;
  HeapTotals totals = heapTotals();
  beginSweeping();
  if (pacer().hasLimit()) finishSweeping(); // pages of the dead count, too
  endOfCycle(totals.allocatedBytes - totals.freedBytes, result.markTime);
  if (pacer().hasLimit()) releasePages(memoryToKeep);
}

// State None.
void collect(Cause why, bool maySnapshot = true) {
  finishSweeping();
  cause = why;
  ++begun;
  times = {};
  times.begin = base::nanotime();
  stopOthers();
  emptyCaches();
  times.heapBefore = pacer().heapNow();
  times.goal = pacer().goal();
  if (maySnapshot && isSnapshotWanted()) {
    times.isSnapshot = beginSnapshot();
    if (!times.isSnapshot) ++failures;
  }
  times.stopped = base::nanotime();
  if (times.isSnapshot)
    pacer().snapshotBegins(times.begin);
  else
    markAndSweep();
  startOthers();
  if (!times.isSnapshot) traceCollection(times, cause == Cause::Forced);
}

void collectUnlessItRuns(Cause why) {
  if (snapshotState() == SnapshotState::None) collect(why);
}

// On the scheduler's stack; while a snapshot is marked, but not beyond `until`.
void waitWhileMarking(void* until) {
  if (snapshotState() != SnapshotState::Marking) return;
  sched::Worker& worker = sched::self();
  sched::enterSafe(worker);
  base::futexWait(snapshotWord, uint32_t(SnapshotState::Marking), *static_cast<int64_t*>(until));
  sched::leaveSafe(worker);
}

void standStill(int64_t until) { sched::onSchedulerStack(waitWhileMarking, &until); }

// Lets others run, sleepers too, and waits for a moment if there are none.
void letOthersRun() {
  constexpr int64_t kMoment = 500'000; // ns: somebody may become runnable on this worker
  gosched();
  if (sched::self().queue.empty() && sched::globalQueue().empty())
    standStill(base::nanotime() + kMoment);
}

} // namespace

bool cycleWaitsForEnd() { return snapshotState() == SnapshotState::Ended; }

void endCycle() {
  if (!cycleWaitsForEnd()) return;
  SnapshotResult result;
  times.marked = base::nanotime();
  stopOthers();
  emptyCaches();
  if (takeSnapshot(&result)) {
    failures = 0;
    useSnapshot(result);
    endSnapshot();
    times.end = base::nanotime();
    record(result.markTime);
  } else {
    ++failures;
    endSnapshot();
    times.begin = times.marked; // nothing came of the beginning
    times.heapBefore = pacer().heapNow();
    times.stopped = base::nanotime();
    markAndSweep();
  }
  startOthers();
  traceCollection(times, cause == Cause::Forced);
}

void seeToCycle() {
  withCollector([](void*) {}, nullptr);
  runFinalizers();
}

void waitForCycle() {
  standStill(INT64_MAX);
  if (cycleWaitsForEnd()) seeToCycle();
}

void collectIfDue() {
  for (;;) {
    bool mustWait = false;
    inCollector([&] {
      if (!pacer().isDue()) return; // somebody else has collected
      collectUnlessItRuns(Cause::Due);
      mustWait = pacer().isDue();
    });
    if (!mustWait) break;
    standStill(INT64_MAX);
  }
  runFinalizers();
}

void returnMemory() {
  constexpr size_t kAtATime = size_t{4} << 20; // others may wait for the lock
  base::SpinGuard guard(heapLock);
  if (!releasePages(memoryToKeep, kAtATime)) sweptAll.store(false, std::memory_order_relaxed);
}

void collectForTests() {
  inCollector([] { collectUnlessItRuns(Cause::Tests); });
  runFinalizers();
}

void collectForMemory() {
  inCollector([] {
    abandonSnapshot();
    collect(Cause::Due, false);
  });
}

void collectFully() {
  uint64_t wanted = 0; // the number of a cycle
  for (;;) {
    bool isDone = false;
    inCollector([&] {
      if (!wanted) wanted = begun + 1;
      if (ended < wanted) collectUnlessItRuns(Cause::Forced);
      isDone = ended >= wanted;
    });
    if (isDone) break;
    letOthersRun();
  }
  inCollector(finishSweeping);
  while (mayReturnMemory())
    returnMemory();
  if (runFinalizers()) gosched(); // the caller may wait for them without a pause
}

} // namespace mg::mem
