// The goroutines that wait for one thing, in one word inside the thing: a circular list through
// G::next, the word points to the last. The thing's lock guards it. Waiting goroutines live in
// records that the collector does not manage, so the word may lie anywhere.
#pragma once

#include "runtime/sched/goroutine.h"

namespace mg::sync {

class WaitQueue {
public:
  explicit WaitQueue(void*& word) : last_(reinterpret_cast<sched::G*&>(word)) {}

  bool empty() const { return !last_; }
  void pushBack(sched::G* g) {
    pushFront(g);
    last_ = g;
  }
  void pushFront(sched::G* g) {
    if (last_) {
      g->next = last_->next;
      last_->next = g;
    } else {
      g->next = g;
      last_ = g;
    }
  }
  sched::G* popFront() {
    if (!last_) return nullptr;
    sched::G* first = last_->next;
    if (first == last_)
      last_ = nullptr;
    else
      last_->next = first->next;
    return first;
  }

private:
  sched::G*& last_;
};

} // namespace mg::sync
