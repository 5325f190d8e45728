#include "runtime/strconv/float_round.h"

namespace mg {

Uint64 roundToFloat(const FloatShape& shape, Wide wide, bool sticky, int exponent) {
  if (!wide) return 0;
  auto high = Uint64(wide >> 64);
  int zeros = high ? __builtin_clzll(high) : 64 + __builtin_clzll(Uint64(wide));
  wide <<= zeros;
  exponent -= zeros;
  if (exponent > 1024) return shape.infinity;
  // Now the value is in [2^127, 2^128) * 2^exponent. Keep the mantissa's bits, fewer for a
  // subnormal.
  int drop = 128 - (shape.mantissaBits + 1);
  if (exponent + drop < shape.minExponent) drop = shape.minExponent - exponent;
  if (drop > 128) return 0;
  Uint64 mantissa = drop == 128 ? 0 : Uint64(wide >> drop);
  Wide half = Wide(1) << (drop - 1);
  Wide rest = drop == 128 ? wide : wide & ((half << 1) - 1);
  if (rest > half || (rest == half && (sticky || (mantissa & 1)))) ++mantissa;
  // A normal float's leading mantissa bit adds one to the exponent field, and so does the carry of
  // rounding up to a power of two.
  int field = exponent + drop - shape.minExponent;
  Uint64 bits = (Uint64(field) << shape.mantissaBits) + mantissa;
  return bits < shape.infinity ? bits : shape.infinity;
}

Float64 floatFromBits(const FloatShape& shape, Uint64 bits, bool negative) {
  if (shape.mantissaBits == 23) {
    Uint32 narrow = Uint32(bits) | Uint32(negative) << 31;
    Float32 value;
    __builtin_memcpy(&value, &narrow, sizeof(value));
    return value;
  }
  bits |= Uint64(negative) << 63;
  Float64 value;
  __builtin_memcpy(&value, &bits, sizeof(value));
  return value;
}

} // namespace mg
