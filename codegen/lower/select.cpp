// Select statements (spec: Select statements). A switch over the index of the case that was chosen,
// or an if where there is one case beside the default:
//
//   mg::Int v{};
//   switch (mg::select({c.receiving(&v), d.sending(1)})) { … }
#include "codegen/lower/comment.h"
#include "codegen/lower/func.h"

#include "frontend/types/identical.h"
#include "frontend/types/universe.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

namespace {

bool isDefault(const ast::CommClause* clause) { return !clause->comm; }

// The operand of the receive in a clause; null in a send.
const ast::UnaryExpr* receiveOf(const ast::CommClause* clause) {
  if (isa<ast::SendStmt>(clause->comm)) return nullptr;
  auto* assign = dyn_cast<ast::AssignStmt>(clause->comm);
  const ast::Expr* x = assign ? assign->rhs[0] : cast<ast::ExprStmt>(clause->comm)->x;
  return cast<ast::UnaryExpr>(ast::unparen(x));
}

} // namespace

void FunctionLowerer::selectStmt(const ast::SelectStmt* s) {
  if (s->clauses.empty()) return emit(b.rtCall("blockForever"));
  LocalNames::Scope scope(locals_);
  Sink sink(*this);
  if (s->clauses.size() == 1)
    onlyCase(s, s->clauses[0]);
  else if (s->clauses.size() == 2 && llvm::any_of(s->clauses, isDefault))
    selectIf(s);
  else
    selectSwitch(s);
  Stmts stmts = sink.take();
  bool declares = llvm::any_of(
      stmts, [](cxx::Stmt* p) { return isa<cxx::VarStmt>(p) || isa<cxx::BindingStmt>(p); });
  if (declares) return emit(blockOf(stmts));
  statements_.insert(statements_.end(), stmts.begin(), stmts.end());
}

// One clause is a plain statement and its body.
void FunctionLowerer::onlyCase(const ast::SelectStmt* s, const ast::CommClause* clause) {
  targets_.push_back({s, false, false, false, false, {}, {}, nullptr});
  if (clause->comm) stmt(clause->comm);
  stmtList(withoutFinalBreak(s, clause->body));
  Name breakLabel = targets_.back().breakLabel;
  targets_.pop_back();
  if (!breakLabel.isEmpty()) emit(b.labelStmt(breakLabel));
}

// An operand of a case is evaluated before those of later cases.
cxx::Expr* FunctionLowerer::caseOperand(const ast::Expr* e, Expr* x, const Type* t,
                                        bool eventsFollow) {
  bool movable = isLiteral(x) || !eventsFollow || !analysis.order.readsState(e);
  return movable ? x : temp(exactType(x, t), t, hintFor(e));
}

// Whether operands of cases from `next` on are calls or the like.
bool FunctionLowerer::hasEventsFrom(const ast::SelectStmt* s, size_t next) {
  for (const ast::CommClause* clause : s->clauses.drop_front(next)) {
    if (isDefault(clause)) continue;
    if (auto* send = dyn_cast<ast::SendStmt>(clause->comm)) {
      if (analysis.order.hasEvent(send->channel) || analysis.order.hasEvent(send->value))
        return true;
    } else if (analysis.order.hasEvent(receiveOf(clause)->x)) {
      return true;
    }
  }
  return false;
}

// Where the i-th value that a receive gives goes: straight into a variable where that is right,
// else into a temporary that the clause's body assigns from. Null if nobody wants it.
cxx::Expr* FunctionLowerer::receivedInto(const ast::AssignStmt* assign, unsigned i, const Type* t,
                                         ReceivedValues& later) {
  if (!assign || i >= assign->lhs.size() || isBlank(assign->lhs[i])) return nullptr;
  const ast::Expr* lhs = ast::unparen(assign->lhs[i]);
  auto* v = assign->define ? dyn_cast_or_null<Var>(assign->newVars[i]) : nullptr;
  if (v && !analysis.onHeap(v)) {
    emit(varStmtFor(v, v->type, nullptr));
    referenced(v);
    return b.name(locals_.of(v));
  }
  if (!v && isa<ast::Ident>(lhs) && identical(l.resolve(lhs->type), l.resolve(t)))
    return place(lhs);
  Name name = locals_.temp(hintFor(lhs));
  emit(b.varBraces(l.type(t), name));
  later.push_back({i, name, t});
  return b.name(name);
}

cxx::Expr* FunctionLowerer::selectCase(const ast::SelectStmt* s, size_t i, ReceivedValues& later) {
  const ast::CommClause* clause = s->clauses[i];
  bool eventsFollow = hasEventsFrom(s, i + 1);
  if (auto* send = dyn_cast<ast::SendStmt>(clause->comm)) {
    const Type* elem = under<Chan>(send->channel->type)->elem;
    bool eventInValue = eventsFollow || analysis.order.hasEvent(send->value);
    Expr* channel =
        caseOperand(send->channel, expr(send->channel), typeOf(send->channel), eventInValue);
    Expr* value = caseOperand(send->value, exprAs(send->value, elem), elem, eventsFollow);
    return b.methodCall(channel, "sending", {value});
  }
  const ast::Expr* from = receiveOf(clause)->x;
  Expr* channel = caseOperand(from, expr(from), typeOf(from), eventsFollow);
  auto* assign = dyn_cast<ast::AssignStmt>(clause->comm);
  Expr* to = receivedInto(assign, 0, under<Chan>(from->type)->elem, later);
  Expr* ok = receivedInto(assign, 1, basicType(BasicKind::Bool), later);
  Exprs args;
  if (to || ok) args.push_back(to ? static_cast<Expr*>(b.addressOf(to)) : b.null());
  if (ok) args.push_back(b.addressOf(ok));
  return b.methodCall(channel, "receiving", args);
}

// if (mg::trySelect({c.receiving(&v)}) == 0) … else …: one case and default.
void FunctionLowerer::selectIf(const ast::SelectStmt* s) {
  const size_t i = isDefault(s->clauses[0]) ? 1 : 0;
  const ast::CommClause *one = s->clauses[i], *other = s->clauses[1 - i];
  ReceivedValues received;
  Expr* chosen = b.rtCall("trySelect", {b.initList(selectCase(s, i, received))});
  targets_.push_back({s, false, false, false, false, {}, {}, nullptr});
  cxx::BlockStmt* then = selectBody(s, one, received);
  cxx::BlockStmt* otherwise = selectBody(s, other, {});
  Name breakLabel = targets_.back().breakLabel;
  targets_.pop_back();
  cxx::Stmt* result = b.ifStmt(b.binary(cxx::BinaryOp::Eq, chosen, b.integer(0)), then,
                               otherwise->stmts.empty() ? nullptr : otherwise);
  result->pos = ast::startPos(s);
  emit(result);
  if (!breakLabel.isEmpty()) emit(b.labelStmt(breakLabel));
}

// The label of a case, with what the case does beside it.
cxx::Expr* FunctionLowerer::caseIndex(int64_t index, const ast::CommClause* clause) {
  constexpr size_t kLongest = 80;
  cxx::IntLit* label = b.integer(index);
  llvm::StringRef text = shortCode(l.program.sources, ast::startPos(clause->comm),
                                   ast::endPos(clause->comm), kLongest);
  if (l.options.goComments && !continuesLine(text)) label->note = text;
  return label;
}

void FunctionLowerer::selectSwitch(const ast::SelectStmt* s) {
  SourcePos pos = ast::startPos(s);
  const bool blocks = llvm::none_of(s->clauses, isDefault);
  Exprs cases;
  std::vector<ReceivedValues> received(s->clauses.size());
  for (size_t i = 0; i < s->clauses.size(); ++i) {
    if (!isDefault(s->clauses[i])) cases.push_back(selectCase(s, i, received[i]));
  }
  targets_.push_back({s, true, false, false, false, {}, {}, nullptr});
  llvm::SmallVector<cxx::SwitchCase, 8> bodies;
  int64_t index = 0;
  for (size_t i = 0; i < s->clauses.size(); ++i) {
    const ast::CommClause* clause = s->clauses[i];
    Exprs values;
    if (!isDefault(clause)) values.push_back(caseIndex(index, clause));
    index += !isDefault(clause);
    // C++ must see that a select without default ends in one of its cases.
    bool isLast = blocks && i + 1 == s->clauses.size();
    Stmts body = selectBody(s, clause, received[i])->stmts.vec();
    if (!endsInJump(body)) body.push_back(b.breakStmt());
    bodies.push_back({b.copy<Expr*>(values), blockOf(body), false, isLast});
  }
  Name breakLabel = targets_.back().breakLabel;
  targets_.pop_back();
  Expr* chosen = b.rtCall(blocks ? "select" : "trySelect", {b.initList(cases)});
  cxx::Stmt* result = b.switchStmt(chosen, bodies);
  result->pos = pos;
  emit(result);
  if (!breakLabel.isEmpty()) emit(b.labelStmt(breakLabel));
}

cxx::BlockStmt* FunctionLowerer::selectBody(const ast::SelectStmt* s, const ast::CommClause* clause,
                                            const ReceivedValues& received) {
  LocalNames::Scope scope(locals_);
  Sink sink(*this);
  pos_ = clause->pos;
  comment(l.commentBefore(clause->pos));
  for (const ReceivedValue& value : received) {
    auto* assign = cast<ast::AssignStmt>(clause->comm);
    if (assign->define)
      declareVar(cast<Var>(assign->newVars[value.index]), b.name(value.name));
    else
      emit(b.assign(place(assign->lhs[value.index]),
                    converted(b.name(value.name), value.type, assign->lhs[value.index]->type)));
  }
  stmtList(withoutFinalBreak(s, clause->body));
  return blockOf(sink.take());
}

} // namespace minigo
