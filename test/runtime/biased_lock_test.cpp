// Asymmetric fences, and the locks made of them, on real threads; interleaving_test.cpp has all
// orders of a few steps.
#include "runtime/base/biased_lock.h"
#include "runtime/base/owned_lock.h"
#include "runtime/base/platform.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <random>
#include <thread>
#include <vector>

using namespace mg::base;

namespace {

// With membarrier(2), and as where the system has none.
class Fences : public testing::TestWithParam<bool> {
protected:
  void SetUp() override {
    loneWorker = false;
    static const bool isThere = (prepareFences(), fencesAreAsymmetric);
    if (GetParam() && !isThere) GTEST_SKIP() << "no membarrier(2)";
    fencesAreAsymmetric = GetParam();
  }
};
INSTANTIATE_TEST_SUITE_P(, Fences, testing::Values(true, false));

// Two threads meet, store a word each, and read the other's: not both see nothing.
TEST_P(Fences, oneOfTwoSeesTheOther) {
  constexpr int kRounds = 20'000;
  std::atomic<int> mine{0}, others{0}, arrived{0}, sawNothing{0};
  auto meet = [&](int round) {
    arrived.fetch_add(1);
    while (arrived.load() < 2 * round)
      std::this_thread::yield();
  };
  int both = 0;
  std::thread other([&] {
    for (int round = 1; round <= kRounds; ++round) {
      meet(2 * round - 1);
      others.store(1, std::memory_order_relaxed);
      heavyFence();
      if (!mine.load(std::memory_order_relaxed)) sawNothing.fetch_add(1);
      meet(2 * round);
    }
  });
  for (int round = 1; round <= kRounds; ++round) {
    mine.store(0);
    others.store(0);
    sawNothing.store(0);
    meet(2 * round - 1);
    mine.store(1, std::memory_order_relaxed);
    lightFence();
    if (!others.load(std::memory_order_relaxed)) sawNothing.fetch_add(1);
    meet(2 * round);
    both += sawNothing.load() == 2;
  }
  other.join();
  EXPECT_EQ(both, 0);
}

// What threads add under locks that they take once or several thousand times in a row, so that
// biases come and go; sometimes two locks at a time, in the same order.
void addUnderLocks(int threads) {
  constexpr int kLocks = 3;
  constexpr int kSteps = 200'000;
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  printf("%d threads, seed %u\n", threads, seed);
  static BiasOwner owners[16];
  BiasedLock locks[kLocks];
  long sums[kLocks] = {}; // plain: races show as lost additions
  std::atomic<long> expected[kLocks] = {};
  std::vector<std::thread> running;
  for (int i = 0; i < threads; ++i)
    addBiasOwner(owners[i], uint32_t(i));
  for (int i = 0; i < threads; ++i)
    running.emplace_back([&, i] {
      std::mt19937 random(seed + unsigned(i));
      BiasOwner& me = owners[i];
      long added[kLocks] = {};
      for (int step = 0; step < kSteps;) {
        unsigned lock = random() % kLocks;
        bool alsoNext = random() % 2 && lock + 1 < kLocks;
        for (int more = random() % 2 ? 1 : int(random() % 8000); more > 0; --more, ++step) {
          locks[lock].lock(me);
          if (alsoNext) locks[lock + 1].lock(me, 1);
          ++sums[lock];
          ++added[lock];
          if (alsoNext) {
            ++sums[lock + 1];
            ++added[lock + 1];
            locks[lock + 1].unlock(me, 1);
          }
          locks[lock].unlock(me);
        }
      }
      for (int l = 0; l < kLocks; ++l)
        expected[l] += added[l];
    });
  for (std::thread& thread : running)
    thread.join();
  for (int l = 0; l < kLocks; ++l)
    EXPECT_EQ(sums[l], expected[l].load());
}

TEST_P(Fences, biasedLocksExclude) {
  for (int threads : {1, 2, 4, 16})
    addUnderLocks(threads);
}

TEST_P(Fences, ownedLocksExclude) {
  OwnedLock lock;
  long sum = 0, taken = 0, owned = 0; // plain, as above
  std::atomic<bool> done{false};
  std::vector<std::thread> others;
  std::atomic<long> othersTook{0};
  for (int i = 0; i < 2; ++i)
    others.emplace_back([&] {
      while (!done.load()) {
        if (lock.tryLockOther()) {
          ++sum;
          othersTook.fetch_add(1);
          lock.unlockOther();
        }
        std::this_thread::sleep_for(std::chrono::microseconds(20));
      }
    });
  while (taken < 300'000 || othersTook.load() < 100) {
    for (int i = 0; i < 20; ++i) // others give up when they meet the owner inside
      cpuRelax();
    lock.lock();
    ++sum;
    lock.unlock();
    ++taken;
    if (!lock.tryLock()) continue;
    ++sum;
    lock.unlock();
    ++owned;
  }
  done.store(true);
  for (std::thread& other : others)
    other.join();
  EXPECT_EQ(sum, taken + owned + othersTook.load());
}

} // namespace
