#include "frontend/source/unicode.h"

#include <algorithm>
#include <iterator>

namespace minigo {

namespace {

struct RuneRange {
  char32_t first;
  char32_t last;
};

#include "frontend/source/unicode_letters.inc"

template <size_t N>
bool contains(const RuneRange (&ranges)[N], char32_t rune) {
  const RuneRange* range =
      std::lower_bound(std::begin(ranges), std::end(ranges), rune,
                       [](const RuneRange& r, char32_t wanted) { return r.last < wanted; });
  return range != std::end(ranges) && range->first <= rune;
}

} // namespace

bool isLetter(char32_t rune) {
  if (rune < 0x80) return (rune | 0x20) - 'a' < 26 || rune == '_';
  return contains(kLetters, rune);
}

bool isDigit(char32_t rune) { return rune < 0x80 ? rune - '0' < 10 : contains(kDigits, rune); }

} // namespace minigo
