// Memory for text.
#pragma once

#include "minigo/heap.h"
#include "minigo/types.h"

namespace mg {

// Memory without pointers, its contents undefined until the caller fills it.
inline Byte* allocateBytes(Int size) {
  return static_cast<Byte*>(allocateUncleared(Uintptr(size)));
}

} // namespace mg
