// range over a function (spec: For statements with range clause): the body becomes the function
// that the iterator calls for each value; a jump out of it is made by the code behind the call. See
// minigo/range_func.h.
#include "codegen/lower/func.h"
#include "frontend/ast/walk.h"

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
  findExits(s, exits);
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
  llvm::erase_if(exits.jumps, [](const RangeFuncExit& jump) { return !jump.isTaken; });
  for (size_t i = 0; i < exits.jumps.size(); ++i)
    emit(b.varStmt(b.rt("Int"), exits.jumps[i].number, b.integer(int64_t(i + 1)), cxx::kConstexpr));
  emit(b.call(function, {body}));
  pos_ = s->body->rbrace;
  emit(b.methodCall(b.name(exits.loop), "leave"));
  for (const RangeFuncExit& jump : exits.jumps) {
    Sink sink(*this);
    switch (jump.kind) {
    case JumpKind::Break:
    case JumpKind::Continue: jumpTo(jump.to, jump.kind == JumpKind::Continue); break;
    case JumpKind::Goto: gotoStmt(cast<ast::LabeledStmt>(jump.to)); break;
    case JumpKind::Return: leaveFunction(); break;
    }
    cxx::BlockStmt* then = blockOf(sink.take());
    Expr* taken = b.member(b.name(exits.loop), "exit");
    emit(b.ifStmt(b.binary(cxx::BinaryOp::Eq, taken, b.name(jump.number)), then));
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
  body->owner = l.codeOwner(s);
  return body;
}

// Ends one call of the body.
void FunctionLowerer::nextOrStop(const Target& target, bool isNext) {
  emitReturn(b.methodCall(b.name(target.exits->loop), isNext ? "next" : "stop"));
}

// Finds the jumps out of the body. Their numbers get names here, where no name inside hides them.
void FunctionLowerer::findExits(const ast::RangeStmt* s, RangeFuncExits& exits) {
  auto add = [&](const ast::Stmt* to, JumpKind kind, const llvm::Twine& hint) {
    if (!exits.find(to, kind)) exits.jumps.push_back({to, kind, locals_.temp(hint.str())});
  };
  ast::walk(s->body, [&](ast::Node* node) {
    if (llvm::isa<ast::ReturnStmt>(node)) add(nullptr, JumpKind::Return, "return");
    const auto* jump = llvm::dyn_cast<ast::BranchStmt>(node);
    if (!jump || !jump->label || jump->target == s) return !llvm::isa<ast::FuncLit>(node);
    const SourcePos to = jump->target->pos;
    if (to >= ast::startPos(s->body) && to < ast::endPos(s->body)) return true;
    llvm::StringRef label = jump->label->name;
    switch (jump->branch) {
    case ast::BranchKind::Break: add(jump->target, JumpKind::Break, "break_" + label); break;
    case ast::BranchKind::Continue:
      add(jump->target, JumpKind::Continue, "continue_" + label);
      break;
    case ast::BranchKind::Goto: add(jump->target, JumpKind::Goto, "goto_" + label); break;
    case ast::BranchKind::Fallthrough: break;
    }
    return true;
  });
}

// Leaves the body of a range over a function for a place further out.
void FunctionLowerer::leaveRangeFunc(const Target& target, const ast::Stmt* to, JumpKind kind) {
  RangeFuncExit* exit = target.exits->find(to, kind);
  exit->isTaken = true;
  emitReturn(b.methodCall(b.name(target.exits->loop), "stop", {b.name(exit->number)}));
}

// Returns from the Go function; its results are in their variables.
void FunctionLowerer::leaveFunction() {
  for (Target& target : llvm::reverse(targets_)) {
    if (target.isLambda) return leaveRangeFunc(target, nullptr, JumpKind::Return);
  }
  emitReturn(fn_->framed ? nullptr : resultValue(*fn_));
}

bool FunctionLowerer::inRangeFunc() const {
  return llvm::any_of(targets_, [](const Target& target) { return target.isLambda; });
}

} // namespace minigo
