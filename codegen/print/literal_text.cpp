#include "codegen/print/literal_text.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/Unicode.h"

#include <charconv>

namespace minigo::print {

using llvm::StringRef;

std::string intText(const cxx::IntLit* e) {
  std::string digits = e->form == cxx::IntForm::Hex ? "0x" + llvm::utohexstr(e->magnitude, true)
                                                    : std::to_string(e->magnitude);
  // The most negative int64 has no literal of its own.
  if (e->negative && e->magnitude == uint64_t(1) << 63)
    return "-9223372036854775807" + e->suffix.str() + " - 1";
  return (e->negative ? "-" : "") + digits + e->suffix.str();
}

template <class Float>
static std::string shortest(Float value) {
  char buffer[64];
  std::to_chars_result end = std::to_chars(buffer, buffer + sizeof buffer, value);
  std::string text(buffer, end.ptr);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

std::string floatText(const cxx::FloatLit* e) {
  return e->isFloat32 ? shortest(float(e->value)) + "f" : shortest(e->value);
}

// Whether a code point may stand as it is in source text: it has a glyph and does not turn the
// direction of writing.
static bool isVisible(uint32_t rune) {
  bool turns = (rune >= 0x202A && rune <= 0x202E) || (rune >= 0x2066 && rune <= 0x2069) ||
               rune == 0x200E || rune == 0x200F || rune == 0x061C;
  return !turns && llvm::sys::unicode::isPrintable(int(rune));
}

static std::string octal(unsigned char byte) {
  std::string text = "\\000";
  for (int i = 3; i >= 1; --i, byte >>= 3)
    text[i] = char('0' + (byte & 7));
  return text;
}

static std::string escape(unsigned char c, char quote) {
  if (c == '\n') return "\\n";
  if (c == '\t') return "\\t";
  if (c == '\r') return "\\r";
  if (c == '\\' || c == static_cast<unsigned char>(quote)) return {'\\', char(c)};
  if (c < 0x20 || c >= 0x7F) return octal(c);
  return {char(c)};
}

std::string charText(uint32_t codePoint) {
  if (codePoint < 0x80) {
    std::string text = "'";
    return text + escape(static_cast<unsigned char>(codePoint), '\'') + "'";
  }
  char buffer[4];
  char* end = buffer;
  if (isVisible(codePoint) && llvm::ConvertCodePointToUTF8(codePoint, end))
    return "U'" + std::string(buffer, end) + "'";
  return "0x" + llvm::utohexstr(codePoint, true);
}

// Bytes of the visible UTF-8 sequence at the start of text, or 0.
static size_t visibleSequence(StringRef text) {
  const auto* begin = reinterpret_cast<const llvm::UTF8*>(text.data());
  size_t length = llvm::getNumBytesForUTF8(*begin);
  if (length < 2 || length > text.size() || !llvm::isLegalUTF8Sequence(begin, begin + length))
    return 0;
  llvm::UTF32 rune = 0;
  llvm::UTF32* to = &rune;
  const llvm::UTF8* from = begin;
  if (llvm::ConvertUTF8toUTF32(&from, begin + length, &to, to + 1, llvm::strictConversion) !=
      llvm::conversionOK)
    return 0;
  return isVisible(rune) ? length : 0;
}

std::vector<std::string> stringPieces(StringRef bytes) {
  constexpr size_t kSplitAbove = 72;
  std::vector<std::string> pieces;
  std::string piece = "\"";
  for (size_t i = 0; i < bytes.size();) {
    unsigned char c = static_cast<unsigned char>(bytes[i]);
    if (c >= 0x80) {
      if (size_t length = visibleSequence(bytes.drop_front(i))) {
        piece += bytes.substr(i, length);
        i += length;
        continue;
      }
    }
    // `??` could be read as the start of a trigraph.
    piece += c == '?' && i && bytes[i - 1] == '?' ? "\\?" : escape(c, '"');
    ++i;
    if (c == '\n' && bytes.size() > kSplitAbove && i < bytes.size()) {
      pieces.push_back(piece + "\"");
      piece = "\"";
    }
  }
  pieces.push_back(piece + "\"");
  return pieces;
}

} // namespace minigo::print
