#include "minigo/heap.h"
#include "minigo/iface.h"

namespace mg {

void* copyToHeap(const Type& type, const void* value) {
  static Uint64 zeroSized;
  if (!type.size) return &zeroSized;
  void* copy = allocate(type.size, (type.flags & kNoPointers) != 0);
  __builtin_memcpy(copy, value, type.size);
  return copy;
}

} // namespace mg
