// runtime.Caller and Callers. An address alone does not tell which of the functions that the C++
// compiler inlined there is meant, so each call that was looked at gets a record, and what stands
// for it in Go is the record's address with the top bit set.
#include "runtime/panic/callers.h"

#include "minigo/results.h"
#include "minigo/slice.h"
#include "runtime/base/spin_lock.h"
#include "runtime/mem/collector.h"
#include "runtime/panic/go_frames.h"
#include "runtime/sched/arena.h"
#include "runtime/sched/scheduler.h"

#include <cstddef>
#include <cstdlib>

namespace go::runtime {

using mg::Int;
using mg::Results;
using mg::Slice;
using mg::String;
using mg::Uintptr;

using Position = Results<String, String, Int, Uintptr>;
Position position(Uintptr pc);
Results<Uintptr, String, Int, bool> Caller(Int skip);
Int Callers(Int skip, Slice<Uintptr> pc);
using StackRecord = mg::Array<Uintptr, 32>;
Int goroutineProfile(Slice<StackRecord> p);

} // namespace go::runtime

namespace mg::panics {

namespace {

struct Call {
  Call* next;
  uintptr_t pc;
  int depth; // among the functions at that address
  String function, file;
  Int line;
  uintptr_t entry;
};

constexpr uintptr_t kIsRecord = uintptr_t{1} << 63;
constexpr size_t kBuckets = 256;
base::SpinLock lock; // guards the lists
Call* calls[kBuckets];

String copyOf(std::string_view text) {
  char* copy = static_cast<char*>(malloc(text.size() + 1));
  text.copy(copy, text.size());
  return String(reinterpret_cast<const Byte*>(copy), Int(text.size()));
}

// The record of a call, made when it is seen first.
Call* recordOf(uintptr_t pc, int depth, const char* function, const Frame& frame) {
  Call*& bucket = calls[(pc ^ (pc >> 8)) % kBuckets];
  base::SpinGuard guard(lock);
  for (Call* call = bucket; call; call = call->next)
    if (call->pc == pc && call->depth == depth) return call;
  Call* call = static_cast<Call*>(malloc(sizeof(Call)));
  *call = {
      bucket, pc, depth, copyOf(function), copyOf(frame.file), frame.line, functionStart(pc - 1)};
  return bucket = call;
}

// The record that a value of Go stands for, or null. Programs subtract 1 from a return address to
// get into the call.
const Call* recordFor(uintptr_t value) {
  if (!(value & kIsRecord)) return nullptr;
  constexpr uintptr_t kAlign = alignof(max_align_t);
  uintptr_t address = (value - kIsRecord + kAlign - 1) & ~(kAlign - 1);
  base::SpinGuard guard(lock);
  for (const Call* bucket : calls)
    for (const Call* call = bucket; call; call = call->next)
      if (reinterpret_cast<uintptr_t>(call) == address) return call;
  return nullptr;
}

// Collects the records of a stack, the innermost call first.
struct Collector {
  Int skip;
  Uintptr* to;
  Int room, count = 0;
  uintptr_t lastPc = 0;
  int depth = 0;

  void add(uintptr_t pc, const char* function, const Frame& frame) {
    depth = pc == lastPc ? depth + 1 : 0;
    lastPc = pc;
    if (skip-- > 0 || count == room) return;
    to[count++] = reinterpret_cast<Uintptr>(recordOf(pc, depth, function, frame)) | kIsRecord;
  }
  // A function of Go's runtime, which here has no frame.
  void addMade(uintptr_t pc, const char* function) {
    add(pc, function, Frame{.function = function});
  }
};

struct ArrayWalk {
  const uintptr_t* at;
  const uintptr_t* end;

  uintptr_t next() { return at == end ? 0 : *at++; }
};

// The calls of a goroutine: that at pc, if it is not 0, and those of the walk.
template <class Walk>
Int collect(Collector& collector, bool isMain, uintptr_t pc, Walk walk) {
  GoFrames frames(
      [](void* self, const GoFrame& f) {
        static_cast<Collector*>(self)->add(f.pc, f.name.isPanic ? "runtime.gopanic" : f.name.text,
                                           f.frame);
      },
      &collector);
  if (!pc) pc = walk.next();
  for (; pc && collector.count < collector.room; pc = walk.next())
    frames.add(pc);
  frames.finish();
  if (isMain) collector.addMade(1, "runtime.main");
  collector.addMade(2, "runtime.goexit");
  return collector.count;
}

// From the caller of the function with this frame on; before it comes `own`, if it is not null.
Int collectOwn(uintptr_t framePointer, const char* own, Int skip, Uintptr* to, Int room) {
  Collector collector{skip, to, room};
  if (own) collector.addMade(3, own);
  const sched::G* g = sched::currentG();
  return collect(collector, g->id() == 1, 0, StackWalk::ofRunning(g, framePointer));
}

// Of a goroutine that stands still.
void collectOther(const sched::G* g, Uintptr* to, Int room) {
  Collector collector{0, to, room};
  uintptr_t pc;
  StackWalk walk = StackWalk::ofParked(g, &pc);
  collect(collector, g->id() == 1, pc, walk);
}

} // namespace

Int callersAt(const uintptr_t* pcs, size_t count, bool isMain, Uintptr* to, Int room) {
  Collector collector{0, to, room};
  return collect(collector, isMain, 0, ArrayWalk{pcs, pcs + count});
}

Uintptr callerNamed(const char* function) {
  Uintptr record;
  Collector collector{0, &record, 1};
  collector.addMade(reinterpret_cast<uintptr_t>(function), function);
  return record;
}

} // namespace mg::panics

namespace go::runtime {

using namespace mg;
using namespace mg::panics;

Position position(Uintptr pc) {
  const Call* call = recordFor(pc);
  if (!call && pc && !(pc & kIsRecord)) { // what reflect says of a function value
    Frame frame;
    const GoName name = functionAt(pc, &frame);
    if (!name.visible) return {{}, {}, 0, 0};
    call = recordOf(pc + 1, 0, name.text, frame);
  }
  if (!call) return {{}, {}, 0, 0};
  return {call->function, call->file, call->line, call->entry};
}

Results<Uintptr, String, Int, bool> Caller(Int skip) {
  Uintptr record = 0;
  uintptr_t frame = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
  if (skip < 0 || !collectOwn(frame, nullptr, skip, &record, 1)) return {0, {}, 0, false};
  Position at = position(record);
  return {record, at.r1, at.r2, true};
}

Int Callers(Int skip, Slice<Uintptr> pc) {
  if (pc.len == 0) return 0;
  uintptr_t frame = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
  return collectOwn(frame, "runtime.Callers", skip, pc.ptr, pc.len);
}

Int goroutineProfile(Slice<StackRecord> p) {
  constexpr Int kRoom = sizeof(StackRecord) / sizeof(Uintptr);
  StackRecord own{};
  collectOwn(reinterpret_cast<uintptr_t>(__builtin_frame_address(0)), nullptr, 0, &own[0], kRoom);
  const sched::G* self = sched::currentG();
  Int count = 0;
  mem::inCollector([&] {
    mem::stopOthers();
    sched::Arena::forEachGoroutine([&](const sched::G*) { ++count; });
    StackRecord* at = p.ptr;
    if (count <= p.len) {
      *at++ = own;
      sched::Arena::forEachGoroutine([&](const sched::G* g) {
        if (g == self) return;
        *at = {};
        collectOther(g, &(*at++)[0], kRoom);
      });
    }
    mem::startOthers();
  });
  return count;
}

} // namespace go::runtime
