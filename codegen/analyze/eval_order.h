// Evaluation order (spec: Order of evaluation). Go fixes the order of calls, receive operations and
// logical operators; C++ leaves the order of most operands open.
//
// Order events are calls (not conversions, nor built-ins without effect), receives, and `&&`, `||`
// whose right side holds one. As in gc, events happen one by one in source order, and everything
// else of the expression is read after the last of them: `x + f()` sees what f did to x.
//
// Postcondition. The pass marks events. If each marked event of a full expression is evaluated into
// a temporary, in source order (those in the right side of a logical operator only if that side is
// reached), then what remains gives Go's result in whatever order C++ evaluates it: of the operands
// that C++ does not order, at most one holds events, and then no other reads what an event could
// change, or could panic. Operands that lowering puts in braces are evaluated from left to right;
// the right side of an assignment before the left.
//
// Marked are also parts of very deep expressions, where it does not change what an event reads, so
// that no C++ expression is too deep for the compiler (expr_depth.cpp).
#pragma once

#include "codegen/analyze/variables.h"

#include "llvm/ADT/DenseSet.h"

namespace minigo {

class EvalOrder {
public:
  EvalOrder(const Package& package, const VariableUses& variables);

  // Whether e goes into a temporary before the rest of its full expression.
  bool isHoisted(const ast::Expr* e) const { return hoisted_.contains(e); }
  // Whether something inside e (literals' bodies aside), or e, is hoisted.
  bool hoistsWithin(const ast::Expr* e) const;
  // Whether e's evaluation is an order event or holds one.
  bool hasEvent(const ast::Expr* e) const;
  // Whether e holds an event that is not hoisted.
  bool keepsEvent(const ast::Expr* e) const;
  // Whether an event elsewhere could change e's value, or e could panic; events inside e not
  // counted.
  bool readsState(const ast::Expr* e) const;
  // Whether a local variable can change while an expression that does not mention it is evaluated.
  bool isShared(const Var* v) const;

private:
  class Marker;
  class DepthLimit;
  void limitDepth(const Package& package);

  const VariableUses& variables_;
  llvm::DenseSet<const ast::Expr*> hoisted_;
};

// The operands of e that are evaluated before it, in source order: function or receiver, arguments,
// elements. None for a function literal.
llvm::SmallVector<const ast::Expr*, 4> operandsOf(const ast::Expr* e);
// The type of what a literal makes: T if `{…}` stands for `&T{…}`.
const Type* literalType(const ast::CompositeLit* lit);
bool isConversion(const ast::CallExpr* call);
const Builtin* builtinOf(const ast::CallExpr* call); // null: not a built-in

} // namespace minigo
