// All that analysis finds out about a package; const for lowering.
#pragma once

#include "codegen/analyze/captures.h"
#include "codegen/analyze/defer_info.h"
#include "codegen/analyze/escape.h"
#include "codegen/analyze/eval_order.h"

namespace minigo {

struct Analysis {
  VariableUses variables;
  EscapeAnalysis escapes;
  DeferInfo defers;
  EvalOrder order;

  explicit Analysis(const Package& package)
      : variables(package), escapes(package, variables), defers(package, variables),
        order(package, variables) {}

  bool onHeap(const Var* v) const { return escapes.onHeap(v); }
  bool byValue(const Var* v) const { return capturedByValue(v, variables.of(v)); }
};

} // namespace minigo
