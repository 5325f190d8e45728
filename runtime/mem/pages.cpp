#include "runtime/mem/pages.h"

#include "runtime/base/check.h"
#include "runtime/base/platform.h"
#include "runtime/mem/out_of_memory.h"

#include <bit>
#include <sys/mman.h>

namespace mg::mem {

HeapRange heapRange;
base::SpinLock heapLock;
PageCounts pageCounts;
bool heapPhase = false;

namespace {

// Growth by this much makes the tables below grow by whole pages of the system.
constexpr size_t kGrowth = size_t{4} << 20;
constexpr size_t kMostReserved = size_t{1} << 38;
constexpr size_t kLeastReserved = size_t{16} << 20;
constexpr size_t kPagesPerBits = kPageBytes / 1024;
// What the heap has beyond this gets huge pages: fewer faults, fewer misses. A small heap must not
// pay for them.
constexpr size_t kHugeFrom = size_t{4} << 20;
constexpr size_t kHugePage = size_t{2} << 20;

size_t bytesOfPages(size_t heap) { return heap / kPageBytes * sizeof(Page); }
size_t bytesOfRuns(size_t heap) { return heap / kPageBytes * sizeof(Run); }
size_t bytesOfBits(size_t heap) { return heap / kPageBytes * kPagesPerBits * sizeof(Bits); }
size_t bytesOfAll(size_t heap) {
  return heap + bytesOfPages(heap) + bytesOfRuns(heap) + bytesOfBits(heap);
}
static_assert(sizeof(Page) == 8 && sizeof(Run) == 16 && sizeof(Bits) == 16);

// Address space that begins where a huge page may.
char* reserve(size_t bytes) {
  void* memory = mmap(nullptr, bytes + kHugePage, PROT_NONE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) return nullptr;
  auto from = reinterpret_cast<uintptr_t>(memory), start = base::roundUp(from, kHugePage);
  if (start > from) munmap(memory, start - from);
  auto* result = reinterpret_cast<char*>(start);
  munmap(result + bytes, from + kHugePage - start);
  return result;
}

// Free runs by length; the last list holds all that are as long or longer.
constexpr uint32_t kLists = 128;
uint32_t freeLists[kLists];
uint64_t nonEmpty[kLists / 64];

uint32_t listOf(size_t pages) { return uint32_t(pages < kLists ? pages : kLists) - 1; }

void link(uint32_t head) {
  uint32_t list = listOf(heapRange.runs[head].pages);
  uint32_t first = freeLists[list];
  heapRange.runs[head].next = first;
  heapRange.runs[head].previous = 0;
  if (first) heapRange.runs[first].previous = head;
  freeLists[list] = head;
  nonEmpty[list / 64] |= uint64_t{1} << list % 64;
}

void unlink(uint32_t head) {
  Run& run = heapRange.runs[head];
  uint32_t list = listOf(run.pages);
  if (run.next) heapRange.runs[run.next].previous = run.previous;
  if (run.previous)
    heapRange.runs[run.previous].next = run.next;
  else
    freeLists[list] = run.next;
  if (!freeLists[list]) nonEmpty[list / 64] &= ~(uint64_t{1} << list % 64);
}

void setRun(uint32_t head, size_t pages, bool isZero) {
  heapRange.runs[head].pages = uint32_t(pages);
  heapRange.runs[head].isZero = isZero;
  // What leads from a neighbour to this run.
  heapRange.pages[head].head = head;
  heapRange.pages[head + pages - 1].head = head;
}

void addFree(uint32_t head, size_t pages, bool isZero) {
  setRun(head, pages, isZero);
  heapRange.pages[head].sizeClass = 0;
  heapRange.pages[head + pages - 1].sizeClass = 0;
  link(head);
  if (isZero) pageCounts.released += pages;
}

void dropFree(uint32_t head) {
  unlink(head);
  if (heapRange.runs[head].isZero) pageCounts.released -= heapRange.runs[head].pages;
}

// A free run joins its free neighbours.
void join(uint32_t head, size_t pages, bool isZero) {
  uint32_t end = head + uint32_t(pages);
  if (size_t{end} * kPageBytes < heapRange.bytes && heapRange.pages[end].sizeClass == 0) {
    dropFree(end);
    pages += heapRange.runs[end].pages;
    isZero &= heapRange.runs[end].isZero;
  }
  // Page 0 is never used, so that 0 can mean none.
  if (head > 1 && heapRange.pages[head - 1].sizeClass == 0) {
    head = heapRange.pages[head - 1].head;
    dropFree(head);
    pages += heapRange.runs[head].pages;
    isZero &= heapRange.runs[head].isZero;
  }
  addFree(head, pages, isZero);
}

bool makeUsable(void* from, size_t bytes) {
  return mprotect(from, bytes, PROT_READ | PROT_WRITE) == 0;
}

template <class T>
char* tableAt(T* table, size_t bytes) {
  return reinterpret_cast<char*>(table) + bytes;
}

bool growBy(size_t bytes) {
  size_t at = heapRange.bytes;
  if (bytes > heapRange.reserved - at) return false;
  char* memory = heapRange.start + at;
  if (!makeUsable(tableAt(heapRange.pages, bytesOfPages(at)), bytesOfPages(bytes)) ||
      !makeUsable(tableAt(heapRange.runs, bytesOfRuns(at)), bytesOfRuns(bytes)) ||
      !makeUsable(tableAt(heapRange.bits, bytesOfBits(at)), bytesOfBits(bytes)) ||
      !makeUsable(memory, bytes))
    return false;
  size_t small = at < kHugeFrom ? kHugeFrom - at : 0;
  if (small < bytes) madvise(memory + small, bytes - small, MADV_HUGEPAGE); // or it is slower
  __atomic_store_n(&heapRange.bytes, at + bytes, __ATOMIC_RELAXED);         // for seenBytes()
  uint32_t head = uint32_t(at / kPageBytes);
  size_t pages = bytes / kPageBytes;
  if (head == 0) {
    setRun(0, 1, true);
    heapRange.pages[0].sizeClass = 0;
    head = 1;
    --pages;
  }
  join(head, pages, true);
  return true;
}

bool grow(size_t pages) {
  size_t needed = base::roundUp(pages * kPageBytes + kPageBytes, kGrowth);
  size_t wanted = base::roundUp(heapRange.bytes / 8, kGrowth);
  return (wanted > needed && growBy(wanted)) || growBy(needed);
}

// The shortest free run that is long enough; 0 if there is none.
uint32_t findFree(size_t pages) {
  uint32_t list = listOf(pages);
  if (list < kLists - 1) {
    for (uint32_t word = list / 64; word < kLists / 64; ++word) {
      uint64_t candidates = nonEmpty[word];
      if (word == list / 64) candidates &= ~uint64_t{0} << list % 64;
      if (!candidates) continue;
      uint32_t found = word * 64 + uint32_t(std::countr_zero(candidates));
      if (found < kLists - 1) return freeLists[found];
    }
  }
  uint32_t best = 0;
  for (uint32_t head = freeLists[kLists - 1]; head; head = heapRange.runs[head].next)
    if (heapRange.runs[head].pages >= pages &&
        (!best || heapRange.runs[head].pages < heapRange.runs[best].pages))
      best = head;
  return best;
}

} // namespace

void reserveHeap() {
  size_t size = kMostReserved;
  char* memory = reserve(bytesOfAll(size));
  while (!memory && size > kLeastReserved)
    memory = reserve(bytesOfAll(size /= 2));
  if (!memory) outOfMemory();
  if (size < kMostReserved) { // others need address space, too
    char* more = reserve(size / 4);
    if (more) {
      munmap(more, size / 4);
    } else {
      munmap(memory, bytesOfAll(size));
      size = base::roundUp(size / 4 * 3, kGrowth);
      memory = reserve(bytesOfAll(size));
      if (!memory) outOfMemory();
    }
  }
  heapRange.reserved = size;
  heapRange.start = memory;
  heapRange.pages = reinterpret_cast<Page*>(memory + size);
  heapRange.runs = reinterpret_cast<Run*>(tableAt(heapRange.pages, bytesOfPages(size)));
  heapRange.bits = reinterpret_cast<Bits*>(tableAt(heapRange.runs, bytesOfRuns(size)));
}

bool hasFreePages(size_t count) { return findFree(count) != 0; }

uint32_t takePages(size_t count, uint8_t sizeClass, bool pointerFree, bool* isZero) {
  if (count > kMostReserved / kPageBytes) return 0;
  uint32_t head = findFree(count);
  if (!head) {
    if (!grow(count)) return 0;
    head = findFree(count);
  }
  dropFree(head);
  size_t pages = heapRange.runs[head].pages;
  *isZero = heapRange.runs[head].isZero;
  if (pages > count) addFree(head + uint32_t(count), pages - count, *isZero);
  setRun(head, count, *isZero);
  heapRange.runs[head].phase = heapPhase;
  for (size_t i = 0; i < count; ++i)
    heapRange.pages[head + i] = {head, sizeClass, pointerFree};
  pageCounts.used += count;
  return head;
}

void freePages(uint32_t head) {
  size_t pages = heapRange.runs[head].pages;
  MG_CHECK(heapRange.pages[head].sizeClass != 0, "pages freed twice");
  for (size_t i = 0; i < pages; ++i)
    heapRange.pages[head + i].sizeClass = 0;
  pageCounts.used -= pages;
  join(head, pages, false);
}

bool releasePages(size_t keep, size_t most) {
  size_t resident = heapRange.bytes - pageCounts.released * kPageBytes;
  for (uint32_t list = kLists; list-- > 0;)
    for (uint32_t head = freeLists[list]; head; head = heapRange.runs[head].next) {
      Run& run = heapRange.runs[head];
      if (resident <= keep) return false;
      if (run.isZero) continue;
      if (!most) return true;
      size_t bytes = size_t{run.pages} * kPageBytes;
      if (madvise(heapRange.addressOf(head), bytes, MADV_DONTNEED) != 0) continue;
      run.isZero = true;
      pageCounts.released += run.pages;
      resident -= bytes < resident ? bytes : resident;
      most -= bytes < most ? bytes : most;
    }
  return false;
}

} // namespace mg::mem
