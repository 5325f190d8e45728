#include "runtime/mem/specials.h"

#include "runtime/mem/finalizer.h"
#include "runtime/mem/mark.h"
#include "runtime/mem/out_of_memory.h"
#include "runtime/mem/spans.h"

#include <cstdlib>
#include <cstring>

namespace mg::mem {

namespace {

Special** buckets = nullptr;
size_t bucketCount = 0, specialCount = 0;

struct ReadyRecord {
  ReadyRecord* next;
  ReadyCall call;
};
ReadyRecord* firstReady = nullptr;
ReadyRecord** lastReady = &firstReady;

template <class T>
T* newRecord(const T& value) {
  void* memory = malloc(sizeof(T));
  if (!memory) outOfMemory();
  return new (memory) T(value);
}

Special** bucketOf(const void* object) {
  uint64_t hash = uint64_t(reinterpret_cast<uintptr_t>(object)) * 0x9e3779b97f4a7c15;
  return &buckets[hash >> 32 & (bucketCount - 1)];
}

void grow() {
  Special** old = buckets;
  size_t oldCount = bucketCount;
  bucketCount = oldCount ? oldCount * 2 : 64;
  buckets = static_cast<Special**>(calloc(bucketCount, sizeof *buckets));
  if (!buckets) outOfMemory();
  for (size_t i = 0; i < oldCount; ++i)
    for (Special* special = old[i]; special;) {
      Special* following = special->next;
      Special** bucket = bucketOf(special->object);
      special->next = *bucket;
      *bucket = special;
      special = following;
    }
  free(old);
}

bool isEmpty(const Special& special) {
  return !special.finalizer.function && !special.cleanups && !special.weak;
}

// Calls visit for every record; those that are empty afterwards are dropped.
template <class Visit>
void forEachSpecial(Visit visit) {
  for (size_t i = 0; i < bucketCount; ++i)
    for (Special** at = &buckets[i]; Special* special = *at;) {
      visit(*special);
      if (isEmpty(*special)) {
        *at = special->next;
        free(special);
        --specialCount;
      } else {
        at = &special->next;
      }
    }
}

void addReady(const ReadyCall& call) {
  // Atomic: it may be firstReady.
  __atomic_store_n(lastReady, newRecord(ReadyRecord{nullptr, call}), __ATOMIC_RELAXED);
  lastReady = &(*lastReady)->next;
}

bool isReached(const Special& special) { return special.isForever || isMarked(special.object); }

void settleWeak(Special& special, Marker& marker) {
  bool reached = isReached(special);
  for (WeakRecord* weak = special.weak; weak;) {
    WeakRecord* following = weak->next;
    if (reached) {
      marker.mark(weak->handle);
    } else {
      *weak->handle = nullptr;
      free(weak);
    }
    weak = following;
  }
  if (!reached) special.weak = nullptr;
}

void settleCleanups(Special& special) {
  if (isReached(special)) return;
  for (CleanupRecord* cleanup = special.cleanups; cleanup;) {
    CleanupRecord* following = cleanup->next;
    addReady({{}, nullptr, cleanup->run});
    free(cleanup);
    cleanup = following;
  }
  special.cleanups = nullptr;
}

void markReady(Marker& marker) {
  for (ReadyRecord* ready = firstReady; ready; ready = ready->next) {
    marker.mark(ready->call.object);
    marker.mark(ready->call.finalizer.function);
    marker.mark(ready->call.cleanup.closure);
  }
}

} // namespace

Special* specialOf(void* object) {
  if (!bucketCount) return nullptr;
  Special* special = *bucketOf(object);
  while (special && special->object != object)
    special = special->next;
  return special;
}

Special* makeSpecial(void* object, bool isForever) {
  if (specialCount >= bucketCount) grow();
  Special** bucket = bucketOf(object);
  *bucket = newRecord(Special{*bucket, object, isForever, {}, nullptr, nullptr});
  ++specialCount;
  return *bucket;
}

void dropIfEmpty(Special* special) {
  if (!isEmpty(*special)) return;
  Special** at = bucketOf(special->object);
  while (*at != special)
    at = &(*at)->next;
  *at = special->next;
  free(special);
  --specialCount;
}

bool takeReady(ReadyCall* call) {
  ReadyRecord* first = firstReady;
  if (!first) return false;
  *call = first->call;
  __atomic_store_n(&firstReady, first->next, __ATOMIC_RELAXED); // for hasReadyCalls()
  if (!firstReady) lastReady = &firstReady;
  free(first);
  return true;
}

void markFinalizerRoots(Marker& marker) {
  markReady(marker);
  forEachSpecial([&](Special& special) {
    for (CleanupRecord* cleanup = special.cleanups; cleanup; cleanup = cleanup->next)
      marker.mark(cleanup->run.closure);
    if (!special.finalizer.function) return;
    marker.mark(special.finalizer.function);
    Object object = objectAt(special.object);
    if (!object.pointerFree) marker.scan(object.start, object.start + object.bytes);
  });
}

void settleFinalizers(Marker& marker) {
  forEachSpecial([&](Special& special) { settleWeak(special, marker); });
  marker.drain();
  // First all of them, then what they bring back: that may have a finalizer too.
  forEachSpecial([&](Special& special) {
    if (!special.finalizer.function || isReached(special)) return;
    addReady({special.finalizer, special.object, {}});
    special.finalizer = {};
  });
  markReady(marker);
  marker.drain();
  forEachSpecial(settleCleanups);
}

// A look without the collector's lock is a hint.
bool hasReadyCalls() { return __atomic_load_n(&firstReady, __ATOMIC_RELAXED) != nullptr; }

} // namespace mg::mem
