#include "runtime/chan/channel.h"

namespace mg::chans {

sched::G* Waiter::goroutine() const { return isNode() ? node()->select->g : record(); }

// A record's `next` holds the bits of a Waiter while the goroutine waits here.
Waiter Waiter::next() const {
  if (isNode()) return node()->next;
  Waiter next;
  next.bits_ = reinterpret_cast<Uintptr>(record()->next);
  return next;
}

void Waiter::setNext(Waiter next) const {
  if (isNode())
    node()->next = next;
  else
    record()->next = reinterpret_cast<sched::G*>(next.bits_);
}

Parcel Waiter::value() const {
  if (isNode()) return node()->value;
  return {{record()->scratch[0], record()->scratch[1]}};
}

void Waiter::setValue(Parcel value) const {
  if (isNode()) {
    node()->value = value;
    return;
  }
  record()->scratch[0] = value.words[0];
  record()->scratch[1] = value.words[1];
}

void Waiter::setDone() const {
  if (isNode())
    node()->isDone = true;
  else
    record()->flags |= sched::kOperationDone;
}

void WaitQueue::push(Waiter waiter) {
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

Waiter WaitQueue::pop() {
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

void WaitQueue::remove(SelectNode* node) {
  if (!node->isQueued) return;
  node->isQueued = false;
  if (node->previous)
    node->previous.setNext(node->next);
  else
    first_ = node->next;
  if (!node->next)
    last_ = node->previous;
  else if (node->next.isNode())
    node->next.node()->previous = node->previous;
}

} // namespace mg::chans
