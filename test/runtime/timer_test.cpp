// The timer heap, and names of functions.
#include "runtime/panic/symbolize.h"
#include "runtime/sched/timer.h"

#include <gtest/gtest.h>

#include <string>

namespace {

TEST(TimerHeap, ordersByTime) {
  mg::sched::TimerHeap heap;
  constexpr int kCount = 5000;
  static mg::sched::G goroutines[kCount];
  unsigned random = 1;
  for (int i = 0; i < kCount; ++i) {
    random = random * 1664525 + 1013904223;
    goroutines[i].scratch[0] = random >> 12;
    heap.add(int64_t(random >> 12), &goroutines[i]);
  }
  uint64_t last = 0;
  for (int i = 0; i < kCount; ++i) {
    ASSERT_FALSE(heap.empty());
    int64_t when = heap.firstWhen();
    mg::sched::G* g = heap.popFirst();
    EXPECT_EQ(uint64_t(when), g->scratch[0]);
    EXPECT_LE(last, g->scratch[0]);
    last = g->scratch[0];
  }
  EXPECT_TRUE(heap.empty());
}

std::string name(const char* function) {
  mg::panics::GoName name = mg::panics::goName({.function = function, .line = 5});
  return name.visible ? std::string(name.text) + (name.hasParameters ? "(...)" : "()") : "-";
}

TEST(GoName, followsTheRules) {
  EXPECT_EQ(name("_ZN2go4main1fEv"), "main.f()");
  EXPECT_EQ(name("_ZN2go4main1fEl"), "main.f(...)");
  EXPECT_EQ(name("_ZN2go8net_http3GetEN2mg6StringE"), "net/http.Get(...)");
  EXPECT_EQ(name("_ZN2go12my_x5f_pkg_a1fEv"), "my_pkg/a.f()");
  EXPECT_EQ(name("_ZZN2go4main1fElENKUlvE_clEv"), "main.f.func1()");
  EXPECT_EQ(name("_ZN2mg5panicENS_3AnyE"), "-");
  EXPECT_EQ(name("_ZZN2mg6Defers3runIZN2go4main1fElEUlvE_EEvRKT_ENUlPvE_4_FUNES5_"), "-");
  EXPECT_EQ(name("main"), "-");
  EXPECT_EQ(name(nullptr), "-");
  EXPECT_EQ(name("_ZN2go4main"), "main(...)") << "truncated names do no harm";
}

} // namespace
