#include "runtime/sched/slot.h"

#include "runtime/base/check.h"
#include "runtime/base/sanitizer.h"
#include "runtime/mem/out_of_memory.h"
#include "runtime/sched/arena.h"
#include "runtime/sched/scheduler.h"

#include <cstdlib>
#include <cstring>
#include <new>
#include <sys/mman.h>

namespace mg::sched {

namespace {

// A goroutine with more live bytes keeps its slot as long as there is another way.
constexpr size_t kSmallStack = 4096;
constexpr size_t kGuard = size_t{1} << 20; // frames of C++ code may be larger than a page
constexpr size_t kSlotBytes = size_t{512} << 20;
constexpr size_t kMinSlotBytes = size_t{256} << 10;
constexpr size_t kSlotsPerRegion = 256;
constexpr size_t kLeastStack = size_t{64} << 10;
// Stacks begin on different cache lines of a page and different pages of a slot. With the same
// ones, as slots are a power of two apart, they would all want the same few places in the
// processor's caches, those for page translation included.
constexpr size_t kColours = 61;
constexpr size_t kPagesForColours = size_t{16} * base::kPage; // one page more in each of so many
constexpr size_t kKeptStack = size_t{256} << 10;              // unused stack that a slot may keep

// Where the system grants little, each worker has few slots, for the rest of the program needs
// memory, too: an eighth of the address space, or of the memory that it may promise, for all of
// them.
constexpr size_t kScarceSlots = 8;
constexpr size_t kScarceShare = 8;
// What a slot may be granted there, in bytes; 0: the system has refused nothing yet.
std::atomic<size_t> scarceStack{0};

struct MappedRange {
  const char* from;
  const char* to;
  size_t slotBytes;
  MappedRange* next;
};
std::atomic<MappedRange*> mappedRanges{nullptr};

void rememberRange(char* from, size_t size, size_t slotBytes) {
  MappedRange* range = static_cast<MappedRange*>(malloc(sizeof(MappedRange)));
  if (!range) mem::outOfMemory();
  *range = {from, from + size, slotBytes, mappedRanges.load()};
  while (!mappedRanges.compare_exchange_weak(range->next, range)) {
  }
}

size_t guardFor(size_t slotBytes) { return slotBytes >= 16 * kGuard ? kGuard : base::kPage; }

size_t usableStack() {
  size_t usable = kLeastStack;
  while (usable < kSlotBytes && usable * 2 <= maxStack)
    usable *= 2;
  return usable;
}

// Tests set MINIGO_SLOTS to see eviction with few goroutines; then there are never more slots.
size_t slotLimit() {
  const char* text = getenv("MINIGO_SLOTS");
  long n = text ? atol(text) : 0;
  return n > 0 ? size_t(n) : 0;
}

// Null where the system refuses.
void* reserve(size_t size) {
  void* memory = mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return memory == MAP_FAILED ? nullptr : memory;
}

// Address space for so many slots of that size. A process that may have little (ulimit -v) gets
// fewer and smaller ones.
void* reserveSlots(size_t* count, size_t* slotBytes) {
  if (void* memory = reserve(*count * *slotBytes)) return memory;
  if (*count > kScarceSlots) *count = kScarceSlots;
  for (;;) {
    if (void* memory = reserve(*count * *slotBytes)) {
      if (*slotBytes < kMinSlotBytes * kScarceShare) return memory;
      munmap(memory, *count * *slotBytes);
      *slotBytes /= kScarceShare;
      return reserve(*count * *slotBytes);
    }
    if (*slotBytes > kMinSlotBytes)
      *slotBytes /= 2;
    else if (*count > 1)
      *count /= 2;
    else
      return nullptr;
  }
}

// Where memory is not overcommitted, or limited (ulimit -d). Asks for a mapping of its own, because
// what has once been writable counts until it is unmapped.
void noteScarcity() {
  size_t size = kSlotBytes;
  for (void* probe = MAP_FAILED; probe == MAP_FAILED && size > kMinSlotBytes; size /= 2) {
    probe = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (probe != MAP_FAILED) munmap(probe, size);
  }
  size_t stack = size * 2 / kScarceShare / kScarceSlots; // the loop has halved what it got
  scarceStack.store(stack > kMinSlotBytes / 2 ? stack : kMinSlotBytes / 2);
}

// Makes so many bytes below `high` a stack, or fewer, if that is all there is; how many, 0: none.
size_t grantStack(char* high, size_t size) {
  size_t scarce = scarceStack.load();
  if (!scarce) {
    if (mprotect(high - size, size, PROT_READ | PROT_WRITE) == 0) return size;
    noteScarcity();
    scarce = scarceStack.load();
  }
  if (scarce < size) size = scarce;
  return mprotect(high - size, size, PROT_READ | PROT_WRITE) == 0 ? size : 0;
}

} // namespace

size_t maxStack = 1'000'000'000; // Go's: half a GiB can be used

void evict(Arena& arena, Slot* slot) {
  G* g = slot->occupant;
  MG_CHECK(g->state != State::Running, "evicting a running goroutine");
  g->image = arena.takeImage(g->liveBytes);
  memcpy(g->image, slot->top - g->liveBytes, g->liveBytes);
  slot->occupant = nullptr;
}

void SlotPool::bringIn(Arena& arena, G* g) {
  Slot* slot = g->slot;
  if (slot->occupant == g) return;
  if (slot->occupant) evict(arena, slot);
  memcpy(slot->top - g->liveBytes, g->image, g->liveBytes);
  arena.freeImage(g->image, g->liveBytes);
  g->image = nullptr;
  slot->occupant = g;
}

Slot* SlotPool::take(Arena& arena) {
  if (Slot* slot = takeFree()) return slot;
  if (Slot* slot = openNext()) return slot;
  if (!base::kOwnStacks)
    if (Slot* slot = evictOne(arena, kSmallStack)) return slot;
  if (addRegion())
    if (Slot* slot = openNext()) return slot;
  if (!base::kOwnStacks)
    if (Slot* slot = evictOne(arena, SIZE_MAX)) return slot;
  if (base::loneWorker) mem::outOfMemory();
  return nullptr; // the first worker has slots
}

void SlotPool::free(Slot* slot) {
  slot->occupant = nullptr;
  // A goroutine may come back to a slot of the free list, and end there.
  // Acquire: pairs with the release in takeFree(), which has read nextFree.
  if (base::exchange(slot->inFreeList, true, std::memory_order_acq_rel)) return;
  slot->nextFree = free_;
  free_ = slot;
}

// The next slot that has never been used.
Slot* SlotPool::openNext() {
  Region* region = regions_;
  if (!region || region->opened == region->count) return nullptr;
  if (opened_ >= kScarceSlots && scarceStack.load()) return nullptr;
  if (!mapSlot(*region, region->opened)) {
    region->count = region->opened;
    return nullptr;
  }
  Slot* slot = &region->slots[region->opened++];
  ++opened_;
  slot->tryTake();
  return slot;
}

// Clock over all slots, one round: takes an idle one whose occupant has at most `largest` live
// bytes.
Slot* SlotPool::evictOne(Arena& arena, size_t largest) {
  for (size_t left = opened_; left > 0; --left) {
    Slot* slot = nextByHand();
    if (!slot->tryTake()) continue;
    if (!slot->occupant) return slot;
    if (slot->occupant->liveBytes <= largest) {
      evict(arena, slot);
      ++evictions_;
      return slot;
    }
    leaveSlot(slot);
  }
  return nullptr;
}

// REQUIRES: opened_ > 0.
Slot* SlotPool::nextByHand() {
  while (!handRegion_ || hand_ >= handRegion_->opened) {
    handRegion_ = handRegion_ && handRegion_->next ? handRegion_->next : regions_;
    hand_ = 0;
  }
  return &handRegion_->slots[hand_++];
}

bool SlotPool::addRegion() {
  static const size_t limit = base::kOwnStacks ? 0 : slotLimit();
  if (limit && regions_) return false;
  if (scarceStack && regions_) return false;
  size_t count = limit ? limit : kSlotsPerRegion;
  size_t slotBytes = kSlotBytes;
  void* memory = reserveSlots(&count, &slotBytes);
  if (!memory) return false;
  madvise(memory, count * slotBytes, MADV_NOHUGEPAGE); // a failure only costs memory
  void* table = mmap(nullptr, base::roundUp(sizeof(Region) + count * sizeof(Slot) + 64, 4096),
                     PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (table == MAP_FAILED) {
    munmap(memory, count * slotBytes);
    return false;
  }
  Region* region = static_cast<Region*>(table);
  uintptr_t slots = base::roundUp(reinterpret_cast<uintptr_t>(region + 1), alignof(Slot));
  *region = {regions_,  reinterpret_cast<Slot*>(slots), count, 0,
             slotBytes, static_cast<char*>(memory)};
  regions_ = region;
  rememberRange(region->memory, count * slotBytes, slotBytes);
  return true;
}

bool SlotPool::mapSlot(Region& region, size_t index) {
  char* high = region.memory + (index + 1) * region.slotBytes;
  size_t size = grantStack(high, region.slotBytes - guardFor(region.slotBytes));
  if (!size) return false;
  Slot* slot = new (&region.slots[index]) Slot;
  slot->base = high - size;
  slot->top = high - (index % kColours) * base::kCacheLine -
              (index % (region.slotBytes / kPagesForColours)) * base::kPage;
  if (usableStack() < kSlotBytes) applyMaxStackTo(region, index);
  return true;
}

void SlotPool::applyMaxStack() {
  for (Region* region = regions_; region; region = region->next)
    for (size_t i = 0; i < region->opened; ++i)
      applyMaxStackTo(*region, i);
}

// Where the system refuses, the stack stays as large as it is.
void SlotPool::applyMaxStackTo(Region& region, size_t index) {
  Slot& slot = region.slots[index];
  char* low = region.memory + index * region.slotBytes + guardFor(region.slotBytes);
  size_t usable = usableStack();
  // Also bytes that lie in an image must find their place again.
  size_t live = (slot.occupant ? slot.occupant->liveBytes : 0) + kSmallStack;
  if (usable < live) usable = live;
  uintptr_t end = reinterpret_cast<uintptr_t>(slot.top - usable) & ~(base::kPage - 1);
  char* base = size_t(slot.top - low) > usable ? reinterpret_cast<char*>(end) : low;
  if (base > slot.base) {
    madvise(slot.base, size_t(base - slot.base), MADV_DONTNEED);
    if (mprotect(slot.base, size_t(base - slot.base), PROT_NONE) == 0) slot.base = base;
  } else if (base < slot.base &&
             mprotect(base, size_t(slot.base - base), PROT_READ | PROT_WRITE) == 0) {
    slot.base = base;
  }
}

void SlotPool::trim(Slot* current) {
  for (Region* region = regions_; region; region = region->next)
    for (size_t i = 0; i < region->opened; ++i) {
      Slot* slot = &region->slots[i];
      if (slot != current && !slot->tryTake()) continue;
      trimSlot(slot);
      if (slot != current) slot->clearBusy();
    }
}

void SlotPool::trimSlot(Slot* slot) {
  size_t live = slot->occupant ? slot->occupant->liveBytes : 0;
  if (size_t(slot->top - slot->base) < live + kKeptStack) return;
  // Stacks are touched from the top, so one page tells whether more than kKeptStack is in use.
  uintptr_t end = reinterpret_cast<uintptr_t>(slot->top - live - kKeptStack) & ~(base::kPage - 1);
  unsigned char resident = 0;
  char* page = reinterpret_cast<char*>(end);
  if (page <= slot->base || mincore(page - base::kPage, base::kPage, &resident) != 0) return;
  if (resident & 1) madvise(slot->base, size_t(page - slot->base), MADV_DONTNEED);
}

AddressKind classifyAddress(const void* address) {
  const char* at = static_cast<const char*>(address);
  for (MappedRange* range = mappedRanges.load(); range; range = range->next)
    if (at >= range->from && at < range->to) return AddressKind::StackGuard;
  return AddressKind::Other;
}

} // namespace mg::sched
