// runtime.ReadMemStats, and the collector's part of package runtime/debug.
#include "minigo/heap.h"
#include "minigo/pointer.h"
#include "minigo/results.h"
#include "runtime/base/platform.h"
#include "runtime/mem/collector.h"
#include "runtime/mem/pacer.h"
#include "runtime/mem/pages.h"
#include "runtime/mem/roots.h"
#include "runtime/sched/scheduler.h"

#include <cstdlib>
#include <ctime>

namespace go::runtime {

// As packages/runtime/memory.go declares it.
struct MemStats {
  mg::Uint64 Alloc, TotalAlloc, Sys, Lookups, Mallocs, Frees;
  mg::Uint64 HeapAlloc, HeapSys, HeapIdle, HeapInuse, HeapReleased, HeapObjects;
  mg::Uint64 StackInuse, StackSys, MSpanInuse, MSpanSys, MCacheInuse, MCacheSys;
  mg::Uint64 BuckHashSys, GCSys, OtherSys, NextGC, LastGC, PauseTotalNs;
  mg::Uint64 PauseNs[256], PauseEnd[256];
  mg::Uint32 NumGC, NumForcedGC;
  mg::Float64 GCCPUFraction;
  bool EnableGC, DebugGC;
  struct {
    mg::Uint32 Size;
    mg::Uint64 Mallocs, Frees;
  } BySize[61];
};

void readMemStats(mg::Ptr<MemStats> m);
using Settings = mg::Results<mg::Int64, mg::Int64, mg::Float64, mg::Float64>;
Settings readSettings();

} // namespace go::runtime

namespace go::runtime_debug {

mg::Int64 setPercent(mg::Int64 percent);
mg::Int64 setLimit(mg::Int64 bytes);
void freeMemory();

} // namespace go::runtime_debug

namespace mg::mem {

namespace {

void fillHeap(go::runtime::MemStats& m) {
  HeapTotals totals = heapTotals();
  m.TotalAlloc = totals.allocatedBytes;
  m.Mallocs = totals.allocatedObjects;
  m.Frees = totals.freedObjects;
  m.Alloc = m.HeapAlloc = totals.allocatedBytes - totals.freedBytes;
  m.HeapObjects = totals.allocatedObjects - totals.freedObjects;
  m.HeapSys = heapRange.bytes;
  m.HeapInuse = pageCounts.used * kPageBytes;
  m.HeapIdle = m.HeapSys - m.HeapInuse;
  m.HeapReleased = pageCounts.released * kPageBytes;
  m.GCSys = heapRange.bytes / kPageBytes * (sizeof(Page) + sizeof(Run) + 8 * sizeof(Bits));
  m.StackInuse = m.StackSys = collections.stackBytes;
  m.OtherSys = globalBytes();
  m.Sys = m.HeapSys + m.GCSys + m.StackSys + m.OtherSys;
}

void fillCollections(go::runtime::MemStats& m) {
  m.NextGC = pacer().goal();
  m.LastGC = collections.lastEnd;
  m.PauseTotalNs = collections.pauseTotal;
  for (uint32_t i = 0; i < CollectionRecord::kKept; ++i) {
    m.PauseNs[i] = collections.pause[i];
    m.PauseEnd[i] = collections.pauseEnd[i];
  }
  m.NumGC = collections.count;
  m.NumForcedGC = collections.forced;
  m.GCCPUFraction = collectorShare();
  m.EnableGC = true;
}

} // namespace

} // namespace mg::mem

namespace go::runtime {

void readMemStats(mg::Ptr<MemStats> m) {
  // Not on the stack, since the collector's numbers are taken on another one; not on the heap,
  // which it counts.
  auto* filled = static_cast<MemStats*>(calloc(1, sizeof(MemStats)));
  mg::mem::withCollector(
      [](void* filled) {
        mg::mem::withWorldStopped(
            [](void* filled) {
              mg::mem::fillHeap(*static_cast<MemStats*>(filled));
              mg::mem::fillCollections(*static_cast<MemStats*>(filled));
            },
            filled);
      },
      filled);
  *m = *filled;
  free(filled);
}

Settings readSettings() {
  Settings settings{};
  mg::mem::inCollector([&] {
    settings.r0 = mg::mem::pacer().percent();
    settings.r1 = mg::mem::pacer().limit();
  });
  timespec used;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  settings.r2 = mg::Float64(mg::base::nanotime() - mg::mem::programStart()) / 1e9;
  settings.r3 = mg::Float64(used.tv_sec) + mg::Float64(used.tv_nsec) / 1e9;
  return settings;
}

} // namespace go::runtime

namespace go::runtime_debug {

mg::Int64 setPercent(mg::Int64 percent) {
  mg::Int64 old = 0;
  mg::mem::inCollector([&] { old = mg::mem::pacer().setPercent(percent); });
  return old;
}

mg::Int64 setLimit(mg::Int64 bytes) {
  mg::Int64 old = 0;
  mg::mem::inCollector([&] { old = mg::mem::pacer().setLimit(bytes); });
  return old;
}

void freeMemory() {
  mg::collectGarbage();
  mg::mem::inCollector(
      [] { mg::mem::withWorldStopped([](void*) { mg::mem::releasePages(0); }, nullptr); });
}

} // namespace go::runtime_debug
