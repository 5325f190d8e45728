// Inside of constants; for the constant_*.cpp files only.
//
// A value has a representation, ordered: small integers (int64), big integers, rationals, floats of
// 512 bits, complex numbers of any of these. Operations match their operands to the greater one.
#pragma once

#include "frontend/types/constant_pool.h"

#include <deque>
#include <gmp.h>
#include <mpfr.h>

namespace minigo {

constexpr mpfr_prec_t kFloatPrecision = 512;
// Rationals stay below this many bits in numerator and denominator, floats become rationals while
// their exponent does.
constexpr int64_t kMaxRatBits = 4 << 10;

// GMP and MPFR values that free themselves.
struct Mpz {
  mpz_t v;
  Mpz() { mpz_init(v); }
  explicit Mpz(int64_t x) { mpz_init_set_si(v, x); }
  Mpz(const Mpz& other) { mpz_init_set(v, other.v); }
  Mpz& operator=(const Mpz& other) {
    mpz_set(v, other.v);
    return *this;
  }
  ~Mpz() { mpz_clear(v); }
};
struct Mpq {
  mpq_t v;
  Mpq() { mpq_init(v); }
  Mpq(const Mpq& other) {
    mpq_init(v);
    mpq_set(v, other.v);
  }
  Mpq& operator=(const Mpq&) = delete;
  ~Mpq() { mpq_clear(v); }
};
struct Mpfr {
  mpfr_t v;
  explicit Mpfr(mpfr_prec_t precision = kFloatPrecision) {
    // Exponents of more than gc's 32 bits; the limits are a thread's own.
    mpfr_set_emin(mpfr_get_emin_min());
    mpfr_set_emax(mpfr_get_emax_max());
    mpfr_init2(v, precision);
  }
  Mpfr(const Mpfr& other) {
    mpfr_init2(v, mpfr_get_prec(other.v));
    mpfr_set(v, other.v, MPFR_RNDN);
  }
  Mpfr& operator=(const Mpfr&) = delete;
  ~Mpfr() { mpfr_clear(v); }
};

struct UnknownConstant : Constant {
  UnknownConstant() : Constant(ConstantKind::Unknown) {}
};

struct BoolConstant : Constant {
  bool value;
  explicit BoolConstant(bool value) : Constant(ConstantKind::Bool), value(value) {}
};

// A concatenation keeps its operands until its text is asked for, so that a long chain of + is not
// copied at each step.
struct StringConstant : Constant {
  mutable llvm::StringRef text;
  mutable const StringConstant* left = nullptr;
  mutable const StringConstant* right = nullptr;
  Arena* arena;
  size_t size;

  StringConstant(llvm::StringRef text, Arena* arena)
      : Constant(ConstantKind::String), text(text), arena(arena), size(text.size()) {}
  StringConstant(const StringConstant* left, const StringConstant* right, Arena* arena)
      : Constant(ConstantKind::String), left(left), right(right), arena(arena),
        size(left->size + right->size) {}
  llvm::StringRef flat() const;
};

struct IntConstant : Constant {
  bool isSmall;
  int64_t small; // if isSmall
  const Mpz* big;
  explicit IntConstant(int64_t value)
      : Constant(ConstantKind::Int), isSmall(true), small(value), big(nullptr) {}
  explicit IntConstant(const Mpz* value)
      : Constant(ConstantKind::Int), isSmall(false), small(0), big(value) {}
};

struct FloatConstant : Constant {
  const Mpq* rat; // one of the two
  const Mpfr* big;
  explicit FloatConstant(const Mpq* value)
      : Constant(ConstantKind::Float), rat(value), big(nullptr) {}
  explicit FloatConstant(const Mpfr* value)
      : Constant(ConstantKind::Float), rat(nullptr), big(value) {}
};

struct ComplexConstant : Constant {
  const Constant* re; // Int or Float
  const Constant* im;
  ComplexConstant(const Constant* re, const Constant* im)
      : Constant(ConstantKind::Complex), re(re), im(im) {}
};

enum class Rep : uint8_t { Unknown, Bool, String, Small, Big, Rat, Float, Complex };
Rep repOf(const Constant* x);

// The value as one of the wider representations. Preconditions: it is not wider than that.
Mpz bigOf(const Constant* x);
Mpq ratOf(const Constant* x);
Mpfr floatOf(const Constant* x);
inline int64_t smallOf(const Constant* x) { return static_cast<const IntConstant*>(x)->small; }

bool isSmallFloat(const Mpfr& x); // may be held as a rational
size_t bitLengthOf(const mpz_t x);
double toDouble(const Constant* x); // nearest even; kinds Int and Float
float toFloat32(const Constant* x);

struct ConstantPool::Storage {
  Arena arena;
  std::deque<Mpz> integers;
  std::deque<Mpq> rationals;
  std::deque<Mpfr> floats;

  const Constant* make(int64_t x) { return arena.make<IntConstant>(x); }
  const Constant* make(const Mpz& x);  // small if it fits
  const Constant* make(const Mpq& x);  // a Float; as a 512-bit float when too large for a rational
  const Constant* make(const Mpfr& x); // Unknown if infinite or beyond a 32-bit exponent
  const Constant* complex(const Constant* re, const Constant* im) {
    return arena.make<ComplexConstant>(re, im);
  }
  // The value of a number literal without imaginary suffix; null if malformed.
  const Constant* integerLiteral(llvm::StringRef text);
  const Constant* floatLiteral(llvm::StringRef text);

  static const Constant* unknown();
  static const Constant* boolean(bool value);
};

} // namespace minigo
