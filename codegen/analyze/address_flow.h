// Where addresses of local variables go (escape analysis). An address stays with its variable,
// which may then live in the C++ frame, as long as it is only dereferenced, compared, kept in
// variables that are gone earlier, and handed to functions that do no more with it.
//
// Followed are pointers, unsafe pointers and slices, from `&v`, `v[:]` and calls of methods with
// pointer receivers on. What is not understood counts as an escape. What a declared function does
// with its parameters is read in that function, whatever package it is in; where it calls itself,
// that counts as an escape, too.
#pragma once

#include "frontend/program.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

#include <memory>

namespace minigo {

class AddressFlow {
public:
  explicit AddressFlow(const Package& package);
  ~AddressFlow();

  // Whether the address of v, or of a part, may outlive v or reach another goroutine.
  // Also of a variable that is too large for the stack.
  bool escapes(const Var* v) const;

private:
  class Function;
  // Whether a function lets the argument for a parameter (or its receiver) escape.
  bool leaks(const ast::FuncDecl* decl, const Var* param);
  const Function& function(const ast::FuncDecl* decl);

  llvm::DenseSet<const Var*> escaping_;
  llvm::DenseMap<const ast::FuncDecl*, std::unique_ptr<Function>> functions_;
};

} // namespace minigo
