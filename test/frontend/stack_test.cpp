// The stack that the phases run on, and who gets signals meanwhile.
#include "frontend/source/stack.h"

#include "gtest/gtest.h"

#include <csignal>
#include <unistd.h>

using namespace minigo;

namespace {

volatile sig_atomic_t interrupted; // the thread

TEST(Stack, IsLargeAndOfOnePiece) {
  size_t size = 0;
  bool isInside = false;
  runOnLargeStack([&] {
    const Stack stack = currentStack();
    const auto here = reinterpret_cast<uintptr_t>(&stack);
    size = stack.size;
    isInside = stack.lowest <= here && here < stack.lowest + stack.size;
  });
  EXPECT_GE(size, size_t(16) << 20);
  EXPECT_TRUE(isInside);
}

// Handlers may then read what the phases write.
TEST(Stack, SignalsInterruptTheWork) {
  struct sigaction action = {}, before = {};
  action.sa_handler = [](int) { interrupted = gettid(); };
  sigaction(SIGUSR1, &action, &before);
  pid_t worker = 0;
  runOnLargeStack([&] {
    worker = gettid();
    kill(getpid(), SIGUSR1);
  });
  sigaction(SIGUSR1, &before, nullptr);
  EXPECT_NE(worker, gettid());
  EXPECT_EQ(interrupted, worker);
}

} // namespace
