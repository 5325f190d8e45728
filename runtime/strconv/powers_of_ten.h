// Powers of ten for printing and parsing floats.
#pragma once

#include "minigo/types.h"

namespace mg {

// The 128 leading bits of a power of ten, rounded down; the first bit is set.
struct PowerOfTen {
  Uint64 high;
  Uint64 low;
};

constexpr int kFirstPowerOfTen = -342;
constexpr int kLastPowerOfTen = 324;
// Powers in this range are exact.
constexpr int kLastExactPowerOfTen = 55;

const PowerOfTen& powerOfTen(int exponent);

// floor(log2(10^e)) for |e| <= 1233
constexpr int floorLog2PowerOfTen(int e) { return (e * 1741647) >> 19; }
// floor(log10(2^e)) and floor(log10(3/4 * 2^e)) for |e| <= 1500
constexpr int floorLog10PowerOfTwo(int e) { return (e * 1262611) >> 22; }
constexpr int floorLog10ThreeQuarters(int e) { return (e * 1262611 - 524031) >> 22; }

} // namespace mg
