#include "codegen/analyze/captures.h"

#include "codegen/analyze/defer_info.h"
#include "frontend/types/sizes.h"

namespace minigo {

namespace {

// The same limit as gc's.
constexpr int64_t kLargestCopy = 128;

} // namespace

bool capturedByValue(const Var* v, const VariableFacts& facts) {
  if (facts.reassigned || facts.addressTaken || facts.capturedByLoopHeader) return false;
  return !hasConstantSize(v->type) || sizeOf(v->type) <= kLargestCopy;
}

bool needsCopyEachIteration(const Var* v, const VariableFacts& facts) {
  return facts.addressTaken || (facts.captured && !capturedByValue(v, facts));
}

bool isCalledOnly(const VariableFacts& facts, const ast::FuncLit* value) {
  return !facts.reassigned && !facts.addressTaken && !facts.usedAsValue &&
         !DeferInfo::mayRecover(value);
}

} // namespace minigo
