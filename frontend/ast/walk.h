// Traversal of syntax trees.
#pragma once

#include "frontend/ast/decl.h"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace minigo::ast {

// Calls visit on node and, where that returned true, on each of its children in source order.
// Absent children are skipped.
void walk(Node* node, llvm::function_ref<bool(Node*)> visit);

// Calls visit on each direct child of node, in source order.
void forEachChild(Node* node, llvm::function_ref<void(Node*)> visit);

} // namespace minigo::ast
