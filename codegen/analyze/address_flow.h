// Where addresses of local variables go (escape analysis). An address that only stays in variables
// of the same function or an inner block, is followed, compared, or handed to functions that do the
// same with it, does not outlive its variable, which may then live in the C++ frame.
//
// Followed are pointers, unsafe pointers and slices, from `&v`, `v[:]` and calls of methods with
// pointer receivers on. Whatever is not understood is taken for an escape. What a parameter of a
// declared function does with its argument is found out by looking into that function, in
// whatever package; a recursive call is taken for an escape.
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
