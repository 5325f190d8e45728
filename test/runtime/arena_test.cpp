// Records of goroutines and the references that name them.
#include "runtime/sched/arena.h"

#include <gtest/gtest.h>
#include <memory>
#include <set>

using namespace mg::sched;

namespace {

TEST(Arena, referencesNameRecords) {
  auto arena = std::make_unique<Arena>();
  std::set<uint32_t> references;
  for (size_t bytes : {size_t{1}, kMinRecord, kMinRecord + 1, size_t{1000}, kMaxRecord})
    for (int i = 0; i < 2000; ++i) { // several spans of each size
      G* g = arena->takeRecord(bytes);
      uint32_t reference = referenceTo(g);
      ASSERT_EQ(recordAt(reference), g);
      ASSERT_NE(reference, 0u);
      ASSERT_EQ(reference >> kReferenceBits, 0u);
      ASSERT_TRUE(references.insert(reference).second);
    }
}

TEST(Arena, visitsTheLivingOnly) {
  auto arena = std::make_unique<Arena>();
  std::set<G*> living;
  for (int i = 0; i < 3000; ++i) {
    G* g = arena->takeRecord(kMinRecord + size_t(i % 3) * 100);
    g->state = i % 2 ? State::Dead : State::Waiting;
    if (i % 2 == 0) living.insert(g);
  }
  size_t visited = 0;
  Arena::forEachGoroutine([&](G* g) { visited += living.count(g); });
  EXPECT_EQ(visited, living.size());
  for (G* g : living)
    g->state = State::Dead;
}

} // namespace
