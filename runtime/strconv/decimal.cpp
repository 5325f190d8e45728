#include "runtime/strconv/decimal.h"

#include "runtime/strconv/integer.h"
#include "runtime/strconv/powers_of_ten.h"

namespace mg {

namespace {

void trimZeros(Decimal& decimal) {
  while (decimal.count && decimal.digits[decimal.count - 1] == '0')
    --decimal.count;
  if (!decimal.count) decimal.point = 0;
}

struct Shortest {
  Uint64 digits;
  int exponent;
};

// The high 64 bits of g * c, with the last bit set if any lower bit is.
Uint64 multiplyRoundToOdd(Uint64 high, Uint64 low, Uint64 c) {
  using Wide = unsigned __int128;
  Wide upper = Wide(high) * c + (Wide(low) * c >> 64);
  return Uint64(upper >> 64) | (Uint64(upper) > 1);
}

// Schubfach (R. Giulietti, "The Schubfach way to render doubles"): scale the float and the ends of
// its rounding interval by a power of ten such that at most one multiple of ten and at least one
// integer lie inside; pick that multiple, else the nearest integer.
Shortest schubfach(const FloatParts& parts) {
  Uint64 c = parts.mantissa;
  int q = parts.exponent;
  bool odd = c & 1;
  int k = parts.nextBelowIsNear ? floorLog10ThreeQuarters(q) : floorLog10PowerOfTwo(q);
  int shift = q + floorLog2PowerOfTen(-k) + 1;
  PowerOfTen g = powerOfTen(-k);
  if (-k < 0 || -k > kLastExactPowerOfTen)
    if (++g.low == 0) ++g.high;

  Uint64 left = multiplyRoundToOdd(g.high, g.low, (4 * c - 2 + parts.nextBelowIsNear) << shift);
  Uint64 middle = multiplyRoundToOdd(g.high, g.low, (4 * c) << shift);
  Uint64 right = multiplyRoundToOdd(g.high, g.low, (4 * c + 2) << shift);
  Uint64 lower = left + odd;
  Uint64 upper = right - odd;

  Uint64 s = middle / 4;
  if (s >= 10) {
    Uint64 tens = s / 10;
    bool belowFits = lower <= 40 * tens;
    bool aboveFits = 40 * tens + 40 <= upper;
    if (belowFits != aboveFits) return {tens + aboveFits, k + 1};
  }
  bool belowFits = lower <= 4 * s;
  bool aboveFits = 4 * s + 4 <= upper;
  if (belowFits != aboveFits) return {s + aboveFits, k};
  Uint64 half = 4 * s + 2;
  bool up = middle > half || (middle == half && (s & 1));
  return {s + up, k};
}

// Numbers with a fraction, in base 10^9, most significant limb first.
class Limbs {
public:
  explicit Limbs(Uint64 value) {
    for (int i = 2; i >= 0; --i) {
      limb_[kPoint - 3 + i] = Uint32(value % kBase);
      value /= kBase;
    }
    first_ = kPoint - 3;
    end_ = kPoint;
  }

  void multiplyByPowerOfTwo(int power) {
    while (power > 0) {
      int step = power < 29 ? power : 29;
      Uint64 carry = 0;
      for (int i = end_ - 1; i >= first_; --i) {
        Uint64 value = (Uint64(limb_[i]) << step) + carry;
        limb_[i] = Uint32(value % kBase);
        carry = value / kBase;
      }
      if (carry) limb_[--first_] = Uint32(carry);
      power -= step;
    }
  }

  // 10^9 is a multiple of 2^9, so that a step adds at most one limb.
  void divideByPowerOfTwo(int power) {
    while (power > 0) {
      int step = power < 9 ? power : 9;
      Uint32 carry = 0;
      for (int i = first_; i < end_; ++i) {
        Uint32 rest = limb_[i] & ((1u << step) - 1);
        limb_[i] = (limb_[i] >> step) + carry;
        carry = (kBase >> step) * rest;
      }
      if (carry) limb_[end_++] = carry;
      while (first_ < end_ && !limb_[first_])
        ++first_;
      power -= step;
    }
  }

  void digits(Decimal& decimal) const {
    int first = first_;
    while (first < end_ && !limb_[first])
      ++first;
    Byte* to = decimal.digits;
    decimal.point = (kPoint - first) * 9;
    for (int i = first; i < end_; ++i) {
      Uint32 value = limb_[i];
      for (int d = 8; d >= 0; --d) {
        to[d] = Byte('0' + value % 10);
        value /= 10;
      }
      to += 9;
    }
    int zeros = 0;
    int count = int(to - decimal.digits);
    while (zeros < count && decimal.digits[zeros] == '0')
      ++zeros;
    __builtin_memmove(decimal.digits, decimal.digits + zeros, size_t(count - zeros));
    decimal.count = count - zeros;
    decimal.point -= zeros;
  }

private:
  using size_t = unsigned long;
  static constexpr Uint32 kBase = 1000000000;
  static constexpr int kPoint = 36; // limbs before the point: 2^1024 has 309 digits
  int first_;
  int end_;
  Uint32 limb_[kPoint + 122]; // and behind it: 2^-1074 takes 1074 / 9 steps
};

} // namespace

FloatClass splitFloat(Float64 value, int bitSize, FloatParts& parts) {
  Uint64 bits;
  int exponentBits;
  int bias;
  if (bitSize == 32) {
    Float32 narrow = Float32(value);
    Uint32 narrowBits;
    __builtin_memcpy(&narrowBits, &narrow, sizeof(narrowBits));
    bits = narrowBits;
    parts.mantissaBits = 23;
    exponentBits = 8;
    bias = 127;
  } else {
    __builtin_memcpy(&bits, &value, sizeof(bits));
    parts.mantissaBits = 52;
    exponentBits = 11;
    bias = 1023;
  }
  int exponent = int(bits >> parts.mantissaBits) & ((1 << exponentBits) - 1);
  Uint64 stored = bits & ((Uint64(1) << parts.mantissaBits) - 1);
  parts.negative = bits >> (parts.mantissaBits + exponentBits) & 1;
  if (exponent == (1 << exponentBits) - 1)
    return stored ? FloatClass::NotANumber : FloatClass::Infinite;
  parts.mantissa = exponent ? stored | Uint64(1) << parts.mantissaBits : stored;
  parts.exponent = (exponent ? exponent : 1) - bias - parts.mantissaBits;
  parts.nextBelowIsNear = !stored && exponent > 1;
  return FloatClass::Finite;
}

void shortestDecimal(const FloatParts& parts, Decimal& decimal) {
  decimal.count = decimal.point = 0;
  if (!parts.mantissa) return;
  Shortest shortest = schubfach(parts);
  Digits storage;
  String digits = formatUint(storage, shortest.digits, 10);
  __builtin_memcpy(decimal.digits, digits.ptr, Uintptr(digits.len));
  decimal.count = int(digits.len);
  decimal.point = decimal.count + shortest.exponent;
  trimZeros(decimal);
}

void exactDecimal(const FloatParts& parts, Decimal& decimal) {
  Limbs limbs(parts.mantissa);
  if (parts.exponent >= 0)
    limbs.multiplyByPowerOfTwo(parts.exponent);
  else
    limbs.divideByPowerOfTwo(-parts.exponent);
  limbs.digits(decimal);
  trimZeros(decimal);
}

bool fixedDecimal(const FloatParts& parts, int places, Decimal& decimal) {
  // mantissa * 10^places fits 128 bits; the binary point is where the remainder starts.
  using Wide = unsigned __int128;
  constexpr int kMostPlaces = 19;
  int shift = -parts.exponent;
  if (shift <= 0 || shift >= 120 || places > kMostPlaces) return false;
  Wide scaled = parts.mantissa;
  for (int i = 0; i < places; ++i)
    scaled *= 10;
  Wide whole = scaled >> shift;
  if (whole >> 63) return false;
  Wide rest = scaled - (whole << shift);
  Wide half = Wide(1) << (shift - 1);
  auto rounded = Uint64(whole);
  if (rest > half || (rest == half && (rounded & 1))) ++rounded;
  decimal.count = decimal.point = 0;
  if (!rounded) return true;
  Digits storage;
  String digits = formatUint(storage, rounded, 10);
  __builtin_memcpy(decimal.digits, digits.ptr, Uintptr(digits.len));
  decimal.count = int(digits.len);
  decimal.point = decimal.count - places;
  trimZeros(decimal);
  return true;
}

void roundDecimal(Decimal& decimal, int count) {
  if (count >= decimal.count) return;
  if (count < 0) {
    decimal.count = decimal.point = 0;
    return;
  }
  const Byte* digits = decimal.digits;
  bool up = digits[count] >= '5';
  bool exactHalf = digits[count] == '5' && count + 1 == decimal.count;
  if (exactHalf) up = count > 0 && (digits[count - 1] & 1);
  decimal.count = count;
  if (up) {
    int i = count - 1;
    while (i >= 0 && decimal.digits[i] == '9')
      --i;
    decimal.count = i + 1;
    if (i >= 0) {
      ++decimal.digits[i];
      return;
    }
    decimal.digits[0] = '1';
    decimal.count = 1;
    ++decimal.point;
    return;
  }
  trimZeros(decimal);
}

} // namespace mg
