// The queue of timers that can be stopped and moved.
#include "runtime/sched/worker.h"
#include "test/runtime/in_goroutine.h"

#include <cstdlib>
#include <map>

using namespace mg::sched;

namespace {

struct Fired {
  Timer timer;
  int64_t count;
};

void note(Timer* timer, GQueue&, void**) { ++reinterpret_cast<Fired*>(timer)->count; }

// Against a sorted map, with random moves and removals.
TEST(TimerQueue, firesInOrderWhatWasNotRemoved) {
  TimerQueue queue;
  static Fired timers[300];
  std::map<Fired*, int64_t> model;
  srand(1);
  for (int64_t now = 1; now < 20000; ++now) {
    Fired& one = timers[rand() % 300];
    if (rand() % 3 == 0) {
      EXPECT_EQ(queue.remove(self().biasOwner, &one.timer), model.erase(&one) == 1);
    } else {
      int64_t when = now + rand() % 400;
      one.timer.fire = note;
      EXPECT_EQ(queue.set(self().biasOwner, &one.timer, when, 0), model.count(&one) == 1);
      model[&one] = when;
    }
    int64_t first = INT64_MAX;
    for (auto& [timer, when] : model)
      first = std::min(first, when);
    EXPECT_EQ(queue.firstWhen(), first);
    queue.runDue(now);
    for (auto it = model.begin(); it != model.end();) {
      bool due = it->second <= now;
      EXPECT_EQ(it->first->count, due ? 1 : 0);
      EXPECT_EQ(it->first->timer.place != 0, !due);
      it->first->count = 0;
      it = due ? model.erase(it) : std::next(it);
    }
  }
}

TEST(TimerQueue, missedPeriodsAreSkipped) {
  TimerQueue queue;
  static Fired one;
  one.timer.fire = note;
  queue.set(self().biasOwner, &one.timer, 10, 10);
  queue.runDue(9);
  EXPECT_EQ(one.count, 0);
  queue.runDue(35);
  EXPECT_EQ(one.count, 1);
  EXPECT_EQ(queue.firstWhen(), 40);
  queue.runDue(40);
  EXPECT_EQ(one.count, 2);
  EXPECT_EQ(queue.firstWhen(), 50);
}

} // namespace
