// What a declaration names.
#pragma once

#include "codegen/cxx/decl.h"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace minigo::cxx {

// Calls visit for every name of a type, function or variable in a declaration, in the order of the
// text; names of fields, and what the declaration itself is called, are none. Of a Declaration:
// only what must be known to declare that thing.
void forEachName(const Decl* decl, llvm::function_ref<void(const QualifiedName&)> visit);

} // namespace minigo::cxx
