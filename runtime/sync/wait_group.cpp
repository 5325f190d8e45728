// sync.WaitGroup.
//
// Invariants
// - state holds the counter (high half, signed) and the number of waiters (low half); it changes by
//   atomic operations only.
// - Waiters are counted before they park and are all released by the Add that brings the counter to
//   zero. Between counting itself and parking, a waiter is between two instructions of one worker;
//   with several workers the releasing Add takes exactly `waiters` goroutines from the queue, and
//   waits for one that has counted itself to arrive there.
#include "minigo/iface.h"
#include "minigo/panic.h"
#include "minigo/string.h"
#include "runtime/base/platform.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sync/go_types.h"
#include "runtime/sync/wait_queue.h"

#include <atomic>

namespace go::sync {

using mg::operator""_s;

void WaitGroup_Add(mg::Ptr<WaitGroup> wg, mg::Int delta);
void WaitGroup_Done(mg::Ptr<WaitGroup> wg);
void WaitGroup_Wait(mg::Ptr<WaitGroup> wg);

namespace {

std::atomic_ref<mg::Uint64> stateOf(WaitGroup& wg) { return std::atomic_ref(wg.state); }

mg::Int32 counterOf(mg::Uint64 state) { return mg::Int32(state >> 32); }
mg::Uint32 waitersOf(mg::Uint64 state) { return mg::Uint32(state); }

[[noreturn]] void panicText(mg::String text) { mg::panic(mg::toAny(mg::type_string, text)); }

} // namespace

void WaitGroup_Add(mg::Ptr<WaitGroup> wg, mg::Int delta) {
  mg::Uint64 change = mg::Uint64(delta) << 32;
  mg::Uint64 state = stateOf(*wg).fetch_add(change) + change;
  mg::Int32 counter = counterOf(state);
  mg::Uint32 waiters = waitersOf(state);
  if (counter < 0) [[unlikely]]
    panicText("sync: negative WaitGroup counter"_s);
  if (waiters != 0 && delta > 0 && counter == mg::Int32(delta)) [[unlikely]]
    panicText("sync: WaitGroup misuse: Add called concurrently with Wait"_s);
  if (counter > 0 || waiters == 0) return;
  // The counter is zero and there are waiters: nobody may call Add or Wait now.
  if (stateOf(*wg).load() != state) [[unlikely]]
    panicText("sync: WaitGroup misuse: Add called concurrently with Wait"_s);
  stateOf(*wg).store(0);
  mg::sync::WaitQueue queue(wg->sema);
  for (; waiters > 0; --waiters)
    mg::sched::ready(queue.popFront());
}

void WaitGroup_Done(mg::Ptr<WaitGroup> wg) { WaitGroup_Add(wg, -1); }

void WaitGroup_Wait(mg::Ptr<WaitGroup> wg) {
  mg::Uint64 state = stateOf(*wg).load();
  do
    if (counterOf(state) == 0) return;
  while (!stateOf(*wg).compare_exchange_weak(state, state + 1));
  mg::sync::WaitQueue(wg->sema).pushBack(mg::sched::currentG());
  mg::sched::park(mg::sched::WaitReason::WaitGroupWait);
  if (stateOf(*wg).load() != 0) [[unlikely]]
    panicText("sync: WaitGroup is reused before previous Wait has returned"_s);
}

} // namespace go::sync
