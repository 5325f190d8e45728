// Integer division and shifts, which C++ leaves undefined where Go does not, and complex numbers.
// All other operators of Go are C++'s own under -fwrapv; results of types narrower than int are
// cast back by the generated code.
#pragma once

#include "minigo/panic.h"
#include "minigo/types.h"

namespace mg {

// The value. Generated code writes it where a variable is compared with itself, of which C++
// compilers would warn.
template <class T>
inline T itself(T value) {
  return value;
}

// Spec "Integer operators": a zero divisor panics, and the most negative value over -1 is itself.
template <class T>
inline T div(T a, T b) {
  if (b == 0) [[unlikely]]
    panicDivide();
  if constexpr (T(-1) < T(0)) {
    if (b == T(-1)) [[unlikely]]
      return T(-a);
  }
  return T(a / b);
}

template <class T>
inline T rem(T a, T b) {
  if (b == 0) [[unlikely]]
    panicDivide();
  if constexpr (T(-1) < T(0)) {
    if (b == T(-1)) [[unlikely]]
      return 0;
  }
  return T(a % b);
}

// Spec "Integer operators": shifts behave as if shifted count times by one, for any count of any
// integer type; a negative count panics.
template <class T, class Count>
inline T shl(T a, Count count) {
  if constexpr (Count(-1) < Count(0)) {
    if (count < 0) [[unlikely]]
      panicShift();
  }
  return Uint64(count) < sizeof(T) * 8 ? T(Uint64(a) << Uint64(count)) : T(0);
}

template <class T, class Count>
inline T shr(T a, Count count) {
  if constexpr (Count(-1) < Count(0)) {
    if (count < 0) [[unlikely]]
      panicShift();
  }
  if constexpr (T(-1) < T(0))
    return T(a >> (Uint64(count) < sizeof(T) * 8 ? Uint64(count) : sizeof(T) * 8 - 1));
  else
    return Uint64(count) < sizeof(T) * 8 ? T(a >> Uint64(count)) : T(0);
}

inline Complex64 operator+(Complex64 a, Complex64 b) { return {a.re + b.re, a.im + b.im}; }
inline Complex64 operator-(Complex64 a, Complex64 b) { return {a.re - b.re, a.im - b.im}; }
inline Complex64 operator-(Complex64 a) { return {-a.re, -a.im}; }
inline Complex64 operator*(Complex64 a, Complex64 b) {
  return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}
inline bool operator==(Complex64 a, Complex64 b) { return a.re == b.re && a.im == b.im; }

inline Complex128 operator+(Complex128 a, Complex128 b) { return {a.re + b.re, a.im + b.im}; }
inline Complex128 operator-(Complex128 a, Complex128 b) { return {a.re - b.re, a.im - b.im}; }
inline Complex128 operator-(Complex128 a) { return {-a.re, -a.im}; }
inline Complex128 operator*(Complex128 a, Complex128 b) {
  return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}
inline bool operator==(Complex128 a, Complex128 b) { return a.re == b.re && a.im == b.im; }

// Division with Go's treatment of infinities, NaNs and zeros.
Complex128 operator/(Complex128 a, Complex128 b);
Complex64 operator/(Complex64 a, Complex64 b);

// The min and max built-ins for two floats that are equal or of which one is NaN: NaN if either is,
// and -0 below +0.
Float64 minFloat(Float64 a, Float64 b);
Float64 maxFloat(Float64 a, Float64 b);

template <class T>
inline T min(T a, T b) {
  return b < a ? b : a;
}
template <class T>
inline T max(T a, T b) {
  return a < b ? b : a;
}
template <>
inline Float64 min(Float64 a, Float64 b) {
  return a < b ? a : b < a ? b : minFloat(a, b);
}
template <>
inline Float64 max(Float64 a, Float64 b) {
  return a > b ? a : b > a ? b : maxFloat(a, b);
}
template <>
inline Float32 min(Float32 a, Float32 b) {
  return a < b ? a : b < a ? b : Float32(minFloat(a, b));
}
template <>
inline Float32 max(Float32 a, Float32 b) {
  return a > b ? a : b > a ? b : Float32(maxFloat(a, b));
}

} // namespace mg
