// Quoting of strings and runes as Go literals.
#pragma once

#include "minigo/string.h"
#include "runtime/value/text.h"

namespace mg {

enum class Quoting {
  Printable, // escape what strconv.IsPrint denies
  Ascii,     // escape all but ASCII
  Graphic,   // escape what strconv.IsGraphic denies
};

void quote(Text& to, String s, Quoting quoting);
void quoteRune(Text& to, Rune rune, Quoting quoting);
// Whether `s` in back quotes denotes s: one line without control characters other than tab.
bool canBackquote(String s);
bool isPrint(Rune rune);
bool isGraphic(Rune rune);

} // namespace mg
