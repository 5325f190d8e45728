#include "runtime/time/clock.h"

#include "minigo/results.h"
#include "runtime/base/platform.h"
#include "runtime/sched/preempt.h"

#include <ctime>

namespace go::time {

mg::Results<mg::Uint64, mg::Int64> now();
mg::Int64 nanotime();

namespace {

constexpr mg::Uint64 kHasMonotonic = mg::Uint64{1} << 63;
constexpr mg::Int64 kUnixTo1885 = 2'682'288'000; // seconds from 1885 to 1970

// The monotonic reading of the program's start; readings are above zero.
const int64_t programStart = mg::base::nanotime() - 1;

} // namespace

Time presentTime() {
  timespec wall;
  clock_gettime(CLOCK_REALTIME, &wall);
  auto seconds = mg::Uint64(wall.tv_sec + kUnixTo1885);
  return {kHasMonotonic | seconds << 30 | mg::Uint64(wall.tv_nsec),
          mg::base::nanotime() - programStart, nullptr};
}

mg::Results<mg::Uint64, mg::Int64> now() {
  mg::sched::yieldIfAsked(); // before: the time is the one at the return
  Time present = presentTime();
  return {present.wall, present.ext};
}

mg::Int64 nanotime() {
  mg::sched::yieldIfAsked();
  return mg::base::nanotime();
}

} // namespace go::time

namespace go::runtime {

mg::Int64 nanotime() { return go::time::nanotime(); }

} // namespace go::runtime
