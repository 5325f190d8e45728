// An exact comparison for the rare decimal numbers that lie so near to the middle between two
// floats that 128 bits do not tell on which side.
#pragma once

#include "minigo/types.h"
#include "runtime/strconv/float_round.h"

namespace mg {

// digits[0:count], read as an integer, times 10^exponent
struct DecimalNumber {
  const Byte* digits;
  int count;
  int exponent;
};

constexpr int kMaxParsedDigits = 800;

// The float nearest to the number; candidate is a float close to it. At most kMaxParsedDigits + 1
// digits.
Uint64 nearestFloat(const FloatShape& shape, const DecimalNumber& number, Uint64 candidate);

} // namespace mg
