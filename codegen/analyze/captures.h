// How function literals hold the variables of the functions around them (spec: Function literals:
// they are shared).
#pragma once

#include "codegen/analyze/variables.h"

namespace minigo {

// A variable that never changes once a literal has captured it, and whose address nobody knows, is
// copied into the closure: nobody can tell. Others are captured by reference.
bool capturedByValue(const VariableFacts& facts);

// Whether each iteration of a loop needs its own copy of a variable of the loop's init statement
// (spec: For statements with for clause), because something may keep the variable.
bool needsCopyEachIteration(const VariableFacts& facts);

} // namespace minigo
