#include "runtime/sched/blocking_call.h"

#include "runtime/base/futex.h"
#include "runtime/sched/dispatch.h"
#include "runtime/sched/poller.h"
#include "runtime/sched/preempt.h"
#include "runtime/sched/stop_world.h"

#include <cstring>
#include <iterator>

namespace mg::sched {

namespace {

// Nobody could run meanwhile.
bool isOnlyGoroutine(const Worker& worker) {
  return base::loneWorker && goroutineCount() == 1 && firstDueOf(worker) == INT64_MAX;
}

bool somebodyWaits() {
  if (pollHasWaiters() || !globalQueue().empty()) return true;
  for (uint32_t i = 0; i < workerCount(); ++i)
    if (!workerAt(i).queue.empty()) return true;
  return firstDue() <= base::nanotime();
}

// Step 3.
void leaveSlotTo(GQueue& others, G* g) {
  Slot* slot = g->slot;
  g->setState(State::Running, State::Waiting);
  if (slot->giveBack()) slot->drainPending([&others](G* waiting) { others.push(waiting); });
}

// Step 2.
void send(Worker& worker) {
  uint32_t inside = Worker::kInside;
  // Acquire: pairs with the release in runCall(); the worker touches nothing of its own until
  // kAway.
  if (!worker.call.compare_exchange_strong(inside, Worker::kBeingSent, std::memory_order_acquire))
    return;
  sendAway(worker);
  GQueue others;
  if (worker.callSlot.load(std::memory_order_relaxed)) leaveSlotTo(others, worker.current);
  if (!others.empty()) globalQueue().append(others);
  // Release: pairs with the acquire in comeBack().
  worker.call.store(Worker::kAway, std::memory_order_release);
  wakeOne();
}

// Step 4.
void comeBack(Worker& worker) {
  // Acquire: pairs with the release in send().
  for (int spins = 0; worker.call.load(std::memory_order_acquire) != Worker::kAway; ++spins)
    base::pauseSpinning(spins);
  worker.call.store(Worker::kNone, std::memory_order_relaxed); // only the owner leaves kAway
  G* g = worker.current;
  g->reason = WaitReason::None;
  const bool hasSlot = g->state == State::Running;
  if (!hasSlot) worker.current = nullptr;
  if (isBack()) {
    if (!hasSlot) ready(g);
    return;
  }
  worker.givesUp = true;
  // A slot that it has kept is busy: nobody runs it before it is off it.
  g->setState(hasSlot ? State::Running : State::Waiting, State::Runnable);
  globalQueue().append(g);
}

// Lies on the goroutine's stack.
struct Call {
  int64_t (*run)(void* fn);
  const void* fn;
  size_t bytes;
};

// Whether a word there may be an address on the slot.
bool holdsAddressOn(const Slot& slot, const uintptr_t* words, size_t count) {
  for (size_t i = 0; i < count; ++i)
    if (slot.contains(reinterpret_cast<const void*>(words[i]))) return true;
  return false;
}

void runCall(void* argument) {
  const Call& call = *static_cast<const Call*>(argument);
  Worker& worker = self();
  G* g = worker.current;
  uintptr_t fn[kMostCaptured / sizeof(uintptr_t)] = {};
  memcpy(fn, call.fn, call.bytes);
  auto run = call.run;
  Slot* slot = holdsAddressOn(*g->slot, fn, std::size(fn)) ? nullptr : g->slot;
  g->reason = WaitReason::SystemCall;
  // Relaxed: for the monitor, after it has seen kInside.
  worker.callSlot.store(slot, std::memory_order_relaxed);
  // Relaxed: written by the owner only, for the monitor to compare.
  worker.calls.store(worker.calls.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  enterSafe(worker);
  // Release: pairs with the acquire in send().
  worker.call.store(Worker::kInside, std::memory_order_release);
  const int64_t result = run(fn);
  uint32_t inside = Worker::kInside;
  bool isSent = !worker.call.compare_exchange_strong(inside, Worker::kNone);
  leaveSafe(worker);
  g->scratch[0] = uintptr_t(result); // in the record, since the stack may be elsewhere
  if (isSent) return comeBack(worker);
  g->reason = WaitReason::None;
}

} // namespace

int64_t blockingCall(int64_t (*run)(void* fn), const void* fn, size_t bytes) {
  if (isOnlyGoroutine(self())) return run(const_cast<void*>(fn));
  needMonitor(); // timers alone may start goroutines, too
  Call call{run, fn, bytes};
  onSchedulerStack(runCall, &call);
  int64_t result = int64_t(self().current->scratch[0]);
  yieldIfAsked();
  return result;
}

CallSeen lookAtCall(Worker& worker, uint64_t* seen) {
  // Acquire: pairs with the release in runCall(); callSlot and what it points to are read.
  if (worker.call.load(std::memory_order_acquire) != Worker::kInside) return CallSeen::None;
  uint64_t calls = worker.calls.load(std::memory_order_relaxed);
  bool isSame = calls == *seen;
  *seen = calls;
  // Relaxed: of this call or a later one. A slot stays where it is, whatever the worker does.
  const Slot* slot = worker.callSlot.load(std::memory_order_relaxed);
  bool slotIsWanted = slot && slot->pending.load(std::memory_order_relaxed); // a hint
  bool othersMayRun = !base::loneWorker && moreMayRun();
  if (!slotIsWanted && (othersMayRun || !somebodyWaits())) return CallSeen::InCall;
  if (isSame) send(worker);
  return CallSeen::OthersWait;
}

} // namespace mg::sched
