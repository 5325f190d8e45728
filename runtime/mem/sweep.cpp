#include "runtime/mem/sweep.h"

#include "runtime/base/check.h"
#include "runtime/mem/dead_set.h"
#include "runtime/mem/spans.h"

#include <bit>
#include <cstring>

namespace mg::mem {

std::atomic<bool> sweptAll{false};

namespace {

// The next page to sweep; 0: nothing is left. Always a run in use, which only sweeping frees, or
// the end. Under heapLock.
uint32_t sweepAt = 0;
uint32_t sweepEnd = 0;

uint32_t heapEnd() { return uint32_t(heapRange.bytes / kPageBytes); }

// The run behind this one, and behind a free run after it, which may become a part of a longer one
// when this one is freed.
uint32_t following(uint32_t head, uint32_t end) {
  uint32_t next = head + heapRange.runs[head].pages;
  MG_CHECK(next > head, "the heap's pages are damaged");
  if (heapRange.pages[head].sizeClass && next < end && heapRange.pages[next].sizeClass == 0)
    next += heapRange.runs[next].pages;
  return next;
}

size_t offsetOfPage(uint32_t page) { return size_t{page} * kPageBytes; }

// What a Bits word says was in use and has not been reached.
uint64_t deadIn(const Bits& bits) { return bits.allocated & ~bits.marked; }

// A run that has been swept and holds so many objects is listed, or freed.
void settleRun(uint32_t head, const Page& page, uint32_t live) {
  heapRange.runs[head].phase = heapPhase;
  if (live == 0)
    freePages(head);
  else if (page.sizeClass != kLargeClass && live < kClassInfo[page.sizeClass].objects)
    addPartial(head);
}

void sweepLarge(uint32_t head, const Page& page, SweepResult& result) {
  Bits& bits = bitsAt(offsetOfPage(head));
  bool isLive = bits.marked & 1;
  size_t bytes = size_t{heapRange.runs[head].pages} * kPageBytes;
  bits = {isLive, 0};
  (isLive ? result.liveObjects : result.freedObjects) += 1;
  (isLive ? result.liveBytes : result.freedBytes) += bytes;
  settleRun(head, page, isLive);
}

void sweepSpan(uint32_t head, const Page& page, SweepResult& result) {
  const ClassInfo& info = kClassInfo[page.sizeClass];
  Bits* bits = &bitsAt(offsetOfPage(head));
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
  settleRun(head, page, live);
}

void sweepDead(uint32_t head, const Page& page) {
  size_t offset = offsetOfPage(head);
  if (page.sizeClass == kLargeClass) {
    Bits& bits = bitsAt(offset);
    bits.setAllocated(bits.allocated & ~(theDead.wordFor(offset) & 1));
    return settleRun(head, page, uint32_t(bits.allocated));
  }
  size_t end = offset + size_t{kClassInfo[page.sizeClass].pages} * kPageBytes;
  uint32_t live = 0;
  for (; offset < end; offset += 1024) {
    Bits& bits = bitsAt(offset);
    bits.setAllocated(bits.allocated & ~theDead.wordFor(offset));
    live += uint32_t(std::popcount(bits.allocated));
  }
  settleRun(head, page, live);
}

void writeDeadSpan(uint32_t head, const Page& page, uint64_t* words, SweepResult& result) {
  const ClassInfo& info = kClassInfo[page.sizeClass];
  size_t first = offsetOfPage(head) >> 10;
  uint32_t dead = 0;
  for (size_t i = first; i < first + info.pages * (kPageBytes / 1024); ++i) {
    words[i] = deadIn(heapRange.bits[i]);
    dead += uint32_t(std::popcount(words[i]));
  }
  result.freedObjects += dead;
  result.freedBytes += uint64_t{dead} * info.bytes;
}

} // namespace

SweepResult sweep() {
  forgetPartial();
  SweepResult result{};
  uint32_t end = heapEnd();
  for (uint32_t head = 1; head < end;) {
    Page page = heapRange.pages[head];
    uint32_t next = following(head, end);
    if (page.sizeClass == kLargeClass)
      sweepLarge(head, page, result);
    else if (page.sizeClass)
      sweepSpan(head, page, result);
    head = next;
  }
  return result;
}

SweepResult writeDead(uint64_t* words) {
  SweepResult result{};
  uint32_t end = heapEnd();
  for (uint32_t head = 1; head < end; head += heapRange.runs[head].pages) {
    const Page& page = heapRange.pages[head];
    size_t first = offsetOfPage(head) >> 10, pages = heapRange.runs[head].pages;
    if (page.sizeClass == 0) {
      memset(words + first, 0, pages * (kPageBytes / 1024) * sizeof *words);
    } else if (page.sizeClass != kLargeClass) {
      writeDeadSpan(head, page, words, result);
    } else if ((words[first] = deadIn(heapRange.bits[first]) & 1)) {
      result.freedObjects += 1;
      result.freedBytes += pages * kPageBytes;
    }
  }
  return result;
}

void beginSweeping() {
  forgetPartial();
  heapPhase = !heapPhase;
  sweepEnd = heapEnd();
  sweepAt = 1;
  if (heapRange.pages[1].sizeClass == 0) sweepAt = following(1, sweepEnd);
}

bool isSweeping() { return sweepAt != 0; }

bool sweepSome(size_t pages) {
  if (!sweepAt) [[likely]]
    return false;
  for (size_t swept = 0; swept < pages && sweepAt < sweepEnd;) {
    uint32_t head = sweepAt;
    Page page = heapRange.pages[head];
    sweepAt = following(head, sweepEnd);
    swept += heapRange.runs[head].pages;
    if (heapRange.runs[head].phase != heapPhase) sweepDead(head, page);
  }
  if (sweepAt < sweepEnd) return true;
  sweepAt = 0;
  theDead.words = nullptr;
  sweptAll.store(true, std::memory_order_relaxed);
  return false;
}

void finishSweeping() {
  constexpr size_t kAtATime = 256;
  for (bool more = true; more;) {
    base::SpinGuard guard(heapLock);
    more = sweepSome(kAtATime);
  }
}

} // namespace mg::mem
