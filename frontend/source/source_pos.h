// Positions in source text.
#pragma once

#include "llvm/ADT/DenseMapInfo.h"

#include <cstdint>

namespace minigo {

// A byte position in one of the files of a SourceManager, in 32 bits. 0 means "no position".
// Positions of one file are ordered as the text is; expand with SourceManager::position.
struct SourcePos {
  uint32_t offset = 0;

  bool isValid() const { return offset != 0; }
  SourcePos advanced(uint32_t bytes) const { return SourcePos{offset + bytes}; }
  friend auto operator<=>(SourcePos, SourcePos) = default;
};

} // namespace minigo

template <>
struct llvm::DenseMapInfo<minigo::SourcePos> {
  using Base = DenseMapInfo<uint32_t>;
  static minigo::SourcePos getEmptyKey() { return {Base::getEmptyKey()}; }
  static minigo::SourcePos getTombstoneKey() { return {Base::getTombstoneKey()}; }
  static unsigned getHashValue(minigo::SourcePos pos) { return Base::getHashValue(pos.offset); }
  static bool isEqual(minigo::SourcePos a, minigo::SourcePos b) { return a == b; }
};
