// Waiting at one channel.
#pragma once

#include "runtime/chan/channel.h"

namespace mg::chans {

// Parks the calling goroutine in a queue of the channel, whose lock it holds and which is released
// when it is off its stack. False when the channel was closed instead; what was received is then
// the value of Waiter(currentG()).
bool waitAt(Channel& channel, WaitQueue& queue, Parcel value, sched::WaitReason reason);

[[noreturn]] void waitForEver(sched::WaitReason reason);

} // namespace mg::chans
