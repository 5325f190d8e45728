// sync.WaitGroup.
//
// Invariants
// - state holds the counter (high half, signed) and the number of waiters (low half); it changes by
//   atomic operations only.
// - A waiter counts itself while the counter is above zero, then takes a permit of the semaphore.
//   The Add that brings the counter to zero gives out as many permits as waiters are counted.
#include "minigo/iface.h"
#include "minigo/panic.h"
#include "minigo/string.h"
#include "minigo/traceback.h"
#include "runtime/base/lone.h"
#include "runtime/panic/panic.h"
#include "runtime/sync/go_types.h"
#include "runtime/sync/semaphore.h"

#include <atomic>

namespace go::sync {

using mg::operator""_s;

void WaitGroup_Add(mg::Ptr<WaitGroup> wg, mg::Int delta);
void WaitGroup_Done(mg::Ptr<WaitGroup> wg);
void WaitGroup_Wait(mg::Ptr<WaitGroup> wg);
void WaitGroup_finish(mg::Ptr<WaitGroup> wg);

MG_FUNC_NAME("go::sync::WaitGroup_Add", "sync.(*WaitGroup).Add");
MG_FUNC_NAME("go::sync::WaitGroup_Done", "sync.(*WaitGroup).Done");
MG_FUNC_NAME("go::sync::WaitGroup_Wait", "sync.(*WaitGroup).Wait");
MG_FUNC_NAME("go::sync::WaitGroup_finish", "sync.(*WaitGroup).Go.func1.1");

namespace {

std::atomic_ref<mg::Uint64> stateOf(WaitGroup& wg) { return std::atomic_ref(wg.state); }

mg::Int32 counterOf(mg::Uint64 state) { return mg::Int32(state >> 32); }
mg::Uint32 waitersOf(mg::Uint64 state) { return mg::Uint32(state); }

[[noreturn]] void panicText(mg::String text) { mg::panic(mg::toAny(mg::type_string, text)); }

// The panics lie in the function that Go's traceback shows.
[[gnu::always_inline]] inline void add(WaitGroup& wg, mg::Int delta) {
  mg::Uint64 change = mg::Uint64(delta) << 32;
  mg::Uint64 state = mg::base::fetchAdd(stateOf(wg), change) + change;
  mg::Int32 counter = counterOf(state);
  mg::Uint32 waiters = waitersOf(state);
  if (counter < 0) [[unlikely]]
    panicText("sync: negative WaitGroup counter"_s);
  if (waiters != 0 && delta > 0 && counter == mg::Int32(delta)) [[unlikely]]
    panicText("sync: WaitGroup misuse: Add called concurrently with Wait"_s);
  if (counter > 0 || waiters == 0) return;
  // The counter is zero and there are waiters: nobody may call Add or Wait now.
  if (stateOf(wg).load() != state) [[unlikely]]
    panicText("sync: WaitGroup misuse: Add called concurrently with Wait"_s);
  stateOf(wg).store(0);
  for (; waiters > 0; --waiters)
    mg::sync::Semaphore(wg.sema).release();
}

} // namespace

void WaitGroup_Add(mg::Ptr<WaitGroup> wg, mg::Int delta) { add(*wg, delta); }

void WaitGroup_Done(mg::Ptr<WaitGroup> wg) { add(*wg, -1); }

void WaitGroup_finish(mg::Ptr<WaitGroup> wg) {
  // Not Done in a panic: another goroutine could end the program before it is told.
  mg::panics::panicAgain();
  add(*wg, -1);
}

void WaitGroup_Wait(mg::Ptr<WaitGroup> wg) {
  mg::Uint64 state = stateOf(*wg).load();
  do
    if (counterOf(state) == 0) return;
  while (!stateOf(*wg).compare_exchange_weak(state, state + 1));
  mg::sync::Semaphore(wg->sema).acquire(mg::sched::WaitReason::WaitGroupWait);
  if (stateOf(*wg).load() != 0) [[unlikely]]
    panicText("sync: WaitGroup is reused before previous Wait has returned"_s);
}

} // namespace go::sync
