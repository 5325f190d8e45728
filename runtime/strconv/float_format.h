// strconv.FormatFloat.
#pragma once

#include "minigo/types.h"
#include "runtime/value/text.h"

namespace mg {

// Appends value as strconv.AppendFloat does: format is one of b e E f g G x X, precision -1 means
// the fewest digits that read back, bitSize is 32 or 64. An unknown format gives '%' and itself.
void formatFloat(Text& to, Float64 value, Byte format, int precision, int bitSize);

} // namespace mg
