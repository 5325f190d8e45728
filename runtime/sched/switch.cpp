// Leaving a goroutine: parking, yielding, ending. Where the next goroutine is at hand, its stack is
// entered straight away; else the scheduler's.
//
// The slot of a goroutine stays busy until its stack has been left (slot.h), so whoever makes it
// ready before that cannot run it too early.
#include "runtime/sched/dispatch.h"

namespace mg::sched {

namespace {

thread_local Worker* threadWorker;
bool mainGone = false; // goroutine 1 has left by Goexit; read when everything has stopped

// The scheduler runs `next` first, if it is given. In a tail call, as toScheduler().
[[gnu::always_inline]] inline void leaveToScheduler(Worker& worker, G* next, bool inherits) {
  worker.chosen = next;
  worker.chosenInherits = inherits;
  toScheduler(worker);
}

inline void beginNew(Worker& worker, G* g, Slot* slot, bool inherits) {
  g->slot = slot;
  slot->occupant = g;
  g->flags |= kStarted;
  begin(worker, g, inherits);
}

// Leaves the stack of g for `next`, which has been taken out of its queue. Returns when g runs
// again.
[[gnu::always_inline]] inline void leaveFor(Worker& worker, G* g, G* next, bool inherits) {
  Slot* slot = g->slot;
  if (!(next->flags & kStarted)) {
    Slot* free = worker.slots.takeFree();
    if (!free) return leaveToScheduler(worker, next, inherits);
    beginNew(worker, next, free, inherits);
    return mg_hand_over_to_new(slot, free->top, next->start, next->arguments);
  }
  if (next == g && !slot->pending.load()) return begin(worker, g, inherits);
  if (next->slot == slot) return leaveToScheduler(worker, next, inherits);
  if (!enterSlot(worker, next)) return toScheduler(worker); // next waits for its slot
  begin(worker, next, inherits);
  mg_hand_over(slot, next->slot->top - next->liveBytes);
}

// Leaves the stack of g, which runs here and now waits or is in a run queue. Returns when it runs
// again.
[[gnu::always_inline]] inline void leave(Worker& worker, G* g) {
  bool inherits = false;
  if (G* next = chooseAtHand(worker, &inherits)) return leaveFor(worker, g, next, inherits);
  toScheduler(worker);
}

// ---- One worker alone ------------------------------------------------------------------------
//
// The same ways without atomic operations, for what happens most. What is out of the ordinary is
// left, by tail calls, to functions that are not inlined: so these save no registers but those of
// the switch, which is most of what it costs.

[[gnu::noinline]] void leaveSlowly(Worker& worker, G* g) { leave(worker, g); }
[[gnu::noinline]] void leaveForSlowly(Worker& worker, G* g, G* next, bool inherits) {
  leaveFor(worker, g, next, inherits);
}

[[gnu::always_inline]] inline bool mustLookAround(const Worker& worker) {
  return worker.handOversLeft == 0 || mustLookAtClock(worker);
}

// As leaveFor(). Relaxed, all of it: there is no other thread.
[[gnu::always_inline]] inline void leaveForAlone(Worker& worker, G* g, G* next, bool inherits) {
  Slot* left = g->slot;
  Slot* entered = next->slot;
  if (!(next->flags & kStarted) || entered->busy.load(std::memory_order_relaxed) ||
      entered->occupant != next || left->pending.load(std::memory_order_relaxed)) [[unlikely]]
    return leaveForSlowly(worker, g, next, inherits);
  entered->busy.store(1, std::memory_order_relaxed);
  left->busy.store(0, std::memory_order_relaxed);
  begin(worker, next, inherits);
  mg_hand_over_alone(left->top, entered->top - next->liveBytes, &g->liveBytes);
}

[[gnu::always_inline]] inline void leaveAlone(Worker& worker, G* g) {
  bool inherits;
  G* next = mustLookAround(worker) ? nullptr : worker.queue.popAlone(&inherits);
  if (!next) return leaveSlowly(worker, g);
  --worker.handOversLeft;
  leaveForAlone(worker, g, next, inherits);
}

// ---- Several workers -------------------------------------------------------------------------
//
// The same for a goroutine that has been made ready on this worker, and has run here before.

[[gnu::noinline]] void leaveForTaken(Worker& worker, G* g, G* next) {
  SlotPool::bringIn(worker.arena, next);
  begin(worker, next, true);
  mg_hand_over(g->slot, next->slot->top - next->liveBytes);
}

[[gnu::always_inline]] inline void leaveAmongOthers(Worker& worker, G* g) {
  G* next = mustLookAround(worker) ? nullptr : worker.queue.tryTakeNext();
  if (!next) return leaveSlowly(worker, g);
  --worker.handOversLeft;
  if (!(next->flags & kStarted) || !next->slot->tryTake()) [[unlikely]]
    return leaveForSlowly(worker, g, next, true);
  if (next->slot->occupant != next) [[unlikely]]
    return leaveForTaken(worker, g, next);
  begin(worker, next, true);
  mg_hand_over(g->slot, next->slot->top - next->liveBytes);
}

[[gnu::always_inline]] inline void leaveQuickly(Worker& worker, G* g) {
  if (base::kOwnStacks) return leaveSlowly(worker, g);
  if (base::loneWorker) return leaveAlone(worker, g);
  leaveAmongOthers(worker, g);
}

// From the stack of a goroutine that is dead: to one that starts here, or to one that goes on
// elsewhere; returns when neither is at hand.
inline void leaveDead(Worker& worker, G* dead) {
  Slot* slot = dead->slot;
  if (slot->pending.load()) return;
  bool inherits = false;
  G* next = chooseAtHand(worker, &inherits);
  if (!next) return;
  bool isNew = !(next->flags & kStarted);
  if (!isNew && next->slot == slot) {
    worker.chosen = next;
    worker.chosenInherits = inherits;
    return;
  }
  if (!isNew && !enterSlot(worker, next)) return;
  worker.arena.freeRecord(dead);
  countGoroutines(worker, -1);
  if (isNew) {
    beginNew(worker, next, slot, inherits);
    mg_start_again(slot->top, next->start, next->arguments);
  }
  worker.slots.free(slot);
  begin(worker, next, inherits);
  mg_hand_over(slot, next->slot->top - next->liveBytes);
}

void yielded(G* g, void*) {
  g->setState(State::Waiting, State::Runnable);
  globalQueue().append(g);
  workAdded(self());
}

// The goroutine that yields would be the next one to run here: then it need not go through the
// global queue, where another worker may take it off. The scheduler looks around every now and
// then.
inline bool goesOnAtOnce(Worker& worker) {
  if (base::kOwnStacks || mustPoll() || worker.handOversLeft == 0 || !worker.queue.empty() ||
      !globalQueue().empty() || mustLookAtClock(worker) || worker.current->slot->pending.load())
    return false;
  --worker.handOversLeft;
  countRun(worker, false);
  return true;
}

// As goesOnAtOnce() and yielded(), for one worker alone.
[[gnu::noinline]] void yieldToGlobal(Worker& worker, G* g) {
  leaveForAlone(worker, g, globalQueue().takeAlone(worker.queue, RunQueue::kSize / 2), false);
}
[[gnu::always_inline]] inline void yieldAlone(Worker& worker) {
  G* g = worker.current;
  --worker.handOversLeft;
  if (worker.queue.empty() && globalQueue().empty()) return countRun(worker, false);
  g->reason = WaitReason::None;
  g->setState(State::Running, State::Runnable);
  globalQueue().appendAlone(g);
  bool inherits;
  G* next = worker.queue.popAlone(&inherits);
  if (!next) return yieldToGlobal(worker, g);
  leaveForAlone(worker, g, next, inherits);
}
inline bool mayYieldAlone(const Worker& worker) {
  return !base::kOwnStacks && base::loneWorker && workerLimit() == 1 && !mustPoll() &&
         !mustLookAround(worker) &&
         !worker.current->slot->pending.load(std::memory_order_relaxed); // no other thread
}

void yieldedLocally(G* g, void*) {
  g->setState(State::Waiting, State::Runnable);
  makeRunnable(self(), g);
}

void addSleeper(G* g, void*) { self().sleepers.add(int64_t(g->scratch[0]), g); }

} // namespace

[[gnu::noinline]] Worker& self() {
  asm volatile("");
  return *threadWorker;
}

thread_local constinit base::BiasOwner* biasOwner = nullptr;

void useWorker(Worker& worker) {
  threadWorker = &worker;
  biasOwner = &worker.biasOwner;
}

bool hasWorker() { return threadWorker != nullptr; }

G* currentG() { return threadWorker->current; }

void park(WaitReason reason, void (*after)(G*, void*), void* argument) {
  Worker& worker = self();
  G* g = worker.current;
  g->reason = reason;
  g->setState(State::Running, State::Waiting);
  if (after) after(g, argument);
  leaveQuickly(worker, g);
}

// unlock(worker) releases the lock of the queue that holds the goroutine.
template <class Unlock>
[[gnu::always_inline]] inline void parkAndUnlock(WaitReason reason, Unlock unlock) {
  Worker& worker = *threadWorker; // all switches are tail calls
  G* g = worker.current;
  g->reason = reason;
  g->setState(State::Running, State::Waiting);
  unlock(worker);
  leaveQuickly(worker, g);
}

void park(WaitReason reason, base::SpinLock& lock) {
  parkAndUnlock(reason, [&](Worker&) { lock.unlock(); });
}

void park(WaitReason reason, base::BiasedLock& lock) {
  parkAndUnlock(reason, [&](Worker& worker) { lock.unlock(worker.biasOwner); });
}

void ready(G* g) {
  g->setState(State::Waiting, State::Runnable);
  makeNext(self(), g);
}

void yieldToNext() { park(WaitReason::None, yieldedLocally); }

// The time goes through the record: so nothing of this lies on the stack of who sleeps.
void sleepUntil(int64_t when) {
  threadWorker->current->scratch[0] = uintptr_t(when);
  park(WaitReason::Sleep, addSleeper);
}

void onSchedulerStack(void (*fn)(void*), void* argument) {
  Worker& worker = self();
  if (!worker.current || !worker.current->slot->contains(__builtin_frame_address(0))) {
    fn(argument);
    return;
  }
  worker.onScheduler = fn;
  worker.argument = argument;
  toScheduler(worker);
}

[[MG_NEVER_RETURNS_TO_SANITIZER]] void endGoroutine() {
  Worker& worker = self();
  G* g = worker.current;
  if (g->id() == 1) mainGone = true;
  g->setState(State::Running, State::Dead);
  leaveDead(worker, g);
  worker.hasEnded = true;
  toScheduler(worker);
  __builtin_unreachable();
}

bool mainHasGoneExit() { return mainGone; }

} // namespace mg::sched

// On the stack that has been entered.
extern "C" void mg_left_slot(mg::sched::Slot* left, char* sp) {
  using namespace mg::sched;
  if (G* g = left->occupant) g->liveBytes = uint32_t(left->top - sp);
  if (left->giveBack()) [[unlikely]]
    drainPending(self(), left);
}

extern "C" [[MG_NEVER_RETURNS_TO_SANITIZER]] void mg_goroutine_end() { mg::sched::endGoroutine(); }

namespace mg {

void gosched() {
  sched::Worker& worker = *sched::threadWorker; // all switches are tail calls
  if (sched::mayYieldAlone(worker)) return sched::yieldAlone(worker);
  if (!sched::goesOnAtOnce(worker)) sched::park(sched::WaitReason::None, sched::yielded);
}

} // namespace mg
