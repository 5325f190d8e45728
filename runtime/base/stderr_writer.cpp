#include "runtime/base/stderr_writer.h"

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace mg::base {

StderrWriter& StderrWriter::text(const char* s) { return bytes(s, strlen(s)); }

StderrWriter& StderrWriter::bytes(const void* s, size_t n) {
  const char* from = static_cast<const char*>(s);
  while (n > 0) {
    if (used_ == sizeof buffer_) flush();
    size_t part = sizeof buffer_ - used_ < n ? sizeof buffer_ - used_ : n;
    memcpy(buffer_ + used_, from, part);
    used_ += part;
    from += part;
    n -= part;
  }
  return *this;
}

StderrWriter& StderrWriter::number(int64_t n) {
  if (n < 0) text("-");
  return unsignedNumber(n < 0 ? -uint64_t(n) : uint64_t(n));
}

StderrWriter& StderrWriter::unsignedNumber(uint64_t n) {
  char digits[20];
  size_t at = sizeof digits;
  do
    digits[--at] = char('0' + n % 10);
  while (n /= 10);
  return bytes(digits + at, sizeof digits - at);
}

StderrWriter& StderrWriter::hex(uint64_t n) {
  char digits[18];
  size_t at = sizeof digits;
  do
    digits[--at] = "0123456789abcdef"[n % 16];
  while (n /= 16);
  digits[--at] = 'x';
  digits[--at] = '0';
  return bytes(digits + at, sizeof digits - at);
}

void StderrWriter::flush() {
  size_t done = 0;
  while (done < used_) {
    ssize_t n = write(2, buffer_ + done, used_ - done);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break; // standard error is gone: nobody reads this
    done += size_t(n);
  }
  used_ = 0;
}

} // namespace mg::base
