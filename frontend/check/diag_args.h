// What diagnostics are positioned at.
#pragma once

#include "frontend/ast/expr_string.h"
#include "frontend/check/operand.h"
#include "frontend/diag/diag.h"

namespace minigo {

// Position of an error: of a node or an operand its leftmost token, as gc has it.
struct At {
  SourcePos pos;

  At(SourcePos pos) : pos(pos) {}
  At(const ast::Node* node) : pos(ast::startPos(node)) {}
  At(const Operand& x) : pos(x.expr ? ast::startPos(x.expr) : SourcePos()) {}
  At(const Object* object) : pos(object->pos) {}
};

} // namespace minigo
