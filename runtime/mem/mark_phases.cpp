#include "runtime/mem/mark_phases.h"

#include "runtime/mem/finalizer.h"
#include "runtime/mem/mark.h"
#include "runtime/mem/marker_threads.h"
#include "runtime/mem/roots.h"
#include "runtime/mem/spans.h"
#include "runtime/sched/workers.h"

namespace mg::mem {

namespace {

void markPart(Marker& one) {
  if (&one == &marker()) markOtherRoots(one);
  markGoroutines(one);
  one.drainWithOthers();
}

} // namespace

// A timer that sends lives as long as its channel.
void markTimers() {
  sched::forEachTimerQueue([](sched::TimerQueue& queue) {
    queue.forEachSending([](const void* timer, const void* channel) {
      if (isMarked(channel)) marker().mark(timer);
    });
  });
  marker().drain();
}

uint32_t markReachable(uint32_t markers) {
  prepareRoots();
  uint32_t count = markTogether(markers, markPart);
  markTimers();
  return count;
}

void settleUnreached() {
  settleFinalizers(marker());
  markTimers(); // what finalizers have brought back
  sched::forEachTimerQueue([](sched::TimerQueue& queue) {
    queue.dropSending([](const void* channel) { return !isMarked(channel); });
  });
}

} // namespace mg::mem
