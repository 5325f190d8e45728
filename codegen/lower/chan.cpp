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

void FunctionLowerer::rangeChan(const ast::RangeStmt* s) {
  SourcePos pos = ast::startPos(s);
  const Type* elem = under<Chan>(s->x->type)->elem;
  Name iter = locals_.temp("iter");
  auto* init = b.arena().make<cxx::VarStmt>(b.rtOf("ChanIter", l.type(elem)), iter, expr(s->x),
                                            cxx::InitStyle::Parens, uint16_t(0));
  Stmts before;
  {
    Sink sink(*this);
    if (rangeTarget(s, 0)) bindRange(s, 0, b.methodCall(b.name(iter), "value"), elem);
    before = sink.take();
  }
  cxx::BlockStmt* body = loopBody(s, s->body, before);
  emitLoop(b.forStmt(init, b.methodCall(b.name(iter), "next"), nullptr, body), pos);
}

} // namespace minigo
