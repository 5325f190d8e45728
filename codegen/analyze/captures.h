// How function literals hold the variables of the functions around them (spec: Function literals:
// they are shared).
#pragma once

#include "codegen/analyze/variables.h"

namespace minigo {

// A variable that never changes once a literal has captured it, and whose address nobody knows, is
// copied into the closure, unless it is large: nobody can tell. Others are captured by reference.
bool capturedByValue(const Var* v, const VariableFacts& facts);

// Whether each iteration of a loop needs its own copy of a variable of the loop's init statement
// (spec: For statements with for clause), because something may keep the variable.
bool needsCopyEachIteration(const Var* v, const VariableFacts& facts);

// Whether a variable that is declared with a literal as its value is only ever called: it is then a
// C++ lambda, and each call of it one of known code.
bool isCalledOnly(const VariableFacts& facts, const ast::FuncLit* value);

} // namespace minigo
