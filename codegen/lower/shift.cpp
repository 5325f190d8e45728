// Shifts (spec: Operators): any count, counts at or beyond the width included.
#include "codegen/lower/func.h"

#include "frontend/types/constant_pool.h"

namespace minigo {

cxx::Expr* FunctionLowerer::shift(ast::Op op, Expr* x, const ast::Expr* count, const Type* t) {
  bool left = op == ast::Op::Shl;
  const Basic* basic = under<Basic>(t);
  if (count->mode == ast::Mode::Constant && count->constant) {
    std::optional<uint64_t> n = l.program.constants->toInt(count->constant)->uint64Value();
    uint64_t width = l.sizeOf(t) * 8;
    if (n && *n < width)
      return narrowed(
          b.binary(left ? cxx::BinaryOp::Shl : cxx::BinaryOp::Shr, x, b.integer(int64_t(*n))), t);
  }
  (void)basic;
  return b.rtCall(left ? "shl" : "shr", {l.type(t)}, {x, exact(count)});
}

} // namespace minigo
