// Syntax trees as text, for --dump-ast and its tests.
#pragma once

#include "frontend/ast/decl.h"
#include "frontend/source/source_file.h"

#include "llvm/Support/raw_ostream.h"

namespace minigo::ast {

// Prints one line for each node, indented by depth, children in source order: its kind and what the
// children do not tell. With `sources`, each line ends in the node's position as @line:column.
void dump(const File& file, llvm::raw_ostream& os, const SourceManager* sources = nullptr);

} // namespace minigo::ast
