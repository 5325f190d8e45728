// The timers of package time: channels and functions that are due once or again and again.
#include "minigo/chan.h"
#include "minigo/func.h"
#include "minigo/go.h"
#include "minigo/pointer.h"
#include "runtime/chan/attempt.h"
#include "runtime/sched/timer_queue.h"
#include "runtime/sched/worker.h"
#include "runtime/time/clock.h"

namespace go::time {

// As packages/time/timer.go declares it.
struct runtimeTimer {
  mg::sched::Timer timer;
  mg::Func<void()> function;
  void* local; // *Location of the times that are sent
};
static_assert(sizeof(runtimeTimer) == 56);

mg::Chan<Time> timerChannel();
bool setTimer(mg::Ptr<runtimeTimer> t, mg::Int64 when, mg::Int64 period);
bool stopTimer(mg::Ptr<runtimeTimer> t);

// Starts the function of AfterFunc; tracebacks name it.
static void goFunc(mg::sched::Timer* timer, mg::sched::GQueue&, void**) {
  mg::go(reinterpret_cast<runtimeTimer*>(timer)->function);
}

namespace {

runtimeTimer* whole(mg::sched::Timer* timer) { return reinterpret_cast<runtimeTimer*>(timer); }

// Sends the present time unless the last one is still there.
void sendTime(mg::sched::Timer* timer, mg::sched::GQueue& woken, void** box) {
  Time present = presentTime();
  present.loc = whole(timer)->local;
  __builtin_memcpy(*box, &present, sizeof present);
  mg::Channel& channel = *static_cast<mg::Channel*>(timer->channel);
  mg::base::BiasedGuard guard(channel.lock, mg::sched::self().biasOwner);
  mg::chans::Waiter receiver;
  mg::Parcel parcel{{reinterpret_cast<mg::Uintptr>(*box), 0}};
  if (mg::chans::trySend(channel, parcel, &receiver) != mg::chans::Attempt::Done) return;
  *box = nullptr;
  if (receiver) woken.push(receiver.goroutine());
}

// Nobody sees a time that was sent before the timer was stopped or set again.
bool drain(mg::sched::Timer* timer) {
  mg::Channel* channel = static_cast<mg::Channel*>(timer->channel);
  // Only the timer sends there, under the lock of its queue, which is held: nothing is nothing.
  if (!channel || mg::base::glanceAt(channel->count) == 0) return false;
  mg::base::BiasedGuard guard(channel->lock, mg::sched::self().biasOwner);
  if (channel->count == 0) return false;
  mg::chans::takeFirst(*channel);
  return true;
}

} // namespace

// Holds one time that nobody has received yet, but looks unbuffered.
mg::Chan<Time> timerChannel() {
  mg::Chan<Time> channel = mg::makeChan<Time>(1);
  channel.raw->looksUnbuffered = true;
  return channel;
}

bool setTimer(mg::Ptr<runtimeTimer> t, mg::Int64 when, mg::Int64 period) {
  // Once: others may be firing it when it is moved.
  if (!t->timer.fire) t->timer.fire = t->timer.channel ? sendTime : goFunc;
  return mg::sched::setTimer(&t->timer, when, period, drain);
}

bool stopTimer(mg::Ptr<runtimeTimer> t) { return mg::sched::removeTimer(&t->timer, drain); }

} // namespace go::time
