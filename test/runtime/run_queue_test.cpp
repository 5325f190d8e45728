// The ring that an owner fills and thieves take from: nothing is lost, nothing comes twice.
#include "runtime/base/asymmetric_fence.h"
#include "runtime/base/lone.h"
#include "runtime/sched/run_queue.h"

#include <gtest/gtest.h>

#include <memory>
#include <thread>
#include <vector>

using namespace mg::sched;

namespace {

constexpr int kGoroutines = 200'000;

struct Counted {
  G g;
  std::atomic<int> taken;
};

void count(G* g) { reinterpret_cast<Counted*>(g)->taken.fetch_add(1); }

void empty(RunQueue& queue) {
  bool next;
  while (G* g = queue.pop(&next))
    count(g);
}

void stealFor(int thieves) {
  mg::base::loneWorker = false;
  mg::base::prepareFences();
  auto all = std::make_unique<Counted[]>(kGoroutines);
  RunQueue owner;
  std::atomic<bool> done{false};
  std::vector<std::thread> threads;
  for (int i = 0; i < thieves; ++i)
    threads.emplace_back([&, i] {
      RunQueue own;
      while (!done.load()) {
        if (G* g = own.stealHalf(owner)) count(g);
        if (i == 0)
          if (G* g = owner.stealNext()) count(g);
        empty(own);
      }
    });
  GQueue overflow;
  for (int i = 0; i < kGoroutines; ++i) {
    if (i % 3)
      owner.push(&all[i].g, overflow);
    else
      owner.pushNext(&all[i].g, overflow);
    if (i % 7 == 0) {
      bool next;
      if (G* g = owner.pop(&next)) count(g);
    }
    while (G* g = overflow.pop())
      count(g);
  }
  empty(owner);
  done.store(true);
  for (std::thread& thread : threads)
    thread.join();
  empty(owner);
  for (int i = 0; i < kGoroutines; ++i)
    ASSERT_EQ(all[i].taken.load(), 1) << i;
}

TEST(RunQueue, oneThief) { stealFor(1); }
TEST(RunQueue, threeThieves) { stealFor(3); }
TEST(RunQueue, fifteenThieves) { stealFor(15); }

TEST(RunQueue, takesHalfOldestFirst) {
  mg::base::loneWorker = false;
  mg::base::prepareFences();
  RunQueue victim, thief;
  GQueue overflow;
  Counted all[9] = {};
  for (Counted& one : all)
    victim.push(&one.g, overflow);
  EXPECT_EQ(thief.stealHalf(victim), &all[4].g); // the last of five
  bool next;
  for (int i = 0; i < 4; ++i)
    EXPECT_EQ(thief.pop(&next), &all[i].g);
  EXPECT_TRUE(thief.empty());
  for (int i = 5; i < 9; ++i)
    EXPECT_EQ(victim.pop(&next), &all[i].g);
  EXPECT_EQ(thief.stealHalf(victim), nullptr);
}

} // namespace
