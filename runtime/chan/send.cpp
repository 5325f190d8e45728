// Sending (spec: Send statements).
#include "minigo/go.h"
#include "minigo/panic.h"
#include "minigo/string.h"
#include "runtime/chan/attempt.h"
#include "runtime/chan/waiting.h"

namespace mg {

namespace chans {

void panicSendClosed() { panicPlainError("send on closed channel"_s); }

namespace {

// REQUIRES: the lock is held.
[[gnu::noinline]] void waitToSend(Channel& channel, Parcel value) {
  sched::G* g = sched::currentG();
  if (!waitAt(channel, channel.senders, value, sched::WaitReason::ChanSend, g)) panicSendClosed();
}

// What is not short. REQUIRES: the lock is held.
[[gnu::noinline]] void sendLocked(Channel& channel, Parcel value) {
  Waiter woken;
  Attempt attempt = trySend(channel, value, &woken);
  if (attempt == Attempt::Blocked) return waitToSend(channel, value);
  channel.lock.unlock();
  if (woken) return sched::ready(woken.goroutine());
  if (attempt == Attempt::Closed) [[unlikely]]
    panicSendClosed();
}

[[gnu::noinline]] void sendSlowly(Channel* channel, Parcel value) {
  poll();
  if (!channel) waitForEver(sched::WaitReason::ChanSendNil);
  channel->lock.lock();
  sendLocked(*channel, value);
}

} // namespace

} // namespace chans

void chanSend(Channel* channel, Parcel value) {
  using namespace chans;
  if (mustPoll() || !channel || !channel->lock.tryLock()) [[unlikely]]
    return sendSlowly(channel, value);
  bool hasRoom = channel->count < channel->capacity && holdsWords(*channel);
  if (!hasRoom || channel->isClosed || !channel->receivers.empty())
    return sendLocked(*channel, value);
  putLastWord(*channel, value.words[0]);
  channel->lock.unlock();
}

} // namespace mg
