// The scheduler. See README.md for the protocols in numbered steps.
#pragma once

#include "runtime/base/biased_lock.h"
#include "runtime/base/spin_lock.h"
#include "runtime/sched/goroutine.h"

#include <cerrno>
#include <type_traits>

namespace mg::sched {

struct Worker;

// Makes the worker the calling thread's.
void useWorker(Worker& worker);
bool hasWorker();

// The goroutine that calls. Null on the scheduler's stack between goroutines.
G* currentG();

// Parks the calling goroutine: state Waiting, reason shown by tracebacks. `after`, if given, is
// called then (it releases the lock of the queue that holds the goroutine); from then on ready()
// may be called for it: its slot stays busy until it is off its stack, so it cannot run too early.
// Returns when it runs again.
void park(WaitReason reason, void (*after)(G* g, void* argument) = nullptr,
          void* argument = nullptr);

// The same, where `after` is to release a lock.
void park(WaitReason reason, base::SpinLock& lock);
void park(WaitReason reason, base::BiasedLock& lock);

// The calling thread's worker, for biased locks. To be read in functions only that do not switch.
extern thread_local constinit base::BiasOwner* biasOwner;

// Makes a goroutine that will call start(arguments), on a copy of size bytes, once ready() is
// called for it; until then it waits for that reason. creatorPc: where tracebacks say it was made.
G* newWaiting(WaitReason reason, void (*start)(void*), const void* arguments, size_t size,
              const void* creatorPc);

// Makes a waiting goroutine runnable, as the next one to run on this worker. Callable on a
// goroutine or the scheduler's stack.
void ready(G* g);

// Puts the calling goroutine at the end of this worker's queue, so that the one just made ready
// runs.
void yieldToNext();

// Parks the calling goroutine until base::nanotime() reaches `when`.
void sleepUntil(int64_t when);

// Runs fn(argument) on the scheduler's stack while the calling goroutine stands still.
// Directly when called there.
void onSchedulerStack(void (*fn)(void*), void* argument);

// Ends the calling goroutine, whose deferred calls have run.
[[noreturn]] void endGoroutine();
// Goroutine 1 has ended by Goexit; the program goes on without it.
bool mainHasGoneExit();

// The program's main is ready to run: the next goroutine is the first that needs preemption.
void expectGoStatements();
// There is, or will be, more than one goroutine.
void needMonitor();

// Live goroutines, as runtime.NumGoroutine counts them.
int64_t goroutineCount();

// Runs a copy of fn, which may block the thread, on the scheduler's stack; the world can be stopped
// meanwhile. Returns its result. fn must not touch the heap. Others may use the goroutine's slot
// meanwhile unless fn holds an address there: so capture values, not references, where you can. On
// a goroutine's stack.
int64_t blockingCall(int64_t (*run)(void* fn), const void* fn, size_t bytes);
inline constexpr size_t kMostCaptured = 64;
template <class Fn>
int64_t blocking(Fn fn) {
  static_assert(std::is_trivially_copyable_v<Fn> && sizeof(Fn) <= kMostCaptured);
  return blockingCall([](void* fn) { return int64_t((*static_cast<Fn*>(fn))()); }, &fn, sizeof fn);
}
// For the result of a system call by way of the C library: what it returned, or the negative error.
inline int64_t resultOrError(int64_t result) { return result < 0 ? -int64_t(errno) : result; }

// The loop of the calling thread's worker.
[[noreturn]] void runWorker(Worker& worker);

// The stack bytes of a goroutine that is not running, wherever they lie: data[0, size) belong to
// the addresses from `address`. size is 0 when it has not started.
struct StackBytes {
  uintptr_t address;
  const char* data;
  size_t size;
};
StackBytes stackOf(const G* g);

} // namespace mg::sched
