// All that analysis finds out about a package; const for lowering.
#pragma once

#include "codegen/analyze/captures.h"
#include "codegen/analyze/defer_info.h"
#include "codegen/analyze/escape.h"
#include "codegen/analyze/eval_order.h"

namespace minigo {

struct Analysis {
  VariableUses variables;
  DeferInfo defers;
  EvalOrder order;

  explicit Analysis(const Package& package)
      : variables(package), defers(package, variables), order(package, variables) {}

  bool onHeap(const Var* v) const { return mustLiveOnHeap(variables.of(v)); }
  bool byValue(const Var* v) const { return capturedByValue(variables.of(v)); }
};

} // namespace minigo
