// What comments for the compiler (//go:verb) say about a function.
#pragma once

#include "frontend/program.h"

namespace minigo {

// Whether one with this verb ("go:noinline") stands before the declaration.
bool hasDirective(const ast::FuncDecl* decl, llvm::StringRef verb);

} // namespace minigo
