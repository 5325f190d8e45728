// Writes to standard error without allocating: for panics, fatal errors and tracebacks.
#pragma once

#include <cstddef>
#include <cstdint>

namespace mg::base {

class StderrWriter {
public:
  StderrWriter() = default;
  ~StderrWriter() { flush(); }
  StderrWriter(const StderrWriter&) = delete;
  StderrWriter& operator=(const StderrWriter&) = delete;

  StderrWriter& text(const char* s);
  StderrWriter& bytes(const void* s, size_t n);
  StderrWriter& number(int64_t n);
  StderrWriter& unsignedNumber(uint64_t n);
  // "0x" and lower-case digits
  StderrWriter& hex(uint64_t n);
  void flush();

private:
  char buffer_[1024];
  size_t used_ = 0;
};

} // namespace mg::base
