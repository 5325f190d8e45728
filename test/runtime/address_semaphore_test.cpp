// Semaphores that are found by the addresses of their words.
#include "runtime/sync/address_semaphore.h"
#include "test/runtime/with_workers.h"

using namespace mg;
using namespace mg::test;
using namespace go::sync;

namespace {

class AddressSemaphore : public WithWorkers {};
INSTANTIATE_TEST_SUITE_P(, AddressSemaphore, kWorkers);

constexpr Int kWords = 3;

struct Shared {
  Uint32 words[kWords];
  Int inside[kWords], most[kWords], total;
  WaitGroup wg;
};

void acquire(Uint32* word) { sync::acquireAt(word, sched::WaitReason::Semacquire); }

// Every word lets two in at a time.
void enterOften(Ptr<Shared> s, Int which) {
  for (Int i = 0; i < 100; ++i) {
    acquire(&s->words[which]);
    Int inside = __atomic_add_fetch(&s->inside[which], 1, __ATOMIC_SEQ_CST);
    if (inside > s->most[which]) s->most[which] = inside;
    if (i % 10 == 0) gosched();
    addTo(s->inside[which], -1);
    addTo(s->total, 1);
    sync::releaseAt(&s->words[which]);
  }
  WaitGroup_Done(&s->wg);
}

TEST_P(AddressSemaphore, limits) {
  Outcome outcome = run([] {
    auto s = newObject<Shared>();
    for (Uint32& word : s->words)
      word = 2;
    for (Int i = 0; i < 30; ++i) {
      WaitGroup_Add(&s->wg, 1);
      mg::go(&enterOften, s, i % kWords);
    }
    WaitGroup_Wait(&s->wg);
    println(s->total, s->words[0], s->words[1], s->words[2], s->most[0] <= 2 && s->most[2] <= 2);
  });
  EXPECT_EQ(outcome.text, "3000 2 2 2 true\n");
}

TEST_P(AddressSemaphore, keepsPermits) {
  Outcome outcome = run([] {
    auto s = newObject<Shared>();
    sync::releaseAt(&s->words[0]);
    sync::releaseAt(&s->words[0]);
    acquire(&s->words[0]);
    println(s->words[0], s->words[1]);
  });
  EXPECT_EQ(outcome.text, "1 0\n");
}

} // namespace
