// The record of a goroutine: all that exists of one that has not started, and all but its stack
// bytes later. Records lie in spans of the arena, never move, and are scanned by the collector from
// `defers` to the end.
//
// Invariants
// - State changes only through setState(from, to).
// - `slot` is set when the goroutine first runs and stays until it ends, because the stack's bytes
//   must come back to the same addresses. While it waits, its live bytes lie either on the slot
//   (slot->occupant == this) or in `image`, liveBytes of them.
// - `next` belongs to whichever queue holds the goroutine; it is in one at most.
#pragma once

#include "runtime/base/check.h"
#include "runtime/base/platform.h"

#include <cstddef>
#include <cstdint>

namespace mg {
struct DeferRecord;
}

namespace mg::panics {
struct Panic;
}

namespace mg::sched {

struct Slot;

enum class State : uint8_t {
  Dead,     // on the free list of its size, or never used
  Runnable, // in a run queue, or about to be put there by the one who made it so
  Running,  // some worker's `current`
  Waiting,  // in the wait queue, timer heap or channel that will make it runnable
  SlotWait, // runnable, but in the `pending` list of its slot, which another goroutine uses
};

enum class WaitReason : uint8_t {
#define WAIT_REASON(name, text) name,
#include "runtime/sched/wait_reason.def"
};
const char* waitReasonText(WaitReason reason);

enum GFlags : uint8_t {
  kStarted = 1,       // has run: `slot` is set, `start` is no longer
  kGoexitPending = 2, // a recovered panic interrupted Goexit, which must go on
  kOperationDone = 4, // the wait ended because its operation was done, not because of a close
  kPanicOnFault = 8,  // debug.SetPanicOnFault
};

struct G {
  State state;
  WaitReason reason;
  uint8_t flags; // GFlags
  uint8_t units; // size of the record in 16-byte units
  uint32_t liveBytes;
  uint32_t idLow, parentLow;
  uint16_t idHigh, parentHigh;
  uint32_t creatorPc; // offset from the program's start, 0 when unknown
  G* next;
  Slot* slot;
  union {
    void (*start)(void* arguments); // not kStarted
    void* image;                    // kStarted and evicted
  };
  // From here on the collector looks.
  DeferRecord* defers;
  panics::Panic* panics; // running panics, newest first; on the goroutine's own stack
  // The arguments until the goroutine has started; then scratch for the queue it waits in.
  union {
    uintptr_t arguments[1];
    uintptr_t scratch[2];
  };

  uint64_t id() const { return uint64_t{idHigh} << 32 | idLow; }
  uint64_t parent() const { return uint64_t{parentHigh} << 32 | parentLow; }
  size_t bytes() const { return size_t{units} * 16; }
  void setState(State from, State to) {
    MG_CHECK(state == from, "goroutine in an unexpected state");
    state = to;
  }
};

inline constexpr size_t kRecordHeader = offsetof(G, arguments);
static_assert(kRecordHeader == 64, "the record's size is a figure that we publish");
inline constexpr size_t kMinRecord = sizeof(G);
inline constexpr size_t kMaxRecord = 255 * 16;

// First in, first out, linked through G::next.
struct GQueue {
  G* head = nullptr;
  G* tail = nullptr;
  size_t count = 0;

  bool empty() const { return !head; }
  void push(G* g) {
    g->next = nullptr;
    if (tail)
      tail->next = g;
    else
      head = g;
    tail = g;
    ++count;
  }
  G* pop() {
    G* g = head;
    if (!g) return nullptr;
    head = g->next;
    if (!head) tail = nullptr;
    --count;
    return g;
  }
};

} // namespace mg::sched
