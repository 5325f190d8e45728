// sync.WaitGroup, sync.Mutex, sync.RWMutex and the deadlock report.
#include "test/runtime/with_workers.h"

using namespace mg;
using namespace mg::test;
using namespace go::sync;

namespace {

class WaitGroupTest : public WithWorkers {};
INSTANTIATE_TEST_SUITE_P(, WaitGroupTest, kWorkers);
class MutexTest : public WithWorkers {};
INSTANTIATE_TEST_SUITE_P(, MutexTest, kWorkers);
class RWMutexTest : public WithWorkers {};
INSTANTIATE_TEST_SUITE_P(, RWMutexTest, kWorkers);

bool contains(const Outcome& outcome, const char* text) {
  return outcome.text.find(text) != std::string::npos;
}

void worker(Int id, Ptr<WaitGroup> wg) {
  DeferredCall<&WaitGroup_Done> defer1_(wg);
  println("Worker"_s, id);
}

TEST(InOrder, waitsForAll) {
  Outcome outcome = runProgram([] {
    auto wg = newObject<WaitGroup>();
    for (Int i = 1; i <= 5; ++i) {
      WaitGroup_Add(wg, 1);
      mg::go(&worker, i, wg);
    }
    WaitGroup_Wait(wg);
    println("all"_s);
  });
  EXPECT_EQ(outcome.text, "Worker 5\nWorker 1\nWorker 2\nWorker 3\nWorker 4\nall\n");
  EXPECT_EQ(outcome.status, 0);
}

void waiter(Int id, Ptr<WaitGroup> wg) {
  WaitGroup_Wait(wg);
  println(id);
}

TEST(InOrder, severalWaiters) {
  Outcome outcome = runProgram([] {
    auto wg = newObject<WaitGroup>();
    WaitGroup_Add(wg, 2);
    for (Int i = 0; i < 4; ++i)
      mg::go(&waiter, i, wg);
    gosched();
    WaitGroup_Done(wg);
    WaitGroup_Done(wg);
    go::time::Sleep(100 * kMillisecond);
  });
  EXPECT_EQ(outcome.text, "2\n3\n0\n1\n"); // as Go with GOMAXPROCS=1
}

TEST_P(WaitGroupTest, negativeCounter) {
  Outcome outcome = run([] { WaitGroup_Done(newObject<WaitGroup>()); });
  EXPECT_TRUE(contains(outcome, "panic: sync: negative WaitGroup counter\n\n"
                                "goroutine 1 [running]:\nsync.(*WaitGroup).Done("))
      << outcome.text;
  EXPECT_EQ(outcome.status, 2);
}

TEST(InOrder, reuse) {
  Outcome outcome = runProgram([] {
    auto wg = newObject<WaitGroup>();
    WaitGroup_Add(wg, 1);
    mg::go(
        +[](Ptr<WaitGroup> wg) {
          WaitGroup_Done(wg);
          WaitGroup_Add(wg, 1);
        },
        wg);
    WaitGroup_Wait(wg);
  });
  EXPECT_TRUE(
      contains(outcome, "panic: sync: WaitGroup is reused before previous Wait has returned"))
      << outcome.text;
  EXPECT_EQ(outcome.status, 2);
}

TEST(InOrder, listsAllGoroutines) {
  Outcome outcome = runProgram([] {
    auto wg = newObject<WaitGroup>();
    auto mutex = newObject<Mutex>();
    WaitGroup_Add(wg, 1);
    Mutex_Lock(mutex);
    mg::go(&Mutex_Lock, mutex);
    WaitGroup_Wait(wg);
  });
  EXPECT_EQ(outcome.text.substr(0, 50), "fatal error: all goroutines are asleep - deadlock!");
  EXPECT_TRUE(contains(outcome, "\n\ngoroutine 1 [sync.WaitGroup.Wait]:\nsync.(*WaitGroup).Wait("))
      << outcome.text;
  EXPECT_TRUE(contains(outcome, "\n\ngoroutine 2 [sync.Mutex.Lock]:\nsync.(*Mutex).lockSlow("))
      << outcome.text;
  EXPECT_EQ(outcome.status, 2);
}

struct Shared {
  Mutex mutex;
  RWMutex rw;
  WaitGroup wg;
  Int count;
  Int readers;
};

void increment(Ptr<Shared> s) {
  for (Int i = 0; i < 100; ++i) {
    Mutex_Lock(&s->mutex);
    Int old = s->count;
    if (i % 10 == 0) gosched();
    s->count = old + 1;
    Mutex_Unlock(&s->mutex);
  }
  WaitGroup_Done(&s->wg);
}

void runIncrements() {
  auto s = newObject<Shared>();
  for (Int i = 0; i < 50; ++i) {
    WaitGroup_Add(&s->wg, 1);
    mg::go(&increment, s);
  }
  WaitGroup_Wait(&s->wg);
  println(s->count, s->mutex.state);
}

TEST_P(MutexTest, excludes) { EXPECT_EQ(run(runIncrements).text, "5000 0\n"); }
TEST_P(MutexTest, excludesOnTwoSlots) { EXPECT_EQ(run(runIncrements, 2).text, "5000 0\n"); }

TEST_P(MutexTest, tryLock) {
  Outcome outcome = run([] {
    auto m = newObject<Mutex>();
    println(Mutex_TryLock(m));
    println(Mutex_TryLock(m));
    Mutex_Unlock(m);
    println(Mutex_TryLock(m));
  });
  EXPECT_EQ(outcome.text, "true\nfalse\ntrue\n");
}

TEST_P(MutexTest, unlockOfUnlocked) {
  Outcome outcome = run([] { Mutex_Unlock(newObject<Mutex>()); });
  EXPECT_EQ(outcome.text.substr(0, 43), "fatal error: sync: unlock of unlocked mutex");
  EXPECT_EQ(outcome.status, 2);
}

// A waiter that starves for more than a millisecond gets the mutex by hand-off.
void hog(Ptr<Shared> s) {
  while (s->count == 0) {
    Mutex_Lock(&s->mutex);
    go::time::Sleep(2 * kMillisecond);
    Mutex_Unlock(&s->mutex);
  }
  println("hog ends"_s);
  WaitGroup_Done(&s->wg);
}

TEST(InOrder, starvingWaiterGetsIt) {
  Outcome outcome = runProgram([] {
    auto s = newObject<Shared>();
    WaitGroup_Add(&s->wg, 1);
    mg::go(&hog, s);
    gosched();
    Mutex_Lock(&s->mutex);
    s->count = 1;
    Mutex_Unlock(&s->mutex);
    WaitGroup_Wait(&s->wg);
  });
  EXPECT_EQ(outcome.text, "hog ends\n");
}

void reader(Ptr<Shared> s) {
  for (Int i = 0; i < 20; ++i) {
    RWMutex_RLock(&s->rw);
    addTo(s->readers, 1);
    Int before = s->count;
    gosched();
    if (before != s->count) println("written while read"_s);
    addTo(s->readers, -1);
    RWMutex_RUnlock(&s->rw);
  }
  WaitGroup_Done(&s->wg);
}
void writer(Ptr<Shared> s) {
  for (Int i = 0; i < 20; ++i) {
    RWMutex_Lock(&s->rw);
    if (s->readers) println("read while written"_s);
    ++s->count;
    gosched();
    RWMutex_Unlock(&s->rw);
  }
  WaitGroup_Done(&s->wg);
}

TEST_P(RWMutexTest, manyReadersOrOneWriter) {
  Outcome outcome = run([] {
    auto s = newObject<Shared>();
    WaitGroup_Add(&s->wg, 15);
    for (Int i = 0; i < 15; ++i)
      i % 5 ? mg::go(&reader, s) : mg::go(&writer, s);
    WaitGroup_Wait(&s->wg);
    println(s->count);
    println(RWMutex_TryLock(&s->rw));
    println(RWMutex_TryRLock(&s->rw));
    RWMutex_Unlock(&s->rw);
    println(RWMutex_TryRLock(&s->rw));
    println(RWMutex_TryRLock(&s->rw));
    println(RWMutex_TryLock(&s->rw));
  });
  EXPECT_EQ(outcome.text, "60\ntrue\nfalse\ntrue\ntrue\nfalse\n");
}

TEST_P(RWMutexTest, misuse) {
  EXPECT_EQ(run([] { RWMutex_RUnlock(newObject<RWMutex>()); }).text.substr(0, 48),
            "fatal error: sync: RUnlock of unlocked RWMutex\n\n");
  EXPECT_EQ(run([] { RWMutex_Unlock(newObject<RWMutex>()); }).text.substr(0, 47),
            "fatal error: sync: Unlock of unlocked RWMutex\n\n");
}

} // namespace
