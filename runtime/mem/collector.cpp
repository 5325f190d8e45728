#include "runtime/mem/collector.h"

#include "runtime/base/lone.h"
#include "runtime/base/platform.h"
#include "runtime/mem/finalizer.h"
#include "runtime/mem/mark.h"
#include "runtime/mem/marker_threads.h"
#include "runtime/mem/pacer.h"
#include "runtime/mem/roots.h"
#include "runtime/mem/trace.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sched/timer_queue.h"
#include "runtime/sched/worker.h"
#include "runtime/sched/workers.h"

#include <ctime>
#include <pthread.h>

namespace mg::mem {

CollectionRecord collections;

namespace {

// Less is marked before another thread is awake.
constexpr uint64_t kWorthSharing = uint64_t{8} << 20;
constexpr int64_t kGoroutinesWorthSharing = 50'000;

pthread_mutex_t collectorLock = PTHREAD_MUTEX_INITIALIZER;
int64_t startTime;
uint64_t freedBytes, freedObjects;

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

void markPart(Marker& one) {
  if (&one == &marker()) markOtherRoots(one);
  markGoroutines(one);
  one.drainWithOthers();
}

// A timer that sends lives as long as its channel.
void markTimers() {
  sched::timerQueue().forEachSending([](const void* timer, const void* channel) {
    if (isMarked(channel)) marker().mark(timer);
  });
  marker().drain();
}

void mark(CycleTimes& times) {
  prepareRoots();
  times.markers = markTogether(markersWanted(), markPart);
  markTimers();
  settleFinalizers(marker());
  markTimers(); // what finalizers have brought back
  sched::timerQueue().dropSending([](const void* channel) { return !isMarked(channel); });
}

void emptyCaches() {
  for (uint32_t i = 0; i < sched::workerCount(); ++i) {
    sched::Worker& worker = sched::workerAt(i);
    emptyCache(worker.cache);
    worker.slots.trim(worker.current ? worker.current->slot : nullptr);
  }
}

void record(const CycleTimes& times, Cause cause) {
  uint32_t place = collections.count++ % CollectionRecord::kKept;
  if (cause == Cause::Forced) ++collections.forced;
  uint64_t pause = uint64_t(times.end - times.begin);
  collections.pauseTotal += pause;
  collections.pause[place] = pause;
  collections.lastEnd = collections.pauseEnd[place] = wallTime();
  collections.cpuTime += uint64_t(times.marked - times.stopped) * (times.markers - 1) + pause;
}

// Memory that no collection of the last ones left in use goes back to the system: what one gives
// back and the next one takes costs faults.
void giveMemoryBack() {
  static uint64_t keep = 0;
  uint64_t wanted = pacer().pagesToKeep();
  constexpr uint64_t kFading = 16; // collections, or so
  keep = wanted >= keep || pacer().hasLimit() ? wanted : keep - (keep - wanted) / kFading;
  releasePages(keep);
}

void stopOthers() {
  if (!base::loneWorker) sched::stopWorld(sched::self());
}
void startOthers() {
  if (!base::loneWorker) sched::startWorld();
}

} // namespace

int64_t programStart() { return startTime; }

double collectorShare() {
  int64_t elapsed = base::nanotime() - startTime;
  return double(collections.cpuTime) / (double(elapsed) * sched::workerLimit() + 1);
}

void initHeap() {
  if (heapRange.start) return;
  startTime = base::nanotime();
  pacer().readEnvironment();
  reserveHeap();
}

void withCollector(void (*fn)(void*), void* argument) {
  struct Call {
    void (*fn)(void*);
    void* argument;
  } call{fn, argument};
  sched::onSchedulerStack(
      [](void* argument) {
        Call& call = *static_cast<Call*>(argument);
        initHeap();
        if (base::loneWorker) return call.fn(call.argument);
        sched::Worker& worker = sched::self();
        sched::enterSafe(worker);
        pthread_mutex_lock(&collectorLock);
        sched::leaveSafe(worker); // at once: only the holder of the lock stops the world
        call.fn(call.argument);
        pthread_mutex_unlock(&collectorLock);
      },
      &call);
}

void withWorldStopped(void (*fn)(void*), void* argument) {
  stopOthers();
  fn(argument);
  startOthers();
}

HeapTotals heapTotals() {
  HeapTotals totals{0, 0, freedBytes, freedObjects};
  for (uint32_t i = 0; i < sched::workerCount(); ++i) {
    const Cache& cache = sched::workerAt(i).cache;
    totals.allocatedBytes += cache.allocated;
    totals.allocatedObjects += cache.objects;
    for (auto& ranges : cache.ranges)
      for (const FreeRange& range : ranges) {
        if (range.at == range.end) continue;
        totals.allocatedBytes -= uint64_t(range.end - range.at);
        totals.allocatedObjects -= uint64_t(range.end - range.at) / range.bytes;
      }
  }
  return totals;
}

void collect(Cause cause) {
  CycleTimes times;
  times.begin = base::nanotime();
  stopOthers();
  times.stopped = base::nanotime();
  emptyCaches();
  times.heapBefore = pacer().heapNow();
  times.goal = pacer().goal();
  mark(times);
  times.marked = base::nanotime();
  SweepResult swept = sweep();
  freedBytes += swept.freedBytes;
  freedObjects += swept.freedObjects;
  times.heapAfter = swept.liveBytes;
  collections.stackBytes = markTotals().stackBytes;
  pacer().collected(swept.liveBytes, collections.stackBytes + globalBytes(), times.begin);
  giveMemoryBack();
  times.end = base::nanotime();
  record(times, cause);
  startOthers();
  traceCollection(times, cause == Cause::Forced);
}

} // namespace mg::mem
