#include "runtime/mem/mark.h"

#include "runtime/base/futex.h"
#include "runtime/mem/dead_set.h"
#include "runtime/mem/marker_threads.h"
#include "runtime/mem/out_of_memory.h"
#include "runtime/mem/roots.h"
#include "runtime/mem/spans.h"

#include <cstdlib>
#include <cstring>
#include <sys/mman.h>

// Stacks hold what the address sanitizer has poisoned, and what the thread sanitizer knows only
// others to have written.
#define MG_LOOKS_AT_STACKS gnu::no_sanitize("address", "thread")

namespace mg::mem {

namespace {

constexpr unsigned kClassShift = 56;
constexpr uint64_t kPointerFree = 1;
constexpr uint64_t kOffsetMask = (uint64_t{1} << kClassShift) - kGranule;

// Parts of stacks on their way from one marker to another.
struct Batch {
  static constexpr size_t kSize = 510;
  Batch* next;
  uint64_t candidates[kSize];
};
constexpr size_t kWorthPassing = 4 * Batch::kSize;
std::atomic<uint32_t> batchLock{0}; // not a SpinLock: markers are not workers
Batch* batches = nullptr;
std::atomic<uint32_t> batchCount{0}; // a look without the lock is a hint

class BatchGuard {
public:
  BatchGuard() {
    // Acquire and release: batches pass from one holder to the next.
    for (int spins = 0; batchLock.exchange(1, std::memory_order_acquire); ++spins)
      base::pauseSpinning(spins);
  }
  ~BatchGuard() { batchLock.store(0, std::memory_order_release); }
};

} // namespace

// What the loop below works with: copies, because the compiler must take every store to a queue or
// a bit for a change of the originals. A third of the time of marking goes with them.
struct Marker::Loop {
  explicit Loop(Marker& marker)
      : marker(marker), start(reinterpret_cast<uintptr_t>(heapRange.start)),
        heapBytes(heapRange.bytes), pages(heapRange.pages), bits(heapRange.bits),
        first(marker.queueFirst_), count(marker.queueCount_), depth(marker.depth_) {}
  ~Loop() {
    marker.queueFirst_ = first;
    marker.queueCount_ = count;
    marker.depth_ = depth;
    marker.bytes_ += bytes;
  }
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  [[gnu::always_inline]] void enqueue(Candidate candidate) {
    size_t offset = candidate & kOffsetMask;
    __builtin_prefetch(&bits[offset >> 10], 1);
    __builtin_prefetch(reinterpret_cast<const void*>(start + offset));
    marker.queue_[(first + count++) % kQueue] = candidate;
  }
  [[gnu::always_inline]] void offer(uintptr_t word) {
    size_t offset = word - start;
    if (offset >= heapBytes) return;
    Page page = pages[offset / kPageBytes];
    if (page.sizeClass == 0) return;
    size_t object = size_t{page.head} * kPageBytes;
    if (page.sizeClass != kLargeClass) {
      const ClassInfo& info = kClassInfo[page.sizeClass];
      uint32_t number = objectNumber(info, offset - object);
      if (number >= info.objects) return;
      object += size_t{number} * info.bytes;
    }
    Candidate candidate =
        object | uint64_t{page.sizeClass} << kClassShift | (page.pointerFree ? kPointerFree : 0);
    if (count < kQueue)
      enqueue(candidate);
    else
      push(candidate);
  }
  [[gnu::always_inline]] void push(Candidate candidate) {
    if (depth == marker.room_) marker.growStack();
    marker.stack_[depth++] = candidate;
  }
  // Whether this marker is the first.
  template <How kHow>
  [[gnu::always_inline]] bool setMark(size_t offset) {
    if (kHow == How::Revive) return theDead.remove(offset);
    Bits& word = bits[offset >> 10];
    uint64_t bit = bitAt(offset);
    if (!(word.allocated & bit)) return false;
    if (kHow == How::Alone) {
      if (word.marked & bit) return false;
      word.marked |= bit;
      return true;
    }
    // Relaxed: who marks an object looks at it; the objects were written before the world stopped.
    if (__atomic_load_n(&word.marked, __ATOMIC_RELAXED) & bit) return false;
    return !(__atomic_fetch_or(&word.marked, bit, __ATOMIC_RELAXED) & bit);
  }
  template <How kHow>
  [[gnu::always_inline]] void visit(Candidate candidate) {
    size_t offset = candidate & kOffsetMask;
    if (!setMark<kHow>(offset)) return;
    unsigned sizeClass = unsigned(candidate >> kClassShift);
    size_t size = sizeClass == kLargeClass
                      ? size_t{heapRange.runs[offset / kPageBytes].pages} * kPageBytes
                      : kClassInfo[sizeClass].bytes;
    bytes += size;
    if (kHow == How::Revive) theDead.revivedBytes += size;
    if (candidate & kPointerFree) return;
    auto* words = reinterpret_cast<const uintptr_t*>(start + offset);
    scan(words, words + size / sizeof(uintptr_t));
  }
  [[gnu::always_inline, MG_LOOKS_AT_STACKS]] void scan(const uintptr_t* from, const uintptr_t* to) {
    if (size_t(to - from) * sizeof *from > kPiece &&
        marker.pieceCount_ < std::size(marker.pieces_)) {
      const uintptr_t* cut = from + kPiece / sizeof *from;
      marker.pieces_[marker.pieceCount_++] = {cut, to};
      to = cut;
    }
    for (; from < to; ++from)
      offer(*from);
  }

  Marker& marker;
  const uintptr_t start;
  const size_t heapBytes;
  const Page* const pages;
  Bits* const bits;
  uint32_t first, count;
  size_t depth;
  uint64_t bytes = 0;
};

[[MG_LOOKS_AT_STACKS]] void Marker::scan(const void* from, const void* to) {
  uintptr_t first = (reinterpret_cast<uintptr_t>(from) + 7) & ~uintptr_t{7};
  uintptr_t end = reinterpret_cast<uintptr_t>(to) & ~uintptr_t{7};
  Loop(*this).scan(reinterpret_cast<const uintptr_t*>(first),
                   reinterpret_cast<const uintptr_t*>(end));
}

void Marker::mark(const void* address) { Loop(*this).offer(reinterpret_cast<uintptr_t>(address)); }

void Marker::growStack() {
  size_t bytes = room_ * sizeof(Candidate);
  size_t wanted = bytes ? bytes * 2 : size_t{64} << 10;
  void* memory = stack_ ? mremap(stack_, bytes, wanted, MREMAP_MAYMOVE)
                        : mmap(nullptr, wanted, PROT_READ | PROT_WRITE,
                               MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) outOfMemory();
  stack_ = static_cast<Candidate*>(memory);
  room_ = wanted / sizeof(Candidate);
}

// The oldest part of the stack: it leads to most.
void Marker::passOn() {
  auto* batch = static_cast<Batch*>(malloc(sizeof(Batch)));
  if (!batch) return;
  memcpy(batch->candidates, stack_, sizeof batch->candidates);
  depth_ -= Batch::kSize;
  memmove(stack_, stack_ + Batch::kSize, depth_ * sizeof *stack_);
  {
    BatchGuard guard;
    batch->next = batches;
    batches = batch;
    batchCount.fetch_add(1, std::memory_order_seq_cst);
  }
  signalWork();
}

bool Marker::takeShared() {
  if (!batchCount.load(std::memory_order_seq_cst)) return false;
  Batch* batch;
  {
    BatchGuard guard;
    batch = batches;
    if (!batch) return false;
    batches = batch->next;
    batchCount.fetch_sub(1, std::memory_order_seq_cst);
  }
  {
    Loop loop(*this);
    for (uint64_t candidate : batch->candidates)
      loop.push(candidate);
  }
  free(batch);
  return true;
}

// The attribute is that of the scan, which becomes a part of this.
template <Marker::How kHow>
[[MG_LOOKS_AT_STACKS]] bool Marker::drainSome() {
  constexpr uint32_t kAhead = kQueue / 2; // candidates that are being fetched
  Loop loop(*this);
  for (;;) {
    if (loop.count < kAhead && loop.depth > 0) {
      loop.enqueue(stack_[--loop.depth]);
    } else if (loop.count > 0) {
      Candidate candidate = queue_[loop.first++ % kQueue];
      --loop.count;
      loop.visit<kHow>(candidate);
    } else if (pieceCount_ > 0) {
      Words words = pieces_[--pieceCount_];
      loop.scan(words.from, words.to);
    } else {
      return false;
    }
    if (kHow == How::Shared && loop.depth >= kWorthPassing && othersAreIdle() &&
        !batchCount.load(std::memory_order_relaxed))
      return true;
  }
}

void Marker::drain() {
  if (!markersShare()) {
    if (theDead.words)
      drainSome<How::Revive>();
    else
      drainSome<How::Alone>();
    return;
  }
  while (drainSome<How::Shared>())
    passOn();
}

void Marker::drainWithOthers() {
  do {
    do
      drain();
    while (takeShared());
  } while (waitForWork(round, [] { return batchCount.load(std::memory_order_seq_cst) != 0; }));
}

} // namespace mg::mem
