// Conversions between numeric types, with the results that gc gives on amd64 also where the spec
// leaves them open (a float out of the integer type's range).
#pragma once

#include "minigo/types.h"

namespace mg {

// Truncates towards zero; the most negative value when out of range or NaN, as cvttsd2si does. Not
// by the compiler's built-in function for it: of a constant out of range, that gives the nearest
// integer.
#ifdef __x86_64__
inline Int64 truncateToInt64(Float64 value) {
  Int64 result;
  asm("cvttsd2siq %1, %0" : "=r"(result) : "x"(value));
  return result;
}
inline Int32 truncateToInt32(Float64 value) {
  Int32 result;
  asm("cvttsd2sil %1, %0" : "=r"(result) : "x"(value));
  return result;
}
#else
inline Int64 truncateToInt64(Float64 value) {
  return value >= -0x1p63 && value < 0x1p63 ? Int64(value) : Int64(Uint64(1) << 63);
}
inline Int32 truncateToInt32(Float64 value) {
  return value > -0x1p31 - 1 && value < 0x1p31 ? Int32(value) : Int32(Uint32(1) << 31);
}
#endif

inline Uint64 truncateToUint64(Float64 value) {
  if (value < 0x1p63) return Uint64(truncateToInt64(value));
  return Uint64(truncateToInt64(value - 0x1p63)) | Uint64(1) << 63;
}

// mg::convert<Int32>(x): Go's int32(x) for x and result of integer or float type.
template <class To, class From>
inline To convert(From value) {
  constexpr bool toInteger = To(0.5) == To(0);
  constexpr bool fromFloat = From(0.5) != From(0);
  if constexpr (!toInteger || !fromFloat)
    return static_cast<To>(value);
  else if constexpr (sizeof(To) == 8 && To(-1) > To(0))
    return To(truncateToUint64(value));
  else if constexpr (sizeof(To) == 8)
    return To(truncateToInt64(value));
  else if constexpr (sizeof(To) == 4 && To(-1) > To(0))
    return To(truncateToInt64(value));
  else
    return To(truncateToInt32(value));
}

// A value of another struct type with identical fields.
template <class To, class From>
inline To sameLayout(const From& value) {
  static_assert(sizeof(To) == sizeof(From));
  To to;
  __builtin_memcpy(static_cast<void*>(&to), &value, sizeof(To));
  return to;
}

inline Complex64 toComplex64(Complex128 value) { return {Float32(value.re), Float32(value.im)}; }
inline Complex128 toComplex128(Complex64 value) { return {value.re, value.im}; }

} // namespace mg
