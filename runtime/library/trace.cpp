// The functions of package runtime/trace that are not written in Go. No trace is ever running
// (runtime.StartTrace fails), so the package calls those that record something only to learn that.
#include "minigo/go.h"
#include "minigo/slice.h"

#include <ctime>

namespace go::runtime_trace {

using mg::Uint64;

void userTaskCreate(Uint64 id, Uint64 parentID, mg::String taskType);
void userTaskEnd(Uint64 id);
void userRegion(Uint64 id, Uint64 mode, mg::String regionType);
void userLog(Uint64 id, mg::String category, mg::String message);
Uint64 runtime_traceClockUnitsPerSecond();
Uint64 runtime_traceClockNow();
void runtime_traceAdvance(bool stopTrace);
mg::Slice<mg::Byte> runtime_readTrace();

void userTaskCreate(Uint64, Uint64, mg::String) {}
void userTaskEnd(Uint64) {}
void userRegion(Uint64, Uint64, mg::String) {}
void userLog(Uint64, mg::String, mg::String) {}

Uint64 runtime_traceClockUnitsPerSecond() { return 1'000'000'000; }

Uint64 runtime_traceClockNow() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return Uint64(now.tv_sec) * 1'000'000'000 + Uint64(now.tv_nsec);
}

void runtime_traceAdvance(bool) {}

mg::Slice<mg::Byte> runtime_readTrace() { return {}; }

} // namespace go::runtime_trace
