// make, len, cap and close (spec: Channel types, Close).
#include "runtime/chan/channel.h"

#include "minigo/panic.h"
#include "minigo/string.h"
#include "runtime/sched/worker.h"

#include <new>

namespace mg {

Channel* newChannel(Int capacity, Uintptr slotSize, Uintptr elemSize, bool pointerFree) {
  constexpr Uintptr kMaxBytes = Uintptr{1} << 47;
  if (capacity < 0 || Uintptr(capacity) > (kMaxBytes - sizeof(Channel)) / (elemSize ? elemSize : 1))
    panicPlainError("makechan: size out of range"_s);
  // Those who wait are kept alive by their records; the queues are no pointers for the collector.
  void* memory = allocate(sizeof(Channel) + Uintptr(capacity) * slotSize, pointerFree);
  return new (memory) Channel(Uint32(slotSize), Uintptr(capacity));
}

// An unsynchronised look, as in Go.
Int chanLen(const Channel* channel) {
  return channel && !channel->looksUnbuffered ? Int(base::glanceAt(channel->count)) : 0;
}
Int chanCap(const Channel* channel) {
  return channel && !channel->looksUnbuffered ? Int(channel->capacity) : 0;
}

void chanClose(Channel* channel) {
  if (!channel) panicPlainError("close of nil channel"_s);
  base::BiasOwner& me = sched::self().biasOwner;
  channel->lock.lock(me);
  if (channel->isClosed) {
    channel->lock.unlock(me);
    panicPlainError("close of closed channel"_s);
  }
  channel->isClosed = true;
  // Woken in reverse order, as in Go.
  chans::Waiter woken;
  for (chans::WaitQueue* queue : {&channel->receivers, &channel->senders})
    while (chans::Waiter waiter = queue->pop()) {
      if (queue == &channel->receivers) waiter.setValue({});
      waiter.setNext(woken);
      woken = waiter;
    }
  channel->lock.unlock(me);
  while (woken) {
    chans::Waiter waiter = woken;
    woken = waiter.next();
    sched::ready(waiter.goroutine());
  }
}

} // namespace mg
