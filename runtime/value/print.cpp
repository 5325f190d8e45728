#include "minigo/print.h"

#include <errno.h>
#include <unistd.h>

#include "runtime/strconv/float_format.h"
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

// As few digits as read back, in the form of %g.
void PrintLine::addFloat(Float64 value, int bitSize) {
  Text text;
  formatFloat(text, value, 'g', -1, bitSize);
  addString(text.view());
}

void PrintLine::addComplex(Complex128 value, int bitSize) {
  addString("("_s);
  addFloat(value.re, bitSize);
  // The imaginary part always has a sign.
  Text text;
  formatFloat(text, value.im, 'g', -1, bitSize);
  if (text.data()[0] != '-' && text.data()[0] != '+') addString("+"_s);
  addString(text.view());
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
