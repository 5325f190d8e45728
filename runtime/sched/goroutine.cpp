#include "runtime/sched/goroutine.h"

namespace mg::sched {

const char* waitReasonText(WaitReason reason) {
  static const char* const texts[] = {
#define WAIT_REASON(name, text) text,
#include "runtime/sched/wait_reason.def"
  };
  return texts[size_t(reason)];
}

} // namespace mg::sched
