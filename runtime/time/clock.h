// The clocks behind time.Time, whose two words packages/time/time.go explains.
#pragma once

#include "minigo/types.h"

namespace go::time {

struct Time {
  mg::Uint64 wall;
  mg::Int64 ext;
  void* loc; // *Location
};

// The present, with a monotonic reading; loc is null.
Time presentTime();

} // namespace go::time
