#include "frontend/types/constant.h"

#include "frontend/types/constant_values.h"

#include "llvm/Support/Casting.h"
#include "llvm/Support/ErrorHandling.h"

#include <charconv>
#include <cmath>
#include <cstdio>

namespace minigo {

Rep repOf(const Constant* x) {
  switch (x->kind()) {
  case ConstantKind::Unknown: return Rep::Unknown;
  case ConstantKind::Bool: return Rep::Bool;
  case ConstantKind::String: return Rep::String;
  case ConstantKind::Int:
    return static_cast<const IntConstant*>(x)->isSmall ? Rep::Small : Rep::Big;
  case ConstantKind::Float:
    return static_cast<const FloatConstant*>(x)->rat ? Rep::Rat : Rep::Float;
  case ConstantKind::Complex: return Rep::Complex;
  }
  llvm_unreachable("constant kinds");
}

size_t bitLengthOf(const mpz_t x) { return mpz_sgn(x) == 0 ? 0 : mpz_sizeinbase(x, 2); }

bool isSmallFloat(const Mpfr& x) {
  if (!mpfr_number_p(x.v)) return false;
  if (mpfr_zero_p(x.v)) return true;
  mpfr_exp_t e = mpfr_get_exp(x.v);
  return -kMaxRatBits < e && e < kMaxRatBits;
}

Mpz bigOf(const Constant* x) {
  auto* i = static_cast<const IntConstant*>(x);
  return i->isSmall ? Mpz(i->small) : *i->big;
}

Mpq ratOf(const Constant* x) {
  if (repOf(x) == Rep::Rat) return *static_cast<const FloatConstant*>(x)->rat;
  Mpq result;
  mpq_set_z(result.v, bigOf(x).v);
  return result;
}

Mpfr floatOf(const Constant* x) {
  Mpfr result;
  switch (repOf(x)) {
  case Rep::Rat:
    mpfr_set_q(result.v, static_cast<const FloatConstant*>(x)->rat->v, MPFR_RNDN);
    break;
  case Rep::Float:
    mpfr_set(result.v, static_cast<const FloatConstant*>(x)->big->v, MPFR_RNDN);
    break;
  default: mpfr_set_z(result.v, bigOf(x).v, MPFR_RNDN); break;
  }
  return result;
}

namespace {

// The value with enough bits, and the last of them set if it is inexact, that rounding it once more
// gives the nearest of the exact value.
Mpfr sticky(const Constant* x) {
  if (repOf(x) == Rep::Float) return *static_cast<const FloatConstant*>(x)->big;
  Mpfr result(192);
  int inexact = repOf(x) == Rep::Rat
                    ? mpfr_set_q(result.v, static_cast<const FloatConstant*>(x)->rat->v, MPFR_RNDZ)
                    : mpfr_set_z(result.v, bigOf(x).v, MPFR_RNDZ);
  bool lastBitSet = mpfr_min_prec(result.v) == mpfr_get_prec(result.v);
  if (inexact != 0 && !lastBitSet)
    mpfr_sgn(result.v) > 0 ? mpfr_nextabove(result.v) : mpfr_nextbelow(result.v);
  return result;
}

} // namespace

double toDouble(const Constant* x) { return mpfr_get_d(sticky(x).v, MPFR_RNDN); }
float toFloat32(const Constant* x) { return mpfr_get_flt(sticky(x).v, MPFR_RNDN); }

llvm::StringRef StringConstant::flat() const {
  if (!left) return text;
  std::string joined(size, '\0');
  // Right to left, with the left operands still to do on a stack: chains lean to the left.
  size_t end = size;
  llvm::SmallVector<const StringConstant*, 16> todo{this};
  while (!todo.empty()) {
    const StringConstant* part = todo.pop_back_val();
    if (part->left) {
      todo.push_back(part->left);
      todo.push_back(part->right);
    } else {
      end -= part->size;
      std::copy(part->text.begin(), part->text.end(), joined.begin() + end);
    }
  }
  llvm::ArrayRef<char> bytes(joined.data(), joined.size());
  text = llvm::StringRef(arena->copy(bytes).data(), size);
  left = right = nullptr;
  return text;
}

bool Constant::boolValue() const {
  return kind_ == ConstantKind::Bool && static_cast<const BoolConstant*>(this)->value;
}

llvm::StringRef Constant::stringValue() const {
  if (kind_ != ConstantKind::String) return {};
  return static_cast<const StringConstant*>(this)->flat();
}

std::optional<int64_t> Constant::int64Value() const {
  if (kind_ != ConstantKind::Int || repOf(this) != Rep::Small) return std::nullopt;
  return smallOf(this);
}

std::optional<uint64_t> Constant::uint64Value() const {
  if (kind_ != ConstantKind::Int) return std::nullopt;
  if (repOf(this) == Rep::Small)
    return smallOf(this) < 0 ? std::nullopt : std::optional<uint64_t>(smallOf(this));
  Mpz v = bigOf(this);
  if (mpz_sgn(v.v) < 0 || bitLengthOf(v.v) > 64) return std::nullopt;
  return mpz_get_ui(v.v);
}

double Constant::float64Value() const { return toDouble(this); }
float Constant::float32Value() const { return toFloat32(this); }

const Constant* Constant::real(ConstantPool&) const {
  return kind_ == ConstantKind::Complex ? static_cast<const ComplexConstant*>(this)->re : this;
}

const Constant* Constant::imag(ConstantPool& pool) const {
  if (kind_ == ConstantKind::Complex) return static_cast<const ComplexConstant*>(this)->im;
  return kind_ == ConstantKind::Unknown ? this : pool.fromInt64(0);
}

int Constant::sign() const {
  switch (repOf(this)) {
  case Rep::Small: return smallOf(this) < 0 ? -1 : smallOf(this) > 0;
  case Rep::Big: return mpz_sgn(static_cast<const IntConstant*>(this)->big->v);
  case Rep::Rat: return mpq_sgn(static_cast<const FloatConstant*>(this)->rat->v);
  case Rep::Float: return mpfr_sgn(static_cast<const FloatConstant*>(this)->big->v);
  case Rep::Complex: {
    auto* c = static_cast<const ComplexConstant*>(this);
    return c->re->sign() | c->im->sign();
  }
  default: return 1; // as gc: an unknown value is not zero, so that no division by zero is reported
  }
}

unsigned Constant::bitLength() const {
  return kind_ == ConstantKind::Int ? static_cast<unsigned>(bitLengthOf(bigOf(this).v)) : 0;
}

namespace {

std::string printed(const char* format, double x) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, format, x);
  return buffer;
}

// The fewest digits that read back as x, in exponent form below 1e-4 and from 1e6: Go's %g.
std::string shortest(double x) {
  char buffer[64];
  auto end = std::to_chars(buffer, buffer + sizeof buffer, x, std::chars_format::scientific).ptr;
  llvm::StringRef text(buffer, end - buffer);
  int exponent = std::atoi(std::string(text.split('e').second).c_str());
  if (exponent < -4 || exponent >= 6) return text.str();
  end = std::to_chars(buffer, buffer + sizeof buffer, x, std::chars_format::fixed).ptr;
  return std::string(buffer, end);
}

// Approximate decimal form of a value that no double holds.
std::string hugeFloatString(const Mpfr& x) {
  long exponent = 0;
  double m = mpfr_get_d_2exp(&exponent, x.v, MPFR_RNDN); // 0.5 <= |m| < 1
  double d = static_cast<double>(exponent) * (M_LN2 / M_LN10);
  int64_t e = static_cast<int64_t>(d);
  m *= std::pow(10, d - static_cast<double>(e));
  // 1 <= |m| < 10, also after rounding to six digits.
  if (std::fabs(m) < 1 - 0.5e-6) {
    m *= 10;
    --e;
  } else if (std::fabs(m) >= 10) {
    m /= 10;
    ++e;
  }
  std::string exponentText = std::to_string(e);
  return printed("%.6g", m) + "e" + (e < 0 ? "" : "+") + exponentText;
}

std::string floatString(const Constant* x) {
  Mpfr f = floatOf(x);
  double d = mpfr_get_d(f.v, MPFR_RNDN);
  if ((mpfr_sgn(f.v) == 0) != (d == 0) || std::isinf(d)) return hugeFloatString(f);
  std::string s = printed("%.6g", d);
  if (!mpfr_integer_p(f.v) && s.find('.') == std::string::npos) s = shortest(d);
  return s;
}

std::string integerString(const Constant* x) {
  if (repOf(x) == Rep::Small) return std::to_string(smallOf(x));
  Mpz v = bigOf(x);
  std::string digits(mpz_sizeinbase(v.v, 10) + 2, '\0');
  mpz_get_str(digits.data(), 10, v.v);
  digits.resize(digits.find('\0'));
  return digits;
}

std::string exactFloatString(const FloatConstant* x) {
  if (x->rat) {
    std::string digits(mpz_sizeinbase(mpq_numref(x->rat->v), 10) +
                           mpz_sizeinbase(mpq_denref(x->rat->v), 10) + 3,
                       '\0');
    mpq_get_str(digits.data(), 10, x->rat->v);
    digits.resize(digits.find('\0'));
    return digits;
  }
  mpfr_exp_t exponent = 0;
  char* digits = mpfr_get_str(nullptr, &exponent, 16, 0, x->big->v, MPFR_RNDN);
  llvm::StringRef text(digits);
  std::string sign = text.consume_front("-") ? "-" : "";
  std::string result =
      sign + "0x." + text.rtrim('0').str() + "p" + std::to_string(static_cast<long>(exponent) * 4);
  mpfr_free_str(digits);
  return result;
}

// Keeps at most 72 characters of a quoted string.
std::string shortened(std::string quoted) {
  constexpr size_t kMaxCharacters = 72;
  size_t count = 0, cut = 0;
  for (size_t i = 0; i < quoted.size(); ++i) {
    if ((static_cast<unsigned char>(quoted[i]) & 0xC0) == 0x80) continue;
    if (count == kMaxCharacters - 3) cut = i;
    ++count;
  }
  return count > kMaxCharacters ? quoted.substr(0, cut) + "..." : quoted;
}

} // namespace

std::string Constant::toString() const {
  switch (kind_) {
  case ConstantKind::Unknown: return "unknown";
  case ConstantKind::Bool: return boolValue() ? "true" : "false";
  case ConstantKind::String: return shortened(quote(stringValue()));
  case ConstantKind::Int: return integerString(this);
  case ConstantKind::Float: return floatString(this);
  case ConstantKind::Complex: {
    auto* c = static_cast<const ComplexConstant*>(this);
    return "(" + c->re->toString() + " + " + c->im->toString() + "i)";
  }
  }
  llvm_unreachable("constant kinds");
}

std::string Constant::exactString() const {
  switch (kind_) {
  case ConstantKind::String: return quote(stringValue());
  case ConstantKind::Float: return exactFloatString(static_cast<const FloatConstant*>(this));
  case ConstantKind::Complex: {
    auto* c = static_cast<const ComplexConstant*>(this);
    return "(" + c->re->exactString() + " + " + c->im->exactString() + "i)";
  }
  default: return toString();
  }
}

} // namespace minigo
