// Select statements (spec: Select statements).
//
// 1. All channels are locked, in the order of their addresses: so two selects cannot wait for each
//    other, and what is seen of them is true of one moment. A worker that is alone needs no locks.
// 2. The cases are tried in a random order; the first that can proceed is done.
// 3. None can: a non-blocking select ends; another puts a node into the queue of each channel and
//    parks, which releases the locks.
// 4. Who finds one of the nodes first claims the select (Select::chosen), hands over and wakes it.
// 5. Awake, it locks all channels again and takes the other nodes out.
#include "minigo/go.h"
#include "runtime/chan/attempt.h"
#include "runtime/sched/worker.h"

#include <cstdlib>
#include <cstring>

namespace mg {

namespace chans {

namespace {

// Random numbers out of one random word, as many as the cases of a select are.
class Lots {
public:
  explicit Lots(Uint64 word) : word_(word) {}
  // From [0, n), as evenly as what is left of the word allows.
  Uintptr below(Uintptr n) {
    auto product = static_cast<unsigned __int128>(word_) * n;
    word_ = Uint64(product);
    return Uintptr(product >> 64);
  }

private:
  Uint64 word_;
};

// A select statement while it runs. The arrays lie on its stack and are its own.
class Selection {
public:
  // order, channels: room for `count` each.
  Selection(SelectCase* cases, Int count, Uint32* order, Channel** channels)
      : cases_(cases), count_(count), order_(order), channels_(channels) {}

  Int run(bool blocks) {
    for (Int i = 0; i < count_; ++i)
      if (cases_[i].channel) order_[live_++] = Uint32(i);
    lockAll();
    Int chosen = tryAll();
    if (chosen >= 0 || !blocks) return finish(chosen);
    unlockAll();
    // Allocation may collect, which must not happen under a lock.
    Uintptr size = sizeof(Select) + live_ * sizeof(SelectNode);
    auto* select = static_cast<Select*>(allocate(size, false));
    bool mayHaveChanged = isLocked_;
    lockAll();
    if (mayHaveChanged || isLocked_) chosen = tryAll();
    if (chosen < 0) chosen = wait(*select);
    Int index = finish(chosen);
    recycle(select, size, false);
    return index;
  }

private:
  // The channels in locking order.
  void sortChannels() {
    for (Uintptr i = 0; i < live_; ++i)
      channels_[i] = cases_[order_[i]].channel;
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
    isLocked_ = !base::loneWorker;
    if (isLocked_) lockEach();
  }
  void lockEach() {
    if (!isSorted_) sortChannels();
    isSorted_ = true;
    for (Uintptr i = 0; i < live_; ++i)
      if (!isRepeated(i)) channels_[i]->lock.lock();
  }
  void unlockAll() {
    if (!isLocked_) return;
    for (Uintptr i = 0; i < live_; ++i)
      if (!isRepeated(i)) channels_[i]->lock.unlock();
  }

  // The index of the case that was done, -1 if none can be. Which of them is tried next is drawn by
  // lot; order_ holds those that have been tried, then the others.
  Int tryAll() {
    Lots lots(sched::nextRandom(sched::self()));
    for (Uintptr i = 0; i < live_; ++i) {
      if (i % 8 == 7) lots = Lots(sched::nextRandom(sched::self()));
      Uintptr at = i + lots.below(live_ - i);
      Uint32 index = order_[at];
      order_[at] = order_[i];
      order_[i] = index;
      SelectCase& one = cases_[index];
      Attempt attempt = one.isSend ? trySend(*one.channel, one.value, &woken_)
                                   : tryReceive(*one.channel, &one.value, &woken_);
      if (attempt == Attempt::Blocked) continue;
      isDone_ = attempt == Attempt::Done;
      return Int(index);
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
  bool isLocked_ = false; // unlockAll() has something to do
  bool isSorted_ = false; // channels_
  bool isDone_ = false;   // false: the channel of the chosen case is closed
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
