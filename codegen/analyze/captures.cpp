#include "codegen/analyze/captures.h"

namespace minigo {

bool capturedByValue(const VariableFacts& facts) {
  return !facts.reassigned && !facts.addressTaken && !facts.capturedByLoopHeader;
}

bool needsCopyEachIteration(const VariableFacts& facts) {
  return facts.addressTaken || (facts.captured && !capturedByValue(facts));
}

} // namespace minigo
