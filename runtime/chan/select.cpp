// Select statements (spec: Select statements).
//
// 1. All channels are locked, in the order of their addresses: so two selects cannot wait for each
//    other, and what is seen of them is true of one moment.
// 2. The cases are tried in a random order; the first that can proceed is done.
// 3. None can: a non-blocking select ends; another puts a node into the queue of each channel,
//    parks, and releases the locks when it is off its stack.
// 4. Who finds one of the nodes first claims the select (Select::chosen), hands over and wakes it.
// 5. Awake, it locks all channels again and takes the other nodes out.
#include "runtime/chan/channel.h"

#include "minigo/go.h"

#include "runtime/types/hash.h"

#include <cstdlib>
#include <cstring>

namespace mg {

namespace chans {

namespace {

// Evenly from [0, n).
Uintptr randomBelow(Uintptr n) { return n == 1 ? 0 : (randomWord() >> 32) * n >> 32; }

// A select statement while it runs. The arrays lie on its stack and are its own.
class Selection {
public:
  // order, channels: room for `count` each.
  Selection(SelectCase* cases, Int count, Uint32* order, Channel** channels)
      : cases_(cases), count_(count), order_(order), channels_(channels) {}

  Int run(bool blocks) {
    sortChannels();
    lockAll();
    Int chosen = tryAll();
    if (chosen >= 0 || !blocks) return finish(chosen);
    unlockAll();
    // Allocation may collect, which must not happen under a lock.
    Uintptr size = sizeof(Select) + live_ * sizeof(SelectNode);
    auto* select = static_cast<Select*>(allocate(size, false));
    lockAll();
    chosen = tryAll();
    if (chosen < 0) chosen = wait(*select);
    Int index = finish(chosen);
    recycle(select, size, false);
    return index;
  }

private:
  // The channels in locking order, and the cases in a random one; nil channels are left out.
  void sortChannels() {
    for (Int i = 0; i < count_; ++i) {
      if (!cases_[i].channel) continue;
      Uintptr at = randomBelow(live_ + 1);
      order_[live_] = order_[at];
      order_[at] = Uint32(i);
      channels_[live_++] = cases_[i].channel;
    }
    if (live_ > 8) {
      qsort(channels_, live_, sizeof(Channel*), [](const void* a, const void* b) {
        auto* x = *static_cast<Channel* const*>(a);
        auto* y = *static_cast<Channel* const*>(b);
        return x < y ? -1 : int(x > y);
      });
      return;
    }
    for (Uintptr i = 1; i < live_; ++i) {
      Channel* channel = channels_[i];
      Uintptr j = i;
      for (; j > 0 && channels_[j - 1] > channel; --j)
        channels_[j] = channels_[j - 1];
      channels_[j] = channel;
    }
  }

  bool isRepeated(Uintptr i) const { return i > 0 && channels_[i] == channels_[i - 1]; }
  void lockAll() {
    for (Uintptr i = 0; i < live_; ++i)
      if (!isRepeated(i)) channels_[i]->lock.lock();
  }
  void unlockAll() {
    for (Uintptr i = 0; i < live_; ++i)
      if (!isRepeated(i)) channels_[i]->lock.unlock();
  }

  // The index of the case that was done, -1 if none can be.
  Int tryAll() {
    for (Uintptr i = 0; i < live_; ++i) {
      SelectCase& one = cases_[order_[i]];
      Attempt attempt = one.isSend ? trySend(*one.channel, one.value, &woken_)
                                   : tryReceive(*one.channel, &one.value, &woken_);
      if (attempt == Attempt::Blocked) continue;
      isDone_ = attempt == Attempt::Done;
      return Int(order_[i]);
    }
    return -1;
  }

  static void unlockAfterPark(sched::G*, void* selection) {
    static_cast<Selection*>(selection)->unlockAll();
  }

  Int wait(Select& select) {
    sched::G* g = sched::currentG();
    select.g = g;
    select.chosen.store(Select::kUndecided, std::memory_order_relaxed); // published by the locks
    select.count = Uint32(live_);
    for (Uintptr i = 0; i < live_; ++i) {
      SelectCase& one = cases_[order_[i]];
      SelectNode& node = select.nodes[i];
      node.select = &select;
      node.channel = one.channel;
      node.value = one.value;
      node.index = Uint32(i);
      (one.isSend ? one.channel->senders : one.channel->receivers).push(Waiter(&node));
    }
    g->scratch[0] = reinterpret_cast<Uintptr>(&select); // for the collector
    sched::park(sched::WaitReason::Select, unlockAfterPark, this);
    lockAll();
    for (Uintptr i = 0; i < live_; ++i) {
      SelectNode& node = select.nodes[i];
      bool isSend = cases_[order_[i]].isSend;
      (isSend ? node.channel->senders : node.channel->receivers).remove(&node);
    }
    SelectNode& node = select.nodes[select.chosen.load(std::memory_order_relaxed)]; // by ready()
    cases_[order_[node.index]].value = node.value;
    isDone_ = node.isDone;
    return Int(order_[node.index]);
  }

  // Releases the locks; wakes, delivers, panics.
  Int finish(Int chosen) {
    unlockAll();
    if (woken_) sched::ready(woken_.goroutine());
    for (Int i = 0; i < count_; ++i)
      if (cases_[i].isSend && i != chosen) dropValue(cases_[i]);
    if (chosen < 0) return chosen;
    SelectCase& one = cases_[chosen];
    if (one.isSend) {
      if (!isDone_) panicSendClosed();
      return chosen;
    }
    deliver(one);
    if (one.ok) *one.ok = isDone_;
    return chosen;
  }

  static bool isBoxed(const SelectCase& one) { return one.elemSize > sizeof(Parcel); }

  static void dropValue(const SelectCase& one) {
    if (isBoxed(one))
      recycle(reinterpret_cast<void*>(one.value.words[0]), one.elemSize, one.pointerFree);
  }

  static void deliver(const SelectCase& one) {
    if (!isBoxed(one)) {
      if (one.to) memcpy(one.to, &one.value, one.elemSize);
      return;
    }
    void* copy = reinterpret_cast<void*>(one.value.words[0]);
    if (one.to && copy) memcpy(one.to, copy, one.elemSize);
    if (one.to && !copy) memset(one.to, 0, one.elemSize);
    if (copy) dropValue(one);
  }

  SelectCase* cases_;
  Int count_;
  Uint32* order_;
  Channel** channels_;
  Uintptr live_ = 0; // cases whose channel is not nil
  Waiter woken_;
  bool isDone_ = false; // false: the channel of the chosen case is closed
};

} // namespace

} // namespace chans

Int selectCases(SelectCase* cases, Int count, bool blocks) {
  poll();
  auto* order = static_cast<Uint32*>(__builtin_alloca(Uintptr(count) * sizeof(Uint32)));
  auto* channels = static_cast<Channel**>(__builtin_alloca(Uintptr(count) * sizeof(Channel*)));
  return chans::Selection(cases, count, order, channels).run(blocks);
}

} // namespace mg
