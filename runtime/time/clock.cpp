#include "runtime/time/clock.h"

#include "minigo/heap.h"
#include "minigo/results.h"
#include "minigo/string.h"
#include "runtime/base/platform.h"

#include <cstring>
#include <ctime>

namespace go::time {

mg::Results<mg::Uint64, mg::Int64> now();
mg::Int64 nanotime();
mg::Results<mg::String, mg::Int> localZone(mg::Int64 unix);

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
  Time present = presentTime();
  return {present.wall, present.ext};
}

mg::Int64 nanotime() { return mg::base::nanotime(); }

// The local zone at an instant, by TZ and /etc/localtime: its short name and seconds east of UTC.
mg::Results<mg::String, mg::Int> localZone(mg::Int64 unix) {
  time_t at = unix;
  tm parts;
  if (!localtime_r(&at, &parts)) return {mg::operator""_s("UTC", 3), 0};
  mg::Int length = mg::Int(strlen(parts.tm_zone));
  auto* name = static_cast<mg::Byte*>(mg::allocateUncleared(mg::Uintptr(length)));
  memcpy(name, parts.tm_zone, size_t(length));
  return {mg::String{name, length}, parts.tm_gmtoff};
}

} // namespace go::time
