#include "runtime/strconv/quote.h"

namespace mg {

namespace {

constexpr char kHex[] = "0123456789abcdef";

void addHex(Text& to, Uint32 value, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
    to.addByte(Byte(kHex[value >> shift & 15]));
}

// The letter of a one-letter escape, 0 if the rune has none.
Byte escapeLetter(Rune r) {
  switch (r) {
  case '\a': return 'a';
  case '\b': return 'b';
  case '\f': return 'f';
  case '\n': return 'n';
  case '\r': return 'r';
  case '\t': return 't';
  case '\v': return 'v';
  default: return 0;
  }
}

bool showsAsItself(Rune r, Quoting quoting) {
  if (r < 0x80) return r >= 0x20 && r != 0x7F;
  switch (quoting) {
  case Quoting::Ascii: return false;
  case Quoting::Graphic: return isGraphic(r);
  default: return isPrint(r);
  }
}

void addEscaped(Text& to, Rune r, Byte delimiter, Quoting quoting) {
  if (r == delimiter || r == '\\') {
    to.addByte('\\');
    to.addByte(Byte(r));
    return;
  }
  if (showsAsItself(r, quoting)) return to.addRune(r);
  to.addByte('\\');
  if (Byte letter = escapeLetter(r)) {
    to.addByte(letter);
  } else if (r < ' ' || r == 0x7F) {
    to.addByte('x');
    addHex(to, Uint32(r), 2);
  } else if (r < 0x10000) {
    to.addByte('u');
    addHex(to, Uint32(r), 4);
  } else {
    to.addByte('U');
    addHex(to, Uint32(r), 8);
  }
}

} // namespace

void quote(Text& to, String s, Quoting quoting) {
  to.addByte('"');
  for (Int i = 0; i < s.len;) {
    DecodedRune next = decodeRune(s, i);
    if (next.width == 1 && next.rune == 0xFFFD) {
      to.add("\\x"_s);
      addHex(to, s[i], 2);
    } else {
      addEscaped(to, next.rune, '"', quoting);
    }
    i += next.width;
  }
  to.addByte('"');
}

void quoteRune(Text& to, Rune r, Quoting quoting) {
  if (Uint32(r) > 0x10FFFF || (r >= 0xD800 && r <= 0xDFFF)) r = 0xFFFD;
  to.addByte('\'');
  addEscaped(to, r, '\'', quoting);
  to.addByte('\'');
}

bool canBackquote(String s) {
  for (Int i = 0; i < s.len;) {
    DecodedRune next = decodeRune(s, i);
    i += next.width;
    if (next.width > 1) {
      if (next.rune == 0xFEFF) return false;
      continue;
    }
    if (next.rune == 0xFFFD) return false;
    if ((next.rune < ' ' && next.rune != '\t') || next.rune == '`' || next.rune == 0x7F)
      return false;
  }
  return true;
}

} // namespace mg
