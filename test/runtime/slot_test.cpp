// Stack slots: few slots, many goroutines; stacks come back to the same addresses.
#include "test/runtime/with_workers.h"

#include <cstdio>

using namespace mg;
using namespace mg::test;

namespace {

class SlotTest : public WithWorkers {};
INSTANTIATE_TEST_SUITE_P(, SlotTest, kWorkers);

// Keeps pointers into its own stack while others use its slot.
void wander(Int id, Ptr<Int> good) {
  Int values[8];
  Int* middle = &values[4];
  Int** pointer = &middle;
  for (Int i = 0; i < 8; ++i)
    values[i] = id * 100 + i;
  for (Int round = 0; round < 3; ++round) {
    go::time::Sleep((1 + (id * 7 + round * 3) % 5) * kMillisecond / 4);
    gosched();
  }
  if (*pointer == &values[4] && **pointer == id * 100 + 4 && values[7] == id * 100 + 7)
    addTo(*good, 1);
}

void startWanderers() {
  auto good = newObject<Int>();
  for (Int i = 0; i < 2000; ++i)
    mg::go(&wander, i, good);
  while (numGoroutine() > 1)
    go::time::Sleep(kMillisecond);
  println(sumOf(*good));
}

TEST_P(SlotTest, twoSlots) { EXPECT_EQ(run(startWanderers, 2).text, "2000\n"); }
TEST_P(SlotTest, threeSlots) { EXPECT_EQ(run(startWanderers, 3).text, "2000\n"); }
TEST_P(SlotTest, asManyAsNeeded) { EXPECT_EQ(run(startWanderers).text, "2000\n"); }

[[gnu::noinline]] Int descend(Int depth, Int pauseAt) {
  volatile Int here = depth;
  if (depth == pauseAt) go::time::Sleep(kMillisecond / 2);
  Int below = depth == 0 ? 0 : descend(depth - 1, pauseAt);
  return below + here;
}
void deep(Int depth, Ptr<Int> sum) { addTo(*sum, descend(depth, depth / 10)); }

void startDeep() {
  auto sum = newObject<Int>();
  for (Int i = 0; i < 40; ++i)
    mg::go(&deep, 1000 + i, sum);
  while (numGoroutine() > 1)
    go::time::Sleep(kMillisecond);
  println(sumOf(*sum));
}

// Large stacks are evicted only when nothing else is left.
TEST_P(SlotTest, largeStacksOnTwoSlots) { EXPECT_EQ(run(startDeep, 2).text, "20810660\n"); }
TEST_P(SlotTest, largeStacksKeepTheirSlots) { EXPECT_EQ(run(startDeep).text, "20810660\n"); }

void startManyDeep() {
  auto sum = newObject<Int>();
  for (Int i = 0; i < 600; ++i)
    mg::go(&deep, Int(1000), sum);
  while (numGoroutine() > 1)
    go::time::Sleep(kMillisecond);
  println(sumOf(*sum));
}

// More pinned stacks than a region has slots.
TEST_P(SlotTest, moreSlotsAreMapped) { EXPECT_EQ(run(startManyDeep).text, "300300000\n"); }

#if !defined(__SANITIZE_THREAD__) // which keeps a shadow stack of 65,536 calls

TEST_P(SlotTest, deepRecursion) {
  Outcome outcome = run([] { println(descend(1'000'000, -1)); });
  EXPECT_EQ(outcome.text, "500000500000\n");
}

Int residentPages() {
  FILE* file = fopen("/proc/self/statm", "r");
  long size = 0, resident = 0;
  if (!file || fscanf(file, "%ld %ld", &size, &resident) != 2) return -1;
  fclose(file);
  return resident;
}

// A collection gives back what deep recursion has touched, for parked and running goroutines.
TEST(InOrder, deepStacksAreTrimmed) {
  Outcome outcome = runProgram([] {
    Int before = residentPages();
    auto hasDescended = makeChan<bool>();
    mg::go([=] {
      descend(300'000, -1);
      hasDescended.send(true);
      go::time::Sleep(1000 * kMillisecond);
    });
    hasDescended.receive();
    gosched(); // it sleeps
    descend(300'000, -1);
    Int deep = residentPages();
    collectGarbage();
    // Not all comes back under the address sanitizer, which keeps its shadow of the stacks.
    Int given = deep - residentPages();
    println(deep - before > 4000, given > (deep - before) / 2);
  });
  EXPECT_EQ(outcome.text, "true true\n");
}

#endif

void nothing() {}

// A slot in the free list gets a goroutine back, which ends there.
TEST_P(SlotTest, freeSlotsComeBack) {
  Outcome outcome = run(
      [] {
        auto good = newObject<Int>();
        for (Int i = 0; i < 300; ++i) {
          mg::go(&wander, i, good);
          mg::go(&nothing);
          if (i % 3 == 0) gosched();
        }
        while (numGoroutine() > 1)
          go::time::Sleep(kMillisecond);
        println(sumOf(*good));
      },
      4);
  EXPECT_EQ(outcome.text, "300\n");
}

} // namespace
