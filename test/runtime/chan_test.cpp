// Channels and select under few stack slots, where whoever waits has left its stack.
#include "test/runtime/with_workers.h"

using namespace mg;
using namespace mg::test;
using namespace go::sync;

namespace {

class ChanTest : public WithWorkers {};
INSTANTIATE_TEST_SUITE_P(, ChanTest, kWorkers);
class SelectTest : public WithWorkers {};
INSTANTIATE_TEST_SUITE_P(, SelectTest, kWorkers);

struct Large {
  Int a, b, c, d;
};

void relay(Chan<Large> in, Chan<Large> out) {
  for (Large v : in) {
    ++v.d;
    out.send(v);
  }
  out.close();
}

// Each value passes through goroutines that are off their slots when it reaches them.
TEST_P(ChanTest, valuesReachGoroutinesThatLostTheirSlot) {
  for (int slots : {1, 2, 3, 0}) {
    Outcome outcome = run(
        [] {
          Chan<Large> first = makeChan<Large>(), last = first;
          for (int i = 0; i < 50; ++i) {
            Chan<Large> next = makeChan<Large>(i % 3);
            mg::go(&relay, last, next);
            last = next;
          }
          mg::go([first] {
            for (Int i = 0; i < 100; ++i)
              first.send({i, i * i, -i, 0});
            first.close();
          });
          Int seen = 0;
          for (Large v : last) {
            if (v.a != seen || v.b != seen * seen || v.c != -seen || v.d != 50) println("wrong"_s);
            ++seen;
          }
          println(seen);
        },
        slots);
    EXPECT_EQ(outcome.text, "100\n") << slots;
    EXPECT_EQ(outcome.status, 0);
  }
}

void chooser(Chan<Int> numbers, Chan<String> words, Chan<bool> quit, Chan<Int> sums) {
  Int sum = 0;
  for (;;) {
    Int n = 0;
    String word;
    bool ok = false;
    switch (mg::select({numbers.receiving(&n), words.receiving(&word, &ok), quit.receiving()})) {
    case 0: sum += n; break;
    case 1: sum += ok ? word.len : -1000000; break;
    default: sums.send(sum); return;
    }
  }
}

TEST_P(SelectTest, manyWaitAtTheSameChannels) {
  for (int slots : {1, 2, 0}) {
    Outcome outcome = run(
        [] {
          auto numbers = makeChan<Int>();
          auto words = makeChan<String>();
          auto quit = makeChan<bool>();
          auto sums = makeChan<Int>();
          for (int i = 0; i < 40; ++i)
            mg::go(&chooser, numbers, words, quit, sums);
          for (Int i = 0; i < 1000; ++i) {
            numbers.send(i);
            words.send("four"_s);
            if (mg::select({numbers.sending(1), words.sending("one"_s)}) == 0) numbers.send(2);
            if (i % 100 == 0) collectGarbage();
          }
          quit.close();
          Int sum = 0;
          for (int i = 0; i < 40; ++i)
            sum += sums.receive();
          println(sum);
        },
        slots);
    EXPECT_EQ(outcome.text, "506500\n") << slots; // 499500 + 4000 + 3000
    EXPECT_EQ(outcome.status, 0);
  }
}

// A case that did not win leaves its channel's queue: a later close or send does not meet it.
TEST_P(SelectTest, losersLeaveTheQueues) {
  Outcome outcome = run([] {
    auto often = makeChan<Int>(), never = makeChan<Int>();
    auto done = makeChan<Int>();
    for (Int worker = 0; worker < 3; ++worker)
      mg::go([=] {
        for (Int i = 0; i < 300; ++i)
          mg::select({never.receiving(), often.receiving()});
        done.send(worker);
      });
    for (Int i = 0; i < 900; ++i)
      often.send(i);
    for (int i = 0; i < 3; ++i)
      done.receive();
    println(mg::trySelect({never.sending(1)}), mg::trySelect({often.sending(1)}));
    never.close();
    println(mg::select({often.receiving(), never.receiving()}));
  });
  EXPECT_EQ(outcome.text, "-1 -1\n1\n");
  EXPECT_EQ(outcome.status, 0);
}

// What waits in a channel, or waits to be sent, is alive.
TEST_P(ChanTest, theCollectorSeesValuesInFlight) {
  Outcome outcome = run([] {
    auto buffered = makeChan<Ptr<Int>>(100);
    auto direct = makeChan<Ptr<Int>>();
    auto chosen = makeChan<Slice<Ptr<Int>>>();
    for (Int i = 0; i < 100; ++i) {
      buffered.send(newObject<Int>(i));
      mg::go([=] { direct.send(newObject<Int>(i)); });
      mg::go([=] {
        Slice<Ptr<Int>> one = makeSlice<Ptr<Int>>(1);
        one[0] = newObject<Int>(i);
        mg::select({chosen.sending(one), Chan<Int>().receiving()});
      });
    }
    gosched();
    for (Int i = 0; i < 5; ++i) {
      collectGarbage();
      for (Int k = 0; k < 1000; ++k)
        *newObject<Int>(-1) = -1;
    }
    Int sum = 0;
    for (Int i = 0; i < 100; ++i)
      sum += *buffered.receive() + *direct.receive() + *chosen.receive()[0];
    println(sum);
  });
  EXPECT_EQ(outcome.text, "14850\n");
}

TEST_P(ChanTest, capacityOutOfRange) {
  Outcome outcome = run([] { makeChan<Int>(-1); });
  EXPECT_EQ(outcome.text.substr(0, 37), "panic: makechan: size out of range\n\ng");
  EXPECT_EQ(outcome.status, 2);
}

} // namespace
