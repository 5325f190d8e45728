// Decoding of UTF-8.
#pragma once

#include <cstdint>
#include <string_view>

namespace minigo::grammar {

struct DecodedRune {
  char32_t rune;   // U+FFFD if not valid
  uint32_t length; // bytes; 1 if not valid
  bool valid;
};

// The first rune of `text`, which is not empty. Surrogates, overlong forms and values beyond
// U+10FFFF are not valid.
inline DecodedRune decodeRune(std::string_view text) {
  constexpr DecodedRune kInvalid{0xFFFD, 1, false};
  auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  unsigned lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  uint32_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return kInvalid;
  char32_t rune = lead & (0xFFU >> (length + 1));
  for (uint32_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return kInvalid;
    rune = rune << 6 | (byte(i) & 0x3FU);
  }
  constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  if (rune < kLeast[length] || rune > 0x10FFFF || (rune >= 0xD800 && rune < 0xE000))
    return kInvalid;
  return {rune, length, true};
}

} // namespace minigo::grammar
