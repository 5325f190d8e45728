// The functions of Go's package runtime.
#include "minigo/go.h"
#include "minigo/heap.h"
#include "minigo/results.h"
#include "minigo/traceback.h"

#include "runtime/sched/workers.h"

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <sched.h>

namespace go::runtime {

void Gosched();
void Goexit();
void GC();
mg::Int NumGoroutine();
mg::Int NumCPU();
mg::Int GOMAXPROCS(mg::Int n);
void Breakpoint();
mg::String GOROOT();
using HeapNumbers = mg::Results<mg::Uint64, mg::Uint64, mg::Uint64, mg::Uint64, mg::Uint64>;
HeapNumbers heapStats();

namespace {

// What GOMAXPROCS was set to; 0 until then.
std::atomic<mg::Int> maxProcs{0};

} // namespace

void Gosched() { mg::gosched(); }

void Goexit() { mg::goexit(); }

void GC() { mg::collectGarbage(); }

mg::Int NumGoroutine() { return mg::numGoroutine(); }

mg::Int NumCPU() {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) != 0) return 1;
  int count = CPU_COUNT(&set);
  return count > 0 ? count : 1;
}

mg::Int GOMAXPROCS(mg::Int n) {
  mg::Int old = n > 0 ? maxProcs.exchange(n) : maxProcs.load();
  if (n > 0)
    mg::sched::setWorkerLimit(mg::Uint32(n < mg::sched::kMaxWorkers ? n : mg::sched::kMaxWorkers));
  return old > 0 ? old : NumCPU();
}

void Breakpoint() { __builtin_trap(); }

mg::String GOROOT() {
  const char* root = getenv("GOROOT");
  return root ? mg::String(root, mg::Int(strlen(root))) : mg::String();
}

HeapNumbers heapStats() {
  mg::HeapStats stats = mg::heapStats();
  return {stats.used, stats.size, stats.mapped, stats.total, stats.collections};
}

} // namespace go::runtime
