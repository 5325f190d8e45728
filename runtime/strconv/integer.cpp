#include "runtime/strconv/integer.h"

namespace mg {

namespace {

constexpr char kDigits[] = "0123456789abcdefghijklmnopqrstuvwxyz";

// Two decimal digits a step halve the number of divisions.
Byte* decimal(Byte* end, Uint64 value) {
  while (value >= 100) {
    Uint64 pair = value % 100;
    value /= 100;
    *--end = Byte('0' + pair % 10);
    *--end = Byte('0' + pair / 10);
  }
  if (value >= 10) {
    *--end = Byte('0' + value % 10);
    value /= 10;
  }
  *--end = Byte('0' + value);
  return end;
}

} // namespace

String formatUint(Digits& storage, Uint64 value, int base, bool negative) {
  Byte* end = storage.text + sizeof(storage.text);
  Byte* start = end;
  if (base == 10) {
    start = decimal(end, value);
  } else if ((base & (base - 1)) == 0) {
    int bits = __builtin_ctz(unsigned(base));
    do {
      *--start = Byte(kDigits[value & Uint64(base - 1)]);
      value >>= bits;
    } while (value);
  } else {
    do {
      *--start = Byte(kDigits[value % Uint64(base)]);
      value /= Uint64(base);
    } while (value);
  }
  if (negative) *--start = '-';
  return String(start, end - start);
}

String formatInt(Digits& storage, Int64 value, int base) {
  return formatUint(storage, value < 0 ? -Uint64(value) : Uint64(value), base, value < 0);
}

} // namespace mg
