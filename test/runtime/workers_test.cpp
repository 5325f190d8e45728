// Several workers: everything runs, in parallel; collections stop the world; the end is seen.
#include "test/runtime/program.h"

#include <gtest/gtest.h>

namespace go::runtime {
mg::Int GOMAXPROCS(mg::Int n);
}
namespace go::sync_atomic {
mg::Int64 AddInt64(mg::Ptr<mg::Int64> addr, mg::Int64 delta);
mg::Int64 LoadInt64(mg::Ptr<mg::Int64> addr);
void StoreInt64(mg::Ptr<mg::Int64> addr, mg::Int64 val);
} // namespace go::sync_atomic

using namespace mg;
using namespace mg::test;
using namespace go::sync;
using namespace go::sync_atomic;

namespace {

class Workers : public testing::TestWithParam<int> {
protected:
  Outcome run(void (*main)(), int slots = 0) { return runProgram(main, slots, GetParam()); }
};
INSTANTIATE_TEST_SUITE_P(, Workers, testing::Values(1, 2, 4, 16));

void skynet(Chan<Int> to, Int number, Int size) {
  if (size == 1) return to.send(number);
  auto from = makeChan<Int>();
  for (Int i = 0; i < 10; ++i)
    mg::go(&skynet, from, number + i * (size / 10), size / 10);
  Int sum = 0;
  for (Int i = 0; i < 10; ++i)
    sum += from.receive();
  to.send(sum);
}

TEST_P(Workers, aTreeOfGoroutines) {
  for (int slots : {0, 2}) {
    Outcome outcome = run(
        [] {
          auto result = makeChan<Int>();
          for (int i = 0; i < 3; ++i) {
            mg::go(&skynet, result, Int(0), Int(10'000));
            println(result.receive());
          }
        },
        slots);
    EXPECT_EQ(outcome.text, "49995000\n49995000\n49995000\n");
    EXPECT_EQ(outcome.status, 0);
  }
}

// Objects that only goroutines on other workers hold outlive collections.
TEST_P(Workers, collectionsStopTheWorld) {
  if (GetParam() == 1) return; // the one that spins would never let another run
  Outcome outcome = run([] {
    auto done = makeChan<Int>();
    auto stop = newObject<Int64>(0);
    for (Int worker = 0; worker < 8; ++worker)
      mg::go([=] {
        Int wrong = 0;
        for (Int round = 0; round < 50; ++round) {
          Slice<Ptr<Int>> numbers = makeSlice<Ptr<Int>>(100);
          for (Int i = 0; i < 100; ++i)
            numbers[i] = newObject<Int>(worker * 1000 + i);
          gosched();
          for (Int i = 0; i < 100; ++i)
            wrong += *numbers[i] != worker * 1000 + i;
        }
        done.send(wrong);
      });
    mg::go([=] { // stops only where it looks
      // Nobody preempts this code, so it gives its slot up by itself: another may need it.
      for (Int looks = 1; !LoadInt64(stop); ++looks)
        if (looks % 10'000 == 0) gosched();
      done.send(0);
    });
    for (int i = 0; i < 20; ++i) {
      collectGarbage();
      gosched();
    }
    StoreInt64(stop, 1);
    Int wrong = 0;
    for (int i = 0; i < 9; ++i)
      wrong += done.receive();
    println(wrong);
  });
  EXPECT_EQ(outcome.text, "0\n");
  EXPECT_EQ(outcome.status, 0);
}

TEST_P(Workers, deadlockIsSeen) {
  Outcome outcome = run([] {
    auto never = makeChan<Int>();
    auto ready = makeChan<Int>();
    for (int i = 0; i < 40; ++i)
      mg::go([=] {
        ready.send(1);
        never.receive();
      });
    for (int i = 0; i < 40; ++i)
      ready.receive();
    never.receive();
  });
  EXPECT_EQ(outcome.text.substr(0, 72),
            "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan re");
  EXPECT_EQ(outcome.status, 2);
}

// Whoever waits only for a timer is no deadlock, and one worker's sleepers wake while it is busy.
TEST_P(Workers, sleepersWake) {
  Outcome outcome = run([] {
    auto woken = newObject<Int64>(0);
    auto wg = newObject<WaitGroup>();
    for (Int i = 0; i < 200; ++i) {
      WaitGroup_Add(wg, 1);
      mg::go([=] {
        go::time::Sleep(Int64(i % 10) * kMillisecond);
        AddInt64(woken, 1);
        WaitGroup_Done(wg);
      });
    }
    WaitGroup_Wait(wg);
    println(LoadInt64(woken));
  });
  EXPECT_EQ(outcome.text, "200\n");
}

// A goroutine that only waits to be run finds another worker while its own is busy.
TEST_P(Workers, nobodyWaitsBehindABusyGoroutine) {
  if (GetParam() == 1) return;
  Outcome outcome = run([] {
    auto flag = newObject<Int64>(0);
    mg::go([=] { StoreInt64(flag, 1); });
    while (!LoadInt64(flag)) {
    }
    println("seen"_s);
  });
  EXPECT_EQ(outcome.text, "seen\n");
  EXPECT_EQ(outcome.status, 0);
}

TEST_P(Workers, theirNumberChanges) {
  Outcome outcome = run([] {
    auto result = makeChan<Int>();
    for (Int n : {4, 1, 3, 2, 16, 1, 5}) {
      go::runtime::GOMAXPROCS(n);
      mg::go(&skynet, result, Int(0), Int(1000));
      mg::go(&skynet, result, Int(0), Int(1000));
      println(go::runtime::GOMAXPROCS(0) == n, result.receive() + result.receive());
    }
  });
  std::string want;
  for (int i = 0; i < 7; ++i)
    want += "true 999000\n";
  EXPECT_EQ(outcome.text, want);
  EXPECT_EQ(outcome.status, 0);
}

} // namespace
