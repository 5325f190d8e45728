// Arithmetic, comparison and shifts of constants.
#include "frontend/types/constant_values.h"

#include "llvm/Support/ErrorHandling.h"

namespace minigo {

using ast::Op;

namespace {

bool holds(Op op, int order) {
  switch (op) {
  case Op::Eql: return order == 0;
  case Op::Neq: return order != 0;
  case Op::Lss: return order < 0;
  case Op::Leq: return order <= 0;
  case Op::Gtr: return order > 0;
  case Op::Geq: return order >= 0;
  default: return false;
  }
}

Rep wider(const Constant* x, const Constant* y) { return std::max(repOf(x), repOf(y)); }

} // namespace

const Constant* ConstantPool::unary(Op op, const Constant* x, unsigned bits) {
  Storage& s = *storage_;
  switch (op) {
  case Op::Add: return x;
  case Op::Not: return x->kind() == ConstantKind::Bool ? fromBool(!x->boolValue()) : unknown();
  case Op::Sub:
    switch (repOf(x)) {
    case Rep::Small:
    case Rep::Big: {
      Mpz v = bigOf(x);
      mpz_neg(v.v, v.v);
      return s.make(v);
    }
    case Rep::Rat: {
      Mpq v = ratOf(x);
      mpq_neg(v.v, v.v);
      return s.make(v);
    }
    case Rep::Float: {
      Mpfr v = floatOf(x);
      mpfr_neg(v.v, v.v, MPFR_RNDN);
      return s.make(v);
    }
    case Rep::Complex: return makeComplex(unary(op, x->real(*this)), unary(op, x->imag(*this)));
    default: return unknown();
    }
  case Op::Xor: {
    if (x->kind() != ConstantKind::Int) return unknown();
    Mpz v = bigOf(x);
    mpz_com(v.v, v.v);
    if (bits > 0) mpz_fdiv_r_2exp(v.v, v.v, bits);
    return s.make(v);
  }
  default: return unknown();
  }
}

namespace {

// Results of integer operators; null for others, and for `/` when the quotient is to be exact.
bool integerOp(Mpz& z, Op op, const Mpz& x, const Mpz& y) {
  switch (op) {
  case Op::Add: mpz_add(z.v, x.v, y.v); return true;
  case Op::Sub: mpz_sub(z.v, x.v, y.v); return true;
  case Op::Mul: mpz_mul(z.v, x.v, y.v); return true;
  case Op::Div: mpz_tdiv_q(z.v, x.v, y.v); return true;
  case Op::Rem: mpz_tdiv_r(z.v, x.v, y.v); return true;
  case Op::And: mpz_and(z.v, x.v, y.v); return true;
  case Op::Or: mpz_ior(z.v, x.v, y.v); return true;
  case Op::Xor: mpz_xor(z.v, x.v, y.v); return true;
  case Op::AndNot: {
    Mpz inverted;
    mpz_com(inverted.v, y.v);
    mpz_and(z.v, x.v, inverted.v);
    return true;
  }
  default: return false;
  }
}

bool smallOp(int64_t& z, Op op, int64_t x, int64_t y) {
  switch (op) {
  case Op::Add: return !__builtin_add_overflow(x, y, &z);
  case Op::Sub: return !__builtin_sub_overflow(x, y, &z);
  case Op::Mul: return !__builtin_mul_overflow(x, y, &z);
  default: return false;
  }
}

const Constant* rationalOp(ConstantPool::Storage& s, Op op, const Constant* x, const Constant* y) {
  Mpq a = ratOf(x), b = ratOf(y), z;
  switch (op) {
  case Op::Add: mpq_add(z.v, a.v, b.v); break;
  case Op::Sub: mpq_sub(z.v, a.v, b.v); break;
  case Op::Mul: mpq_mul(z.v, a.v, b.v); break;
  case Op::Div:
    if (mpq_sgn(b.v) == 0) return s.unknown();
    mpq_div(z.v, a.v, b.v);
    break;
  default: return s.unknown();
  }
  return s.make(z);
}

const Constant* floatOp(ConstantPool::Storage& s, Op op, const Constant* x, const Constant* y) {
  Mpfr a = floatOf(x), b = floatOf(y), z;
  switch (op) {
  case Op::Add: mpfr_add(z.v, a.v, b.v, MPFR_RNDN); break;
  case Op::Sub: mpfr_sub(z.v, a.v, b.v, MPFR_RNDN); break;
  case Op::Mul: mpfr_mul(z.v, a.v, b.v, MPFR_RNDN); break;
  case Op::Div: mpfr_div(z.v, a.v, b.v, MPFR_RNDN); break;
  default: return s.unknown();
  }
  return s.make(z);
}

const Constant* complexOp(ConstantPool& p, Op op, const Constant* x, const Constant* y) {
  const Constant *a = x->real(p), *b = x->imag(p), *c = y->real(p), *d = y->imag(p);
  auto add = [&](const Constant* u, const Constant* v) { return p.binary(u, Op::Add, v); };
  auto sub = [&](const Constant* u, const Constant* v) { return p.binary(u, Op::Sub, v); };
  auto mul = [&](const Constant* u, const Constant* v) { return p.binary(u, Op::Mul, v); };
  switch (op) {
  case Op::Add: return p.makeComplex(add(a, c), add(b, d));
  case Op::Sub: return p.makeComplex(sub(a, c), sub(b, d));
  case Op::Mul: return p.makeComplex(sub(mul(a, c), mul(b, d)), add(mul(b, c), mul(a, d)));
  case Op::Div: {
    const Constant* norm = add(mul(c, c), mul(d, d));
    const Constant* re = add(mul(a, c), mul(b, d));
    const Constant* im = sub(mul(b, c), mul(a, d));
    return p.makeComplex(p.binary(re, Op::Div, norm), p.binary(im, Op::Div, norm));
  }
  default: return p.unknown();
  }
}

} // namespace

const Constant* ConstantPool::binary(const Constant* x, Op op, const Constant* y,
                                     bool intDivision) {
  if (x->kind() == ConstantKind::Unknown || y->kind() == ConstantKind::Unknown) return unknown();
  Storage& s = *storage_;
  switch (wider(x, y)) {
  case Rep::Bool:
    if (op == Op::AndAnd) return fromBool(x->boolValue() && y->boolValue());
    return op == Op::OrOr ? fromBool(x->boolValue() || y->boolValue()) : unknown();
  case Rep::String:
    if (op != Op::Add || x->kind() != y->kind()) return unknown();
    return s.arena.make<StringConstant>(static_cast<const StringConstant*>(x),
                                        static_cast<const StringConstant*>(y), &s.arena);
  case Rep::Small:
  case Rep::Big: {
    if (x->kind() != ConstantKind::Int || y->kind() != ConstantKind::Int) return unknown();
    if ((op == Op::Div || op == Op::Rem) && y->sign() == 0) return unknown();
    int64_t small = 0;
    if (wider(x, y) == Rep::Small && smallOp(small, op, smallOf(x), smallOf(y)))
      return s.make(small);
    if (op == Op::Div && !intDivision) return rationalOp(s, op, x, y);
    Mpz z;
    return integerOp(z, op, bigOf(x), bigOf(y)) ? s.make(z) : unknown();
  }
  case Rep::Rat: return rationalOp(s, op, x, y);
  case Rep::Float: return floatOp(s, op, x, y);
  case Rep::Complex: return complexOp(*this, op, x, y);
  case Rep::Unknown: break;
  }
  return unknown();
}

const Constant* ConstantPool::shift(const Constant* x, Op op, unsigned count) {
  if (x->kind() != ConstantKind::Int) return unknown();
  Mpz v = bigOf(x);
  if (op == Op::Shl)
    mpz_mul_2exp(v.v, v.v, count);
  else
    mpz_fdiv_q_2exp(v.v, v.v, count);
  return storage_->make(v);
}

bool ConstantPool::compare(const Constant* x, Op op, const Constant* y) {
  if (x->kind() == ConstantKind::Unknown || y->kind() == ConstantKind::Unknown) return false;
  switch (wider(x, y)) {
  case Rep::Bool: return holds(op, x->boolValue() != y->boolValue());
  case Rep::String:
    return x->kind() == y->kind() && holds(op, x->stringValue().compare(y->stringValue()));
  case Rep::Small: {
    int64_t a = smallOf(x), b = smallOf(y);
    return holds(op, a < b ? -1 : a > b);
  }
  case Rep::Big: return holds(op, mpz_cmp(bigOf(x).v, bigOf(y).v));
  case Rep::Rat: return holds(op, mpq_cmp(ratOf(x).v, ratOf(y).v));
  case Rep::Float: return holds(op, mpfr_cmp(floatOf(x).v, floatOf(y).v));
  case Rep::Complex: {
    bool equal = compare(x->real(*this), Op::Eql, y->real(*this)) &&
                 compare(x->imag(*this), Op::Eql, y->imag(*this));
    return op == Op::Eql ? equal : op == Op::Neq && !equal;
  }
  case Rep::Unknown: break;
  }
  return false;
}

} // namespace minigo
