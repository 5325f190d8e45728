// Stack slots: large virtual ranges that goroutines borrow while they run.
//
// Protocol (the design's "slots" paragraph in steps)
// 1. A worker takes a slot's `busy` flag by compare-and-swap before it touches the slot's bytes:
//    before it evicts the occupant, copies an image back, or runs a goroutine there.
// 2. It gives the flag back after it has switched away from the goroutine. So a goroutine that was
//    made ready while it still parks cannot be resumed early: its slot is busy.
// 3. A goroutine whose slot is busy goes to the slot's `pending` list. The holder drains that list
//    after it has cleared `busy`; the one who queues looks at `busy` again after queueing. One of
//    the two sees the other: the holder, who does this at each switch, has a light fence between,
//    the other a heavy one.
// 4. `occupant` and the bytes belong to the holder of `busy`.
#pragma once

#include "runtime/base/asymmetric_fence.h"
#include "runtime/base/lone.h"
#include "runtime/base/sanitizer.h"
#include "runtime/sched/goroutine.h"

namespace mg::sched {

class Arena;
struct Slot;

// Gives a slot back that the calling worker has taken, and makes those runnable that wait for it.
void leaveSlot(Slot* slot);

struct alignas(base::kCacheLine) Slot {
  std::atomic<uint32_t> busy{0};
  // On some worker's free list. A slot may be taken past the list; then it drops out of it later.
  std::atomic<bool> inFreeList{false};
  std::atomic<G*> pending{nullptr};
  G* occupant = nullptr; // whose live bytes lie here, or who runs here
  char* top = nullptr;   // where the stack starts, cache colour taken off
  char* base = nullptr;  // lowest usable byte; a guard lies below
  Slot* nextFree = nullptr;
  [[no_unique_address]] base::KnownStack known;

  bool tryTake() {
    uint32_t idle = 0;
    // Acquire: pairs with the release in clearBusy(); makes the last holder's bytes visible.
    return busy.load(std::memory_order_relaxed) == 0 &&
           base::compareExchange(busy, idle, 1u, std::memory_order_acquire);
  }
  // Step 3, the holder's part. True: the caller drains `pending`.
  bool giveBack() {
    clearBusy();
    return pending.load() != nullptr;
  }
  // Step 3, for one that finds the slot in use. True: it has been given back meanwhile; the caller
  // drains `pending`.
  bool addPending(G* g) {
    G* first = pending.load();
    do
      g->next = first;
    while (!pending.compare_exchange_weak(first, g));
    base::heavyFence();
    return busy.load() == 0;
  }
  // Makes those that wait Runnable; enqueue(G*) puts one into a queue.
  template <class Enqueue>
  void drainPending(Enqueue enqueue) {
    for (G* waiting = pending.exchange(nullptr); waiting;) {
      G* following = waiting->next;
      waiting->setState(State::SlotWait, State::Runnable);
      enqueue(waiting);
      waiting = following;
    }
  }
  void clearBusy() {
    // Release: pairs with the acquire in tryTake().
    busy.store(0, std::memory_order_release);
    base::lightFence();
  }
  bool contains(const void* address) const { return address >= base && address < top; }
};

// debug.SetMaxStack, in bytes. As Go doubles stacks, the largest power of two below it is what a
// goroutine can use; never less than 64 KiB, for the runtime runs there too, nor more than a slot.
extern size_t maxStack;

// The slots of one worker. Other workers may run goroutines on them (step 1), and get them on their
// free list when a goroutine ends there.
class SlotPool {
public:
  // A slot for a goroutine that has none; taken (busy), not occupied. Evicts a parked goroutine
  // when no slot is free, and maps more slots when every occupant is large. Null when there is no
  // memory for more and other workers run goroutines on all of them, or have them all: try again
  // later.
  Slot* take(Arena& arena);
  // One that no goroutine uses, as take(); null if there is none at hand.
  Slot* takeFree() {
    while (Slot* slot = free_) {
      free_ = slot->nextFree;
      slot->inFreeList.store(false, std::memory_order_release); // pairs with free()
      if (!slot->tryTake()) continue;
      if (!slot->occupant) return slot;
      leaveSlot(slot); // a goroutine has come back to it meanwhile: it is not free
    }
    return nullptr;
  }
  // A goroutine has ended on this slot. The slot stays busy.
  void free(Slot* slot);

  // Gives memory that deep recursion has left below the live bytes back to the system. `current` is
  // the slot of the goroutine that stands still for the caller; other busy slots are left alone.
  void trim(Slot* current);

  // Makes the usable part of all slots as large as maxStack says, but for stacks that are larger
  // already. The world stands still.
  void applyMaxStack();

  // Puts the goroutine's bytes onto its slot. REQUIRES: the slot is taken by the caller.
  static void bringIn(Arena& arena, G* g);

  size_t evictions() const { return evictions_; }

private:
  struct Region {
    Region* next;
    Slot* slots;
    size_t count;
    size_t opened; // slots[0, opened) have memory
    size_t slotBytes;
    char* memory;
  };

  static void trimSlot(Slot* slot);
  static void applyMaxStackTo(Region& region, size_t index);
  Slot* openNext();
  Slot* evictOne(Arena& arena, size_t largest);
  Slot* nextByHand();
  bool addRegion();
  static bool mapSlot(Region& region, size_t index);

  Slot* free_ = nullptr;
  Region* regions_ = nullptr; // newest first
  Region* handRegion_ = nullptr;
  size_t hand_ = 0;   // clock hand in handRegion_
  size_t opened_ = 0; // slots with memory, in all regions
  size_t evictions_ = 0;
};

// Copies the occupant's live bytes to an image. REQUIRES: the slot is taken by the caller and its
// occupant is not running.
void evict(Arena& arena, Slot* slot);

// What an address means to the fault handler.
enum class AddressKind { Other, StackGuard };
AddressKind classifyAddress(const void* address);

} // namespace mg::sched
