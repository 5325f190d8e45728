// How much memory Go gives for a request; decides what cap() prints after append.
#pragma once

#include "minigo/types.h"

namespace mg {

// The size of the block that Go's allocator hands out for a request of size bytes.
Uintptr roundUpToSizeClass(Uintptr size, bool pointerFree);

// The capacity, before rounding, that append aims at.
Int grownCapacity(Int oldCap, Int newLen);

// The largest object, in bytes.
constexpr Uintptr kMaxAllocation = Uintptr(1) << 48;

} // namespace mg
