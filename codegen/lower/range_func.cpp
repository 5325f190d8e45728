// range over a function (spec: For statements with range clause): the body becomes the function
// that the iterator calls for each value; a jump out of it is made by the code behind the call. See
// minigo/range_func.h.
#include "codegen/lower/func.h"

namespace minigo {

using llvm::cast;

void FunctionLowerer::rangeFunc(const ast::RangeStmt* s) {
  Expr* function = expr(s->x);
  const bool opensDefers = !inRangeFunc() && defersWithin(s->body);
  if (opensDefers) {
    fn_->loopDefers = locals_.temp("later");
    emit(b.varStmt(b.reference(b.rt("LoopDefers")), fn_->loopDefers,
                   b.rtCall("deferLater", {b.name(fn_->defers)})));
  }
  RangeFuncExits exits;
  exits.loop = locals_.temp("loop");
  const bool onHeap = analysis.escapes.onHeap(s);
  if (onHeap)
    emit(b.varStmt(b.reference(b.autoType()), exits.loop,
                   b.rtCall("onHeap", {b.rt("RangeLoop")}, {})));
  else
    emit(b.varBraces(b.rt("RangeLoop"), exits.loop));
  Expr* body = b.rtCall(onHeap ? "closure" : "localClosure", {rangeFuncBody(s, exits)});
  if (!onHeap &&
      llvm::isa<Named>(unalias(l.resolve(under<Signature>(s->x->type)->params->vars[0]->type))))
    body = b.methodCall(body, "value");
  emit(b.call(function, {body}));
  emit(b.methodCall(b.name(exits.loop), "leave"));
  for (size_t i = 0; i < exits.jumps.size(); ++i) {
    Sink sink(*this);
    const RangeFuncExit& jump = exits.jumps[i];
    switch (jump.kind) {
    case JumpKind::Break:
    case JumpKind::Continue: jumpTo(jump.to, jump.kind == JumpKind::Continue); break;
    case JumpKind::Goto: gotoStmt(cast<ast::LabeledStmt>(jump.to)); break;
    case JumpKind::Return: leaveFunction(); break;
    }
    cxx::BlockStmt* then = blockOf(sink.take());
    Expr* taken = b.member(b.name(exits.loop), "exit");
    emit(b.ifStmt(b.binary(cxx::BinaryOp::Eq, taken, b.integer(int64_t(i + 1))), then));
  }
}

// The body as a lambda.
cxx::Expr* FunctionLowerer::rangeFuncBody(const ast::RangeStmt* s, RangeFuncExits& exits) {
  const auto* iterator = under<Signature>(s->x->type);
  const auto* yield = under<Signature>(iterator->params->vars[0]->type);
  llvm::SmallVector<cxx::Param, 2> params;
  LocalNames::Scope scope(locals_);
  Sink sink(*this);
  emit(b.methodCall(b.name(exits.loop), "enter"));
  for (unsigned i = 0; i < yield->params->vars.size(); ++i) {
    const Type* t = yield->params->vars[i]->type;
    const Var* v = rangeVar(s, i);
    Name name;
    if (v && canBeCounter(v)) {
      name = locals_.declare(v);
      fn_->declared.insert(v);
    } else if (rangeTarget(s, i)) {
      name = locals_.temp(v ? v->name : llvm::StringRef("value"));
      bindRange(s, i, b.name(name), t);
    }
    params.push_back({l.type(t), name});
  }
  targets_.push_back({s, false, false, false, true, {}, {}, &exits});
  stmtList(s->body->stmts);
  if (!endsInJump(statements_)) nextOrStop(targets_.back(), true);
  targets_.pop_back();
  for (unsigned i = 0; i < params.size(); ++i) {
    const Var* v = rangeVar(s, i);
    if (v && canBeCounter(v) && !used_.contains(v)) params[i].name = Name();
  }
  cxx::LambdaExpr* body =
      b.lambda({}, params, b.boolType(), blockOf(sink.take()), cxx::CaptureDefault::ByReference);
  body->end = pos_ = s->pos; // the call of the iterator comes behind it
  return body;
}

// Ends one call of the body.
void FunctionLowerer::nextOrStop(const Target& target, bool isNext) {
  emitReturn(b.methodCall(b.name(target.exits->loop), isNext ? "next" : "stop"));
}

// Leaves the body of a range over a function for a place further out.
void FunctionLowerer::leaveRangeFunc(const Target& target, RangeFuncExit exit) {
  auto& jumps = target.exits->jumps;
  size_t i = 0;
  while (i < jumps.size() && (jumps[i].to != exit.to || jumps[i].kind != exit.kind))
    ++i;
  if (i == jumps.size()) jumps.push_back(exit);
  emitReturn(b.methodCall(b.name(target.exits->loop), "stop", {b.integer(int64_t(i + 1))}));
}

// Returns from the Go function; its results are in their variables.
void FunctionLowerer::leaveFunction() {
  for (Target& target : llvm::reverse(targets_)) {
    if (target.isLambda) return leaveRangeFunc(target, {nullptr, JumpKind::Return});
  }
  emitReturn(fn_->framed ? nullptr : resultValue(*fn_));
}

bool FunctionLowerer::inRangeFunc() const {
  return llvm::any_of(targets_, [](const Target& target) { return target.isLambda; });
}

} // namespace minigo
