// What the collector looks at: global variables of the executable, the schedulers' stacks, and of
// every goroutine the record's part that may hold pointers and the live stack bytes, on the slot or
// in the image. C libraries hold no pointers to the heap.
#include "runtime/mem/roots.h"

#include "runtime/mem/finalizer.h"
#include "runtime/mem/mark.h"
#include "runtime/sched/arena.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sched/stop_world.h"
#include "runtime/sched/workers.h"

#include <atomic>
#include <csetjmp>

// The executable's variables, initialised and not.
extern "C" char __data_start[];
extern "C" char _end[];

namespace mg::mem {

namespace {

std::atomic<sched::RecordSpan*> nextSpan{nullptr};

void markGoroutine(Marker& marker, sched::G* g) {
  // Arguments have been copied to the stack when it has started; then there is only scratch.
  bool hasStarted = g->flags & sched::kStarted;
  const char* end =
      hasStarted ? reinterpret_cast<char*>(g + 1) : reinterpret_cast<char*>(g) + g->bytes();
  marker.scan(&g->defers, end);
  sched::StackBytes stack = sched::stackOf(g);
  marker.scan(stack.data, stack.data + stack.size);
  marker.stackBytes += stack.size;
}

// The calling thread's scheduler has called us: its registers and its frames.
[[gnu::noinline]] void markOwnStack(Marker& marker) {
  jmp_buf registers;
  setjmp(registers);
  __builtin_unwind_init();
  const char* from = reinterpret_cast<const char*>(&registers);
  marker.scan(from, sched::self().stackTop);
}

} // namespace

size_t globalBytes() { return size_t(_end - __data_start); }

void prepareRoots() {
  nextSpan.store(sched::Arena::recordSpans(), std::memory_order_relaxed); // published with the work
}

void markGoroutines(Marker& marker) {
  sched::RecordSpan* span = nextSpan.load(std::memory_order_relaxed);
  while (span) {
    // Relaxed: the list does not change while the world stands still.
    if (!nextSpan.compare_exchange_weak(span, span->next, std::memory_order_relaxed)) continue;
    span->isQuiet =
        !sched::Arena::forEachGoroutine(span, [&](sched::G* g) { markGoroutine(marker, g); });
    marker.drain();
    span = nextSpan.load(std::memory_order_relaxed);
  }
}

void markOtherRoots(Marker& marker) {
  marker.scan(__data_start, _end);
  markOwnStack(marker);
  sched::forEachSchedulerStack(sched::self(),
                               [&](const void* from, const void* to) { marker.scan(from, to); });
  sched::forEachTimerQueue([&](sched::TimerQueue& queue) {
    queue.forEachKept([&](const void* timer) { marker.mark(timer); });
  });
  markFinalizerRoots(marker);
}

} // namespace mg::mem
