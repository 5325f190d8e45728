#include "runtime/chan/waiting.h"

namespace mg {

namespace chans {

void waitForEver(sched::WaitReason reason) {
  sched::park(reason);
  __builtin_unreachable();
}

} // namespace chans

void blockForever() { chans::waitForEver(sched::WaitReason::SelectNoCases); }

} // namespace mg
