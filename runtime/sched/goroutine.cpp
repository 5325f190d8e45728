#include "runtime/sched/goroutine.h"

#include "runtime/base/check.h"

namespace mg::sched {

const char* waitReasonText(WaitReason reason) {
  static const char* const texts[] = {
#define WAIT_REASON(name, text) text,
#include "runtime/sched/wait_reason.def"
  };
  return texts[size_t(reason)];
}

void G::setState(State from, State to) {
  MG_CHECK(state == from, "goroutine in an unexpected state");
  state = to;
}

} // namespace mg::sched
