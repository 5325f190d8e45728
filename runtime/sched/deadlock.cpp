#include "runtime/sched/deadlock.h"

#include "runtime/base/stderr_writer.h"
#include "runtime/panic/fatal.h"
#include "runtime/panic/traceback.h"
#include "runtime/sched/arena.h"
#include "runtime/sched/scheduler.h"

#include <cstdlib>

namespace mg::sched {

namespace {

int compareIds(const void* a, const void* b) {
  uint64_t left = (*static_cast<G* const*>(a))->id();
  uint64_t right = (*static_cast<G* const*>(b))->id();
  return left < right ? -1 : left > right;
}

void printAllGoroutines() {
  size_t count = 0;
  Arena::forEachGoroutine([&](G*) { ++count; });
  G** all = static_cast<G**>(malloc(count * sizeof(G*)));
  if (!all) return;
  size_t at = 0;
  Arena::forEachGoroutine([&](G* g) { all[at++] = g; });
  qsort(all, count, sizeof(G*), compareIds);
  for (size_t i = 0; i < count; ++i)
    panics::printGoroutine(all[i]);
}

} // namespace

void reportDeadlock() {
  base::StderrWriter().text(mainHasGoneExit()
                                ? "fatal error: no goroutines (main called runtime.Goexit) - "
                                  "deadlock!\n"
                                : "fatal error: all goroutines are asleep - deadlock!\n");
  printAllGoroutines();
  panics::endProcess(2);
}

} // namespace mg::sched
