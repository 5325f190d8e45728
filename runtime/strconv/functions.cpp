// The functions of package strconv that are not written in Go (see runtime/packages/strconv).
#include "minigo/iface.h"
#include "minigo/panic.h"
#include "minigo/results.h"
#include "minigo/slice.h"
#include "minigo/string.h"
#include "runtime/strconv/float_format.h"
#include "runtime/strconv/float_parse.h"
#include "runtime/strconv/integer.h"
#include "runtime/strconv/quote.h"

namespace go::strconv {

using namespace mg;

namespace {

void checkBase(Int base) {
  if (base < 2 || base > 36)
    panic(toAny(type_string, "strconv: illegal AppendInt/FormatInt base"_s));
}

String fresh(String s) { return mg::toString(Slice<Byte>{const_cast<Byte*>(s.ptr), s.len, s.len}); }

String quoted(String s, Quoting quoting) {
  Text text;
  quote(text, s, quoting);
  return text.str();
}

String quotedRune(Rune r, Quoting quoting) {
  Text text;
  quoteRune(text, r, quoting);
  return text.str();
}

} // namespace

String FormatInt(Int64 i, Int base) {
  checkBase(base);
  Digits digits;
  return fresh(formatInt(digits, i, int(base)));
}

String FormatUint(Uint64 i, Int base) {
  checkBase(base);
  Digits digits;
  return fresh(formatUint(digits, i, int(base)));
}

String Itoa(Int i) { return FormatInt(i, 10); }

Slice<Byte> AppendInt(Slice<Byte> dst, Int64 i, Int base) {
  checkBase(base);
  Digits digits;
  return appendString(dst, formatInt(digits, i, int(base)));
}

Slice<Byte> AppendUint(Slice<Byte> dst, Uint64 i, Int base) {
  checkBase(base);
  Digits digits;
  return appendString(dst, formatUint(digits, i, int(base)));
}

String FormatFloat(Float64 f, Byte format, Int precision, Int bitSize) {
  if (bitSize != 32 && bitSize != 64)
    panic(toAny(type_string, "strconv: illegal AppendFloat/FormatFloat bitSize"_s));
  Text text;
  formatFloat(text, f, format, int(precision), int(bitSize));
  return text.str();
}

Slice<Byte> AppendFloat(Slice<Byte> dst, Float64 f, Byte format, Int precision, Int bitSize) {
  return appendString(dst, FormatFloat(f, format, precision, bitSize));
}

// status: 0 for success, 1 for a syntax error, 2 for a value out of range
Results<Float64, Int> parseFloat(String s, Int bitSize) {
  Float64 value;
  ParseStatus status = mg::parseFloat(s, int(bitSize), value);
  return {value, Int(status)};
}

String Quote(String s) { return quoted(s, Quoting::Printable); }
String QuoteToASCII(String s) { return quoted(s, Quoting::Ascii); }
String QuoteToGraphic(String s) { return quoted(s, Quoting::Graphic); }
String QuoteRune(Rune r) { return quotedRune(r, Quoting::Printable); }
String QuoteRuneToASCII(Rune r) { return quotedRune(r, Quoting::Ascii); }
String QuoteRuneToGraphic(Rune r) { return quotedRune(r, Quoting::Graphic); }
bool CanBackquote(String s) { return canBackquote(s); }
bool IsPrint(Rune r) { return isPrint(r); }
bool IsGraphic(Rune r) { return isGraphic(r); }

} // namespace go::strconv
