#include "runtime/mem/spans.h"

#include "runtime/base/check.h"
#include "runtime/base/platform.h"

#include <bit>
#include <cstring>

namespace mg::mem {

namespace {

struct SpanList {
  uint32_t first = 0, last = 0;
};
SpanList partial[2][kClasses]; // with free objects and no owner; under heapLock

void append(SpanList& list, uint32_t head) {
  heapRange.runs[head].next = 0;
  if (list.last)
    heapRange.runs[list.last].next = head;
  else
    list.first = head;
  list.last = head;
}

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
    bitsAt(offset).allocated |= bitAt(offset);
  }
  range.following = end;
  if (first == end) return false;
  range.at = heapRange.start + start + size_t{first} * info.bytes;
  range.end = range.at + size_t{end - first} * info.bytes;
  if (!range.isZero && info.bytes <= kMaxCleared) memset(range.at, 0, size_t(range.end - range.at));
  return true;
}

bool takeSpan(FreeRange& range, unsigned sizeClass, bool pointerFree) {
  const ClassInfo& info = kClassInfo[sizeClass];
  base::SpinGuard guard(heapLock);
  range.isZero = false;
  range.head = takeFirst(partial[pointerFree][sizeClass]);
  if (!range.head)
    range.head = takePages(info.pages, uint8_t(sizeClass), pointerFree, &range.isZero);
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
  if (!(bitsAt(start).allocated & bitAt(start))) return {};
  return {heapRange.start + start, bytes, page.pointerFree};
}

void sweepLarge(uint32_t head, SweepResult& result) {
  size_t offset = size_t{head} * kPageBytes;
  size_t bytes = size_t{heapRange.runs[head].pages} * kPageBytes;
  Bits& bits = bitsAt(offset);
  bool isLive = bits.marked & 1;
  bits = {isLive, 0};
  (isLive ? result.liveObjects : result.freedObjects) += 1;
  (isLive ? result.liveBytes : result.freedBytes) += bytes;
  if (!isLive) freePages(head);
}

void sweepSpan(uint32_t head, const Page& page, SweepResult& result) {
  const ClassInfo& info = kClassInfo[page.sizeClass];
  Bits* bits = &bitsAt(size_t{head} * kPageBytes);
  Bits* end = bits + size_t{info.pages} * (kPageBytes / 1024);
  uint32_t before = 0, live = 0;
  for (; bits != end; ++bits) {
    before += uint32_t(std::popcount(bits->allocated));
    live += uint32_t(std::popcount(bits->marked));
    *bits = {bits->marked, 0};
  }
  result.liveObjects += live;
  result.liveBytes += uint64_t{live} * info.bytes;
  result.freedObjects += before - live;
  result.freedBytes += uint64_t{before - live} * info.bytes;
  if (live == 0)
    freePages(head);
  else if (live < info.objects)
    append(partial[page.pointerFree][page.sizeClass], head);
}

} // namespace

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
    head = takePages(pages, kLargeClass, pointerFree, &isZero);
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

SweepResult sweep() {
  memset(partial, 0, sizeof partial);
  SweepResult result{};
  uint32_t end = uint32_t(heapRange.bytes / kPageBytes);
  for (uint32_t head = 1; head < end;) {
    Page page = heapRange.pages[head];
    uint32_t following = head + heapRange.runs[head].pages;
    MG_CHECK(following > head, "the heap's pages are damaged");
    // A free run behind it may now become a part of a longer one.
    if (page.sizeClass && following < end && heapRange.pages[following].sizeClass == 0)
      following += heapRange.runs[following].pages;
    if (page.sizeClass == kLargeClass)
      sweepLarge(head, result);
    else if (page.sizeClass)
      sweepSpan(head, page, result);
    head = following;
  }
  return result;
}

Object objectAt(const void* address) {
  size_t offset = heapRange.offsetOf(address);
  if (offset >= heapRange.bytes) return {};
  Page page = heapRange.pages[offset / kPageBytes];
  return page.sizeClass ? objectOfPage(offset, page) : Object{};
}

bool isMarked(const void* object) {
  size_t offset = heapRange.offsetOf(object);
  return bitsAt(offset).marked & bitAt(offset);
}

} // namespace mg::mem
