#include "runtime/chan/waiting.h"

namespace mg {

namespace chans {

namespace {

void unlockAfterPark(sched::G*, void* channel) { static_cast<Channel*>(channel)->lock.unlock(); }

} // namespace

bool waitAt(Channel& channel, WaitQueue& queue, Parcel value, sched::WaitReason reason) {
  sched::G* g = sched::currentG();
  g->flags &= uint8_t(~sched::kOperationDone);
  Waiter waiter(g);
  waiter.setValue(value);
  queue.push(waiter);
  sched::park(reason, unlockAfterPark, &channel);
  return sched::currentG()->flags & sched::kOperationDone;
}

void waitForEver(sched::WaitReason reason) {
  sched::park(reason);
  __builtin_unreachable();
}

} // namespace chans

void blockForever() { chans::waitForEver(sched::WaitReason::SelectNoCases); }

} // namespace mg
