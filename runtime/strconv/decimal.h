// The decimal digits of a float.
#pragma once

#include "minigo/types.h"

namespace mg {

// A float taken apart: value = mantissa * 2^exponent, finite.
struct FloatParts {
  Uint64 mantissa;
  int exponent;
  int mantissaBits; // stored bits: 23 or 52
  bool negative;
  bool nextBelowIsNear; // the next smaller float is half as far as the next larger one
};
enum class FloatClass { Finite, Infinite, NotANumber };

// Takes value apart as a float of bitSize 32 or 64 bits.
FloatClass splitFloat(Float64 value, int bitSize, FloatParts& parts);

// 0.d1d2d3… * 10^point, without trailing zeros; count is 0 for zero.
struct Decimal {
  int count;
  int point;
  // A double has at most 767 significant digits; its expansion before trimming is longer.
  Byte digits[1160];
};

// The fewest digits that read back as this float, and of those the nearest to it.
void shortestDecimal(const FloatParts& parts, Decimal& decimal);
// All digits.
void exactDecimal(const FloatParts& parts, Decimal& decimal);
// Rounds to places digits behind the point, for the usual sizes of number; false, and nothing done,
// for others.
bool fixedDecimal(const FloatParts& parts, int places, Decimal& decimal);
// Rounds to count digits, half to even; count may be zero or negative.
void roundDecimal(Decimal& decimal, int count);

} // namespace mg
