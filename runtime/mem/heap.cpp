// All allocation.
//
// A collection only starts on the scheduler's stack (withCollector); the goroutine that allocates
// has saved its registers on its slot like any other. So no switch needs a lock, and the collector
// sees all goroutines alike: it knows their live stack bytes. Other workers are stopped then
// (sched/stop_world.h), all their goroutines off their stacks as well.
#include "minigo/heap.h"

#include "minigo/go.h"
#include "runtime/base/platform.h"
#include "runtime/base/stderr_writer.h"
#include "runtime/mem/collector.h"
#include "runtime/mem/cycle.h"
#include "runtime/mem/out_of_memory.h"
#include "runtime/mem/pacer.h"
#include "runtime/mem/snapshot.h"
#include "runtime/mem/spans.h"
#include "runtime/panic/fatal.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sched/worker.h"

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace mg {

namespace mem {

void outOfMemory() {
  if (isSnapshotChild) _exit(1); // the parent sees to it
  panics::fatal("runtime: out of memory");
}

void outOfMemory(size_t bytes) {
  constexpr size_t kUnit = size_t{4} << 20; // of growth, as in Go
  panics::beginLastWords();
  base::StderrWriter()
      .text("runtime: out of memory: cannot allocate ")
      .unsignedNumber(base::roundUp(bytes, kUnit))
      .text("-byte block (")
      .unsignedNumber(heapRange.bytes - pageCounts.released * kPageBytes)
      .text(" in use)\n");
  panics::fatal("out of memory");
}

} // namespace mem

namespace {

// What an allocation of no bytes returns.
alignas(16) Byte zeroBase[16];

// Tests set MINIGO_GC_EVERY=n: no range holds more than one object, and every n-th allocation
// collects first.
unsigned long stressInterval() {
  static const char* text = getenv("MINIGO_GC_EVERY");
  static unsigned long interval = text ? strtoul(text, nullptr, 10) : 0;
  return interval;
}

bool isCollectionForTests() {
  static std::atomic<unsigned long> count{0};
  unsigned long interval = stressInterval();
  // Relaxed: any of several workers may be the n-th.
  return interval && (count.fetch_add(1, std::memory_order_relaxed) + 1) % interval == 0;
}

// Where the world may stop, and where it is stopped when a collection is due.
void beforeAllocating() {
  if (!mem::heapRange.start) mem::withCollector([](void*) {}, nullptr); // the first allocation
  poll();
  if (isCollectionForTests()) mem::collectForTests();
  mem::pacer().report(sched::self().cache);
  if (mem::pacer().isDue()) mem::collectIfDue();
  if (mem::mayReturnMemory()) [[unlikely]]
    mem::returnMemory();
}

[[gnu::noinline]] void* allocateSlowly(unsigned sizeClass, bool pointerFree) {
  beforeAllocating();
  mem::Cache& cache = sched::self().cache;
  if (void* object = mem::popRecycled(cache, mem::kClassInfo[sizeClass].bytes, pointerFree))
    return object;
  mem::FreeRange& range = cache.ranges[pointerFree][sizeClass];
  if (range.at == range.end) {
    uint32_t most = stressInterval() ? 1 : UINT32_MAX;
    if (!mem::refill(cache, sizeClass, pointerFree, most)) {
      mem::collectForMemory();
      if (!mem::refill(cache, sizeClass, pointerFree, most))
        mem::outOfMemory(mem::kClassInfo[sizeClass].bytes);
    }
  }
  void* object = range.at;
  range.at += range.bytes;
  return object;
}

// Up to kMaxCleared bytes it is cleared, above only if `clear`.
void* allocateSmall(Uintptr size, bool pointerFree, bool clear) {
  unsigned sizeClass = mem::classOf(size);
  mem::FreeRange& range = sched::self().cache.ranges[pointerFree][sizeClass];
  char* object = range.at;
  if (object == range.end || mustPoll()) [[unlikely]]
    object = static_cast<char*>(allocateSlowly(sizeClass, pointerFree));
  else
    range.at = object + range.bytes;
  if (size > mem::kMaxCleared && clear && !range.isZero) memset(object, 0, range.bytes);
  return object;
}

void* allocateLarge(Uintptr size, bool pointerFree, bool clear) {
  // Go panics earlier for sizes that no address space holds.
  if (size > Uintptr{1} << 47) mem::outOfMemory(size);
  beforeAllocating();
  void* object = mem::takeLarge(sched::self().cache, size, pointerFree, clear);
  if (object) return object;
  mem::collectForMemory();
  object = mem::takeLarge(sched::self().cache, size, pointerFree, clear);
  if (!object) mem::outOfMemory(size);
  return object;
}

} // namespace

void* allocate(Uintptr size, bool pointerFree) {
  if (size > mem::kMaxSmall) [[unlikely]]
    return allocateLarge(size, pointerFree, true);
  if (size == 0) return zeroBase;
  return allocateSmall(size, pointerFree, true);
}

void* allocateUncleared(Uintptr size) {
  if (size > mem::kMaxSmall) [[unlikely]]
    return allocateLarge(size, true, false);
  if (size == 0) return zeroBase;
  return allocateSmall(size, true, false);
}

void recycle(void* object, Uintptr size, bool pointerFree) {
  if (size == 0 || size > mem::kMaxCleared) return; // larger ones wait for the collector
  unsigned sizeClass = mem::classOf(size);
  memset(object, 0, mem::kClassInfo[sizeClass].bytes);
  void*& list = sched::self().cache.recycled[pointerFree][sizeClass];
  *static_cast<void**>(object) = list;
  list = object;
}

void collectGarbage() { mem::collectFully(); }

} // namespace mg
