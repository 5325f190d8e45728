#include "minigo/arith.h"

namespace mg {

namespace {

bool isNan(Float64 f) { return f != f; }
bool isInf(Float64 f) { return __builtin_isinf(f); }
bool isFinite(Float64 f) { return __builtin_isfinite(f); }
// ±1 for an infinity, ±0 otherwise: what remains of a value when only infinities count.
Float64 infinityOnly(Float64 f) { return __builtin_copysign(isInf(f) ? 1.0 : 0.0, f); }

struct Quotient {
  Float64 e, f;
};

// Smith's method: divide by the larger component first, so that nothing overflows needlessly.
Quotient finiteQuotient(Complex128 n, Complex128 m) {
  if (__builtin_fabs(m.re) >= __builtin_fabs(m.im)) {
    Float64 ratio = m.im / m.re;
    Float64 denominator = m.re + ratio * m.im;
    return {(n.re + n.im * ratio) / denominator, (n.im - n.re * ratio) / denominator};
  }
  Float64 ratio = m.re / m.im;
  Float64 denominator = m.im + ratio * m.re;
  return {(n.re * ratio + n.im) / denominator, (n.im * ratio - n.re) / denominator};
}

} // namespace

Complex128 operator/(Complex128 n, Complex128 m) {
  Quotient q = finiteQuotient(n, m);
  if (!isNan(q.e) || !isNan(q.f)) return {q.e, q.f};
  Float64 a = n.re, b = n.im, c = m.re, d = m.im;
  Float64 infinity = __builtin_inf();
  if (c == 0 && d == 0 && (!isNan(a) || !isNan(b)))
    return {__builtin_copysign(infinity, c) * a, __builtin_copysign(infinity, c) * b};
  if ((isInf(a) || isInf(b)) && isFinite(c) && isFinite(d)) {
    a = infinityOnly(a);
    b = infinityOnly(b);
    return {infinity * (a * c + b * d), infinity * (b * c - a * d)};
  }
  if ((isInf(c) || isInf(d)) && isFinite(a) && isFinite(b)) {
    c = infinityOnly(c);
    d = infinityOnly(d);
    return {0 * (a * c + b * d), 0 * (b * c - a * d)};
  }
  return {q.e, q.f};
}

Complex64 operator/(Complex64 a, Complex64 b) {
  Complex128 q = Complex128{a.re, a.im} / Complex128{b.re, b.im};
  return {Float32(q.re), Float32(q.im)};
}

Float64 minFloat(Float64 a, Float64 b) {
  if (isNan(a) || isNan(b)) return __builtin_nan("");
  if (a == 0 && b == 0) return __builtin_signbit(a) ? a : b;
  return a < b ? a : b;
}

Float64 maxFloat(Float64 a, Float64 b) {
  if (isNan(a) || isNan(b)) return __builtin_nan("");
  if (a == 0 && b == 0) return __builtin_signbit(a) ? b : a;
  return a > b ? a : b;
}

} // namespace mg
