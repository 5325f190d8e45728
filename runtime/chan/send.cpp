// Sending (spec: Send statements).
#include "runtime/chan/channel.h"

#include "minigo/go.h"

#include "minigo/panic.h"
#include "minigo/string.h"
#include "runtime/chan/buffer.h"
#include "runtime/chan/waiting.h"

namespace mg {

namespace chans {

Attempt trySend(Channel& channel, Parcel value, Waiter* woken) {
  if (channel.isClosed) return Attempt::Closed;
  if (Waiter receiver = channel.receivers.pop()) {
    receiver.setValue(value);
    receiver.setDone();
    *woken = receiver;
    return Attempt::Done;
  }
  if (channel.count == channel.capacity) return Attempt::Blocked;
  putLast(channel, value);
  return Attempt::Done;
}

void panicSendClosed() { panicPlainError("send on closed channel"_s); }

} // namespace chans

void chanSend(Channel* channel, Parcel value) {
  using namespace chans;
  poll();
  if (!channel) waitForEver(sched::WaitReason::ChanSendNil);
  channel->lock.lock();
  Waiter woken;
  Attempt attempt = trySend(*channel, value, &woken);
  if (attempt == Attempt::Blocked) {
    if (!waitAt(*channel, channel->senders, value, sched::WaitReason::ChanSend)) panicSendClosed();
    return;
  }
  channel->lock.unlock();
  if (attempt == Attempt::Closed) panicSendClosed();
  if (woken) sched::ready(woken.goroutine());
}

} // namespace mg
