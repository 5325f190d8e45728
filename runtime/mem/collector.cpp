#include "runtime/mem/collector.h"

#include "runtime/base/lone.h"
#include "runtime/base/platform.h"
#include "runtime/mem/cycle.h"
#include "runtime/mem/pacer.h"
#include "runtime/mem/pages.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sched/stop_world.h"
#include "runtime/sched/worker.h"
#include "runtime/sched/workers.h"

#include <pthread.h>

namespace mg::mem {

CollectionRecord collections;

namespace {

pthread_mutex_t collectorLock = PTHREAD_MUTEX_INITIALIZER;
int64_t startTime;
uint64_t freedBytes, freedObjects;

} // namespace

void stopOthers() {
  if (!base::loneWorker) sched::stopWorld(sched::self());
}
void startOthers() {
  if (!base::loneWorker) sched::startWorld();
}

void countFreed(uint64_t objects, uint64_t bytes) {
  freedObjects += objects;
  freedBytes += bytes;
}

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
        if (base::loneWorker) {
          endCycle();
          return call.fn(call.argument);
        }
        sched::Worker& worker = sched::self();
        sched::enterSafe(worker);
        pthread_mutex_lock(&collectorLock);
        sched::leaveSafe(worker); // at once: only the holder of the lock stops the world
        endCycle();
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

} // namespace mg::mem
