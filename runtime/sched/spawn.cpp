// The go statement.
#include "minigo/go.h"
#include "runtime/base/asymmetric_fence.h"
#include "runtime/panic/fatal.h"
#include "runtime/sched/dispatch.h"
#include "runtime/sched/preempt.h"

#include <cstring>

extern "C" const char __executable_start;

namespace mg::sched {

namespace {

constexpr uint64_t kIdBatch = 16;
std::atomic<uint64_t> nextIdBatch{1};
bool wantsMonitor = false; // from the start of main until the first go statement

uint64_t takeId(Worker& worker) {
  if (worker.nextId == worker.endOfIds) {
    worker.nextId = nextIdBatch.fetch_add(kIdBatch, std::memory_order_relaxed); // only unique
    worker.endOfIds = worker.nextId + kIdBatch;
  }
  return worker.nextId++;
}

G* newGoroutine(Worker& worker, void (*start)(void*), const void* arguments, size_t size,
                const void* creatorPc) {
  G* g = worker.arena.takeRecord(kRecordHeader + size);
  uint64_t id = takeId(worker);
  uint64_t parent = worker.current ? worker.current->id() : 0;
  uintptr_t pc = reinterpret_cast<uintptr_t>(creatorPc);
  uintptr_t origin = reinterpret_cast<uintptr_t>(&__executable_start);
  g->reason = WaitReason::None;
  g->flags = 0;
  g->liveBytes = 0;
  g->idLow = uint32_t(id);
  g->idHigh = uint16_t(id >> 32);
  g->parentLow = uint32_t(parent);
  g->parentHigh = uint16_t(parent >> 32);
  g->creatorPc = pc > origin && pc - origin <= UINT32_MAX ? uint32_t(pc - origin) : 0;
  g->slot = nullptr;
  g->start = start;
  g->defers = nullptr;
  g->panics = nullptr;
  memcpy(g->arguments, arguments, size);
  countGoroutines(worker, 1);
  g->setState(State::Dead, State::Runnable);
  return g;
}

} // namespace

G* newWaiting(WaitReason reason, void (*start)(void*), const void* arguments, size_t size,
              const void* creatorPc) {
  needMonitor();
  G* g = newGoroutine(self(), start, arguments, size, creatorPc);
  g->reason = reason;
  g->setState(State::Runnable, State::Waiting);
  return g;
}

void expectGoStatements() { wantsMonitor = true; }

void needMonitor() {
  if (!wantsMonitor) [[likely]]
    return;
  wantsMonitor = false;
  base::prepareFences(); // before there is another thread
  startMonitor();
}

int64_t goroutineCount() {
  int64_t sum = 0;
  for (uint32_t i = 0; i < workerCount(); ++i)
    sum += workerAt(i).liveGoroutines.load(std::memory_order_relaxed);
  return sum;
}

} // namespace mg::sched

namespace mg {

void spawn(void (*start)(void*), const void* arguments, Uintptr size) {
  poll();
  sched::needMonitor();
  sched::Worker& worker = sched::self();
  sched::makeNext(worker,
                  sched::newGoroutine(worker, start, arguments, size, __builtin_return_address(0)));
}

Int numGoroutine() { return sched::goroutineCount(); }

void fatalGoNil() { panics::fatal("go of nil func value"); }

} // namespace mg
