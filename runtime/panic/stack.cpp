// runtime.Stack: tracebacks as a program wants to have them.
#include "minigo/slice.h"
#include "runtime/mem/collector.h"
#include "runtime/panic/last_words.h"
#include "runtime/panic/traceback.h"
#include "runtime/sched/scheduler.h"

namespace go::runtime {

mg::Int Stack(mg::Slice<mg::Byte> buf, bool all);

mg::Int Stack(mg::Slice<mg::Byte> buf, bool all) {
  mg::base::MemoryWriter out(buf.ptr, size_t(buf.len));
  auto* frame = static_cast<uintptr_t*>(__builtin_frame_address(0));
  auto caller = reinterpret_cast<uintptr_t>(__builtin_return_address(0));
  mg::panics::printRunningGoroutineAt(out, caller, *frame);
  if (all) {
    const mg::sched::G* self = mg::sched::currentG();
    mg::mem::inCollector([&] {
      mg::mem::stopOthers();
      mg::panics::printGoroutines(out, self);
      mg::mem::startOthers();
    });
  }
  return mg::Int(out.size());
}

} // namespace go::runtime
