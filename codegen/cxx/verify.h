// A check of finished trees, run on every unit before it is printed.
#pragma once

#include "codegen/cxx/unit.h"

#include <string>

namespace minigo::cxx {

// The first fault found, or an empty string: a missing child, a declaration without a name, a name
// defined twice in a namespace, a goto without its label, a fallthrough out of the last case, a
// literal that C++ could not read. A fault is one of lowering's; the text says where, and *pos, if
// given, receives the position of the innermost Go construct around it, as far as the tree knows
// one.
std::string verify(const Unit& unit, SourcePos* pos = nullptr);

} // namespace minigo::cxx
