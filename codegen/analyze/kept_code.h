// What is left of a body when gc has dropped what its front end sees can never run: only that has
// its function literals numbered.
#pragma once

#include "frontend/ast/stmt.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace minigo {

class KeptCode {
public:
  // Calls visit on each direct child of node that gc keeps, in source order. What is around the
  // node has been asked about before.
  void forEachChild(const ast::Node* node, llvm::function_ref<void(const ast::Node*)> visit);

private:
  llvm::SmallPtrSet<const ast::Node*, 8> dropped_;
};

} // namespace minigo
