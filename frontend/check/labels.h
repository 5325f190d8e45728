// Labels, goto, break, continue and fallthrough (spec: Labeled, Goto, Break, Continue, Fallthrough
// statements).
#pragma once

#include "frontend/ast/decl.h"
#include "frontend/diag/diag.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseSet.h"

namespace minigo {

// Resolves the branches of every function body in `files`: sets BranchStmt::target and
// LabeledStmt::used; a branch in error has no target. Returns false if it reported an error.
// broken: receives the statements that some break leaves.
bool checkBranches(llvm::ArrayRef<ast::File*> files, Diagnostics& diags,
                   llvm::DenseSet<const ast::Stmt*>& broken);

} // namespace minigo
