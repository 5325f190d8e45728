// The panics of iterators that break the rules of range over functions.
#include "minigo/range_func.h"

#include "minigo/string.h"

namespace mg {

void RangeLoop::panicMisused(State last) {
  state_ = Running;
  switch (last) {
  case Stopped:
    panicRuntimeError(
        "range function continued iteration after function for loop body returned false"_s);
  case Left: panicRuntimeError("range function continued iteration after whole loop exit"_s);
  default: panicRuntimeError("range function continued iteration after loop body panic"_s);
  }
}

void RangeLoop::panicSwallowed() const {
  panicRuntimeError("range function recovered a loop body panic and did not resume panicking"_s);
}

} // namespace mg
