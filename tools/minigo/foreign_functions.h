// Functions without body that nothing implements, neither the runtime nor a function that
// //go:linkname joins them to. Only the linker knows which of them a program needs.
#pragma once

#include "frontend/program.h"

#include "llvm/ADT/ArrayRef.h"

#include <string>

namespace minigo {

// Reports those that the linker missed, "namespace::name" below namespace go, at their
// declarations. False, without a word, if one of the names is something else.
bool reportForeignFunctions(const Program& program, llvm::ArrayRef<std::string> undefined);

} // namespace minigo
