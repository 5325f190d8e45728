// strconv.ParseFloat.
#pragma once

#include "minigo/string.h"
#include "minigo/types.h"

namespace mg {

enum class ParseStatus { Ok, Syntax, Range };

// Reads all of s as a float of bitSize 32 or 64: Go's decimal and hexadecimal literals, inf,
// infinity and nan in any case. The nearest float, ties to even; Range gives an infinity.
ParseStatus parseFloat(String s, int bitSize, Float64& value);

} // namespace mg
