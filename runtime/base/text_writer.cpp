#include "runtime/base/text_writer.h"

#include <cstring>

namespace mg::base {

TextWriter& TextWriter::text(const char* s) { return bytes(s, strlen(s)); }

TextWriter& TextWriter::bytes(const void* s, size_t n) {
  const char* from = static_cast<const char*>(s);
  while (n > 0) {
    if (used_ == size_) makeRoom();
    if (used_ == size_) break;
    size_t part = size_ - used_ < n ? size_ - used_ : n;
    memcpy(memory_ + used_, from, part);
    used_ += part;
    from += part;
    n -= part;
  }
  return *this;
}

TextWriter& TextWriter::number(int64_t n) {
  if (n < 0) text("-");
  return unsignedNumber(n < 0 ? -uint64_t(n) : uint64_t(n));
}

TextWriter& TextWriter::unsignedNumber(uint64_t n) {
  char digits[20];
  size_t at = sizeof digits;
  do
    digits[--at] = char('0' + n % 10);
  while (n /= 10);
  return bytes(digits + at, sizeof digits - at);
}

TextWriter& TextWriter::hex(uint64_t n) {
  char digits[18];
  size_t at = sizeof digits;
  do
    digits[--at] = "0123456789abcdef"[n % 16];
  while (n /= 16);
  digits[--at] = 'x';
  digits[--at] = '0';
  return bytes(digits + at, sizeof digits - at);
}

} // namespace mg::base
