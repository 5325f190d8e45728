// Slice expressions (spec: Slice expressions).
#include "codegen/lower/func.h"

namespace minigo {

cxx::Expr* FunctionLowerer::sliceExpr(const ast::SliceExpr* e) {
  const Type* t = typeOf(e->x);
  bool isArray = asUnder<Array>(t) != nullptr;
  Expr* x = isArray ? place(e->x) : exact(e->x);
  if (isArray) x = b.convert(b.rt("Ptr"), b.addressOf(x));
  const ast::Expr* low = e->operands[0];
  const ast::Expr* high = e->operands[1];
  bool isPointer = isArray || asUnder<Pointer>(t);
  if (!low && !high && !isPointer && !e->full) return x;
  Exprs args{x, low ? expr(low) : b.integer(0)};
  if (high) args.push_back(expr(high));
  if (!e->full) return b.rtCall("slice", args);
  args.push_back(expr(e->operands[2]));
  return b.rtCall("slice3", args);
}

} // namespace minigo
