// What diagnostics are positioned at.
#pragma once

#include "frontend/ast/expr_string.h"
#include "frontend/check/operand.h"
#include "frontend/diag/diag.h"

namespace minigo {

// Position of an error: of a node or an operand its leftmost token, as gc has it. That is looked
// for only if there is an error: a chain of selectors has it at the bottom.
class At {
public:
  At(SourcePos pos) : pos_(pos) {}
  At(const ast::Node* node) : node_(node) {}
  At(const Operand& x) : node_(x.expr) {}
  At(const Object* object) : pos_(object->pos) {}

  SourcePos pos() const { return node_ ? ast::startPos(node_) : pos_; }

private:
  const ast::Node* node_ = nullptr;
  SourcePos pos_;
};

} // namespace minigo
