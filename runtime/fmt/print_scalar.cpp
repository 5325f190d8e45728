// Values of basic type, and byte slices: which verbs they take.
#include "runtime/fmt/printer.h"

namespace mg::fmt {

void Printer::printBool(const Value& value, Rune verb) {
  if (verb == 't' || verb == 'v')
    format_.addBool(value.as<bool>());
  else
    badVerb(value, verb);
}

void Printer::printHex(Uint64 number, bool leading0x) {
  bool sharp = format_.flags.sharp;
  format_.flags.sharp = leading0x;
  format_.addInteger(number, 16, false, 'v', false);
  format_.flags.sharp = sharp;
}

void Printer::printInteger(const Value& value, Rune verb) {
  bool isSigned = isInt(value.kind());
  Uint64 number = isSigned ? Uint64(intOf(value)) : uintOf(value);
  printIntegerAs(number, isSigned, value, verb);
}

void Printer::printIntegerAs(Uint64 number, bool isSigned, const Value& value, Rune verb) {
  switch (verb) {
  case 'v':
    if (format_.flags.sharpV && !isSigned) return printHex(number, true);
    return format_.addInteger(number, 10, isSigned, verb, false);
  case 'd': return format_.addInteger(number, 10, isSigned, verb, false);
  case 'b': return format_.addInteger(number, 2, isSigned, verb, false);
  case 'o':
  case 'O': return format_.addInteger(number, 8, isSigned, verb, false);
  case 'x': return format_.addInteger(number, 16, isSigned, verb, false);
  case 'X': return format_.addInteger(number, 16, isSigned, verb, true);
  case 'c': return format_.addChar(number);
  case 'q': return format_.addQuotedChar(number);
  case 'U': return format_.addUnicode(number);
  default: return badVerb(value, verb);
  }
}

void Printer::printFloat(Float64 number, int bitSize, const Value& value, Rune verb) {
  switch (verb) {
  case 'v': return format_.addFloat(number, bitSize, 'g', -1);
  case 'b':
  case 'g':
  case 'G':
  case 'x':
  case 'X': return format_.addFloat(number, bitSize, Byte(verb), -1);
  case 'f':
  case 'e':
  case 'E':
  case 'F': return format_.addFloat(number, bitSize, Byte(verb), 6);
  default: return badVerb(value, verb);
  }
}

void Printer::printComplex(const Value& value, Rune verb) {
  switch (verb) {
  case 'v':
  case 'b':
  case 'g':
  case 'G':
  case 'x':
  case 'X':
  case 'f':
  case 'F':
  case 'e':
  case 'E': break;
  default: return badVerb(value, verb);
  }
  Complex128 number = complexOf(value);
  int bitSize = int(value.type->size) * 4;
  bool plus = format_.flags.plus;
  text().addByte('(');
  printFloat(number.re, bitSize, value, verb);
  format_.flags.plus = true; // the imaginary part always has a sign
  printFloat(number.im, bitSize, value, verb);
  text().add("i)"_s);
  format_.flags.plus = plus;
}

void Printer::printString(String s, const Value& value, Rune verb) {
  switch (verb) {
  case 'v':
    if (format_.flags.sharpV) return format_.addQuoted(s);
    return format_.addString(s);
  case 's': return format_.addString(s);
  case 'x': return format_.addHexBytes(s, false);
  case 'X': return format_.addHexBytes(s, true);
  case 'q': return format_.addQuoted(s);
  default: return badVerb(value, verb);
  }
}

// Arrays and slices of bytes. whole: the operand is a []byte, whose list forms differ from other
// slices' too. False when the verb has no special form.
bool Printer::printBytes(const Value& value, Rune verb, String typeName, bool whole) {
  Elements items = elements(value);
  String bytes(items.first, items.count);
  switch (verb) {
  case 's': format_.addString(bytes); return true;
  case 'x': format_.addHexBytes(bytes, false); return true;
  case 'X': format_.addHexBytes(bytes, true); return true;
  case 'q': format_.addQuoted(bytes); return true;
  case 'v':
  case 'd': break;
  default: return false;
  }
  if (!whole) return false;
  bool goSyntax = format_.flags.sharpV;
  if (goSyntax) {
    text().add(typeName);
    if (!bytes.ptr) {
      text().add("(nil)"_s);
      return true;
    }
  }
  text().addByte(goSyntax ? '{' : '[');
  for (Int i = 0; i < bytes.len; ++i) {
    separator(i);
    if (goSyntax)
      printHex(bytes[i], true);
    else
      format_.addInteger(bytes[i], 10, false, verb, false);
  }
  text().addByte(goSyntax ? '}' : ']');
  return true;
}

} // namespace mg::fmt
