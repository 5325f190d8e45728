// Channels (spec: Send statements, Receive operator, For statements with range clause).
#include "codegen/lower/func.h"

namespace minigo {

void FunctionLowerer::sendStmt(const ast::SendStmt* s) {
  Expr* channel = expr(s->channel);
  emit(b.methodCall(channel, "send", {exprAs(s->value, under<Chan>(s->channel->type)->elem)}));
}

cxx::Expr* FunctionLowerer::receive(const ast::UnaryExpr* e, bool commaOk) {
  return b.methodCall(expr(e->x), commaOk ? "receiveOk" : "receive");
}

} // namespace minigo
