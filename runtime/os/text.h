// Go strings as C strings and back.
#pragma once

#include "minigo/heap.h"
#include "minigo/string.h"

#include <cstring>

namespace mg::os {

// The bytes of s with a NUL behind them, on the collected heap.
inline const char* cString(String s) {
  char* text = static_cast<char*>(allocateUncleared(Uintptr(s.len) + 1));
  if (s.len) memcpy(text, s.ptr, size_t(s.len));
  text[s.len] = 0;
  return text;
}

// A copy.
inline String goString(const char* text) {
  size_t length = strlen(text);
  Byte* bytes = static_cast<Byte*>(allocateUncleared(length));
  memcpy(bytes, text, length);
  return String(bytes, Int(length));
}

} // namespace mg::os
