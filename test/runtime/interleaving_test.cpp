// All interleavings, up to a number of preemptions, of the run queue, of the hand-over of a slot,
// of parking against being made ready, and of locks that are biased to one thread.
#include "test/runtime/explore.h"

#include "runtime/base/biased_lock.cpp"
#include "runtime/base/lone.h"
#include "runtime/base/owned_lock.h"
#include "runtime/base/spin_lock.cpp"
#include "runtime/sched/run_queue.cpp"
#include "runtime/sched/slot.h"

#undef atomic

#include <gtest/gtest.h>

namespace explored_mg::base {

bool loneWorker = false;
bool fencesAreAsymmetric = true;
void heavyFence() { explore::Explorer::current()->fenceAll(); }
void pauseSpinning(int) { explore::Explorer::current()->waitForOthers(); }
void Backoff::pause() { explore::Explorer::current()->waitForOthers(); }
void internalError(const char*, const char*, int) { abort(); }

} // namespace explored_mg::base

using namespace explored_mg::sched;
using explore::Explorer;

namespace {

void expectNothingWrong(const std::function<Explorer::World()>& begin, int preemptions) {
  Explorer explorer;
  EXPECT_EQ(explorer.exploreAll(begin, preemptions), "") << explorer.executions << " executions";
  Explorer::current() = nullptr;
  printf("%ld executions\n", explorer.executions);
}

// ---- The run queue: each goroutine is taken once, whoever takes it --------------------------

constexpr int kGoroutines = 5;

struct QueueWorld {
  RunQueue owner, thief;
  GQueue overflow;
  G goroutines[kGoroutines] = {};
  int taken[kGoroutines] = {};

  void take(G* g) {
    if (g) ++taken[g - goroutines];
  }
  void takeAll(RunQueue& queue) {
    bool fromNext;
    while (G* g = queue.pop(&fromNext))
      take(g);
  }
  std::string check() {
    takeAll(owner);
    takeAll(thief);
    while (G* g = overflow.pop())
      take(g);
    for (int count : taken)
      if (count != 1) return "a goroutine was taken " + std::to_string(count) + " times";
    return "";
  }
};

void own(QueueWorld& world) {
  world.owner.pushNext(&world.goroutines[0], world.overflow);
  world.owner.pushNext(&world.goroutines[1], world.overflow);
  world.owner.push(&world.goroutines[2], world.overflow);
  bool fromNext;
  world.take(world.owner.pop(&fromNext));
  world.owner.push(&world.goroutines[3], world.overflow); // the ring of two may be full
  world.take(world.owner.pop(&fromNext));
  world.owner.push(&world.goroutines[4], world.overflow);
}

Explorer::World stealing(bool stealsNext) {
  auto world = std::make_shared<QueueWorld>();
  return {{[=] { own(*world); },
           [=] {
             world->take(world->thief.stealHalf(world->owner));
             world->takeAll(world->thief);
             if (stealsNext)
               world->take(world->owner.stealNext());
             else
               world->take(world->thief.stealHalf(world->owner));
           }},
          [=] { return world->check(); }};
}

TEST(Interleaving, stealingFromTheRing) {
  expectNothingWrong([] { return stealing(false); }, 2);
}

TEST(Interleaving, stealingTheNext) {
  expectNothingWrong([] { return stealing(true); }, 2);
}

// ---- A slot: one goroutine at a time, and nobody waits for ever ------------------------------

struct SlotWorld {
  Slot slot;
  explored_mg::base::SpinLock lock; // guards waiter and hasPermit
  G* waiter = nullptr;
  bool hasPermit = false;
  G goroutines[3] = {};
  int runs[3] = {};
  int onSlot = 0;
  std::string wrong;

  // What a worker does with goroutines that are runnable, until there are none.
  void runAll(G* runnable) {
    while (G* g = runnable) {
      runnable = g->next;
      bool others = false;
      if (slot.tryTake()) {
        if (++onSlot != 1) wrong = "two goroutines on one slot";
        Explorer::current()->reach();
        ++runs[g - goroutines];
        --onSlot;
        others = slot.giveBack();
      } else {
        g->setState(State::Runnable, State::SlotWait);
        others = slot.addPending(g);
      }
      if (others) drainTo(runnable);
    }
  }
  void drainTo(G*& list) {
    slot.drainPending([&list](G* g) {
      g->next = nullptr;
      G** end = &list;
      while (*end)
        end = &(*end)->next;
      *end = g;
    });
  }
  // The goroutine that runs on the slot from the start leaves it.
  void leave() {
    --onSlot;
    if (!slot.giveBack()) return;
    G* runnable = nullptr;
    drainTo(runnable);
    runAll(runnable);
  }
  std::string check(int first, int last) {
    for (int i = first; i <= last; ++i)
      if (runs[i] != 1) wrong = "a goroutine ran " + std::to_string(runs[i]) + " times";
    return wrong;
  }
};

std::shared_ptr<SlotWorld> busySlot() {
  auto world = std::make_shared<SlotWorld>();
  for (G& g : world->goroutines)
    g.state = State::Runnable;
  world->slot.busy.store(1);
  world->onSlot = 1;
  return world;
}

TEST(Interleaving, aSlotIsHandedOn) {
  expectNothingWrong(
      [] {
        auto world = busySlot();
        return Explorer::World{{[=] { world->leave(); },
                                [=] { world->runAll(&world->goroutines[1]); },
                                [=] { world->runAll(&world->goroutines[2]); }},
                               [=] { return world->check(1, 2); }};
      },
      3);
}

// Goroutine 0 parks unless it has been given a permit; the other worker wakes it, or leaves one.
TEST(Interleaving, parkAndReady) {
  expectNothingWrong(
      [] {
        auto world = busySlot();
        auto park = [=] {
          world->lock.lock();
          bool waits = !world->hasPermit;
          if (waits) world->waiter = &world->goroutines[0];
          world->lock.unlock();
          if (!waits) ++world->runs[0]; // goes on
          world->leave();
        };
        auto wake = [=] {
          world->lock.lock();
          G* waiter = world->waiter;
          if (!waiter) world->hasPermit = true;
          world->lock.unlock();
          if (waiter) world->runAll(waiter);
        };
        return Explorer::World{{park, wake}, [=] { return world->check(0, 0); }};
      },
      4);
}

// ---- Biased and owned locks: one thread inside at a time, and nobody waits for ever ----------

using explored_mg::base::BiasedLock;
using explored_mg::base::BiasOwner;
using explored_mg::base::OwnedLock;

// What the threads do under the locks.
struct Sections {
  int inside = 0, done = 0;
  bool overlap = false;

  void run() {
    overlap |= ++inside != 1;
    if (Explorer::current()) Explorer::current()->reach();
    --inside;
    ++done;
  }
  std::string check(int expected) const {
    if (overlap) return "two threads inside";
    return done == expected ? "" : std::to_string(done) + " sections";
  }
};

struct BiasedWorld : Sections {
  BiasedLock lock;
  BiasOwner owners[3];

  BiasedWorld() {
    explored_mg::base::locksToBias = 1;
    for (uint32_t i = 0; i < 3; ++i)
      addBiasOwner(owners[i], i);
  }
  void lockOften(int who, int times, uint32_t entry = 0) {
    for (int i = 0; i < times; ++i) {
      lock.lock(owners[who], entry);
      run();
      lock.unlock(owners[who], entry);
    }
  }
};

TEST(Interleaving, aBiasIsRevoked) {
  expectNothingWrong(
      [] {
        auto world = std::make_shared<BiasedWorld>();
        world->lockOften(0, 2); // biased to the first
        return Explorer::World{{[=] { world->lockOften(0, 2); }, [=] { world->lockOften(1, 1); }},
                               [=] { return world->check(5); }};
      },
      4);
}

TEST(Interleaving, aBiasMovesOn) {
  expectNothingWrong(
      [] {
        auto world = std::make_shared<BiasedWorld>();
        world->lockOften(0, 2);
        return Explorer::World{{[=] { world->lockOften(0, 1); }, [=] { world->lockOften(1, 4); }},
                               [=] { return world->check(7); }};
      },
      2);
}

TEST(Interleaving, twoRevokeABias) {
  expectNothingWrong(
      [] {
        auto world = std::make_shared<BiasedWorld>();
        world->lockOften(0, 2);
        return Explorer::World{{[=] { world->lockOften(0, 1); }, [=] { world->lockOften(1, 1); },
                                [=] { world->lockOften(2, 1, BiasOwner::kMostHeld); }},
                               [=] { return world->check(5); }};
      },
      2);
}

TEST(Interleaving, theOwnerHasNoEntryLeft) {
  expectNothingWrong(
      [] {
        auto world = std::make_shared<BiasedWorld>();
        world->lockOften(0, 2);
        return Explorer::World{{[=] { world->lockOften(0, 1, BiasOwner::kMostHeld); },
                                [=] { world->lockOften(1, 1); }},
                               [=] { return world->check(4); }};
      },
      4);
}

struct OwnedWorld : Sections {
  OwnedLock lock;

  void own(int times) {
    for (int i = 0; i < times; ++i) {
      if (i % 2 == 0)
        lock.lock();
      else if (!lock.tryLock())
        continue;
      run();
      lock.unlock();
    }
  }
  void disturb(int times) {
    for (int i = 0; i < times; ++i) {
      if (!lock.tryLockOther()) continue;
      run();
      lock.unlockOther();
    }
  }
};

TEST(Interleaving, anOwnedLockIsDisturbed) {
  expectNothingWrong(
      [] {
        auto world = std::make_shared<OwnedWorld>();
        return Explorer::World{
            {[=] { world->own(3); }, [=] { world->disturb(2); }, [=] { world->disturb(1); }}, [=] {
              // The owner's first and third are done in any case.
              return world->overlap || world->done < 2 ? "wrong" : "";
            }};
      },
      2);
}

} // namespace
