#include "runtime/mem/spans.h"

#include "runtime/base/platform.h"
#include "runtime/mem/dead_set.h"
#include "runtime/mem/sweep.h"

#include <cstring>

namespace mg::mem {

namespace {

// Pages that are swept for each span that is taken: sweeping is over when a part of what may be
// allocated until the next collection has been.
constexpr size_t kSweptForSpan = 16;

struct SpanList {
  uint32_t first = 0, last = 0;
};
SpanList partial[2][kClasses]; // with free objects and no owner; under heapLock

uint32_t takeFirst(SpanList& list) {
  uint32_t head = list.first;
  if (!head) return 0;
  list.first = heapRange.runs[head].next;
  if (!list.first) list.last = 0;
  return head;
}

// The next range of the cache's own span.
bool findRange(FreeRange& range, const ClassInfo& info, uint32_t most) {
  size_t start = size_t{range.head} * kPageBytes;
  uint32_t first = range.following;
  auto isFree = [&](uint32_t object) {
    size_t offset = start + size_t{object} * info.bytes;
    return !(bitsAt(offset).allocated & bitAt(offset));
  };
  while (first < info.objects && !isFree(first))
    ++first;
  uint32_t end = first;
  for (; end < info.objects && end - first < most && isFree(end); ++end) {
    size_t offset = start + size_t{end} * info.bytes;
    Bits& bits = bitsAt(offset);
    bits.setAllocated(bits.allocated | bitAt(offset));
  }
  range.following = end;
  if (first == end) return false;
  range.at = heapRange.start + start + size_t{first} * info.bytes;
  range.end = range.at + size_t{end - first} * info.bytes;
  if (!range.isZero && info.bytes <= kMaxCleared) memset(range.at, 0, size_t(range.end - range.at));
  return true;
}

// What is still to be swept becomes free before the heap grows. REQUIRES: heapLock held.
uint32_t findPages(size_t count, uint8_t sizeClass, bool pointerFree, bool* isZero) {
  while (isSweeping() && !hasFreePages(count))
    sweepSome(count);
  return takePages(count, sizeClass, pointerFree, isZero);
}

bool takeSpan(FreeRange& range, unsigned sizeClass, bool pointerFree) {
  const ClassInfo& info = kClassInfo[sizeClass];
  base::SpinGuard guard(heapLock);
  sweepSome(kSweptForSpan);
  range.isZero = false;
  range.head = takeFirst(partial[pointerFree][sizeClass]);
  if (!range.head)
    range.head = findPages(info.pages, uint8_t(sizeClass), pointerFree, &range.isZero);
  range.following = 0;
  range.bytes = info.bytes;
  return range.head != 0;
}

Object objectOfPage(size_t offset, const Page& page) {
  size_t start = size_t{page.head} * kPageBytes;
  size_t bytes = size_t{heapRange.runs[page.head].pages} * kPageBytes;
  if (page.sizeClass != kLargeClass) {
    const ClassInfo& info = kClassInfo[page.sizeClass];
    uint32_t number = objectNumber(info, offset - start);
    if (number >= info.objects) return {};
    start += size_t{number} * info.bytes;
    bytes = info.bytes;
  }
  if (!(bitsAt(start).seenAllocated() & bitAt(start))) return {};
  return {heapRange.start + start, bytes, page.pointerFree};
}

} // namespace

void addPartial(uint32_t head) {
  const Page& page = heapRange.pages[head];
  SpanList& list = partial[page.pointerFree][page.sizeClass];
  heapRange.runs[head].next = 0;
  if (list.last)
    heapRange.runs[list.last].next = head;
  else
    list.first = head;
  list.last = head;
}

void forgetPartial() { memset(partial, 0, sizeof partial); }

bool refill(Cache& cache, unsigned sizeClass, bool pointerFree, uint32_t most) {
  FreeRange& range = cache.ranges[pointerFree][sizeClass];
  const ClassInfo& info = kClassInfo[sizeClass];
  while (!range.head || !findRange(range, info, most))
    if (!takeSpan(range, sizeClass, pointerFree)) return false;
  uint64_t bytes = uint64_t(range.end - range.at);
  cache.allocated += bytes;
  cache.unreported += bytes;
  cache.objects += bytes / info.bytes;
  return true;
}

void* takeLarge(Cache& cache, size_t bytes, bool pointerFree, bool clear) {
  size_t pages = (bytes + kPageBytes - 1) / kPageBytes;
  bool isZero = false;
  uint32_t head;
  {
    base::SpinGuard guard(heapLock);
    sweepSome(pages);
    head = findPages(pages, kLargeClass, pointerFree, &isZero);
  }
  if (!head) return nullptr;
  bitsAt(size_t{head} * kPageBytes) = {1, 0};
  cache.allocated += pages * kPageBytes;
  cache.unreported += pages * kPageBytes;
  cache.objects += 1;
  char* object = heapRange.addressOf(head);
  // What is followed is cleared to its last word.
  if (clear && !isZero) memset(object, 0, pointerFree ? bytes : pages * kPageBytes);
  return object;
}

void emptyCache(Cache& cache) {
  for (auto& ranges : cache.ranges)
    for (FreeRange& range : ranges) {
      for (char* at = range.at; at < range.end; at += range.bytes) {
        size_t offset = heapRange.offsetOf(at);
        bitsAt(offset).allocated &= ~bitAt(offset);
        cache.allocated -= range.bytes;
        cache.objects -= 1;
      }
      range = {};
    }
  memset(cache.recycled, 0, sizeof cache.recycled);
}

Object objectAt(const void* address) {
  size_t offset = heapRange.offsetOf(address);
  if (offset >= heapRange.seenBytes()) return {};
  Page page = heapRange.pages[offset / kPageBytes];
  return page.sizeClass ? objectOfPage(offset, page) : Object{};
}

bool isMarked(const void* object) {
  size_t offset = heapRange.offsetOf(object);
  if (theDead.words) return !theDead.contains(offset);
  return bitsAt(offset).marked & bitAt(offset);
}

} // namespace mg::mem
