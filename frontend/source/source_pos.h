// Positions in source text.
#pragma once

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
