// Spelling of expressions in messages.
#pragma once

#include "frontend/ast/expr.h"

#include <string>

namespace minigo::ast {

// The expression as gc prints it: on one line, `…` for the bodies of function and composite
// literals.
std::string exprString(const Expr* expr);

} // namespace minigo::ast
