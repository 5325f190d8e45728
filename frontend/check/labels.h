// Labels, goto, break, continue and fallthrough (spec: Labeled, Goto, Break, Continue, Fallthrough
// statements).
#pragma once

#include "frontend/ast/decl.h"
#include "frontend/diag/diag.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseSet.h"

namespace minigo {

// Resolves the branches of every function body in `files`: sets BranchStmt::target and
// LabeledStmt::used. Returns false if it reported an error; gc reports these while it parses, so a
// package with such an error is not checked further. broken: receives the statements that some
// break leaves.
bool checkBranches(llvm::ArrayRef<ast::File*> files, Diagnostics& diags,
                   llvm::DenseSet<const ast::Stmt*>& broken);

} // namespace minigo
