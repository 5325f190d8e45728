// The basic types of Go under the names that generated code uses. No standard headers: this file is
// part of every compilation of generated code, and build speed is a feature.
#pragma once

namespace mg {

using Int8 = signed char;
using Int16 = short;
using Int32 = int;
using Int64 = long;
using Int = long;
using Uint8 = unsigned char;
using Uint16 = unsigned short;
using Uint32 = unsigned int;
using Uint64 = unsigned long;
using Uint = unsigned long;
using Uintptr = unsigned long;
using Float32 = float;
using Float64 = double;
using Byte = Uint8;
using Rune = Int32;
using Nil = decltype(nullptr); // what every type that has a nil is compared with

static_assert(sizeof(Int) == 8 && sizeof(Uintptr) == sizeof(void*), "minigo needs an LP64 target");

struct Complex64 {
  Float32 re, im;
};
struct Complex128 {
  Float64 re, im;
};

} // namespace mg
