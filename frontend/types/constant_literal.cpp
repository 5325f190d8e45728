// Values of literals, unquoting and quoting (spec: Integer, Floating-point, Imaginary, Rune and
// String literals).
#include "frontend/types/constant_values.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Unicode.h"

namespace minigo {

namespace {

struct Based {
  std::string digits; // without prefix and underscores
  int base;
};

// Splits off a base prefix. octalZero: a leading 0 alone means octal, as in integers.
Based splitBase(llvm::StringRef text, bool octalZero) {
  std::string digits;
  for (char c : text)
    if (c != '_') digits += c;
  auto prefix = [&](char c) {
    return digits.size() > 2 && digits[0] == '0' && llvm::toLower(digits[1]) == c;
  };
  for (auto [letter, base] : {std::pair('x', 16), {'o', 8}, {'b', 2}})
    if (prefix(letter)) return {digits.substr(2), base};
  if (octalZero && digits.size() > 1 && digits[0] == '0') return {digits.substr(1), 8};
  return {digits, 10};
}

// mantissa * base**exponent, for base 2 or 10.
struct Scaled {
  Mpz mantissa;
  int64_t exponent = 0;
};

// "123.45e-6" or, with base 16, "1.8p3". False if malformed. Exponents saturate.
bool parseScaled(const Based& number, Scaled& result) {
  llvm::StringRef text = number.digits;
  size_t mark = text.find_first_of(number.base == 16 ? "pP" : "eE");
  llvm::StringRef significand = text.substr(0, mark);
  if (mark != llvm::StringRef::npos) {
    llvm::StringRef exponent = text.substr(mark + 1);
    bool negative = exponent.consume_front("-");
    if (!negative) exponent.consume_front("+");
    if (exponent.empty() || !llvm::all_of(exponent, llvm::isDigit)) return false;
    int64_t value = 0;
    for (char c : exponent)
      value = std::min<int64_t>(value * 10 + (c - '0'), int64_t(1) << 40);
    result.exponent = negative ? -value : value;
  }
  auto [whole, fraction] = significand.split('.');
  std::string digits = (whole + fraction).str();
  result.exponent -= static_cast<int64_t>(fraction.size()) * (number.base == 16 ? 4 : 1);
  return !digits.empty() && mpz_set_str(result.mantissa.v, digits.c_str(), number.base) == 0;
}

// mantissa * 2**exponent or mantissa * 10**exponent, rounded to 512 bits.
Mpfr approximate(const Scaled& s, int base) {
  Mpfr f;
  if (base != 10) {
    mpfr_set_z_2exp(f.v, s.mantissa.v, s.exponent, MPFR_RNDN);
    return f;
  }
  char* digits = mpz_get_str(nullptr, 10, s.mantissa.v);
  std::string text = std::string(digits) + "e" + std::to_string(s.exponent);
  void (*release)(void*, size_t);
  mp_get_memory_functions(nullptr, nullptr, &release);
  release(digits, std::strlen(digits) + 1);
  mpfr_strtofr(f.v, text.c_str(), nullptr, 10, MPFR_RNDN);
  return f;
}

} // namespace

const Constant* ConstantPool::Storage::integerLiteral(llvm::StringRef text) {
  Based number = splitBase(text, true);
  Mpz v;
  if (number.digits.empty() || mpz_set_str(v.v, number.digits.c_str(), number.base) != 0)
    return nullptr;
  return make(v);
}

const Constant* ConstantPool::Storage::floatLiteral(llvm::StringRef text) {
  Based number = splitBase(text, false);
  Scaled s;
  if (!parseScaled(number, s)) return nullptr;
  int scaleBase = number.base == 10 ? 10 : 2;
  Mpfr f = approximate(s, scaleBase);
  if (mpfr_zero_p(f.v)) return make(Mpq());
  if (!isSmallFloat(f)) return make(f);
  Mpq q;
  Mpz power;
  uint64_t magnitude = static_cast<uint64_t>(std::abs(s.exponent));
  mpz_ui_pow_ui(power.v, static_cast<unsigned long>(scaleBase), magnitude);
  if (s.exponent >= 0) {
    mpz_mul(mpq_numref(q.v), s.mantissa.v, power.v);
  } else {
    mpz_set(mpq_numref(q.v), s.mantissa.v);
    mpz_set(mpq_denref(q.v), power.v);
  }
  mpq_canonicalize(q.v);
  return make(q);
}

const Constant* ConstantPool::fromLiteral(llvm::StringRef text, ast::LitKind kind) {
  const Constant* value = nullptr;
  switch (kind) {
  case ast::LitKind::Int: value = storage_->integerLiteral(text); break;
  case ast::LitKind::Float: value = storage_->floatLiteral(text); break;
  case ast::LitKind::Imag:
    if (!text.consume_back("i")) return unknown();
    // A decimal integer with leading zeros stays decimal here.
    value = storage_->floatLiteral(text);
    if (value) value = makeComplex(fromInt64(0), value);
    break;
  case ast::LitKind::Rune: {
    std::optional<std::string> bytes = unquote(text);
    if (!bytes) return unknown();
    llvm::StringRef rest = *bytes;
    // An escape gives one byte or code point, see unquote.
    const llvm::UTF8* at = reinterpret_cast<const llvm::UTF8*>(rest.begin());
    llvm::UTF32 rune = 0;
    if (rest.size() == 1 || llvm::convertUTF8Sequence(&at, at + rest.size(), &rune,
                                                      llvm::strictConversion) != llvm::conversionOK)
      rune = static_cast<unsigned char>(rest.empty() ? '\0' : rest[0]);
    return fromInt64(rune);
  }
  case ast::LitKind::String: {
    std::optional<std::string> bytes = unquote(text);
    return bytes ? fromString(*bytes) : unknown();
  }
  }
  return value ? value : unknown();
}

namespace {

void appendUtf8(std::string& out, uint32_t rune) {
  // Surrogates and what lies beyond U+10FFFF become U+FFFD; well-formed literals have none.
  if ((rune >= 0xD800 && rune < 0xE000) || rune > 0x10FFFF) rune = 0xFFFD;
  char buffer[UNI_MAX_UTF8_BYTES_PER_CODE_POINT];
  char* end = buffer;
  llvm::ConvertCodePointToUTF8(rune, end);
  out.append(buffer, end);
}

// Reads `count` digits of a base; false if there are fewer.
bool takeDigits(llvm::StringRef& text, unsigned count, unsigned base, uint32_t& value) {
  value = 0;
  if (text.size() < count) return false;
  for (char c : text.take_front(count)) {
    unsigned digit = llvm::hexDigitValue(c);
    if (digit >= base) return false;
    value = value * base + digit;
  }
  text = text.drop_front(count);
  return true;
}

// One escape, behind the backslash.
bool unescape(llvm::StringRef& text, char quoteChar, std::string& out) {
  if (text.empty()) return false;
  static constexpr llvm::StringLiteral kLetters("abfnrtv\\"), kValues("\a\b\f\n\r\t\v\\");
  char c = text.front();
  uint32_t value = 0;
  if (size_t i = kLetters.find(c); i != llvm::StringRef::npos) {
    out += kValues[i];
    text = text.drop_front();
    return true;
  }
  if (c == quoteChar) {
    out += c;
    text = text.drop_front();
    return true;
  }
  if (c >= '0' && c <= '7') {
    if (!takeDigits(text, 3, 8, value) || value > 255) return false;
  } else if (c == 'x') {
    text = text.drop_front();
    if (!takeDigits(text, 2, 16, value)) return false;
  } else if (c == 'u' || c == 'U') {
    text = text.drop_front();
    if (!takeDigits(text, c == 'u' ? 4 : 8, 16, value)) return false;
    appendUtf8(out, value);
    return true;
  } else {
    return false;
  }
  // A byte; in a rune literal it is a code point below 256, which is kept as one byte, too.
  out += static_cast<char>(value);
  return true;
}

} // namespace

std::optional<std::string> unquote(llvm::StringRef literal) {
  if (literal.size() < 2 || literal.front() != literal.back()) return std::nullopt;
  char quoteChar = literal.front();
  llvm::StringRef text = literal.drop_front().drop_back();
  std::string out;
  if (quoteChar == '`') {
    for (char c : text)
      if (c != '\r') out += c;
    return out;
  }
  if (quoteChar != '"' && quoteChar != '\'') return std::nullopt;
  while (!text.empty()) {
    size_t plain = std::min(text.find('\\'), text.size());
    out += text.take_front(plain);
    text = text.drop_front(plain);
    if (text.consume_front("\\") && !unescape(text, quoteChar, out)) return std::nullopt;
  }
  return out;
}

namespace {

std::string hex(uint32_t value, unsigned width) {
  std::string digits;
  for (unsigned i = width; i-- > 0;)
    digits += llvm::hexdigit(value >> (4 * i) & 15, true);
  return digits;
}

void appendEscaped(std::string& out, uint32_t rune) {
  static constexpr llvm::StringLiteral kValues("\a\b\f\n\r\t\v"), kLetters("abfnrtv");
  if (rune == '"' || rune == '\\') {
    out += '\\';
    out += static_cast<char>(rune);
  } else if (rune < 0x80 && kValues.contains(static_cast<char>(rune)) && rune != 0) {
    out += '\\';
    out += kLetters[kValues.find(static_cast<char>(rune))];
  } else if (rune < ' ' || rune == 0x7F) {
    out += "\\x" + hex(rune, 2);
  } else if (rune < 0x10000) {
    out += "\\u" + hex(rune, 4);
  } else {
    out += "\\U" + hex(rune, 8);
  }
}

} // namespace

std::string quote(llvm::StringRef bytes) {
  std::string out = "\"";
  const llvm::UTF8* at = reinterpret_cast<const llvm::UTF8*>(bytes.begin());
  const llvm::UTF8* end = reinterpret_cast<const llvm::UTF8*>(bytes.end());
  while (at != end) {
    const llvm::UTF8* start = at;
    llvm::UTF32 rune = 0;
    if (llvm::convertUTF8Sequence(&at, end, &rune, llvm::strictConversion) != llvm::conversionOK) {
      at = start + 1;
      out += "\\x" + hex(*start, 2);
      continue;
    }
    bool printable = rune < 0x80 ? rune >= ' ' && rune < 0x7F && rune != '"' && rune != '\\'
                                 : llvm::sys::unicode::isPrintable(static_cast<int>(rune)) &&
                                       rune != 0xA0 && rune != 0xAD;
    if (printable)
      out.append(reinterpret_cast<const char*>(start), at - start);
    else
      appendEscaped(out, rune);
  }
  return out + "\"";
}

} // namespace minigo
