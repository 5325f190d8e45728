// Receiving (spec: Receive operator).
#include "minigo/go.h"
#include "runtime/chan/attempt.h"
#include "runtime/chan/waiting.h"
#include "runtime/sched/worker.h"

namespace mg {

namespace chans {

namespace {

// REQUIRES: the lock is held.
[[gnu::noinline]] Parcel waitToReceive(Channel& channel, bool* ok) {
  sched::G* g = sched::currentG();
  bool done = waitAt(channel, channel.receivers, {}, sched::WaitReason::ChanReceive, g);
  if (ok) *ok = done;
  return Waiter(g).value();
}

// What is not short. REQUIRES: the lock is held.
[[gnu::noinline]] Parcel receiveLocked(Channel& channel, bool* ok, base::BiasOwner& me) {
  Waiter woken;
  Parcel value{};
  Attempt attempt = tryReceive(channel, &value, &woken);
  if (attempt == Attempt::Blocked) return waitToReceive(channel, ok);
  channel.lock.unlock(me);
  if (ok) *ok = attempt == Attempt::Done;
  if (woken) sched::ready(woken.goroutine());
  return value;
}

[[gnu::noinline]] Parcel receiveSlowly(Channel* channel, bool* ok) {
  poll();
  if (!channel) waitForEver(sched::WaitReason::ChanReceiveNil);
  base::BiasOwner& me = sched::self().biasOwner;
  channel->lock.lock(me);
  return receiveLocked(*channel, ok, me);
}

} // namespace

} // namespace chans

Parcel chanReceive(Channel* channel, bool* ok) {
  using namespace chans;
  base::BiasOwner& me = *sched::biasOwner;
  if (mustPoll() || !channel || !channel->lock.tryLockCheaply(me)) [[unlikely]]
    return receiveSlowly(channel, ok);
  if (channel->count == 0 || !channel->senders.empty() || !holdsWords(*channel))
    return receiveLocked(*channel, ok, me);
  Uintptr value = takeFirstWord(*channel);
  channel->lock.unlock(me);
  if (ok) *ok = true;
  return {{value, 0}};
}

} // namespace mg
