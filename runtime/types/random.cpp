#include <sys/random.h>

#include "runtime/types/hash.h"

namespace mg {

namespace {

Uint64 systemSeed() {
  Uint64 seed = 0;
  if (getrandom(&seed, sizeof(seed), GRND_NONBLOCK) != sizeof(seed))
    seed = Uint64(&seed) * kHashSecret0;
  return seed | 1;
}

} // namespace

// splitmix64 on a shared counter. Relaxed: only the numbers' spread matters, nothing is published.
Uint64 randomWord() {
  static Uint64 state;
  Uint64 old = __atomic_load_n(&state, __ATOMIC_RELAXED);
  if (!old) [[unlikely]] {
    Uint64 seed = systemSeed();
    __atomic_compare_exchange_n(&state, &old, seed, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED);
  }
  Uint64 z = __atomic_add_fetch(&state, 0x9e3779b97f4a7c15, __ATOMIC_RELAXED);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

} // namespace mg
