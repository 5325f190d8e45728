// Sizes, alignments and offsets on 64-bit machines (amd64, arm64), as gc lays types out.
#pragma once

#include "frontend/types/object.h"

#include "llvm/ADT/SmallVector.h"

namespace minigo {

constexpr int64_t kWordSize = 8;

// In bytes. -1 if the type is too large for an int64. Types that contain type parameters have no
// size; do not ask.
int64_t sizeOf(const Type* type);
int64_t alignOf(const Type* type);
llvm::SmallVector<int64_t, 8> fieldOffsets(const Struct* type);
// Whether Sizeof, Alignof and Offsetof are constants for it: it holds no type parameter by value.
bool hasConstantSize(const Type* type);

} // namespace minigo
