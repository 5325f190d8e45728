#include "codegen/analyze/escape.h"

#include "codegen/analyze/captures.h"

namespace minigo {

bool mustLiveOnHeap(const VariableFacts& facts) {
  return facts.addressEscapes || (facts.capturedBeyondFrame && !capturedByValue(facts));
}

bool variadicSliceOnStack(const Func* callee) {
  return callee && callee->package && callee->package->builtin && callee->decl &&
         !callee->decl->body;
}

} // namespace minigo
