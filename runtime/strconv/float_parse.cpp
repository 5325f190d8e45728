#include "runtime/strconv/float_parse.h"

#include "runtime/strconv/big_compare.h"
#include "runtime/strconv/float_round.h"
#include "runtime/strconv/powers_of_ten.h"

namespace mg {

namespace {

Byte lower(Byte c) { return c >= 'A' && c <= 'Z' ? Byte(c + ('a' - 'A')) : c; }

bool equalFold(String s, String lowerCase) {
  if (s.len != lowerCase.len) return false;
  for (Int i = 0; i < s.len; ++i)
    if (lower(s.ptr[i]) != lowerCase.ptr[i]) return false;
  return true;
}

// A literal without its sign, taken apart.
struct Literal {
  bool hexadecimal = false;
  Uint64 mantissa = 0;    // the first significant digits: 19 decimal or 16 hexadecimal ones
  bool truncated = false; // a digit behind those is not zero
  int exponent = 0;       // of the base 10 or 2, for mantissa
  // Decimal: all significant digits, as far as they count.
  Byte digits[kMaxParsedDigits + 1];
  int digitCount = 0;
  int pointAt = 0; // digits before the point
};

constexpr int kLargestExponent = 10000;

class LiteralReader {
public:
  LiteralReader(String s, Literal& literal) : s_(s), literal_(literal) {}

  bool read() {
    if (s_.len >= 2 && s_.ptr[0] == '0' && lower(s_.ptr[1]) == 'x') {
      literal_.hexadecimal = true;
      at_ = 2;
    }
    if (!readDigits() || !readExponent() || at_ != s_.len) return false;
    if (!underscores_) return true;
    return underscoresStandBetweenDigits();
  }

private:
  bool readDigits() {
    bool any = false;
    bool point = false;
    int limit = literal_.hexadecimal ? 16 : 19;
    for (; at_ < s_.len; ++at_) {
      Byte c = lower(s_.ptr[at_]);
      if (c == '_') {
        underscores_ = true;
      } else if (c == '.') {
        if (point) return any; // the rest does not fit
        point = true;
      } else if (isDigit(c)) {
        any = true;
        takeDigit(c, limit, point);
      } else {
        break;
      }
    }
    if (!point) literal_.pointAt = significant_;
    return any;
  }

  bool isDigit(Byte c) const {
    return (c >= '0' && c <= '9') || (literal_.hexadecimal && c >= 'a' && c <= 'f');
  }

  void takeDigit(Byte c, int limit, bool afterPoint) {
    if (c == '0' && !significant_) {
      if (afterPoint) --literal_.pointAt;
      return;
    }
    ++significant_;
    if (!afterPoint) literal_.pointAt = significant_;
    auto value = Uint64(c <= '9' ? c - '0' : c - 'a' + 10);
    if (taken_ < limit) {
      literal_.mantissa = literal_.mantissa * (literal_.hexadecimal ? 16 : 10) + value;
      ++taken_;
    } else if (c != '0') {
      literal_.truncated = true;
    }
    if (literal_.hexadecimal) return;
    if (literal_.digitCount < kMaxParsedDigits)
      literal_.digits[literal_.digitCount++] = c;
    else if (c != '0')
      literal_.digits[kMaxParsedDigits] =
          '1'; // more than the digits before: that is all that counts
  }

  bool readExponent() {
    if (literal_.digitCount == kMaxParsedDigits && literal_.digits[kMaxParsedDigits] == '1')
      ++literal_.digitCount;
    int perDigit = literal_.hexadecimal ? 4 : 1;
    literal_.exponent = perDigit * (literal_.pointAt - taken_);
    Byte mark = literal_.hexadecimal ? 'p' : 'e';
    if (at_ >= s_.len || lower(s_.ptr[at_]) != mark) return !literal_.hexadecimal;
    ++at_;
    bool negative = false;
    if (at_ < s_.len && (s_.ptr[at_] == '+' || s_.ptr[at_] == '-')) negative = s_.ptr[at_++] == '-';
    if (at_ >= s_.len || s_.ptr[at_] < '0' || s_.ptr[at_] > '9') return false;
    int exponent = 0;
    for (; at_ < s_.len && ((s_.ptr[at_] >= '0' && s_.ptr[at_] <= '9') || s_.ptr[at_] == '_');
         ++at_) {
      if (s_.ptr[at_] == '_')
        underscores_ = true;
      else if (exponent < kLargestExponent)
        exponent = exponent * 10 + (s_.ptr[at_] - '0');
    }
    if (negative) exponent = -exponent;
    literal_.exponent += exponent;
    literal_.pointAt += exponent;
    return true;
  }

  // As in Go's own literals: an underscore separates digits, or the base prefix and a digit.
  bool underscoresStandBetweenDigits() const {
    bool digitBefore = literal_.hexadecimal; // the prefix
    for (Int i = literal_.hexadecimal ? 2 : 0; i < s_.len; ++i) {
      Byte c = lower(s_.ptr[i]);
      bool digit = isDigit(c);
      if (c == '_' && !digitBefore) return false;
      if (!digit && c != '_' && i > 0 && s_.ptr[i - 1] == '_') return false;
      digitBefore = digit;
    }
    return s_.ptr[s_.len - 1] != '_';
  }

  String s_;
  Literal& literal_;
  Int at_ = 0;
  int significant_ = 0;
  int taken_ = 0;
  bool underscores_ = false;
};

// 10^0 to 10^22 are exact doubles, so that one operation on them rounds once.
bool exactProduct(const Literal& literal, const FloatShape& shape, Uint64& bits) {
  static constexpr double kPowers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                       1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                       1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  if (shape.mantissaBits != 52 || literal.truncated || literal.mantissa >> 53) return false;
  if (literal.exponent > 22 || literal.exponent < -22) return false;
  auto value = double(literal.mantissa);
  value =
      literal.exponent < 0 ? value / kPowers[-literal.exponent] : value * kPowers[literal.exponent];
  __builtin_memcpy(&bits, &value, sizeof(bits));
  return true;
}

// high * 2^64 + low
struct Product {
  Wide high;
  Uint64 low;
};

Product multiply(Uint64 mantissa, const PowerOfTen& power, Uint64 error) {
  Wide low = Wide(mantissa) * power.low + error;
  return {Wide(mantissa) * power.high + Uint64(low >> 64), Uint64(low)};
}

Uint64 decimalToFloat(const Literal& literal, const FloatShape& shape) {
  Uint64 bits;
  if (!literal.mantissa) return 0;
  if (exactProduct(literal, shape, bits)) return bits;
  // Above 10^310 and below 10^-345 there is no float.
  if (literal.pointAt > 310) return shape.infinity;
  if (literal.pointAt < -345) return 0;
  if (literal.exponent < kFirstPowerOfTen) {
    DecimalNumber number{literal.digits, literal.digitCount, literal.pointAt - literal.digitCount};
    return nearestFloat(shape, number, 0);
  }
  // The product of the mantissa and the power, both rounded down, is at most the true value; the
  // largest possible value follows from the error of each. When both round to one float, that is
  // it.
  PowerOfTen power = powerOfTen(literal.exponent);
  Uint64 above = literal.mantissa + literal.truncated;
  int zeros = __builtin_clzll(above);
  int exponent = floorLog2PowerOfTen(literal.exponent) - 127 - zeros + 64;
  Product least = multiply(literal.mantissa << zeros, power, 0);
  bits = roundToFloat(shape, least.high, least.low != 0, exponent);
  bool exactPower = literal.exponent >= 0 && literal.exponent <= kLastExactPowerOfTen;
  if (exactPower && !literal.truncated) return bits;
  Product most = multiply(above << zeros, power, above << zeros);
  if (bits == roundToFloat(shape, most.high, true, exponent)) return bits;
  DecimalNumber number{literal.digits, literal.digitCount, literal.pointAt - literal.digitCount};
  return nearestFloat(shape, number, bits);
}

bool special(String s, bool sign, const FloatShape& shape, Uint64& bits) {
  if (equalFold(s, "inf"_s) || equalFold(s, "infinity"_s)) {
    bits = shape.infinity;
    return true;
  }
  if (!sign && equalFold(s, "nan"_s)) {
    bits = shape.infinity | Uint64(1) << (shape.mantissaBits - 1);
    if (shape.mantissaBits == 52) bits |= 1;
    return true;
  }
  return false;
}

} // namespace

ParseStatus parseFloat(String s, int bitSize, Float64& value) {
  const FloatShape& shape = bitSize == 32 ? kFloat32 : kFloat64;
  value = 0;
  bool sign = s.len && (s.ptr[0] == '+' || s.ptr[0] == '-');
  bool negative = sign && s.ptr[0] == '-';
  if (sign) s = slice(s, 1);
  Uint64 bits;
  if (special(s, sign, shape, bits)) {
    value = floatFromBits(shape, bits, negative);
    return ParseStatus::Ok;
  }
  Literal literal;
  literal.digits[kMaxParsedDigits] = '0';
  if (!LiteralReader(s, literal).read()) return ParseStatus::Syntax;
  bits = literal.hexadecimal
             ? roundToFloat(shape, Wide(literal.mantissa), literal.truncated, literal.exponent)
             : decimalToFloat(literal, shape);
  value = floatFromBits(shape, bits, negative);
  return bits == shape.infinity ? ParseStatus::Range : ParseStatus::Ok;
}

} // namespace mg
