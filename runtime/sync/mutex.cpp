// sync.Mutex.
//
// Invariants
// - state: bit 0 locked; bit 1 woken (a waiter has been woken, or is trying: Unlock wakes no
// other);
//   bit 2 starving; above, the number of waiters.
// - Normal mode: a woken waiter competes with goroutines that run already; who loses waits in
// front.
//   A waiter that has lost for more than a millisecond makes the mutex starving: then Unlock hands
//   the mutex itself to the first waiter, newcomers queue up, and the last or an early waiter ends
//   that mode. These are Go's rules; the order in which programs run depends on them.
#include "minigo/go.h"
#include "minigo/panic.h"
#include "minigo/string.h"
#include "minigo/traceback.h"
#include "runtime/base/lone.h"
#include "runtime/sync/go_types.h"
#include "runtime/sync/semaphore.h"

#include <atomic>

// What minigo/inline/sync.h leaves to the runtime.
namespace mg::sync {
void lockMutex(void* mutex);
void unlockMutex(void* mutex);
void finishUnlock(void* mutex, Int32 state);
} // namespace mg::sync

namespace go::sync {

void Mutex_Lock(mg::Ptr<Mutex> m);
bool Mutex_TryLock(mg::Ptr<Mutex> m);
void Mutex_Unlock(mg::Ptr<Mutex> m);
void Mutex_lockSlow(Mutex& m);

MG_FUNC_NAME("go::sync::Mutex_Lock", "sync.(*Mutex).Lock");
MG_FUNC_NAME("go::sync::Mutex_TryLock", "sync.(*Mutex).TryLock");
MG_FUNC_NAME("go::sync::Mutex_Unlock", "sync.(*Mutex).Unlock");
MG_FUNC_NAME("go::sync::Mutex_lockSlow", "sync.(*Mutex).lockSlow");

namespace {

constexpr mg::Int32 kLocked = 1, kWoken = 2, kStarving = 4, kOneWaiter = 8;
constexpr mg::Int64 kStarvesAfter = 1'000'000; // ns

std::atomic_ref<mg::Int32> stateOf(Mutex& m) { return std::atomic_ref(m.state); }

// What a goroutine that could not lock at once knows about its wait.
struct Waiter {
  mg::Int64 since = 0; // 0: has not slept yet
  bool starves = false;
  bool woken = false; // holds the woken bit
};

// The state after this goroutine has locked the mutex or counted itself as a waiter.
mg::Int32 wanted(mg::Int32 state, const Waiter& waiter) {
  mg::Int32 next = state;
  if (!(state & kStarving)) next |= kLocked; // in starving mode newcomers do not take it
  if (state & (kLocked | kStarving)) next += kOneWaiter;
  if (waiter.starves && state & kLocked) next |= kStarving;
  if (waiter.woken) next &= ~kWoken;
  return next;
}

// In starving mode the mutex was handed over unlocked, and this goroutine is still counted.
void acceptHandOff(Mutex& m, const Waiter& waiter, mg::Int32 state) {
  mg::Int32 change = kLocked - kOneWaiter;
  bool last = state / kOneWaiter == 1;
  if (!waiter.starves || last) change -= kStarving;
  stateOf(m).fetch_add(change);
}

void wakeWaiter(Mutex& m, mg::Int32 state) {
  if (state & kStarving) {
    mg::sync::Semaphore(m.sema).release(true);
    return;
  }
  do {
    bool someoneActs = state & (kLocked | kWoken | kStarving);
    if (state < kOneWaiter || someoneActs) return;
  } while (!stateOf(m).compare_exchange_weak(state, (state - kOneWaiter) | kWoken));
  mg::sync::Semaphore(m.sema).release();
}

} // namespace

// Not inlined, so that the short way saves no registers.
[[gnu::noinline]] void Mutex_lockSlow(Mutex& m) {
  mg::poll();
  Waiter waiter;
  mg::Int32 state = stateOf(m).load();
  for (;;) {
    if (!stateOf(m).compare_exchange_strong(state, wanted(state, waiter))) continue;
    if (!(state & (kLocked | kStarving))) return;
    bool sleptBefore = waiter.since != 0;
    if (!sleptBefore) waiter.since = mg::base::nanotime();
    mg::sync::Semaphore(m.sema).acquire(mg::sched::WaitReason::MutexLock, sleptBefore);
    waiter.starves = waiter.starves || mg::base::nanotime() - waiter.since > kStarvesAfter;
    state = stateOf(m).load();
    if (state & kStarving) {
      acceptHandOff(m, waiter, state);
      return;
    }
    waiter.woken = true;
  }
}

void Mutex_Lock(mg::Ptr<Mutex> m) { mg::sync::lockMutex(&*m); }

bool Mutex_TryLock(mg::Ptr<Mutex> m) {
  mg::Int32 state = stateOf(*m).load();
  return !(state & (kLocked | kStarving)) &&
         stateOf(*m).compare_exchange_strong(state, state | kLocked);
}

void Mutex_Unlock(mg::Ptr<Mutex> m) { mg::sync::unlockMutex(&*m); }

} // namespace go::sync

namespace mg::sync {

void lockMutex(void* mutex) {
  auto& m = *static_cast<go::sync::Mutex*>(mutex);
  if (base::loneWorker && m.state == 0) {
    m.state = go::sync::kLocked; // no other thread, and the runtime is not preempted
    return;
  }
  Int32 unlocked = 0;
  if (mustPoll() || !go::sync::stateOf(m).compare_exchange_strong(unlocked, go::sync::kLocked))
      [[unlikely]]
    go::sync::Mutex_lockSlow(m);
}

void unlockMutex(void* mutex) {
  auto& m = *static_cast<go::sync::Mutex*>(mutex);
  if (base::loneWorker && m.state == go::sync::kLocked) {
    m.state = 0; // as in lockMutex
    return;
  }
  Int32 state = go::sync::stateOf(m).fetch_sub(go::sync::kLocked) - go::sync::kLocked;
  if (state != 0) [[unlikely]]
    finishUnlock(mutex, state);
}

void finishUnlock(void* mutex, Int32 state) {
  if ((state + go::sync::kLocked) % 2 == 0) fatalError("sync: unlock of unlocked mutex"_s);
  go::sync::wakeWaiter(*static_cast<go::sync::Mutex*>(mutex), state);
}

} // namespace mg::sync
