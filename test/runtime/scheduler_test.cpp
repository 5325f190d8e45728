// Starting, ordering, yielding and ending goroutines.
#include "runtime/base/sanitizer.h"
#include "test/runtime/with_workers.h"

using namespace mg;
using namespace mg::test;

namespace {

class SchedulerTest : public WithWorkers {};
INSTANTIATE_TEST_SUITE_P(, SchedulerTest, kWorkers);

// For all that is runnable to run. Under the thread sanitizer the first use of a stack is slow.
constexpr Int64 kLongEnough = (base::kOwnStacks ? 3000 : 100) * kMillisecond;

void say(Int i) { println(i); }

TEST(InOrder, mainReturnsWithoutWaiting) {
  Outcome outcome = runProgram([] {
    mg::go(&say, Int(1));
    println("main"_s);
  });
  EXPECT_EQ(outcome.text, "main\n");
  EXPECT_EQ(outcome.status, 0);
}

TEST(InOrder, lastStartedRunsFirstThenInOrder) {
  Outcome outcome = runProgram([] {
    for (Int i = 1; i <= 5; ++i)
      mg::go(&say, i);
    go::time::Sleep(kLongEnough);
  });
  EXPECT_EQ(outcome.text, "5\n1\n2\n3\n4\n");
  EXPECT_EQ(outcome.status, 0);
}

void yieldTwice(Int i) {
  println(i, "a"_s);
  gosched();
  println(i, "b"_s);
}

TEST(InOrder, yieldGoesToTheGlobalQueue) {
  Outcome outcome = runProgram([] {
    for (Int i = 1; i <= 3; ++i)
      mg::go(&yieldTwice, i);
    go::time::Sleep(kLongEnough);
  });
  EXPECT_EQ(outcome.text, "3 a\n1 a\n2 a\n3 b\n1 b\n2 b\n");
}

// The expected order was taken from Go with GOMAXPROCS=1: the ring overflows at 256.
struct Seen {
  Int order[600];
  Int count;
};
void note(Ptr<Seen> seen, Int i) { seen->order[seen->count++] = i; }

TEST(InOrder, overflowGoesToTheGlobalQueueAsInGo) {
  Outcome outcome = runProgram([] {
    auto seen = newObject<Seen>();
    for (Int i = 0; i < 600; ++i)
      mg::go(&note, seen, i);
    go::time::Sleep(kLongEnough);
    println(seen->count);
    for (Int i = 0; i < 600; i += 37)
      print(seen->order[i], " "_s);
  });
  EXPECT_EQ(outcome.text, "600\n599 422 458 495 532 568 9 45 82 118 155 192 228 267 304 341 378 ");
}

void add(Ptr<Int> sum, Int a, Int32 b, Byte c, String s) { *sum += a + b + c + s.len; }

TEST(InOrder, argumentsAreCopied) {
  Outcome outcome = runProgram([] {
    auto sum = newObject<Int>();
    Int a = 1;
    mg::go(&add, sum, a, Int32(20), Byte(3), "four"_s);
    a = 100;
    gosched();
    println(*sum);
  });
  EXPECT_EQ(outcome.text, "28\n");
}

struct Large {
  Int words[1000];
};
void addLarge(Large large, Ptr<Int> sum) {
  for (Int word : large.words)
    *sum += word;
}

TEST(InOrder, largeArgumentsGoToTheHeap) {
  Outcome outcome = runProgram([] {
    auto sum = newObject<Int>();
    Large large{};
    large.words[0] = 1;
    large.words[999] = 2;
    mg::go(&addLarge, large, sum);
    collectGarbage();
    gosched();
    println(*sum);
  });
  EXPECT_EQ(outcome.text, "3\n");
}

struct Counter : Closure {
  Ptr<Int> count;
};
void count(const Closure* self, Int by) { *static_cast<const Counter*>(self)->count += by; }

TEST(InOrder, functionValues) {
  Outcome outcome = runProgram([] {
    auto n = newObject<Int>();
    Counter counter;
    counter.code = reinterpret_cast<void (*)()>(&count);
    counter.count = n;
    Func<void(Int)> f{newObject(counter).raw};
    mg::go(f, Int(5));
    gosched();
    println(*n);
    mg::go(Func<void()>{});
  });
  EXPECT_EQ(outcome.text.substr(0, 35), "5\nfatal error: go of nil func value");
  EXPECT_EQ(outcome.status, 2);
}

TEST(InOrder, countsGoroutines) {
  Outcome outcome = runProgram([] {
    println(numGoroutine());
    mg::go(&say, Int(7));
    println(numGoroutine());
    gosched();
    println(numGoroutine());
  });
  EXPECT_EQ(outcome.text, "1\n2\n7\n1\n");
}

void exitDeferred() { println("deferred"_s); }
void leave() {
  DeferredCall<&exitDeferred> defer1_;
  goexit();
}

TEST(InOrder, goexitRunsDeferredCalls) {
  Outcome outcome = runProgram([] {
    mg::go(&leave);
    gosched();
    println(numGoroutine());
  });
  EXPECT_EQ(outcome.text, "deferred\n1\n");
  EXPECT_EQ(outcome.status, 0);
}

TEST_P(SchedulerTest, mainGoexit) {
  Outcome outcome = run([] {
    mg::go(&say, Int(1));
    goexit();
  });
  EXPECT_EQ(outcome.text,
            "1\nfatal error: no goroutines (main called runtime.Goexit) - deadlock!\n");
  EXPECT_EQ(outcome.status, 2);
}

TEST_P(SchedulerTest, exitStatus) {
  Outcome outcome = run([] { exitProgram(7); });
  EXPECT_EQ(outcome.status, 7);
}

void sleepAndSay(Int i) {
  go::time::Sleep(i * 50 * kMillisecond);
  println(i);
}

TEST_P(SchedulerTest, sleepersWakeInOrderOfTime) {
  Outcome outcome = run([] {
    for (Int i : {3, 1, 4, 2})
      mg::go(&sleepAndSay, i);
    go::time::Sleep(500 * kMillisecond);
    go::time::Sleep(-1);
    println("end"_s);
  });
  EXPECT_EQ(outcome.text, "1\n2\n3\n4\nend\n");
}

} // namespace
