#include "frontend/source/unicode.h"

#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Unicode.h"

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

// Takes the first rune off; of malformed text a byte, for U+FFFD.
static char32_t nextRune(llvm::StringRef& text) {
  const llvm::UTF8* at = text.bytes_begin();
  llvm::UTF32 rune = 0xFFFD;
  if (llvm::convertUTF8Sequence(&at, text.bytes_end(), &rune, llvm::strictConversion) !=
      llvm::conversionOK)
    ++at;
  text = text.drop_front(at - text.bytes_begin());
  return rune;
}

bool isIdentifier(llvm::StringRef name) {
  for (llvm::StringRef rest = name; !rest.empty();) {
    bool first = rest.size() == name.size();
    char32_t rune = nextRune(rest);
    if (!isLetter(rune) && (first || !isDigit(rune))) return false;
  }
  return true;
}

bool equalFold(llvm::StringRef a, llvm::StringRef b) {
  while (!a.empty() && !b.empty()) {
    auto p = static_cast<int>(nextRune(a)), q = static_cast<int>(nextRune(b));
    if (p != q && llvm::sys::unicode::foldCharSimple(p) != llvm::sys::unicode::foldCharSimple(q))
      return false;
  }
  return a.empty() && b.empty();
}

llvm::StringRef withoutFirstRune(llvm::StringRef name) {
  if (!name.empty()) nextRune(name);
  return name;
}

} // namespace minigo
