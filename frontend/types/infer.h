// Type inference for calls and function values (spec: Type inference).
#pragma once

#include "frontend/ast/expr.h"
#include "frontend/types/type_context.h"

#include "llvm/ADT/SmallVector.h"

#include <string>

namespace minigo {

struct InferenceArgument {
  ast::Mode mode;
  const Type* type;
  const ast::Expr* expr; // for messages
};

struct Inference {
  bool ok = false;
  llvm::SmallVector<const Type*, 4> typeArgs; // one per type parameter, if ok
  // If not ok: gc's message and its position, invalid for "the call" ("in call to f, " is the
  // caller's to put in front). Empty if an argument was invalid and so reported before.
  SourcePos pos;
  std::string message;
};

// Finds the missing type arguments of params (typeArgs may be shorter, and hold nulls) from
// arguments for the parameters `parameters`, one argument each, and from constraints. reverse: the
// "argument" is the type that a function value is assigned to.
Inference infer(TypeContext& context, llvm::ArrayRef<TypeParam*> params,
                llvm::ArrayRef<const Type*> typeArgs, const Tuple* parameters,
                llvm::ArrayRef<InferenceArgument> arguments, bool reverse = false);

} // namespace minigo
