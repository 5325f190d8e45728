// range over a function (spec: For statements with range clause): the body becomes the function
// that the iterator calls for each value. It returns false to leave the loop; a jump out of it is
// made by the code behind the call, told which by a variable.
#include "codegen/lower/func.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;

void FunctionLowerer::rangeFunc(const ast::RangeStmt* s) {
  const auto* iterator = under<Signature>(s->x->type);
  const auto* yield = under<Signature>(iterator->params->vars[0]->type);
  Expr* function = expr(s->x);
  RangeFuncExits exits;
  Name exit = locals_.temp("exit");
  Stmts body;
  llvm::SmallVector<cxx::Param, 2> params;
  {
    LocalNames::Scope scope(locals_);
    Sink sink(*this);
    for (unsigned i = 0; i < yield->params->vars.size(); ++i) {
      const Type* t = yield->params->vars[i]->type;
      const Var* v = rangeVar(s, i);
      bool direct = v && canBeCounter(v);
      Name name;
      if (direct) {
        name = locals_.declare(v);
        fn_->declared.insert(v);
      } else if (rangeTarget(s, i)) {
        name = locals_.temp(v ? v->name : llvm::StringRef("value"));
        bindRange(s, i, b.name(name), t);
      }
      params.push_back({l.type(t), name});
    }
    targets_.push_back({s, false, false, false, true, {}, {}, &exits});
    exits.variable = exit;
    stmtList(s->body->stmts);
    targets_.pop_back();
    if (!endsInJump(statements_)) emitReturn(b.boolean(true));
    body = sink.take();
  }
  for (unsigned i = 0; i < params.size(); ++i) {
    const Var* v = rangeVar(s, i);
    if (v && !used_.contains(v)) params[i].name = Name();
  }
  if (!exits.jumps.empty()) emit(b.varStmt(b.rt("Int"), exit, b.integer(0)));
  Expr* lambda =
      b.lambda({}, params, b.boolType(), blockOf(body), cxx::CaptureDefault::ByReference);
  emit(b.call(function, {b.rtCall("closure", {lambda})}));
  for (size_t i = 0; i < exits.jumps.size(); ++i) {
    Sink sink(*this);
    const RangeFuncExit& jump = exits.jumps[i];
    if (jump.to)
      jumpTo(jump.to, jump.isContinue);
    else
      leaveFunction();
    cxx::BlockStmt* then = blockOf(sink.take());
    emit(b.ifStmt(b.binary(cxx::BinaryOp::Eq, b.name(exit), b.integer(int64_t(i + 1))), then));
  }
}

// Leaves the body of a range over a function for a place further out.
void FunctionLowerer::leaveRangeFunc(const Target& target, RangeFuncExit exit) {
  auto& jumps = target.exits->jumps;
  size_t i = 0;
  while (i < jumps.size() && (jumps[i].to != exit.to || jumps[i].isContinue != exit.isContinue))
    ++i;
  if (i == jumps.size()) jumps.push_back(exit);
  emit(b.assign(b.name(target.exits->variable), b.integer(int64_t(i + 1))));
  emitReturn(b.boolean(false));
}

// Returns from the Go function; its results are in their variables.
void FunctionLowerer::leaveFunction() {
  for (Target& target : llvm::reverse(targets_)) {
    if (target.isLambda) return leaveRangeFunc(target, {nullptr, false});
  }
  emitReturn(fn_->framed ? nullptr : resultValue(*fn_));
}

bool FunctionLowerer::inRangeFunc() const {
  return llvm::any_of(targets_, [](const Target& target) { return target.isLambda; });
}

} // namespace minigo
