#include "runtime/sched/arena.h"

#include "runtime/base/check.h"
#include "runtime/base/sanitizer.h"
#include "runtime/base/spin_lock.h"
#include "runtime/mem/out_of_memory.h"

#include <cstdlib>
#include <sys/mman.h>

namespace mg::sched {

static_assert(sizeof(RecordSpan) == 16);

namespace {

constexpr size_t kFirstRegion = size_t{256} << 10;
constexpr size_t kRegion = size_t{64} << 20;

base::SpinLock regionLock; // guards the four below
char* regionAt = nullptr;
char* regionEnd = nullptr;
bool firstRegionTaken = false;
RecordSpan* spanList = nullptr;

// A reference is a span's number and a place in the span, in units of 16 bytes. The table from
// numbers to spans has two levels, as it is among the roots that a collection scans. Who has a
// reference got it from a goroutine of that span, so it sees the entries.
constexpr int kPlaceBits = 12, kSpanBits = 9;
static_assert(kSpan == size_t{16} << kPlaceBits);
struct SpanTable {
  RecordSpan* spans[1 << kSpanBits];
};
constexpr uint32_t kMaxRecordSpans = uint32_t{1} << (kReferenceBits - kPlaceBits);
SpanTable* spanTables[kMaxRecordSpans >> kSpanBits];

RecordSpan*& entryOf(uint32_t number) {
  return spanTables[number >> kSpanBits]->spans[number % (1 << kSpanBits)];
}

// REQUIRES: regionLock held.
void enterInTable(RecordSpan* span) {
  if (span->number == kMaxRecordSpans) mem::outOfMemory();
  SpanTable*& table = spanTables[span->number >> kSpanBits];
  if (!table) table = static_cast<SpanTable*>(calloc(1, sizeof(SpanTable)));
  if (!table) mem::outOfMemory();
  entryOf(span->number) = span;
}

char* mapAligned(size_t size, size_t alignment) {
  void* mapped = mmap(nullptr, size + alignment, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (mapped == MAP_FAILED) return nullptr;
  return reinterpret_cast<char*>(base::roundUp(reinterpret_cast<uintptr_t>(mapped), alignment));
}

// REQUIRES: regionLock held.
void mapRegion() {
  size_t size = kFirstRegion;
  char* region = nullptr;
  if (firstRegionTaken) {
    size = kRegion;
    region = mapAligned(size, base::kHugePage);
    // Page faults dominate the cost of starting goroutines; a failure only costs speed.
    if (region) madvise(region, size, MADV_HUGEPAGE);
  }
  // Small regions also serve a process whose address space is limited.
  if (!region) region = mapAligned(size = kFirstRegion, kSpan);
  if (!region) mem::outOfMemory();
  firstRegionTaken = true;
  regionAt = region;
  regionEnd = region + size;
}

char* takeSpan() {
  base::SpinGuard guard(regionLock);
  if (regionAt == regionEnd) mapRegion();
  char* span = regionAt;
  regionAt += kSpan;
  return span;
}

RecordSpan* takeRecordSpan(size_t recordUnits, size_t firstRecord) {
  RecordSpan* span = reinterpret_cast<RecordSpan*>(takeSpan());
  base::SpinGuard guard(regionLock);
  *span = {.next = spanList,
           .number = spanList ? spanList->number + 1 : 0,
           .recordUnits = uint8_t(recordUnits),
           .isQuiet = false,
           .usedUnits = uint16_t(firstRecord / 16)};
  enterInTable(span);
  return spanList = span;
}

} // namespace

RecordSpan* Arena::recordSpans() { return spanList; }

uint32_t referenceTo(const G* g) {
  auto address = reinterpret_cast<uintptr_t>(g);
  auto* span = reinterpret_cast<const RecordSpan*>(address & ~(kSpan - 1));
  return span->number << kPlaceBits | uint32_t(address % kSpan / 16);
}

G* recordAt(uint32_t reference) {
  RecordSpan* span = entryOf(reference >> kPlaceBits);
  uint32_t place = reference & ((1u << kPlaceBits) - 1);
  return reinterpret_cast<G*>(reinterpret_cast<char*>(span) + size_t{place} * 16);
}

// Batches of kBatch free pieces.
class Arena::Exchange {
public:
  void put(FreePiece* batch) {
    base::SpinGuard guard(lock_);
    batch->nextBatch = batches_;
    batches_ = batch;
    // Relaxed: a hint, see take().
    isEmpty_.store(false, std::memory_order_relaxed);
  }
  FreePiece* take() {
    if (isEmpty_.load(std::memory_order_relaxed)) return nullptr;
    base::SpinGuard guard(lock_);
    FreePiece* batch = batches_;
    if (batch) batches_ = batch->nextBatch;
    isEmpty_.store(!batches_, std::memory_order_relaxed);
    return batch;
  }

private:
  base::SpinLock lock_; // guards batches_
  FreePiece* batches_ = nullptr;
  std::atomic<bool> isEmpty_{true};
};

Arena::Exchange& Arena::exchangeFor(bool records, size_t units) {
  static constinit Exchange exchanges[2][kClasses];
  return exchanges[records][units];
}

void* Arena::take(FreeList& list, bool records, size_t units) {
  if (!list.first) {
    if (base::loneWorker) return nullptr;
    list.first = exchangeFor(records, units).take();
    if (!list.first) return nullptr;
    list.count = kBatch;
  }
  FreePiece* piece = list.first;
  list.first = piece->next;
  --list.count;
  return piece;
}

void Arena::passOn(FreeList& list, bool records, size_t units) {
  FreePiece* last = list.first;
  for (uint32_t i = 1; i < kBatch; ++i)
    last = last->next;
  FreePiece* batch = list.first;
  list.first = last->next;
  list.count -= kBatch;
  last->next = nullptr;
  exchangeFor(records, units).put(batch);
}

G* Arena::moreRecords(size_t units) {
  if (void* piece = take(freeRecords_[units], true, units))
    return awaken(recordOf(static_cast<FreePiece*>(piece)));
  RecordSpan* span = openSpan_[units];
  if (!span || span->usedUnits + units > kSpan / 16)
    span = openSpan_[units] = takeRecordSpan(units, kFirstRecord);
  G* g = awaken(reinterpret_cast<G*>(reinterpret_cast<char*>(span) + size_t{span->usedUnits} * 16));
  g->units = uint8_t(units);
  span->usedUnits += uint16_t(units);
  return g;
}

void* Arena::takeImage(size_t bytes) {
  size_t size = base::roundUp(bytes, 16);
  if (size > kMaxImageInArena) {
    void* image = malloc(size);
    if (!image) mem::outOfMemory();
    return image;
  }
  if (void* piece = take(freeImages_[size / 16], false, size / 16)) return piece;
  if (size_t(imageEnd_ - imageAt_) < size) {
    // What is left of the old span is a piece of its own size.
    if (imageAt_ != imageEnd_) freeImage(imageAt_, size_t(imageEnd_ - imageAt_));
    imageAt_ = takeSpan();
    imageEnd_ = imageAt_ + kSpan;
  }
  void* image = imageAt_;
  imageAt_ += size;
  return image;
}

void Arena::freeImage(void* image, size_t bytes) {
  size_t size = base::roundUp(bytes, 16);
  if (size > kMaxImageInArena) {
    free(image);
    return;
  }
  if (size == 0) return;
  give(freeImages_[size / 16], static_cast<FreePiece*>(image), false, size / 16);
}

} // namespace mg::sched
