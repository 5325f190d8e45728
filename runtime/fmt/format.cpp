#include "runtime/fmt/format.h"

#include "runtime/strconv/float_format.h"
#include "runtime/strconv/integer.h"
#include "runtime/strconv/quote.h"

namespace mg::fmt {

namespace {

Int runeCount(String s) {
  Int count = 0;
  for (Int i = 0; i < s.len; i += decodeRune(s, i).width)
    ++count;
  return count;
}

// Turns a flag off for the rest of a block.
class Without {
public:
  explicit Without(bool& flag) : flag_(flag), old_(flag) { flag = false; }
  ~Without() { flag_ = old_; }

private:
  bool& flag_;
  bool old_;
};

} // namespace

void Formatter::padding(Int count) {
  out.addRepeated(flags.zero && !flags.minus ? '0' : ' ', count);
}

void Formatter::pad(String s) {
  if (!flags.hasWidth || !flags.width) return out.add(s);
  Int missing = flags.width - runeCount(s);
  if (!flags.minus) padding(missing);
  out.add(s);
  if (flags.minus) padding(missing);
}

String Formatter::truncate(String s) const {
  if (!flags.hasPrecision) return s;
  Int left = flags.precision;
  for (Int i = 0; i < s.len; i += decodeRune(s, i).width)
    if (--left < 0) return String(s.ptr, i);
  return s;
}

// The two ways to ask for leading zeros, %.3d and %03d, both become a number of digits.
void Formatter::addInteger(Uint64 value, int base, bool isSigned, Rune verb, bool upper) {
  bool negative = isSigned && Int64(value) < 0;
  if (negative) value = -value;
  Int digits = 0;
  if (flags.hasPrecision) {
    digits = flags.precision;
    if (!digits && !value) {
      Without zero(flags.zero);
      return padding(flags.width);
    }
  } else if (flags.zero && !flags.minus && flags.hasWidth) {
    digits = flags.width;
    if (negative || flags.plus || flags.space) --digits;
  }

  Digits storage;
  String number = formatUint(storage, value, base);
  Text text;
  if (negative)
    text.addByte('-');
  else if (flags.plus)
    text.addByte('+');
  else if (flags.space)
    text.addByte(' ');
  if (verb == 'O') text.add("0o"_s);
  if (flags.sharp && base == 2) text.add("0b"_s);
  if (flags.sharp && base == 16) text.add(upper ? "0X"_s : "0x"_s);
  if (flags.sharp && base == 8 && digits <= number.len && number[0] != '0') text.addByte('0');
  text.addRepeated('0', digits - number.len);
  Byte* to = text.reserve(number.len);
  for (Int i = 0; i < number.len; ++i)
    to[i] = upper && number[i] >= 'a' ? Byte(number[i] - 'a' + 'A') : number[i];
  text.advance(number.len);

  Without zero(flags.zero);
  pad(text.view());
}

// U+0078, or U+0078 'x' with the sharp flag.
void Formatter::addUnicode(Uint64 value) {
  Int digits = flags.hasPrecision && flags.precision > 4 ? flags.precision : 4;
  Digits storage;
  String number = formatUint(storage, value, 16);
  Text text;
  text.add("U+"_s);
  text.addRepeated('0', digits - number.len);
  for (Int i = 0; i < number.len; ++i)
    text.addByte(number[i] >= 'a' ? Byte(number[i] - 'a' + 'A') : number[i]);
  if (flags.sharp && value <= 0x10FFFF && isPrint(Rune(value))) {
    text.add(" '"_s);
    text.addRune(Rune(value));
    text.addByte('\'');
  }
  Without zero(flags.zero);
  pad(text.view());
}

void Formatter::addChar(Uint64 value) {
  Byte bytes[4];
  Int width = encodeRune(bytes, value > 0x10FFFF ? 0xFFFD : Rune(value));
  pad(String(bytes, width));
}

void Formatter::addQuotedChar(Uint64 value) {
  Text text;
  quoteRune(text, value > 0x10FFFF ? 0xFFFD : Rune(value),
            flags.plus ? Quoting::Ascii : Quoting::Printable);
  pad(text.view());
}

void Formatter::addQuoted(String s) {
  s = truncate(s);
  Text text;
  if (flags.sharp && canBackquote(s)) {
    text.addByte('`');
    text.add(s);
    text.addByte('`');
  } else {
    quote(text, s, flags.plus ? Quoting::Ascii : Quoting::Printable);
  }
  pad(text.view());
}

// Two digits a byte; the space flag separates bytes, the sharp flag adds 0x to each word.
void Formatter::addHexBytes(String s, bool upper) {
  Int count = flags.hasPrecision && flags.precision < s.len ? flags.precision : s.len;
  Int width = 2 * count;
  if (!width) {
    if (flags.hasWidth) padding(flags.width);
    return;
  }
  if (flags.space)
    width = (flags.sharp ? 2 * width : width) + count - 1;
  else if (flags.sharp)
    width += 2;

  if (flags.hasWidth && !flags.minus) padding(flags.width - width);
  const char* digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
  for (Int i = 0; i < count; ++i) {
    if (flags.space && i) out.addByte(' ');
    if (flags.sharp && (flags.space || !i)) out.add(upper ? "0X"_s : "0x"_s);
    out.addByte(Byte(digits[s[i] >> 4]));
    out.addByte(Byte(digits[s[i] & 15]));
  }
  if (flags.hasWidth && flags.minus) padding(flags.width - width);
}

// The sharp flag: a decimal point always, and %g keeps trailing zeros up to its precision.
// number starts with its sign.
void Formatter::addMarked(const Byte* number, Int count, Byte verb, int precision) {
  Int digits = 0;
  if (verb == 'g' || verb == 'G' || verb == 'x') digits = precision < 0 ? 6 : precision;
  bool hexadecimal = verb == 'x' || verb == 'X';
  Int end = count;
  bool point = false;
  bool significant = false;
  for (Int i = 1; i < end; ++i) {
    Byte c = number[i];
    if (c == '.') {
      point = true;
    } else if (c == 'p' || c == 'P' || (!hexadecimal && (c == 'e' || c == 'E'))) {
      end = i;
    } else {
      significant = significant || c != '0';
      if (significant) --digits;
    }
  }
  Text text;
  text.add(String(number, end));
  if (!point) {
    if (end == 2 && number[1] == '0') --digits;
    text.addByte('.');
  }
  text.addRepeated('0', digits);
  text.add(String(number + end, count - end));
  // The point is there now; what remains is what an unmarked number gets.
  bool sharp = flags.sharp;
  flags.sharp = false;
  String view = text.view();
  if ((flags.plus || view[0] != '+') && flags.zero && !flags.minus && flags.hasWidth &&
      flags.width > view.len) {
    out.addByte(view[0]);
    padding(flags.width - view.len);
    out.add(slice(view, 1));
  } else {
    pad(flags.plus || view[0] != '+' ? view : slice(view, 1));
  }
  flags.sharp = sharp;
}

void Formatter::addFloat(Float64 value, int bitSize, Byte verb, int precision) {
  if (flags.hasPrecision) precision = int(flags.precision);
  Text text;
  text.addByte('+');
  formatFloat(text, value, verb == 'F' ? 'f' : verb, precision, bitSize);
  String number = text.view();
  if (number[1] == '-' || number[1] == '+') number = slice(number, 1);
  Byte* sign = text.data() + (number.ptr - text.data());
  if (flags.space && *sign == '+' && !flags.plus) *sign = ' ';
  bool nan = number[1] == 'N';
  if (nan || number[1] == 'I') {
    Without zero(flags.zero);
    // An infinity always shows its sign, a NaN only when asked to.
    if (nan && !flags.space && !flags.plus) number = slice(number, 1);
    return pad(number);
  }
  if (flags.sharp && verb != 'b') return addMarked(number.ptr, number.len, verb, precision);
  if (!flags.plus && number[0] == '+') return pad(slice(number, 1));
  if (flags.zero && !flags.minus && flags.hasWidth && flags.width > number.len) {
    out.addByte(number[0]);
    padding(flags.width - number.len);
    out.add(slice(number, 1));
    return;
  }
  pad(number);
}

} // namespace mg::fmt
