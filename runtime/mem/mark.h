// Marking: everything that can be reached from the roots. The world stands still.
//
// A marker turns words that point into objects into candidates. A candidate waits for a moment in a
// short queue while the processor fetches its bits and its first bytes, is marked when it leaves
// the queue, and its words are looked at. What does not fit into the queue goes to the marker's
// stack. Several markers, each a thread, share roots a span of goroutine records at a time, and
// pass on parts of their stacks when others have nothing to do.
#pragma once

#include "runtime/mem/pages.h"

#include <cstdint>

namespace mg::mem {

class Marker {
public:
  // All aligned words of a range are looked at.
  void scan(const void* from, const void* to);
  // Until this marker has nothing to do any more.
  void drain();
  // The same, and until no other marker has.
  void drainWithOthers();
  // Marks the object that contains the address, and what can be reached from it, later.
  void mark(const void* address);

  // Of objects marked, and of stacks and records looked at.
  uint64_t bytes() const { return bytes_; }
  uint64_t stackBytes = 0;
  uint32_t round = 0; // marker_threads.h
  void reset() { bytes_ = stackBytes = 0; }

private:
  static constexpr uint32_t kQueue = 16; // a power of two
  // Large objects are looked at in pieces, so that others can help.
  static constexpr size_t kPiece = size_t{64} << 10;
  // The place of an object: its offset, a multiple of 16, its class above, and whether it is
  // pointerFree.
  using Candidate = uint64_t;
  struct Words {
    const uintptr_t *from, *to;
  };

  struct Loop;
  // Alone; with others at the same time; or after a snapshot, what it has found dead is taken off
  // theDead instead.
  enum class How { Alone, Shared, Revive };

  // Until there is nothing left (false), or enough to pass on.
  template <How kHow>
  bool drainSome();
  void passOn();
  bool takeShared();
  void growStack();

  Candidate queue_[kQueue];
  uint32_t queueFirst_ = 0, queueCount_ = 0;
  Candidate* stack_ = nullptr;
  size_t depth_ = 0, room_ = 0;
  Words pieces_[64]; // of large objects; more are looked at whole
  uint32_t pieceCount_ = 0;
  uint64_t bytes_ = 0;
};

// The marker of the thread that collects.
Marker& marker();

struct MarkTotals {
  uint64_t bytes, stackBytes;
};
// Of all markers since the last markTogether().
MarkTotals markTotals();

} // namespace mg::mem
