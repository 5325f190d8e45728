// Waiting at one channel.
#pragma once

#include "runtime/chan/channel.h"

namespace mg::chans {

// Parks the calling goroutine in a queue of the channel, whose lock it holds and which is released
// when it waits. False when the channel was closed instead; what was received is then the value of
// Waiter(g).
inline bool waitAt(Channel& channel, WaitQueue& queue, Parcel value, sched::WaitReason reason,
                   sched::G* g) {
  g->flags &= uint8_t(~sched::kOperationDone);
  Waiter waiter(g);
  waiter.setValue(value);
  queue.push(waiter);
  sched::park(reason, channel.lock);
  return g->flags & sched::kOperationDone;
}

[[noreturn]] void waitForEver(sched::WaitReason reason);

} // namespace mg::chans
