// Escape analysis: what lives on the heap.
//
// This is a rule of correctness, not only of speed: goroutines share stack slots (see
// runtime/sched), so nothing that another goroutine can reach, and nothing that outlives its frame,
// may point into a stack.
//
// What a function does with its parameters is read in that function, whatever package it is in;
// functions that call each other are solved together.
#pragma once

#include "codegen/analyze/escape_builder.h"

#include <memory>

namespace minigo {

class EscapeAnalysis {
public:
  EscapeAnalysis(const Package& package, const VariableUses& variables);
  ~EscapeAnalysis();

  bool onHeap(const Var* v) const { return heapVars_.contains(v); }
  // Of what a node makes: a FuncLit's closure, if it is a value; the closure of the body of a
  // RangeStmt over a function; that of a method value (SelectorExpr); the slice of a CallExpr's
  // variadic arguments; what new and make make; &T{…}; the array of a slice literal.
  bool onHeap(const ast::Node* node) const {
    return !sites_.contains(node) || heapSites_.contains(node);
  }
  // Of the copy of a value that an interface holds.
  bool boxOnHeap(const ast::Expr* value) const {
    return !boxes_.contains(value) || heapBoxes_.contains(value);
  }
  // Whether the unnamed results of a function, set by the bodies of ranges over functions, must be
  // on the heap; body: its block.
  bool resultsOnHeap(const ast::BlockStmt* body) const { return onHeap(body); }

  // Whether a value of a FuncLit or SelectorExpr is a closure that is made where it stands, or a
  // CallExpr makes a slice of its arguments.
  bool isClosure(const ast::Node* node) const {
    return sites_.contains(node) || heapSites_.contains(node);
  }
  // Where what a parameter of a function of the package holds gets to.
  ParamFlow flowOf(const Var* param) const { return paramFlows_.lookup(param); }
  // Whether a value is copied because an interface holds it.
  bool isBoxed(const ast::Expr* value) const {
    return boxes_.contains(value) || heapBoxes_.contains(value);
  }

  // Whether a function with parameters that hold addresses may call itself, or others that call it.
  bool isRecursive(const ast::FuncDecl* decl) const;

private:
  struct Function;
  Function& function(const ast::FuncDecl* decl);
  void visit(Function& f);
  void solve(llvm::ArrayRef<Function*> group);
  bool solveOnce(Function& f);
  ParamFlow flowOf(const ast::FuncDecl* callee, const Var* param);
  void record(const Function& f);

  const VariableUses& variables_;
  VariableUses foreignVariables_; // of functions of other packages
  const Package& package_;
  llvm::DenseSet<const Var*> heapVars_;
  // Those that do not escape, and those that do; one in both does in some place.
  llvm::DenseSet<const ast::Node*> sites_, heapSites_, boxes_, heapBoxes_;
  llvm::DenseMap<const Var*, ParamFlow> paramFlows_;
  llvm::DenseMap<const ast::FuncDecl*, std::unique_ptr<Function>> functions_;
  std::vector<Function*> stack_; // of the search for functions that call each other
  unsigned visits_ = 0;
};

} // namespace minigo
