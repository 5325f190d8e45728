#include "runtime/value/text.h"

#include "runtime/strconv/integer.h"
#include "runtime/value/memory.h"

namespace mg {

void Text::grow(Int count) {
  Int cap = cap_ * 2 > len_ + count ? cap_ * 2 : len_ + count;
  Byte* data = allocateBytes(cap);
  __builtin_memcpy(data, data_, Uintptr(len_));
  data_ = data;
  cap_ = cap;
}

void Text::addInt(Int64 value) {
  Digits digits;
  add(formatInt(digits, value, 10));
}

void Text::addUint(Uint64 value) {
  Digits digits;
  add(formatUint(digits, value, 10));
}

String Text::str() const {
  if (!len_) return String();
  Byte* copy = allocateBytes(len_);
  __builtin_memcpy(copy, data_, Uintptr(len_));
  return String(copy, len_);
}

} // namespace mg
