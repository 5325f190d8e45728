// GODEBUG=gctrace=1: a line on standard error for each collection, in Go's form.
#pragma once

#include <cstdint>

namespace mg::mem {

struct CycleTimes { // base::nanotime()
  // The world is to stop; stands still; has been marked; runs again. With a snapshot: is to stop;
  // runs again; is to stop for the second time; runs again.
  int64_t begin, stopped, marked, end;
  uint64_t heapBefore, heapMarked, heapAfter, goal;
  uint32_t markers;
  bool isSnapshot;

  int64_t pause() const { return end - begin - (isSnapshot ? marked - stopped : 0); }
};

void traceCollection(const CycleTimes& times, bool isForced);

} // namespace mg::mem
