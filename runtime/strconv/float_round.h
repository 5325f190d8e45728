// From a wide binary number to the nearest float.
#pragma once

#include "minigo/types.h"

namespace mg {

struct FloatShape {
  int mantissaBits; // stored
  int minExponent;  // of the last mantissa bit of the smallest float
  Uint64 infinity;  // bits
};
constexpr FloatShape kFloat32{23, -149, Uint64(0xFF) << 23};
constexpr FloatShape kFloat64{52, -1074, Uint64(0x7FF) << 52};

using Wide = unsigned __int128;

// The bits of the float nearest to (wide + rest) * 2^exponent, where 0 <= rest < 1 and sticky says
// that it is not 0; ties go to even. Too large numbers give infinity.
Uint64 roundToFloat(const FloatShape& shape, Wide wide, bool sticky, int exponent);

// The float with these bits.
Float64 floatFromBits(const FloatShape& shape, Uint64 bits, bool negative);

} // namespace mg
