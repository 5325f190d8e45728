// The functions of Go's package runtime.
#include "minigo/go.h"
#include "minigo/heap.h"
#include "minigo/traceback.h"

#include "runtime/sched/scheduler.h"
#include "runtime/sched/workers.h"

#include <cstdlib>
#include <cstring>

namespace go::runtime {

void Gosched();
void Goexit();
void GC();
mg::Int NumGoroutine();
mg::Int NumCPU();
mg::Int GOMAXPROCS(mg::Int n);
void SetDefaultGOMAXPROCS();
void Breakpoint();
mg::String GOROOT();

void Gosched() { mg::gosched(); }

void Goexit() { mg::goexit(); }

void GC() { mg::collectGarbage(); }

mg::Int NumGoroutine() { return mg::numGoroutine(); }

mg::Int NumCPU() { return mg::sched::processorCount(); }

mg::Int GOMAXPROCS(mg::Int n) {
  mg::Int old = mg::sched::workerLimit();
  if (n > 0) mg::sched::setWorkerLimit(n);
  return old;
}

void SetDefaultGOMAXPROCS() {
  // Reading files takes more of a stack than goroutines have where memory is limited.
  mg::sched::onSchedulerStack(
      [](void*) { mg::sched::setWorkerLimit(mg::sched::defaultWorkerLimit()); }, nullptr);
}

void Breakpoint() { __builtin_trap(); }

mg::String GOROOT() {
  const char* root = getenv("GOROOT");
  return root ? mg::String(root, mg::Int(strlen(root))) : mg::String();
}

} // namespace go::runtime
