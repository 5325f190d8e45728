// How local variables are used: the facts from which captures and escape analysis decide.
#pragma once

#include "frontend/ast/walk.h"
#include "frontend/program.h"

#include "llvm/ADT/DenseMap.h"

namespace minigo {

struct VariableFacts {
  // Assigned to after its declaration, in whole or in part, other than by the post statement of the
  // loop that declares it (which works on the next iteration's copy). Captured results count,
  // because return assigns to them.
  bool reassigned = false;
  bool stepped = false; // that post statement assigns to it
  // Its address, or that of a part, is taken: what does not mention it may change it.
  bool addressTaken = false;
  // Used by a function literal that does not declare it, or by the body of a range over a function.
  bool captured = false;
  // Used otherwise than as the function of a call that runs at once.
  bool usedAsValue = false;
  // Used by the condition or post statement of its loop from inside a function literal.
  bool capturedByLoopHeader = false;
};

// The variable that an assignment to e, or taking e's address, touches: `x` for x.f[2] with a
// struct x that holds an array f; null if a pointer, slice or map lies between.
const Var* rootVariable(const ast::Expr* e);

// Whether a statement below node assigns to v or to a part of it.
bool assignsTo(const ast::Node* node, const Var* v);

class VariableUses {
public:
  VariableUses() = default;
  explicit VariableUses(const Package& package);
  // Adds those of a function.
  void add(const ast::FuncDecl* function);
  // Facts of a local variable, parameter or result; all false for one that is not used.
  VariableFacts of(const Var* v) const { return facts_.lookup(v); }

private:
  llvm::DenseMap<const Var*, VariableFacts> facts_;
};

} // namespace minigo
