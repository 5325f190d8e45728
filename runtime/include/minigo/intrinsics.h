// Functions of packages math and math/bits that are one or two instructions; calls of them become
// calls of these.
#pragma once

#include "minigo/results.h"
#include "minigo/types.h"

namespace mg {

inline Float64 sqrt(Float64 x) {
#ifdef __x86_64__
  // Not the compiler's built-in function, which calls the C library for negative numbers.
  Float64 root;
  asm("sqrtsd %1, %0" : "=x"(root) : "x"(x));
  return root;
#else
  return __builtin_sqrt(x);
#endif
}
inline Float64 abs(Float64 x) { return __builtin_fabs(x); }
inline Float64 copysign(Float64 x, Float64 sign) { return __builtin_copysign(x, sign); }

inline Uint64 float64bits(Float64 x) { return __builtin_bit_cast(Uint64, x); }
inline Float64 float64frombits(Uint64 x) { return __builtin_bit_cast(Float64, x); }
inline Uint32 float32bits(Float32 x) { return __builtin_bit_cast(Uint32, x); }
inline Float32 float32frombits(Uint32 x) { return __builtin_bit_cast(Float32, x); }

inline Int leadingZeros64(Uint64 x) { return x ? __builtin_clzl(x) : 64; }
inline Int leadingZeros32(Uint32 x) { return x ? __builtin_clz(x) : 32; }
inline Int bitLength64(Uint64 x) { return 64 - leadingZeros64(x); }
inline Int bitLength32(Uint32 x) { return 32 - leadingZeros32(x); }
inline Uint8 boolToUint8(bool b) { return b; }
inline Int trailingZeros64(Uint64 x) { return x ? __builtin_ctzl(x) : 64; }
inline Int trailingZeros32(Uint32 x) { return x ? __builtin_ctz(x) : 32; }
inline Int onesCount64(Uint64 x) { return __builtin_popcountl(x); }
inline Uint64 reverseBytes64(Uint64 x) { return __builtin_bswap64(x); }
inline Uint32 reverseBytes32(Uint32 x) { return __builtin_bswap32(x); }
inline Uint64 rotateLeft64(Uint64 x, Int k) { return x << (k & 63) | x >> (-k & 63); }
inline Uint32 rotateLeft32(Uint32 x, Int k) { return x << (k & 31) | x >> (-k & 31); }

// High and low word of the product.
inline Results<Uint64, Uint64> multiply64(Uint64 x, Uint64 y) {
  unsigned __int128 product = static_cast<unsigned __int128>(x) * y;
  return {Uint64(product >> 64), Uint64(product)};
}
// Sum or difference, and what is carried or borrowed.
inline Results<Uint64, Uint64> add64(Uint64 x, Uint64 y, Uint64 carry) {
  Uint64 sum;
  bool first = __builtin_add_overflow(x, y, &sum);
  bool second = __builtin_add_overflow(sum, carry, &sum);
  return {sum, Uint64(first | second)};
}
inline Results<Uint64, Uint64> subtract64(Uint64 x, Uint64 y, Uint64 borrow) {
  Uint64 difference;
  bool first = __builtin_sub_overflow(x, y, &difference);
  bool second = __builtin_sub_overflow(difference, borrow, &difference);
  return {difference, Uint64(first | second)};
}

} // namespace mg
