#include "runtime/sched/blocking_call.h"

#include "runtime/base/futex.h"
#include "runtime/sched/dispatch.h"
#include "runtime/sched/poller.h"

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

// Step 2.
void send(Worker& worker) {
  uint32_t inside = Worker::kInside;
  // Acquire: pairs with the release in runCall(); the worker touches nothing of its own until
  // kAway.
  if (!worker.call.compare_exchange_strong(inside, Worker::kBeingSent, std::memory_order_acquire))
    return;
  sendAway(worker);
  // Release: pairs with the acquire in comeBack().
  worker.call.store(Worker::kAway, std::memory_order_release);
  wakeForOneAway();
}

// Step 3.
void comeBack(Worker& worker) {
  // Acquire: pairs with the release in send().
  for (int spins = 0; worker.call.load(std::memory_order_acquire) != Worker::kAway; ++spins)
    base::pauseSpinning(spins);
  worker.call.store(Worker::kNone, std::memory_order_relaxed); // only the owner leaves kAway
  if (isBack()) return;
  worker.givesUp = true;
  G* g = worker.current; // its slot is busy: nobody runs it before it is off it
  g->setState(State::Running, State::Runnable);
  globalQueue().append(g);
}

struct Call {
  void (*fn)(void*);
  void* argument;
};

void runCall(void* argument) {
  Call& call = *static_cast<Call*>(argument);
  Worker& worker = self();
  // Relaxed: written by the owner only, for the monitor to compare.
  worker.calls.store(worker.calls.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  enterSafe(worker);
  // Release: pairs with the acquire in send().
  worker.call.store(Worker::kInside, std::memory_order_release);
  call.fn(call.argument);
  uint32_t inside = Worker::kInside;
  bool isSent = !worker.call.compare_exchange_strong(inside, Worker::kNone);
  leaveSafe(worker);
  if (isSent) comeBack(worker);
}

} // namespace

void blockingCall(void (*fn)(void*), void* argument) {
  if (isOnlyGoroutine(self())) return fn(argument);
  needMonitor(); // timers alone may start goroutines, too
  Call call{fn, argument};
  onSchedulerStack(runCall, &call);
}

CallSeen lookAtCall(Worker& worker, uint64_t* seen) {
  if (worker.call.load(std::memory_order_relaxed) != Worker::kInside)
    return CallSeen::None; // a hint
  uint64_t calls = worker.calls.load(std::memory_order_relaxed);
  bool isSame = calls == *seen;
  *seen = calls;
  bool othersMayRun = !base::loneWorker && moreMayRun();
  if (othersMayRun || !somebodyWaits()) return CallSeen::InCall;
  if (isSame) send(worker);
  return CallSeen::OthersWait;
}

} // namespace mg::sched
