// Checks of basic literals, with gc's messages and positions.
#include "frontend/parse/source_scan.h"
#include "grammar/utf8.h"

#include "llvm/ADT/StringExtras.h"

#include <optional>

namespace minigo::parse {

namespace {

class LiteralChecker {
public:
  LiteralChecker(llvm::StringRef text, SourcePos pos, ErrorList& errors)
      : text_(text), pos_(pos), errors_(errors) {}

  bool number();
  bool rune();
  bool string();

private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool fail(size_t offset, diag::Kind kind, std::string detail = {}) {
    if (ok_) // gc reports one error in a number, and every one in a string
      errors_.add(pos_.advanced(static_cast<uint32_t>(offset)), kind, std::move(detail));
    return false;
  }
  struct Digits {
    bool any = false;
    std::optional<size_t> invalid; // offset of the first digit that the base does not have
  };
  Digits digits(int base);
  void mantissa();
  std::optional<size_t> misplacedUnderscore() const;
  bool escape(char quote);
  bool codeEscape(unsigned length, unsigned base);

  llvm::StringRef text_;
  SourcePos pos_;
  ErrorList& errors_;
  size_t at_ = 0;
  bool ok_ = true;
};

LiteralChecker::Digits LiteralChecker::digits(int base) {
  Digits result;
  for (; at_ < text_.size(); ++at_) {
    char c = text_[at_];
    if (c == '_') continue;
    if (!(base == 16 ? llvm::isHexDigit(c) : llvm::isDigit(c))) break;
    result.any = true;
    if (base < 10 && c - '0' >= base && !result.invalid) result.invalid = at_;
  }
  return result;
}

// The first '_' that does not stand between digits, or between a base prefix and a digit.
std::optional<size_t> LiteralChecker::misplacedUnderscore() const {
  char last = '.'; // what stands before: '0' a digit, '_', '.' anything else
  size_t i = 0;
  bool hex = false;
  if (text_.size() >= 2 && text_[0] == '0') {
    char x = llvm::toLower(text_[1]);
    if (x == 'x' || x == 'o' || x == 'b') {
      last = '0';
      hex = x == 'x';
      i = 2;
    }
  }
  for (; i < text_.size(); ++i) {
    char c = text_[i];
    if (c == '_') {
      if (last != '0') return i;
      last = '_';
    } else if (hex ? llvm::isHexDigit(c) : llvm::isDigit(c)) {
      last = '0';
    } else {
      if (last == '_') return i - 1;
      last = '.';
    }
  }
  if (last == '_') return text_.size() - 1;
  return std::nullopt;
}

struct Base {
  int value;
  const char* name;
};

static Base baseOf(llvm::StringRef text) {
  if (text.size() < 2 || text[0] != '0') return {10, "decimal"};
  switch (llvm::toLower(text[1])) {
  case 'x': return {16, "hexadecimal"};
  case 'o': return {8, "octal"};
  case 'b': return {2, "binary"};
  default: return {10, "decimal"};
  }
}

bool LiteralChecker::number() {
  Base base = baseOf(text_);
  bool prefix = base.value != 10;
  // A leading 0 means octal, unless the literal turns out to be a floating-point or imaginary one.
  bool leadingZero = !prefix && text_[0] == '0';
  at_ = prefix ? 2 : 0;
  Digits whole = digits(prefix ? base.value : leadingZero ? 8 : 10);
  bool any = whole.any;
  bool isFloat = peek() == '.';
  if (isFloat) {
    if (base.value == 8 || base.value == 2) {
      fail(at_, diag::InvalidRadixPoint, base.name);
      ok_ = false;
    }
    ++at_;
    any |= digits(base.value).any;
  }
  if (!any && ok_) ok_ = fail(at_, diag::NoDigits, base.name);
  char e = llvm::toLower(peek());
  if (e == 'e' || e == 'p') {
    bool fits = e == 'e' ? !prefix : base.value == 16;
    if (!fits && ok_)
      ok_ = fail(at_, diag::ExponentNeedsMantissa,
                 std::string("'") + peek() + "' exponent requires " +
                     (e == 'e' ? "decimal" : "hexadecimal"));
    isFloat = true;
    ++at_;
    if (peek() == '+' || peek() == '-') ++at_;
    if (!digits(10).any && ok_) ok_ = fail(at_, diag::ExponentWithoutDigits);
  } else if (base.value == 16 && isFloat && ok_) {
    ok_ = fail(at_, diag::HexMantissaWithoutExponent);
  }
  bool imaginary = peek() == 'i';
  const char* baseName = leadingZero ? "octal" : base.name;
  if (whole.invalid && ok_ && !isFloat && !(imaginary && leadingZero))
    ok_ = fail(*whole.invalid, diag::InvalidDigit,
               std::string("'") + text_[*whole.invalid] + "' in " + baseName);
  if (ok_)
    if (std::optional<size_t> underscore = misplacedUnderscore())
      ok_ = fail(*underscore, diag::MisplacedUnderscore);
  return ok_;
}

// An escape sequence behind '\'. True if it is well formed; else at_ is where scanning goes on.
bool LiteralChecker::escape(char quote) {
  char c = peek();
  if (c == quote || (c != '\0' && llvm::StringRef("abfnrtv\\").contains(c))) {
    ++at_;
    return true;
  }
  switch (c) {
  case '0':
  case '1':
  case '2':
  case '3':
  case '4':
  case '5':
  case '6':
  case '7': return codeEscape(3, 8);
  case 'x': ++at_; return codeEscape(2, 16);
  case 'u': ++at_; return codeEscape(4, 16);
  case 'U': ++at_; return codeEscape(8, 16);
  default:
    if (at_ >= text_.size()) return true; // the literal is not terminated, which has been reported
    return fail(at_, diag::UnknownEscape);
  }
}

bool LiteralChecker::codeEscape(unsigned length, unsigned base) {
  uint64_t value = 0;
  for (unsigned i = 0; i < length; ++i, ++at_) {
    if (at_ >= text_.size()) return true;
    grammar::DecodedRune rune = grammar::decodeRune({text_.data() + at_, text_.size() - at_});
    unsigned digit = rune.rune < 0x80 ? llvm::hexDigitValue(static_cast<char>(rune.rune)) : ~0U;
    if (digit >= base) {
      std::string what = text_.substr(at_, rune.length).str();
      what = what == "'" ? "'\\''" : "'" + what + "'";
      return fail(at_, diag::InvalidCharacterInEscape,
                  what + (base == 8 ? " in octal" : " in hexadecimal"));
    }
    value = value * base + digit;
  }
  if (base == 8 && value > 255) return fail(at_, diag::OctalEscapeValue, std::to_string(value));
  bool surrogate = value >= 0xD800 && value < 0xE000;
  if (length >= 4 && (value > 0x10FFFF || surrogate))
    return fail(at_, diag::EscapeNotCodePoint, codePointForMessage(static_cast<char32_t>(value)));
  return true;
}

bool LiteralChecker::rune() {
  bool closed = text_.size() >= 2 && text_.back() == '\'';
  bool good = closed;
  unsigned count = 0;
  for (at_ = 1; at_ < text_.size(); ++count) {
    char c = text_[at_];
    if (c == '\'') {
      if (count == 0) return fail(at_, diag::EmptyRune);
      if (count != 1 && good) return fail(0, diag::LongRune);
      return good;
    }
    if (c == '\\') {
      ++at_;
      good &= escape('\'');
    } else {
      at_ += grammar::decodeRune({text_.data() + at_, text_.size() - at_}).length;
    }
  }
  return good;
}

bool LiteralChecker::string() {
  if (text_.front() == '`') return text_.size() >= 2 && text_.back() == '`';
  bool good = true;
  for (at_ = 1;;) {
    size_t backslash = text_.find('\\', at_);
    if (backslash == llvm::StringRef::npos) break;
    at_ = backslash + 1;
    good &= escape('"');
  }
  bool closed = text_.size() > at_ && text_.back() == '"';
  return good && closed;
}

} // namespace

bool checkLiteral(const grammar::Node& token, llvm::StringRef text, SourcePos pos,
                  ErrorList& errors) {
  LiteralChecker checker(text, pos, errors);
  switch (token.kind) {
  case grammar::Kind::RUNE_LIT: return checker.rune();
  case grammar::Kind::RAW_STRING_LIT:
  case grammar::Kind::INTERPRETED_STRING_LIT: return checker.string();
  default:
    if (text.size() == 1) return true;
    return checker.number();
  }
}

} // namespace minigo::parse
