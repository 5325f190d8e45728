// Package runtime/debug: how large stacks and how many threads may be.
#include "minigo/types.h"
#include "runtime/base/stderr_writer.h"
#include "runtime/mem/collector.h"
#include "runtime/panic/fatal.h"
#include "runtime/sched/workers.h"

namespace go::runtime_debug {

void setMaxStack(mg::Int bytes);
void setMaxThreads(mg::Int threads);

void setMaxStack(mg::Int bytes) {
  using namespace mg;
  mem::inCollector([&] {
    mem::stopOthers();
    sched::maxStack = bytes > 0 ? size_t(bytes) : 0;
    for (uint32_t i = 0; i < sched::workerCount(); ++i)
      sched::workerAt(i).slots.applyMaxStack();
    mem::startOthers();
  });
}

void setMaxThreads(mg::Int threads) {
  mg::sched::maxThreads.store(threads, std::memory_order_relaxed); // a number of its own
  mg::sched::checkThreads(mg::sched::workerCount());
}

} // namespace go::runtime_debug

namespace mg::sched {

std::atomic<int64_t> maxThreads{10'000}; // Go's

void checkThreads(uint32_t workers) {
  int64_t most = maxThreads.load(std::memory_order_relaxed); // as above
  constexpr int64_t kOthers = 1;                             // the monitor
  if (int64_t{workers} + kOthers <= most) return;
  {
    base::StderrWriter out;
    out.text("runtime: program exceeds ").number(most).text("-thread limit\n");
  }
  panics::fatal("thread exhaustion");
}

} // namespace mg::sched
