// Include in one file of a test program whose tests need a goroutine: main is replaced by one that
// starts the runtime and runs the tests in goroutine 1.
#pragma once

#include "minigo/go.h"

#include <gtest/gtest.h>

namespace in_goroutine {

inline void runTests() { mg::exitProgram(RUN_ALL_TESTS()); }

} // namespace in_goroutine

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  return mg::start(argc, argv, nullptr, &in_goroutine::runTests);
}
