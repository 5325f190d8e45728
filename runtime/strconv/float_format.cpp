#include "runtime/strconv/float_format.h"

#include "runtime/strconv/decimal.h"
#include "runtime/strconv/integer.h"

namespace mg {

namespace {

void addDigits(Text& to, const Decimal& decimal, int from, int count) {
  int available = decimal.count - from;
  if (available < 0) available = 0;
  if (available > count) available = count;
  to.add(String(decimal.digits + from, available));
  to.addRepeated('0', count - available);
}

// At least minimum digits.
void addExponent(Text& to, int exponent, int minimum) {
  to.addByte(exponent < 0 ? '-' : '+');
  Digits storage;
  String digits = formatUint(storage, Uint64(exponent < 0 ? -exponent : exponent), 10);
  to.addRepeated('0', minimum - digits.len);
  to.add(digits);
}

// d.ddde±dd
void addScientific(Text& to, const Decimal& decimal, int precision, Byte letter) {
  to.addByte(decimal.count ? decimal.digits[0] : '0');
  if (precision > 0) {
    to.addByte('.');
    addDigits(to, decimal, 1, precision);
  }
  to.addByte(letter);
  addExponent(to, decimal.count ? decimal.point - 1 : 0, 2);
}

// ddd.ddd
void addFixed(Text& to, const Decimal& decimal, int precision) {
  if (decimal.point > 0)
    addDigits(to, decimal, 0, decimal.point);
  else
    to.addByte('0');
  if (precision <= 0) return;
  to.addByte('.');
  int zeros = decimal.point < 0 ? -decimal.point : 0;
  if (zeros > precision) zeros = precision;
  to.addRepeated('0', zeros);
  addDigits(to, decimal, decimal.point > 0 ? decimal.point : 0, precision - zeros);
}

int atLeastZero(int n) { return n > 0 ? n : 0; }

void addDecimal(Text& to, const FloatParts& parts, Byte format, int precision) {
  Decimal decimal;
  bool shortest = precision < 0;
  bool scientific = format == 'e' || format == 'E';
  if (shortest) {
    shortestDecimal(parts, decimal);
    precision = scientific      ? decimal.count - 1
                : format == 'f' ? atLeastZero(decimal.count - decimal.point)
                                : decimal.count;
  } else if (format != 'f' || !fixedDecimal(parts, precision, decimal)) {
    exactDecimal(parts, decimal);
    if (!scientific && format != 'f' && !precision) precision = 1;
    roundDecimal(decimal, scientific      ? precision + 1
                          : format == 'f' ? decimal.point + precision
                                          : precision);
  }
  if (scientific) return addScientific(to, decimal, precision, format);
  if (format == 'f') return addFixed(to, decimal, precision);
  // %g: scientific for exponents below -4 or not below the precision, 6 if that was left open.
  int limit = precision;
  if (limit > decimal.count && decimal.count >= decimal.point) limit = decimal.count;
  if (shortest) limit = 6;
  int exponent = decimal.point - 1;
  if (exponent < -4 || exponent >= limit) {
    if (precision > decimal.count) precision = decimal.count;
    return addScientific(to, decimal, precision - 1, Byte(format - 'g' + 'e'));
  }
  addFixed(to, decimal, atLeastZero(decimal.count - decimal.point));
}

// mantissap±exponent
void addBinary(Text& to, const FloatParts& parts) {
  Digits storage;
  to.add(formatUint(storage, parts.mantissa, 10));
  to.addByte('p');
  if (parts.exponent >= 0) to.addByte('+');
  to.addInt(parts.exponent);
}

// 0x1.yyyyp±ddd
void addHexadecimal(Text& to, const FloatParts& parts, Byte format, int precision) {
  Uint64 mantissa = parts.mantissa;
  int exponent = mantissa ? parts.exponent + parts.mantissaBits : 0;
  // The leading bit goes to bit 60, so that each digit behind it is four bits of the rest.
  mantissa <<= 60 - parts.mantissaBits;
  while (mantissa && !(mantissa >> 60)) {
    mantissa <<= 1;
    --exponent;
  }
  if (precision >= 0 && precision < 15) {
    Uint64 unit = Uint64(1) << (60 - precision * 4);
    Uint64 rest = mantissa & (unit - 1);
    mantissa &= ~(unit - 1);
    if (rest > unit / 2 || (rest == unit / 2 && (mantissa & unit))) mantissa += unit;
    if (mantissa >> 61) {
      mantissa >>= 1;
      ++exponent;
    }
  }
  const char* digits = format == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
  to.addByte('0');
  to.addByte(format);
  to.addByte(Byte('0' + (mantissa >> 60 & 1)));
  mantissa <<= 4;
  if (precision < 0 ? mantissa != 0 : precision > 0) {
    to.addByte('.');
    for (int i = 0; precision < 0 ? mantissa != 0 : i < precision; ++i) {
      to.addByte(Byte(digits[mantissa >> 60]));
      mantissa <<= 4;
    }
  }
  to.addByte(format == 'X' ? 'P' : 'p');
  addExponent(to, exponent, 2);
}

} // namespace

void formatFloat(Text& to, Float64 value, Byte format, int precision, int bitSize) {
  FloatParts parts;
  FloatClass kind = splitFloat(value, bitSize, parts);
  if (kind == FloatClass::NotANumber) return to.add("NaN"_s);
  if (kind == FloatClass::Infinite) return to.add(parts.negative ? "-Inf"_s : "+Inf"_s);
  switch (format) {
  case 'b':
  case 'x':
  case 'X':
  case 'e':
  case 'E':
  case 'f':
  case 'g':
  case 'G': break;
  default: to.addByte('%'); return to.addByte(format);
  }
  if (parts.negative) to.addByte('-');
  if (format == 'b')
    addBinary(to, parts);
  else if (format == 'x' || format == 'X')
    addHexadecimal(to, parts, format, precision);
  else
    addDecimal(to, parts, format, precision);
}

} // namespace mg
