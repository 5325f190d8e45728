// All allocation. Boehm's collector stands behind it today; only this file and roots.cpp know.
//
// A collection can only start inside withCollector: on the scheduler's stack, which is the thread's
// own, the one that the collector knows; the goroutine that allocates has saved its registers on
// its slot like any other. So no switch needs a lock, and the collector sees goroutines only
// through the roots that roots.cpp pushes. Other workers are stopped then (sched/workers.h), all
// their goroutines off their stacks as well.
#include "minigo/heap.h"

#include "minigo/go.h"
#include "runtime/base/platform.h"
#include "runtime/mem/finalizer.h"
#include "runtime/mem/gc_glue.h"
#include "runtime/mem/out_of_memory.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sched/worker.h"

#include <cstdlib>
#include <cstring>

#include <gc.h>
#include <gc/gc_inline.h>

namespace mg {

namespace {

// What an allocation of no bytes returns.
alignas(16) Byte zeroBase[16];

struct SlowAllocation {
  mem::Cache* cache; // null: one large object
  Uintptr size;
  bool pointerFree;
  void* result;
};

// Tests set MINIGO_GC_EVERY=n: no list holds more than one object, and every n-th allocation
// collects first.
unsigned long stressInterval() {
  static const char* text = getenv("MINIGO_GC_EVERY");
  return text ? strtoul(text, nullptr, 10) : 0;
}

void slowAllocate(void* argument) {
  SlowAllocation& request = *static_cast<SlowAllocation*>(argument);
  unsigned long interval = stressInterval();
  static unsigned long count = 0;
  if (interval && ++count % interval == 0) GC_gcollect();
  if (request.cache) {
    void* list = nullptr;
    GC_generic_malloc_many(request.size, request.pointerFree ? GC_I_PTRFREE : mem::scannedKind(),
                           &list);
    if (interval && list) *static_cast<void**>(list) = nullptr; // the rest is garbage
    // The first one now: the lists are emptied by the next collection, which may be another's. The
    // one inside, if any, has emptied, never filled them.
    request.result = list;
    if (list)
      request.cache->free[request.pointerFree][request.size / 16] = *static_cast<void**>(list);
  } else {
    request.result = request.pointerFree ? GC_malloc_atomic(request.size) : GC_malloc(request.size);
  }
  if (!request.result) mem::outOfMemory();
}

void* allocateSlowly(mem::Cache* cache, Uintptr size, bool pointerFree) {
  SlowAllocation request{cache, size, pointerFree, nullptr};
  mem::withCollector(slowAllocate, &request);
  mem::runFinalizers();
  return request.result;
}

void* allocateLarge(Uintptr size, bool pointerFree) {
  // Go panics earlier for sizes that no address space holds; the collector must not overflow.
  if (size > Uintptr{1} << 47) mem::outOfMemory();
  return allocateSlowly(nullptr, size, pointerFree);
}

// An object from the worker's cache, its first word undefined; the rest is zero unless pointerFree.
void* allocateSmall(Uintptr size, bool pointerFree) {
  mem::Cache& cache = sched::self().cache;
  Uintptr units = (size + 15) / 16;
  void*& list = cache.free[pointerFree][units];
  if (!list || worldIsStopping) [[unlikely]]
    return allocateSlowly(&cache, units * 16, pointerFree);
  void* object = list;
  list = *static_cast<void**>(object);
  return object;
}

} // namespace

void* allocate(Uintptr size, bool pointerFree) {
  if (size <= mem::Cache::kMaxSmall) [[likely]] {
    if (size == 0) return zeroBase;
    void* object = allocateSmall(size, pointerFree);
    if (pointerFree)
      memset(object, 0, size);
    else
      *static_cast<void**>(object) = nullptr;
    return object;
  }
  void* object = allocateLarge(size, pointerFree);
  if (pointerFree) memset(object, 0, size);
  return object;
}

void* allocateUncleared(Uintptr size) {
  if (size == 0) return zeroBase;
  return size <= mem::Cache::kMaxSmall ? allocateSmall(size, true) : allocateLarge(size, true);
}

void recycle(void* object, Uintptr size, bool pointerFree) {
  if (size == 0 || size > mem::Cache::kMaxSmall) return; // large objects wait for the collector
  Uintptr units = (size + 15) / 16;
  if (!pointerFree) memset(object, 0, units * 16);
  void*& list = sched::self().cache.free[pointerFree][units];
  *static_cast<void**>(object) = list;
  list = object;
}

void collectGarbage() {
  mem::withCollector([](void*) { GC_gcollect(); }, nullptr);
  if (mem::runFinalizers()) gosched(); // the caller may wait for them without a pause
}

HeapStats heapStats() {
  HeapStats stats;
  mem::withCollector(
      [](void* argument) {
        HeapStats& stats = *static_cast<HeapStats*>(argument);
        stats.size = GC_get_heap_size();
        stats.used = stats.size - GC_get_free_bytes();
        stats.mapped = stats.size + GC_get_unmapped_bytes();
        stats.total = GC_get_total_bytes();
        stats.collections = GC_get_gc_no();
      },
      &stats);
  return stats;
}

} // namespace mg
