// Memory for goroutine records and stack images. It is not the collector's: a goroutine's record
// lives until the goroutine ends, an image until it is copied back.
//
// Layout. Regions are mapped from the system, the first one small (a short program must not pay for
// a huge page), later ones on huge pages. Regions are cut into spans of kSpan bytes, aligned to
// kSpan. A record span holds records of one size and stands in the list of record spans, which is
// how the collector and the deadlock report find every goroutine. It has a number, so that 30 bits
// name a record (referenceTo). Images are cut from image spans; freed pieces go to a free list per
// size.
#pragma once

#include "runtime/base/lone.h"
#include "runtime/sched/goroutine.h"

namespace mg::sched {

inline constexpr size_t kSpan = size_t{64} << 10;
inline constexpr size_t kMaxImageInArena = 4096;
inline constexpr int kReferenceBits = 30;

struct RecordSpan {
  RecordSpan* next;
  uint32_t number;
  uint8_t recordUnits; // bytes / 16
  // No record has been taken since the collector saw that all were dead: it need not look again. A
  // program that once had a million goroutines would else pay for them in each collection.
  bool isQuiet;
  uint16_t usedUnits; // of 16 bytes, from the span's start, this header included
};

// A record's name in kReferenceBits, not 0; it holds while the record does.
uint32_t referenceTo(const G* g);
// The record that referenceTo() named so.
G* recordAt(uint32_t reference);

// One per worker: nothing here is locked but the taking of spans.
class Arena {
public:
  // A record of at least `bytes` bytes; state Dead, everything else undefined.
  G* takeRecord(size_t bytes) {
    size_t units = base::roundUp(bytes < kMinRecord ? kMinRecord : bytes, 16) / 16;
    MG_CHECK(units <= 255, "goroutine record too large");
    FreeList& list = freeRecords_[units];
    FreePiece* piece = list.first;
    if (!piece) [[unlikely]]
      return moreRecords(units);
    list.first = piece->next;
    --list.count;
    return awaken(recordOf(piece));
  }
  void freeRecord(G* g) {
    MG_CHECK(g->state == State::Dead, "freeing the record of a live goroutine");
    auto* piece = reinterpret_cast<FreePiece*>(reinterpret_cast<char*>(g) + kRecordLinks);
    give(freeRecords_[g->units], piece, true, g->units);
  }
  void* takeImage(size_t bytes);
  void freeImage(void* image, size_t bytes);

  // Calls visit for every record that is not Dead. The world must be stopped.
  template <class Visit>
  static void forEachGoroutine(Visit visit) {
    for (RecordSpan* span = recordSpans(); span; span = span->next)
      forEachGoroutine(span, visit);
  }
  // The same for one span. Whether there were any.
  template <class Visit>
  static bool forEachGoroutine(RecordSpan* span, Visit visit) {
    if (span->isQuiet) return false;
    bool any = false;
    size_t end = span->usedUnits;
    for (size_t at = kFirstRecord / 16; at < end; at += span->recordUnits) {
      G* g = reinterpret_cast<G*>(reinterpret_cast<char*>(span) + at * 16);
      if (g->state == State::Dead) continue;
      any = true;
      visit(g);
    }
    return any;
  }
  // The first of the list.
  static RecordSpan* recordSpans();

private:
  static constexpr size_t kFirstRecord = 16;
  // Where a free record's links lie: behind what must stay.
  static constexpr size_t kRecordLinks = 16;
  // Pieces that are passed on at a time.
  static constexpr uint32_t kBatch = 128;
  static constexpr size_t kClasses = kMaxImageInArena / 16 + 1;
  // In free memory. A free record keeps its first 16 bytes, which say that it is dead.
  struct FreePiece {
    FreePiece* next;
    FreePiece* nextBatch; // of the first of a batch
  };

  struct FreeList {
    FreePiece* first = nullptr;
    uint32_t count = 0;
  };
  // Pieces of one size that workers pass on: some only start goroutines, others only end them.
  class Exchange;
  static Exchange& exchangeFor(bool records, size_t units);

  static void* take(FreeList& list, bool records, size_t units);
  static void give(FreeList& list, FreePiece* piece, bool records, size_t units) {
    piece->next = list.first;
    list.first = piece;
    if (++list.count >= 2 * kBatch && !base::loneWorker) [[unlikely]]
      passOn(list, records, units);
  }
  static void passOn(FreeList& list, bool records, size_t units);
  G* moreRecords(size_t units);
  static G* recordOf(FreePiece* piece) {
    return reinterpret_cast<G*>(reinterpret_cast<char*>(piece) - kRecordLinks);
  }
  // Who takes a record reaches no safepoint before it is alive, so the collector sees either.
  static G* awaken(G* g) {
    auto* span = reinterpret_cast<RecordSpan*>(reinterpret_cast<uintptr_t>(g) & ~(kSpan - 1));
    // A look first: workers take records of one span, and would want its line for themselves.
    if (span->isQuiet) [[unlikely]]
      span->isQuiet = false;
    return g;
  }

  RecordSpan* openSpan_[256] = {};
  FreeList freeRecords_[256];
  FreeList freeImages_[kClasses];
  char* imageAt_ = nullptr;
  char* imageEnd_ = nullptr;
};

} // namespace mg::sched
