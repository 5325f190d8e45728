#include "runtime/strconv/quote.h"

namespace mg {

namespace {

#include "runtime/strconv/printable.inc"

// The number of entries not above c.
template <class T, unsigned long N>
unsigned long countUpTo(const T (&changes)[N], Rune c) {
  unsigned long low = 0;
  unsigned long high = N;
  while (low < high) {
    unsigned long middle = (low + high) / 2;
    if (Rune(changes[middle]) <= c)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

} // namespace

bool isPrint(Rune c) {
  if (c < 0 || c > 0x10FFFF) return false;
  return (c < 0x10000 ? countUpTo(kChangesLow, c) : countUpTo(kChangesHigh, c)) & 1;
}

bool isGraphic(Rune c) {
  if (isPrint(c)) return true;
  for (Uint16 space : kSpaces)
    if (Rune(space) == c) return true;
  return false;
}

} // namespace mg
