#include "runtime/sync/address_semaphore.h"

#include "runtime/base/spin_lock.h"
#include "runtime/mem/out_of_memory.h"
#include "runtime/sync/semaphore.h"

#include <cstdlib>
#include <new>

namespace mg::sync {

namespace {

// Exists while somebody waits at a word.
struct Place {
  Uint32* word;
  Uint32 permits = 0; // a Semaphore: those who wait sleep on it
  int waiting = 1;    // also those who are on their way to it or from it
  int granted = 0;    // of these, how many have been given a permit
  Place* next;
};

// Words share a bucket by their addresses; its lock guards the words and their places.
struct Bucket {
  base::SpinLock lock;
  Place* places = nullptr;

  Place** find(const Uint32* word) {
    Place** place = &places;
    while (*place && (*place)->word != word)
      place = &(*place)->next;
    return place;
  }
};

constexpr Uintptr kBuckets = 251; // a prime: words lie at multiples of powers of two
Bucket buckets[kBuckets];

Bucket& bucketOf(const Uint32* word) {
  return buckets[reinterpret_cast<Uintptr>(word) / sizeof *word % kBuckets];
}

// REQUIRES: the bucket's lock is held.
Place* placeAt(Bucket& bucket, Uint32* word) {
  Place*& place = *bucket.find(word);
  if (place) {
    ++place->waiting;
    return place;
  }
  void* memory = malloc(sizeof(Place));
  if (!memory) mem::outOfMemory();
  return place = new (memory) Place{.word = word, .next = nullptr};
}

} // namespace

void acquireAt(Uint32* word, sched::WaitReason reason) {
  Bucket& bucket = bucketOf(word);
  Place* place;
  {
    base::SpinGuard guard(bucket.lock);
    if (*word > 0) {
      --*word;
      return;
    }
    place = placeAt(bucket, word);
  }
  Semaphore(place->permits).acquire(reason);
  base::SpinGuard guard(bucket.lock);
  --place->granted;
  if (--place->waiting > 0) return;
  *bucket.find(word) = place->next;
  free(place);
}

void releaseAt(Uint32* word) {
  Bucket& bucket = bucketOf(word);
  base::SpinGuard guard(bucket.lock);
  Place* place = *bucket.find(word);
  if (!place || place->granted == place->waiting) {
    ++*word;
    return;
  }
  ++place->granted;
  Semaphore(place->permits).release(); // under the lock: the last who leaves frees the place
}

} // namespace mg::sync
