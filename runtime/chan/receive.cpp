// Receiving (spec: Receive operator).
#include "runtime/chan/channel.h"

#include "minigo/go.h"

#include "runtime/chan/buffer.h"
#include "runtime/chan/waiting.h"

namespace mg {

namespace chans {

Attempt tryReceive(Channel& channel, Parcel* value, Waiter* woken) {
  if (channel.count > 0) {
    *value = takeFirst(channel);
    // The buffer was full if someone waits to send: that value is its last now.
    if (Waiter sender = channel.senders.pop()) {
      putLast(channel, sender.value());
      sender.setDone();
      *woken = sender;
    }
    return Attempt::Done;
  }
  if (Waiter sender = channel.senders.pop()) {
    *value = sender.value();
    sender.setDone();
    *woken = sender;
    return Attempt::Done;
  }
  return channel.isClosed ? Attempt::Closed : Attempt::Blocked;
}

} // namespace chans

Parcel chanReceive(Channel* channel, bool* ok) {
  using namespace chans;
  poll();
  if (!channel) waitForEver(sched::WaitReason::ChanReceiveNil);
  channel->lock.lock();
  Waiter woken;
  Parcel value{};
  Attempt attempt = tryReceive(*channel, &value, &woken);
  if (attempt == Attempt::Blocked) {
    bool done = waitAt(*channel, channel->receivers, {}, sched::WaitReason::ChanReceive);
    if (ok) *ok = done;
    return Waiter(sched::currentG()).value();
  }
  channel->lock.unlock();
  if (woken) sched::ready(woken.goroutine());
  if (ok) *ok = attempt == Attempt::Done;
  return value;
}

} // namespace mg
