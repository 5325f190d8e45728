// The queue that all workers share is first in, first out, however goroutines come and go, and its
// count is right.
#include "runtime/base/lone.h"
#include "runtime/sched/global_queue.h"

#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <thread>
#include <vector>

using namespace mg::sched;

namespace {

// Takes up to `most`; appends their indices in the order in which they come.
void take(GlobalQueue& queue, size_t most, const G* all, std::vector<size_t>& taken) {
  RunQueue ring;
  bool more = false;
  G* first = queue.take(ring, most, &more);
  if (!first) return;
  taken.push_back(size_t(first - all));
  size_t count = 1;
  for (bool next; G* g = ring.pop(&next); ++count)
    taken.push_back(size_t(g - all));
  EXPECT_EQ(more, count > 1);
  EXPECT_LE(count, most);
}

TEST(GlobalQueue, firstInFirstOut) {
  mg::base::loneWorker = true;
  constexpr size_t kGoroutines = 20'000;
  auto all = std::make_unique<G[]>(kGoroutines);
  GlobalQueue queue;
  std::vector<size_t> taken;
  std::mt19937 random(4711);
  for (size_t at = 0; at < kGoroutines;) {
    if (random() % 2) {
      queue.append(&all[at++]);
    } else {
      GQueue batch;
      for (size_t end = std::min<size_t>(kGoroutines, at + random() % 130); at < end; ++at)
        batch.push(&all[at]);
      queue.append(batch);
      EXPECT_TRUE(batch.empty());
    }
    EXPECT_EQ(queue.empty(), taken.size() == at);
    if (random() % 3) take(queue, random() % 2 ? 1 : 1 + random() % 128, all.get(), taken);
  }
  while (!queue.empty())
    take(queue, 128, all.get(), taken);
  take(queue, 128, all.get(), taken);
  ASSERT_EQ(taken.size(), kGoroutines);
  for (size_t i = 0; i < kGoroutines; ++i)
    ASSERT_EQ(taken[i], i);
}

TEST(GlobalQueue, severalThreads) {
  mg::base::loneWorker = false;
  constexpr size_t kThreads = 4, kEach = 20'000;
  auto all = std::make_unique<G[]>(kThreads * kEach);
  GlobalQueue queue;
  std::vector<std::vector<size_t>> taken(kThreads);
  std::vector<std::thread> threads;
  for (size_t t = 0; t < kThreads; ++t)
    threads.emplace_back([&, t] {
      for (size_t i = 0; i < kEach; ++i) {
        queue.append(&all[t * kEach + i]);
        if (i % 3 == 0) take(queue, 7, all.get(), taken[t]);
      }
    });
  for (std::thread& thread : threads)
    thread.join();
  while (!queue.empty())
    take(queue, 128, all.get(), taken[0]);
  std::vector<int> times(kThreads * kEach);
  for (const auto& some : taken)
    for (size_t index : some)
      ++times[index];
  for (int count : times)
    ASSERT_EQ(count, 1);
  mg::base::loneWorker = true;
}

} // namespace
