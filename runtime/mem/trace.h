// GODEBUG=gctrace=1: a line on standard error for each collection, in Go's form.
#pragma once

#include <cstdint>

namespace mg::mem {

struct CycleTimes { // base::nanotime()
  int64_t begin, stopped, marked, end;
  uint64_t heapBefore, heapAfter, goal;
  uint32_t markers;
};

void traceCollection(const CycleTimes& times, bool isForced);

} // namespace mg::mem
