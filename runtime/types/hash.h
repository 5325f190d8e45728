// Hashing of map keys: multiply two 64-bit words to 128 bits and fold. Seeds are random for each
// map, so that no input can be prepared to collide.
#pragma once

#include "minigo/string.h"
#include "minigo/types.h"

namespace mg {

constexpr Uint64 kHashSecret0 = 0xa0761d6478bd642f;
constexpr Uint64 kHashSecret1 = 0xe7037ed1a0b428db;

inline Uint64 mixWords(Uint64 a, Uint64 b) {
  unsigned __int128 product = static_cast<unsigned __int128>(a) * b;
  return Uint64(product) ^ Uint64(product >> 64);
}

inline Uintptr hashWord(Uint64 word, Uintptr seed) {
  return mixWords(word ^ kHashSecret0, seed ^ kHashSecret1);
}

Uintptr hashString(String s, Uintptr seed);

// A pseudo-random number, seeded from the system once a process. Callable from any thread.
Uint64 randomWord();

} // namespace mg
