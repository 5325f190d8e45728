// For what must hold whatever the number of workers:
//
//   class Chan : public WithWorkers {};
//   INSTANTIATE_TEST_SUITE_P(, Chan, kWorkers);
//   TEST_P(Chan, name) { Outcome outcome = run([] { … }); … }
#pragma once

#include "test/runtime/program.h"

#include <gtest/gtest.h>

namespace mg::test {

inline const auto kWorkers = testing::Values(1, 2, 4, 16);

class WithWorkers : public testing::TestWithParam<int> {
protected:
  static Outcome run(void (*main)(), int slots = 0) { return runProgram(main, slots, GetParam()); }
};

// For sums that goroutines of several workers make.
inline void addTo(Int& sum, Int change) { __atomic_fetch_add(&sum, change, __ATOMIC_SEQ_CST); }
// What others have added: that they have ended, as numGoroutine() says, orders nothing.
inline Int sumOf(const Int& sum) { return __atomic_load_n(&sum, __ATOMIC_SEQ_CST); }

} // namespace mg::test
