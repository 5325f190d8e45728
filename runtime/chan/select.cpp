// Select statements (spec: Select statements).
//
// 0. A non-blocking select of one case first looks without the lock: who asks again and again shall
//    not keep those away who do something. (Of several cases it must not: each could have been able
//    to proceed whenever another was looked at.)
// 1. All channels are locked, in the order of their addresses: so two selects cannot wait for each
//    other, and what is seen of them is true of one moment. A worker that is alone needs no locks.
// 2. Of the cases that can proceed one is drawn by lot, and done.
// 3. None can: a non-blocking select ends; another puts a node into the queue of each channel and
//    parks, which releases the locks.
// 4. Who finds one of the nodes first claims the select (Select::chosen), hands over and wakes it.
// 5. Awake, it takes the other nodes out, each under the lock of its channel.
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

bool isBoxed(const SelectCase& one) { return one.elemSize > sizeof(Parcel); }

// Step 0. What is read may change at any time; it is read in an order that tells that there has
// been a moment at which the case could not proceed. Where there is a buffer, it alone matters. A
// value to be sent that lies in a box must be dropped, not only left.
bool couldNotProceed(const SelectCase& one) {
  using base::glanceAt;
  const Channel& channel = *one.channel;
  if (!one.isSend) { // empty, and not closed even after that
    bool isEmpty =
        channel.capacity ? glanceAt(channel.count) == 0 : channel.senders.emptyAtAGlance();
    return isEmpty && !glanceAt(channel.isClosed);
  }
  // Not closed, and full after that: a channel that is closed does not become full.
  if (glanceAt(channel.isClosed) || isBoxed(one)) return false;
  return channel.capacity ? glanceAt(channel.count) == channel.capacity
                          : channel.receivers.emptyAtAGlance();
}

void dropValue(const SelectCase& one) {
  if (isBoxed(one))
    recycle(reinterpret_cast<void*>(one.value.words[0]), one.elemSize, one.pointerFree);
}

void deliver(const SelectCase& one) {
  if (one.elemSize == sizeof(Uintptr)) { // most are
    if (one.to) memcpy(one.to, &one.value, sizeof(Uintptr));
    return;
  }
  if (!isBoxed(one)) {
    if (one.to) memcpy(one.to, &one.value, one.elemSize);
    return;
  }
  void* copy = reinterpret_cast<void*>(one.value.words[0]);
  if (one.to && copy) memcpy(one.to, copy, one.elemSize);
  if (one.to && !copy) memset(one.to, 0, one.elemSize);
  if (copy) dropValue(one);
}

// A non-blocking select of one case.
Int tryOne(SelectCase& one) {
  if (couldNotProceed(one)) return -1;
  base::BiasOwner& me = sched::self().biasOwner;
  Waiter woken;
  one.channel->lock.lock(me);
  Attempt attempt = one.isSend ? trySend(*one.channel, one.value, &woken)
                               : tryReceive(*one.channel, &one.value, &woken);
  one.channel->lock.unlock(me);
  if (woken) sched::ready(woken.goroutine());
  if (one.isSend) {
    if (attempt == Attempt::Closed) panicSendClosed();
    if (attempt == Attempt::Blocked && isBoxed(one)) dropValue(one);
    return attempt == Attempt::Done ? 0 : -1;
  }
  if (attempt == Attempt::Blocked) return -1;
  deliver(one);
  if (one.ok) *one.ok = attempt == Attempt::Done;
  return 0;
}

// A select statement while it runs. The arrays lie on its stack and are its own.
class Selection {
public:
  // order, channels: room for `count` each.
  Selection(SelectCase* cases, Int count, Uint32* order, Channel** channels)
      : cases_(cases), count_(count), order_(order), channels_(channels) {}

  Int run(bool blocks) {
    lockAll();
    Int chosen = tryAll();
    if (chosen >= 0 || !blocks) return finish(chosen);
    Uintptr size = sizeof(Select) + Uintptr(count_) * sizeof(SelectNode);
    auto* select = static_cast<Select*>(mem::popRecycled(sched::self().cache, size, false));
    if (!select) {
      // Allocation may collect, which must not happen under a lock.
      unlockAll();
      select = static_cast<Select*>(allocate(size, false));
      lockAll();
      chosen = tryAll();
    }
    chosen = chosen < 0 ? wait(*select) : finish(chosen);
    recycle(select, size, false);
    return chosen;
  }

private:
  // Puts the channels in locking order.
  void sortChannels() {
    locked_ = 0;
    for (Int i = 0; i < count_; ++i) {
      Channel* channel = cases_[i].channel;
      if (!channel) continue;
      Uintptr at = locked_++;
      if (count_ <= kFewCases)
        for (; at > 0 && channels_[at - 1] > channel; --at)
          channels_[at] = channels_[at - 1];
      channels_[at] = channel;
    }
    if (count_ <= kFewCases) return;
    qsort(channels_, locked_, sizeof(Channel*), [](const void* a, const void* b) {
      auto* x = *static_cast<Channel* const*>(a);
      auto* y = *static_cast<Channel* const*>(b);
      return x < y ? -1 : int(x > y);
    });
  }

  bool isRepeated(Uintptr i) const { return i > 0 && channels_[i] == channels_[i - 1]; }
  void lockAll() {
    if (!base::loneWorker) lockEach();
  }
  void lockEach() {
    sortChannels();
    base::BiasOwner& me = sched::self().biasOwner;
    for (Uintptr i = 0; i < locked_; ++i)
      if (!isRepeated(i)) channels_[i]->lock.lock(me, uint32_t(i));
  }
  void unlockAll() {
    if (locked_ == 0) return;
    base::BiasOwner& me = sched::self().biasOwner;
    for (Uintptr i = 0; i < locked_; ++i)
      if (!isRepeated(i)) channels_[i]->lock.unlock(me, uint32_t(i));
    locked_ = 0;
  }

  // False: it cannot. True: it can, unless those who wait at the channel turn out to have gone on
  // with other cases of theirs.
  static bool mayProceed(const SelectCase& one) {
    const Channel& channel = *one.channel;
    if (one.isSend)
      return channel.count < channel.capacity || !channel.receivers.empty() || channel.isClosed;
    return channel.count > 0 || !channel.senders.empty() || channel.isClosed;
  }

  // The index of the case that was done, -1 if none can be.
  Int tryAll() {
    Uint32 candidates = 0;
    for (Int i = 0; i < count_; ++i) {
      const SelectCase& one = cases_[i];
      if (!one.channel) continue;
      if (mayProceed(one)) order_[candidates++] = Uint32(i);
      sendsBoxed_ |= one.isSend && isBoxed(one);
    }
    for (; candidates > 0; --candidates) {
      Uint32 at = 0;
      if (candidates > 1) at = Uint32(Lots(sched::nextRandom(sched::self())).below(candidates));
      Uint32 index = order_[at];
      SelectCase& one = cases_[index];
      Attempt attempt = one.isSend ? trySend(*one.channel, one.value, &woken_)
                                   : tryReceive(*one.channel, &one.value, &woken_);
      if (attempt != Attempt::Blocked) {
        isDone_ = attempt == Attempt::Done;
        return Int(index);
      }
      order_[at] = order_[candidates - 1];
    }
    return -1;
  }

  static void unlockAfterPark(sched::G*, void* selection) {
    static_cast<Selection*>(selection)->unlockAll();
  }

  static WaitQueue& queueOf(const SelectCase& one) {
    return one.isSend ? one.channel->senders : one.channel->receivers;
  }

  // In an order drawn by lot, for a channel may be there more than once.
  void queueUp(Select& select, sched::Worker& worker) {
    Uintptr live = 0;
    for (Int i = 0; i < count_; ++i)
      if (cases_[i].channel) order_[live++] = Uint32(i);
    select.count = Uint32(live);
    Lots lots(sched::nextRandom(worker));
    for (Uintptr i = 0; i < live; ++i) {
      if (i % 8 == 7) lots = Lots(sched::nextRandom(worker));
      Uintptr at = i + lots.below(live - i);
      Uint32 index = order_[at];
      order_[at] = order_[i];
      order_[i] = index;
      SelectCase& one = cases_[index];
      SelectNode& node = select.nodes[i];
      node.select = &select;
      node.value = one.value;
      node.index = Uint32(i);
      queueOf(one).push(Waiter(&node));
    }
  }

  // Waits until one of the cases has been done, whose index is the result.
  Int wait(Select& select) {
    sched::Worker& worker = sched::self();
    sched::G* g = worker.current;
    select.g = g;
    select.chosen.store(Select::kUndecided, std::memory_order_relaxed); // published by the locks
    queueUp(select, worker);
    g->scratch[0] = reinterpret_cast<Uintptr>(&select); // for the collector
    sched::park(sched::WaitReason::Select, unlockAfterPark, this);
    Uint32 chosen = select.chosen.load(std::memory_order_relaxed); // by ready()
    base::BiasOwner& me = sched::self().biasOwner;                 // another one's, perhaps
    for (Uint32 i = 0; i < select.count; ++i) {
      if (i == chosen) continue; // taken out by who claimed it
      SelectCase& one = cases_[order_[i]];
      base::BiasedGuard guard(one.channel->lock, me);
      queueOf(one).remove(&select.nodes[i]);
    }
    SelectNode& node = select.nodes[chosen];
    cases_[order_[chosen]].value = node.value;
    isDone_ = node.isDone;
    return finish(Int(order_[chosen]));
  }

  // Releases the locks; wakes, delivers, panics.
  Int finish(Int chosen) {
    unlockAll();
    if (woken_) sched::ready(woken_.goroutine());
    if (sendsBoxed_) [[unlikely]]
      dropOthers(chosen);
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

  void dropOthers(Int chosen) {
    for (Int i = 0; i < count_; ++i)
      if (cases_[i].isSend && i != chosen) dropValue(cases_[i]);
  }

  static constexpr Int kFewCases = 8;

  SelectCase* cases_;
  Int count_;
  Uint32* order_;
  Channel** channels_;
  Uintptr locked_ = 0; // so many of channels_, repetitions counted, unlockAll() has to see to
  Waiter woken_;
  bool sendsBoxed_ = false;
  bool isDone_ = false; // false: the channel of the chosen case is closed
};

} // namespace

} // namespace chans

Int selectCases(SelectCase* cases, Int count, bool blocks) {
  poll();
  if (!blocks && count == 1 && cases->channel) return chans::tryOne(*cases);
  auto* order = static_cast<Uint32*>(__builtin_alloca(Uintptr(count) * sizeof(Uint32)));
  auto* channels = static_cast<Channel**>(__builtin_alloca(Uintptr(count) * sizeof(Channel*)));
  return chans::Selection(cases, count, order, channels).run(blocks);
}

} // namespace mg
