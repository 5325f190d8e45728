#include "frontend/types/constant_pool.h"

#include "frontend/types/constant_values.h"

#include <cmath>

namespace minigo {

const Constant* ConstantPool::Storage::unknown() {
  static const UnknownConstant value;
  return &value;
}

const Constant* ConstantPool::Storage::boolean(bool value) {
  static const BoolConstant no(false), yes(true);
  return value ? &yes : &no;
}

const Constant* ConstantPool::Storage::make(const Mpz& x) {
  if (mpz_fits_slong_p(x.v)) return make(static_cast<int64_t>(mpz_get_si(x.v)));
  return arena.make<IntConstant>(&integers.emplace_back(x));
}

const Constant* ConstantPool::Storage::make(const Mpq& x) {
  if (bitLengthOf(mpq_numref(x.v)) < kMaxRatBits && bitLengthOf(mpq_denref(x.v)) < kMaxRatBits)
    return arena.make<FloatConstant>(&rationals.emplace_back(x));
  Mpfr f;
  mpfr_set_q(f.v, x.v, MPFR_RNDN);
  return make(f);
}

const Constant* ConstantPool::Storage::make(const Mpfr& x) {
  if (!mpfr_number_p(x.v)) return unknown();
  if (mpfr_zero_p(x.v)) return arena.make<FloatConstant>(&rationals.emplace_back());
  // gc's floats have 32-bit exponents: what is larger is infinite, what is smaller is zero.
  mpfr_exp_t exponent = mpfr_get_exp(x.v);
  if (exponent > INT32_MAX) return unknown();
  if (exponent < INT32_MIN) return arena.make<FloatConstant>(&rationals.emplace_back());
  return arena.make<FloatConstant>(&floats.emplace_back(x));
}

ConstantPool::ConstantPool() : storage_(std::make_unique<Storage>()) {}
ConstantPool::~ConstantPool() = default;

const Constant* ConstantPool::unknown() { return Storage::unknown(); }
const Constant* ConstantPool::fromBool(bool value) { return Storage::boolean(value); }
const Constant* ConstantPool::fromInt64(int64_t value) { return storage_->make(value); }

const Constant* ConstantPool::fromString(llvm::StringRef bytes) {
  llvm::ArrayRef<char> text(bytes.data(), bytes.size());
  llvm::StringRef kept(storage_->arena.copy(text).data(), bytes.size());
  return storage_->arena.make<StringConstant>(kept, &storage_->arena);
}

const Constant* ConstantPool::fromUint64(uint64_t value) {
  Mpz v;
  mpz_set_ui(v.v, value);
  return storage_->make(v);
}

const Constant* ConstantPool::fromFloat64(double value) {
  if (!std::isfinite(value)) return unknown();
  Mpq v;
  mpq_set_d(v.v, value);
  return storage_->make(v);
}

const Constant* ConstantPool::makeComplex(const Constant* re, const Constant* im) {
  if (re->kind() == ConstantKind::Unknown || im->kind() == ConstantKind::Unknown) return unknown();
  return storage_->complex(re, im);
}

const Constant* ConstantPool::toInt(const Constant* x) {
  switch (repOf(x)) {
  case Rep::Small:
  case Rep::Big: return x;
  case Rep::Rat: {
    const Mpq& rat = *static_cast<const FloatConstant*>(x)->rat;
    if (mpz_cmp_ui(mpq_denref(rat.v), 1) != 0) return unknown();
    Mpz v;
    mpz_set(v.v, mpq_numref(rat.v));
    return storage_->make(v);
  }
  case Rep::Float: {
    const Mpfr& f = *static_cast<const FloatConstant*>(x)->big;
    if (!isSmallFloat(f)) return unknown();
    // What is an integer up to the last four bits was one before the roundings of earlier
    // operations.
    Mpfr rounded(kFloatPrecision - 4);
    Mpz v;
    for (mpfr_rnd_t mode : {MPFR_RNDN, MPFR_RNDD, MPFR_RNDU}) {
      mpfr_ptr candidate = rounded.v;
      mpfr_set(candidate, f.v, mode);
      if (mode == MPFR_RNDN ? mpfr_integer_p(f.v) : mpfr_integer_p(candidate)) {
        mpfr_get_z(v.v, mode == MPFR_RNDN ? f.v : candidate, MPFR_RNDN);
        return storage_->make(v);
      }
    }
    return unknown();
  }
  case Rep::Complex: {
    const Constant* re = toFloat(x);
    return re->kind() == ConstantKind::Float ? toInt(re) : unknown();
  }
  default: return unknown();
  }
}

const Constant* ConstantPool::toFloat(const Constant* x) {
  switch (repOf(x)) {
  case Rep::Small: return storage_->make(ratOf(x));
  case Rep::Big:
    return bitLengthOf(bigOf(x).v) < kMaxRatBits ? storage_->make(ratOf(x))
                                                 : storage_->make(floatOf(x));
  case Rep::Rat:
  case Rep::Float: return x;
  case Rep::Complex: {
    auto* c = static_cast<const ComplexConstant*>(x);
    return c->im->sign() == 0 ? toFloat(c->re) : unknown();
  }
  default: return unknown();
  }
}

const Constant* ConstantPool::toComplex(const Constant* x) {
  switch (x->kind()) {
  case ConstantKind::Int:
  case ConstantKind::Float: return storage_->complex(x, storage_->make(0));
  case ConstantKind::Complex: return x;
  default: return unknown();
  }
}

const Constant* ConstantPool::roundToFloat32(const Constant* x) {
  float f = toFloat32(x);
  return std::isinf(f) ? nullptr : fromFloat64(f);
}

const Constant* ConstantPool::roundToFloat64(const Constant* x) {
  double d = toDouble(x);
  return std::isinf(d) ? nullptr : fromFloat64(d);
}

namespace {

bool integerFits(const Constant* x, BasicKind kind) {
  auto fits = [x](unsigned bits, bool isSigned) {
    if (isSigned) {
      std::optional<int64_t> v = x->int64Value();
      return v && (bits == 64 ||
                   (*v >= -(int64_t(1) << (bits - 1)) && *v <= (int64_t(1) << (bits - 1)) - 1));
    }
    return x->sign() >= 0 && x->bitLength() <= bits;
  };
  switch (kind) {
  case BasicKind::Int:
  case BasicKind::Int64: return fits(64, true);
  case BasicKind::Int8: return fits(8, true);
  case BasicKind::Int16: return fits(16, true);
  case BasicKind::Int32: return fits(32, true);
  case BasicKind::Uint:
  case BasicKind::Uintptr:
  case BasicKind::Uint64: return fits(64, false);
  case BasicKind::Uint8: return fits(8, false);
  case BasicKind::Uint16: return fits(16, false);
  case BasicKind::Uint32: return fits(32, false);
  default: return true; // untyped
  }
}

} // namespace

bool ConstantPool::representable(const Constant* x, const Basic* type, const Constant** rounded) {
  if (x->kind() == ConstantKind::Unknown) return true; // reported before
  auto holds = [&](const Constant* value) {
    if (value && rounded) *rounded = value;
    return value != nullptr;
  };
  auto round = [&](const Constant* v, bool single) -> const Constant* {
    return single ? roundToFloat32(v) : roundToFloat64(v);
  };
  if (type->info & kIsInteger) {
    const Constant* i = toInt(x);
    if (i->kind() != ConstantKind::Int) return false;
    if (rounded) *rounded = i;
    return integerFits(i, type->basic);
  }
  if (type->info & kIsFloat) {
    const Constant* f = toFloat(x);
    if (f->kind() != ConstantKind::Float) return false;
    return type->basic == BasicKind::UntypedFloat ||
           holds(round(f, type->basic == BasicKind::Float32));
  }
  if (type->info & kIsComplex) {
    const Constant* c = toComplex(x);
    if (c->kind() != ConstantKind::Complex) return false;
    if (type->basic == BasicKind::UntypedComplex) return true;
    bool single = type->basic == BasicKind::Complex64;
    const Constant* re = round(c->real(*this), single);
    const Constant* im = round(c->imag(*this), single);
    return re && im && holds(makeComplex(re, im));
  }
  if (type->info & kIsString) return x->kind() == ConstantKind::String;
  return (type->info & kIsBoolean) && x->kind() == ConstantKind::Bool;
}

} // namespace minigo
