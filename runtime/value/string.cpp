#include "minigo/string.h"

#include "minigo/slice.h"
#include "runtime/value/growth.h"
#include "runtime/value/memory.h"

namespace mg {

Int compare(String a, String b) {
  Int n = a.len < b.len ? a.len : b.len;
  int order = n ? __builtin_memcmp(a.ptr, b.ptr, Uintptr(n)) : 0;
  return order ? order : a.len - b.len;
}

String concat(const String* parts, Int count) {
  Int total = 0;
  Int filled = 0;
  const String* only = nullptr;
  for (Int i = 0; i < count; ++i) {
    if (!parts[i].len) continue;
    total += parts[i].len;
    ++filled;
    only = &parts[i];
  }
  if (filled == 0) return String();
  if (filled == 1) return *only;
  Byte* bytes = allocateBytes(total);
  Byte* to = bytes;
  for (Int i = 0; i < count; ++i) {
    if (!parts[i].len) continue;
    __builtin_memcpy(to, parts[i].ptr, Uintptr(parts[i].len));
    to += parts[i].len;
  }
  return String(bytes, total);
}

namespace {

struct AllBytes {
  Byte value[256];
  constexpr AllBytes() : value() {
    for (int i = 0; i < 256; ++i)
      value[i] = Byte(i);
  }
};

constexpr AllBytes kAllBytes;

} // namespace

String toString(Slice<Byte> bytes) {
  if (!bytes.len) return String();
  if (bytes.len == 1) return String(&kAllBytes.value[bytes.ptr[0]], 1);
  Byte* copy = allocateBytes(bytes.len);
  __builtin_memcpy(copy, bytes.ptr, Uintptr(bytes.len));
  return String(copy, bytes.len);
}

Slice<Byte> toBytes(String s) {
  // An empty string gives an empty slice that is not nil.
  if (!s.len) return {allocateBytes(0), 0, 0};
  Int cap = Int(roundUpToSizeClass(Uintptr(s.len), true));
  Byte* bytes = allocateBytes(cap);
  __builtin_memcpy(bytes, s.ptr, Uintptr(s.len));
  __builtin_memset(bytes + s.len, 0, Uintptr(cap - s.len));
  return {bytes, s.len, cap};
}

} // namespace mg
