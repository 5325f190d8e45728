// Formatting of single values of basic type: flags, width, precision and padding.
#pragma once

#include "minigo/slice.h"
#include "minigo/string.h"
#include "minigo/types.h"
#include "runtime/value/text.h"

namespace mg::fmt {

// What stands between '%' and the verb.
struct Flags {
  bool hasWidth = false;
  bool hasPrecision = false;
  bool minus = false;
  bool plus = false;
  bool sharp = false;
  bool space = false;
  bool zero = false;
  // %+v and %#v set these instead of plus and sharp, as plus and sharp mean something else for the
  // operands inside.
  bool plusV = false;
  bool sharpV = false;
  Int width = 0;
  Int precision = 0;
};

// Appends to a text, formatted by its flags.
class Formatter {
public:
  Flags flags;
  Text out;

  void padding(Int count);
  void pad(String s);
  void addBool(bool value) { pad(value ? "true"_s : "false"_s); }
  // verb is the letter printed, upper the choice of hexadecimal digits.
  void addInteger(Uint64 value, int base, bool isSigned, Rune verb, bool upper);
  void addUnicode(Uint64 value);
  void addChar(Uint64 value);
  void addQuotedChar(Uint64 value);
  void addString(String s) { pad(truncate(s)); }
  void addQuoted(String s);
  void addHexBytes(String s, bool upper);
  void addFloat(Float64 value, int bitSize, Byte verb, int precision);

private:
  String truncate(String s) const;
  void addMarked(const Byte* digits, Int count, Byte verb, int precision);
};

} // namespace mg::fmt
