#include "minigo/print.h"

#include <errno.h>
#include <unistd.h>

#include "runtime/strconv/integer.h"

namespace mg {

void PrintLine::flush() {
  Byte* from = text;
  while (used > 0) {
    ssize_t n = ::write(STDERR_FILENO, from, size_t(used));
    if (n < 0 && errno != EINTR && errno != EAGAIN) break;
    if (n <= 0) continue;
    from += n;
    used -= n;
  }
  used = 0;
}

void PrintLine::addString(String s) {
  while (s.len) {
    Int room = Int(sizeof(text)) - used;
    Int n = s.len < room ? s.len : room;
    __builtin_memcpy(text + used, s.ptr, Uintptr(n));
    used += n;
    s = String(s.ptr + n, s.len - n);
    if (used == Int(sizeof(text))) flush();
  }
}

void PrintLine::addBool(bool value) { addString(value ? "true"_s : "false"_s); }

void PrintLine::addInt(Int64 value) {
  Digits digits;
  addString(formatInt(digits, value, 10));
}

void PrintLine::addUint(Uint64 value) {
  Digits digits;
  addString(formatUint(digits, value, 10));
}

void PrintLine::addHex(Uint64 value) {
  Digits digits;
  addString("0x"_s);
  addString(formatUint(digits, value, 16));
}

// Go's run-time format: sign, seven digits, three exponent digits, found by scaling in floating
// point, so the last digit may differ from the exact value's as it does in Go.
void PrintLine::addFloat(Float64 value) {
  if (value != value) return addString("NaN"_s);
  bool negative = __builtin_signbit(value);
  if (__builtin_isinf(value)) return addString(negative ? "-Inf"_s : "+Inf"_s);
  constexpr int kDigitCount = 7;
  Byte out[kDigitCount + 7];
  int exponent = 0;
  if (value == 0) {
    value = 0;
  } else {
    if (negative) value = -value;
    for (; value >= 10; ++exponent)
      value /= 10;
    for (; value < 1; --exponent)
      value *= 10;
    double half = 5;
    for (int i = 0; i < kDigitCount; ++i)
      half /= 10;
    value += half;
    if (value >= 10) {
      ++exponent;
      value /= 10;
    }
  }
  out[0] = negative ? '-' : '+';
  for (int i = 0; i < kDigitCount; ++i) {
    int digit = int(value);
    out[i + 2] = Byte('0' + digit);
    value = (value - digit) * 10;
  }
  out[1] = out[2];
  out[2] = '.';
  out[kDigitCount + 2] = 'e';
  out[kDigitCount + 3] = exponent < 0 ? '-' : '+';
  if (exponent < 0) exponent = -exponent;
  out[kDigitCount + 4] = Byte('0' + exponent / 100);
  out[kDigitCount + 5] = Byte('0' + exponent / 10 % 10);
  out[kDigitCount + 6] = Byte('0' + exponent % 10);
  addString(String(out, sizeof(out)));
}

void PrintLine::addComplex(Complex128 value) {
  addString("("_s);
  addFloat(value.re);
  addFloat(value.im);
  addString("i)"_s);
}

void PrintLine::addSlice(Int len, Int cap, const void* ptr) {
  addString("["_s);
  addInt(len);
  addString("/"_s);
  addInt(cap);
  addString("]"_s);
  addHex(Uint64(ptr));
}

void PrintLine::addIface(const void* first, const void* second) {
  addString("("_s);
  addHex(Uint64(first));
  addString(","_s);
  addHex(Uint64(second));
  addString(")"_s);
}

} // namespace mg
