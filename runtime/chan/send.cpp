// Sending (spec: Send statements).
#include "minigo/go.h"
#include "minigo/panic.h"
#include "minigo/string.h"
#include "runtime/chan/attempt.h"
#include "runtime/chan/waiting.h"
#include "runtime/sched/worker.h"

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
[[gnu::noinline]] void sendLocked(Channel& channel, Parcel value, base::BiasOwner& me) {
  Waiter woken;
  Attempt attempt = trySend(channel, value, &woken);
  if (attempt == Attempt::Blocked) return waitToSend(channel, value);
  channel.lock.unlock(me);
  if (woken) return sched::ready(woken.goroutine());
  if (attempt == Attempt::Closed) [[unlikely]]
    panicSendClosed();
}

[[gnu::noinline]] void sendSlowly(Channel* channel, Parcel value) {
  poll();
  if (!channel) waitForEver(sched::WaitReason::ChanSendNil);
  base::BiasOwner& me = sched::self().biasOwner;
  channel->lock.lock(me);
  sendLocked(*channel, value, me);
}

} // namespace

} // namespace chans

void chanSend(Channel* channel, Parcel value) {
  using namespace chans;
  base::BiasOwner& me = *sched::biasOwner;
  if (mustPoll() || !channel || !channel->lock.tryLockCheaply(me)) [[unlikely]]
    return sendSlowly(channel, value);
  bool hasRoom = channel->count < channel->capacity && holdsWords(*channel);
  if (!hasRoom || channel->isClosed || !channel->receivers.empty())
    return sendLocked(*channel, value, me);
  putLastWord(*channel, value.words[0]);
  channel->lock.unlock(me);
}

} // namespace mg
