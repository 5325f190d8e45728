// The result of checking an expression: the checker's currency.
#pragma once

#include "frontend/ast/expr.h"
#include "frontend/types/constant.h"
#include "frontend/types/object.h"
#include "frontend/types/type.h"

#include "llvm/ADT/SmallVector.h"

namespace minigo {

using ast::Mode;

struct Operand {
  Mode mode = Mode::Invalid;
  ast::Expr* expr = nullptr;
  const Type* type = nullptr;
  const Constant* value = nullptr;       // with Mode::Constant
  BuiltinId builtin = BuiltinId::Append; // with Mode::Builtin

  bool isInvalid() const { return mode == Mode::Invalid; }
  bool isConstant() const { return mode == Mode::Constant; }
  bool isNil() const { return mode == Mode::NilValue; }
  void invalidate() { mode = Mode::Invalid; }
  // Makes this a computed value of type t.
  void setValue(const Type* t) {
    mode = Mode::Value;
    type = t;
  }
};

using OperandList = llvm::SmallVector<Operand, 4>;

} // namespace minigo
