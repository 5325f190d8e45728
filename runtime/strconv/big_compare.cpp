#include "runtime/strconv/big_compare.h"

namespace mg {

namespace {

// A natural number, large enough for 801 digits times 2^2200.
class Big {
public:
  explicit Big(Uint64 value) {
    for (; value; value >>= 32)
      limb_[count_++] = Uint32(value);
  }

  void multiplyAdd(Uint32 factor, Uint32 summand) {
    Uint64 carry = summand;
    for (int i = 0; i < count_; ++i) {
      carry += Uint64(limb_[i]) * factor;
      limb_[i] = Uint32(carry);
      carry >>= 32;
    }
    if (carry) limb_[count_++] = Uint32(carry);
  }

  void multiplyByPowerOfFive(int power) {
    constexpr int kStep = 13;
    constexpr Uint32 kFiveToStep = 1220703125;
    for (; power >= kStep; power -= kStep)
      multiplyAdd(kFiveToStep, 0);
    for (; power > 0; --power)
      multiplyAdd(5, 0);
  }

  void shiftLeft(int bits) {
    int limbs = bits / 32;
    if (bits % 32) multiplyAdd(Uint32(1) << bits % 32, 0);
    if (!limbs || !count_) return;
    for (int i = count_ - 1; i >= 0; --i)
      limb_[i + limbs] = limb_[i];
    for (int i = 0; i < limbs; ++i)
      limb_[i] = 0;
    count_ += limbs;
  }

  int compare(const Big& other) const {
    if (count_ != other.count_) return count_ < other.count_ ? -1 : 1;
    for (int i = count_ - 1; i >= 0; --i)
      if (limb_[i] != other.limb_[i]) return limb_[i] < other.limb_[i] ? -1 : 1;
    return 0;
  }

private:
  int count_ = 0;
  Uint32 limb_[200];
};

// Compares the number with the middle between the float of these bits and the next one.
int compareWithMiddle(const FloatShape& shape, const DecimalNumber& number, Uint64 bits) {
  int field = int(bits >> shape.mantissaBits);
  Uint64 mantissa = bits & ((Uint64(1) << shape.mantissaBits) - 1);
  if (field) {
    mantissa |= Uint64(1) << shape.mantissaBits;
    --field;
  }
  // number = left * 2^leftTwos, middle = right * 2^rightTwos
  Big left(0);
  for (int i = 0; i < number.count; ++i)
    left.multiplyAdd(10, number.digits[i] - '0');
  Big right(2 * mantissa + 1);
  int leftTwos = number.exponent;
  int rightTwos = field + shape.minExponent - 1;
  if (number.exponent >= 0)
    left.multiplyByPowerOfFive(number.exponent);
  else
    right.multiplyByPowerOfFive(-number.exponent);
  if (leftTwos > rightTwos)
    left.shiftLeft(leftTwos - rightTwos);
  else
    right.shiftLeft(rightTwos - leftTwos);
  return left.compare(right);
}

} // namespace

Uint64 nearestFloat(const FloatShape& shape, const DecimalNumber& number, Uint64 candidate) {
  Uint64 bits = candidate < shape.infinity ? candidate : shape.infinity - 1;
  for (;;) {
    int order = compareWithMiddle(shape, number, bits);
    if (order > 0 || (order == 0 && (bits & 1))) {
      if (++bits == shape.infinity) return bits;
      if (order == 0) return bits;
      continue;
    }
    if (!bits) return bits;
    int below = compareWithMiddle(shape, number, bits - 1);
    if (below > 0 || (below == 0 && !(bits & 1))) return bits;
    --bits;
  }
}

} // namespace mg
