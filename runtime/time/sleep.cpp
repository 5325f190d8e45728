// time.Sleep.
#include "runtime/base/platform.h"
#include "runtime/sched/scheduler.h"

#include "minigo/types.h"

namespace go::time {

void Sleep(mg::Int64 d);

void Sleep(mg::Int64 d) {
  if (d <= 0) return;
  mg::Int64 when = mg::base::nanotime() + d;
  if (when < 0) when = INT64_MAX; // overflow: for ever
  mg::sched::sleepUntil(when);
}

} // namespace go::time
