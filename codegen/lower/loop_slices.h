// What a loop does with slices. C++ must read a slice that lies in memory (a[i] of a [][]T,
// p.field, a package variable) again after each store, since the store could have changed it, and
// must ask each index whether it is in range. Go's types tell more: an assignment to a float64
// changes no slice. So lowering looks such slices up before the loop, and asks once about all
// values that the counter of an innermost loop will have.
#pragma once

#include "codegen/analyze/analysis.h"
#include "codegen/lower/lower.h"

namespace minigo {

// Tells whether two expressions that a loop does not change name the same slice: those with equal
// keys do. "": not a form that is looked up before a loop. Variables, constant and variable
// indices, sums of them, fields through a pointer variable.
std::string sliceKey(const ast::Expr* e);

// The variable that e is, or null.
const Var* variableIn(const ast::Expr* e);

class LoopSlices {
public:
  LoopSlices(Lowerer& lowerer, const EvalOrder& order, const ast::Stmt* loop);

  // Nothing in the loop can change a slice in memory: no calls but to operations of the machine, no
  // other goroutine let in, and what is stored through pointers and in elements has no pointers.
  bool isQuiet() const { return quiet_; }
  bool isInnermost() const { return innermost_; }
  // Slices in memory that the loop takes elements of and does not change; one expression of each.
  llvm::SmallVector<const ast::Expr*, 4> unchangedInMemory() const;
  // Expressions like x, in this loop, which is innermost, all of the form s[counter].
  llvm::SmallVector<const ast::Expr*, 4> indexedBy(const Var* counter) const;
  // Whether e is built of what the loop does not change, and can be evaluated before it without
  // effect: constants, variables, sums of them, lengths.
  bool isUnchangedValue(const ast::Expr* e) const;

private:
  void look(const ast::Node* node);
  void assign(const ast::Expr* to);
  bool storesSafely(const Type* t) const;
  bool isHarmless(const ast::CallExpr* call) const;
  bool isUnchanged(const Var* v) const;
  bool isUnchangedSlice(const ast::Expr* e) const;
  bool isSignedIndex(const ast::Expr* e) const;
  bool isSlice(const ast::Expr* e) const;

  Lowerer& l_;
  const EvalOrder& order_;
  const ast::Stmt* loop_;
  bool quiet_ = true, innermost_ = true;
  llvm::DenseSet<const Var*> assigned_;
  llvm::SmallVector<const ast::IndexExpr*, 8> elements_; // s[i] of slices, in source order
};

} // namespace minigo
