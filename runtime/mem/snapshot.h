// Marking while the program runs, without barriers: a child process, made by clone(2) while the
// world stands still, has a copy-on-write snapshot of all memory and marks there. What could not be
// reached at the snapshot can never be reached again, so the parent may free it later.
//
// Protocol
// 1. World stopped, caches empty, collector's lock held: beginSnapshot() clones; the world goes on.
// 2. The child marks from the roots of the snapshot, with the same code as a collection with the
//    world stopped. All that it leaves to the parent lies in memory that both share: a bit for each
//    object that was allocated at the snapshot and not reached ("dead"), and the sums. So an object
//    allocated since is alive without anybody having to note it.
// 3. Nothing is freed before step 6: no page, span or object that the snapshot knows changes its
//    meaning. A second collection does not begin before this one has ended.
// 4. A weak pointer that gives its object while the child marks hands the object to the child as
// one
//    more root (keepInSnapshot), before anybody gets the address. The child looks there when it has
//    nothing else to do, and closes the list before it writes the dead down. Who comes later waits
//    for step 6, and then finds the pointer nil or the object alive.
// 5. The child ends; the waiter, a thread, sees that, makes the state Ended, and asks workers, who
//    are the only ones to stop the world, to see to it (sched::requestAttention).
// 6. World stopped again: what timers, weak pointers and finalizers need is taken off the dead with
//    what it leads to (nobody has changed that since the snapshot: it could not be reached). The
//    rest is counted as freed, and freed a few spans at a time by those who allocate (sweep.h).
// 7. If the child could not be made, or died, the parent marks with the world stopped. The child
//    dies with the parent. It holds no file of the parent open, and no signal reaches it.
//
// Why not barriers: generated code has none, so that it does not depend on the collector. Why not
// protected pages with a record of what is written: a fault costs three times as much as the copy
// of a page, and all of the heap must be protected anew for each cycle.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace mg::mem {

enum class SnapshotState : uint32_t { None, Marking, Ended };
// A futex. Marking and None: set by the holder of the collector's lock. Ended: by the waiter.
extern std::atomic<uint32_t> snapshotWord;
// Acquire: pairs with the waiter's release; publishes what the child has left.
inline SnapshotState snapshotState() {
  return SnapshotState(snapshotWord.load(std::memory_order_acquire));
}

// MINIGO_GC_SNAPSHOT: 1 for every collection, 0 for none; unless given, when it is worth it.
enum class SnapshotUse { Never, WhenWorthIt, Always };
SnapshotUse snapshotUse();

// Makes the child; false if that cannot be done. REQUIRES: state None, the world stopped, caches
// empty.
bool beginSnapshot();

struct SnapshotResult {
  uint64_t deadBytes, deadObjects, stackBytes;
  int64_t markTime; // ns
};
// What the child has left; theDead is set. False: it has failed. REQUIRES: state Ended.
bool takeSnapshot(SnapshotResult* result);
// The state is None again. REQUIRES: state Ended, the world stopped or the caller alone.
void endSnapshot();
// Kills the child, if there is one, and waits until it is gone. Under the collector's lock.
void abandonSnapshot();

// In the child.
extern bool isSnapshotChild;

// The holder of a weak pointer's handle is about to get the object. False: too late to ask the
// child. By a goroutine, in state Marking or Ended.
bool keepInSnapshot(void* object);
// Of the one that is Marking or Ended; never 0.
uint64_t snapshotNumber();

} // namespace mg::mem
