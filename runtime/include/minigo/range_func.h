// A running range over a function. Its body is the function that the iterator calls for each value;
// the iterator must not call it again once the loop is over, and must not hide its panics.
//
//   mg::RangeLoop& loop_ = mg::onHeap<mg::RangeLoop>();   // an iterator may keep the body
//   seq(mg::closure([&](mg::Int i) -> bool {              // for i := range seq {
//     loop_.enter();
//     if (i == 3) return loop_.stop();                    //   if i == 3 { break }
//     if (i == 4) return loop_.stop(1);                   //   if i == 4 { return }
//     return loop_.next();
//   }));                                                  // }
//   loop_.leave();
//   if (loop_.exit == 1) return;
#pragma once

#include "minigo/panic.h"
#include "minigo/traits.h"

namespace mg {

class RangeLoop {
public:
  // The jump that left the body, numbered by generated code from 1; 0: none out of the loop.
  Int exit;

  // At the start of the body.
  void enter() {
    if (state_ != Ready) [[unlikely]]
      panicMisused(state_);
    state_ = Running;
  }
  // What the body returns: go on, or end the loop.
  bool next() {
    state_ = Ready;
    return true;
  }
  bool stop(Int jump = 0) {
    exit = jump;
    state_ = Stopped;
    return false;
  }
  // When the iterator has returned.
  void leave() {
    if (state_ == Running) [[unlikely]]
      panicSwallowed();
    state_ = Left;
  }

private:
  // Running outside the body means that a panic left it.
  enum State : Int { Ready, Running, Stopped, Left };
  // "range function continued iteration after …"; a panic of the body from then on.
  [[noreturn, gnu::cold]] void panicMisused(State last);
  // "range function recovered a loop body panic and did not resume panicking"
  [[noreturn, gnu::cold]] void panicSwallowed() const;
  State state_;
};

template <>
inline constexpr bool kPointerFree<RangeLoop> = true;

} // namespace mg
