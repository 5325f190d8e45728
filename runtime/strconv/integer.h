// Integers to digits.
#pragma once

#include "minigo/string.h"
#include "minigo/types.h"

namespace mg {

// Room for a sign and 64 binary digits.
struct Digits {
  Byte text[65];
};

// The digits of value in base 2 to 36, lower case, no prefix; written into storage.
String formatUint(Digits& storage, Uint64 value, int base, bool negative = false);
String formatInt(Digits& storage, Int64 value, int base);

} // namespace mg
