// What stands behind a channel value, and those who wait at it.
//
// Invariants, while nobody holds `lock`
// - receivers wait only when the buffer is empty, senders only when it is full; so at most one of
//   the two queues holds anyone (but cases of one select, which may be in both).
// - A closed channel has empty queues.
// - buffer holds `count` values from index `first` on, as a ring.
//
// Handing over
// - A value goes from the one who runs to the one who waits, or the other way, through the two
//   words of a Waiter: never through a stack, which may be elsewhere while its goroutine waits.
// - Who takes a waiter out of a queue, under the lock, owns its goroutine's wake-up. A case of a
//   select must be claimed as well (Select::chosen), because its channels have locks of their own.
// - ready() is called after the lock is released.
#pragma once

#include "minigo/chan.h"
#include "runtime/base/biased_lock.h"
#include "runtime/base/sanitizer.h"
#include "runtime/sched/goroutine.h"
#include "runtime/sched/scheduler.h"

namespace mg::chans {

struct Select;
struct SelectNode;

// Who waits in a queue: a goroutine in a send or receive, through its record, or a case of a
// select. Null when the queue is empty.
class Waiter {
public:
  Waiter() = default;
  explicit Waiter(sched::G* g) : bits_(reinterpret_cast<Uintptr>(g)) {}
  explicit Waiter(SelectNode* node) : bits_(reinterpret_cast<Uintptr>(node) | kNode) {}

  explicit operator bool() const { return bits_; }
  bool atAGlance() const { return base::glanceAt(bits_); }
  bool isNode() const { return bits_ & kNode; }
  // REQUIRES: isNode().
  SelectNode* node() const { return reinterpret_cast<SelectNode*>(bits_ - kNode); }
  sched::G* goroutine() const;
  Waiter next() const;
  void setNext(Waiter next) const;
  // The value that it sends, or that it is given.
  Parcel value() const;
  void setValue(Parcel value) const;
  // Tells it, before ready(), that the channel was not closed but its operation done.
  void setDone() const;

private:
  static constexpr Uintptr kNode = 1;
  sched::G* record() const { return reinterpret_cast<sched::G*>(bits_); }
  Uintptr bits_ = 0;
};

// A case of a select that waits. On the heap, kept alive by the goroutine's record.
struct SelectNode {
  Waiter next, previous; // previous: so that it can be taken out from the middle
  Select* select;
  Parcel value;
  Uint32 index;
  bool isQueued, isDone;
};

struct Select {
  sched::G* g;
  // The case that someone has claimed for hand-over, or kUndecided.
  std::atomic<Uint32> chosen;
  Uint32 count;
  SelectNode nodes[];

  static constexpr Uint32 kUndecided = ~Uint32{0};
};

// First in, first out. Everything under the channel's lock.
class WaitQueue {
public:
  bool empty() const { return !first_; }
  // Without the lock: as it is at this moment.
  bool emptyAtAGlance() const { return !first_.atAGlance(); }
  void push(Waiter waiter);
  // The first one whose wake-up is now the caller's; cases of decided selects drop out.
  Waiter pop();
  void remove(SelectNode* node);

private:
  Waiter first_, last_;
};

// Inline: with a switch, these are most of what an operation costs.

inline sched::G* Waiter::goroutine() const { return isNode() ? node()->select->g : record(); }

// A record's `next` holds the bits of a Waiter while the goroutine waits here.
inline Waiter Waiter::next() const {
  if (isNode()) return node()->next;
  Waiter next;
  next.bits_ = reinterpret_cast<Uintptr>(record()->next);
  return next;
}

inline void Waiter::setNext(Waiter next) const {
  if (isNode())
    node()->next = next;
  else
    record()->next = reinterpret_cast<sched::G*>(next.bits_);
}

inline Parcel Waiter::value() const {
  if (isNode()) return node()->value;
  return {{record()->scratch[0], record()->scratch[1]}};
}

inline void Waiter::setValue(Parcel value) const {
  if (isNode()) {
    node()->value = value;
    return;
  }
  record()->scratch[0] = value.words[0];
  record()->scratch[1] = value.words[1];
}

inline void Waiter::setDone() const {
  if (isNode())
    node()->isDone = true;
  else
    record()->flags |= sched::kOperationDone;
}

inline void WaitQueue::push(Waiter waiter) {
  waiter.setNext({});
  if (waiter.isNode()) {
    SelectNode* node = waiter.node();
    node->previous = last_;
    node->isQueued = true;
  }
  if (last_)
    last_.setNext(waiter);
  else
    first_ = waiter;
  last_ = waiter;
}

inline Waiter WaitQueue::pop() {
  while (Waiter waiter = first_) {
    first_ = waiter.next();
    if (!first_)
      last_ = {};
    else if (first_.isNode())
      first_.node()->previous = {};
    if (!waiter.isNode()) return waiter;
    SelectNode* node = waiter.node();
    node->isQueued = false;
    Uint32 undecided = Select::kUndecided;
    // Relaxed: only who claims matters; values are published by ready() and the run queues.
    if (base::compareExchange(node->select->chosen, undecided, node->index,
                              std::memory_order_relaxed))
      return waiter;
  }
  return {};
}

} // namespace mg::chans

namespace mg {

struct Channel {
  base::BiasedLock lock; // guards everything but the constants
  bool isClosed = false;
  bool looksUnbuffered = false; // constant: a timer's channel, whose buffer nobody is to see
  Uint32 slotSize;              // constant; as capacity
  Uintptr count = 0, first = 0, capacity;
  chans::WaitQueue receivers, senders;
  char buffer[];

  Channel(Uint32 slotSize, Uintptr capacity) : slotSize(slotSize), capacity(capacity) {}
};

namespace chans {

// "send on closed channel"
[[noreturn]] void panicSendClosed();

} // namespace chans

} // namespace mg
