// Expression switches (spec: Switch statements).
#include "codegen/lower/func.h"

#include "frontend/types/predicates.h"
#include "frontend/types/universe.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

namespace {

bool fallsThrough(const ast::CaseClause* clause) {
  auto* last = clause->body.empty() ? nullptr : dyn_cast<ast::BranchStmt>(clause->body.back());
  return last && last->branch == ast::BranchKind::Fallthrough;
}

} // namespace

void FunctionLowerer::switchStmt(const ast::SwitchStmt* s) {
  LocalNames::Scope scope(locals_);
  Sink sink(*this);
  if (s->init) stmt(s->init);
  if (fitsCppSwitch(s)) {
    cppSwitch(s, expr(s->tag));
  } else {
    const Type* t = s->tag ? typeOf(s->tag) : basicType(BasicKind::Bool);
    Expr* tag = nullptr;
    bool isTrue = !s->tag || (s->tag->mode == ast::Mode::Constant && isBoolean(t) &&
                              s->tag->constant->boolValue());
    if (!isTrue) {
      tag = comparesConstants(s) && isString(t) ? borrowed(s->tag) : exact(s->tag);
      bool stable = isLiteral(tag) || (isa<cxx::NameExpr>(tag) && isUnchangedTag(s));
      if (!stable) tag = temp(tag, t, hintFor(s->tag));
    }
    bool compares = llvm::any_of(s->clauses, [](auto* clause) { return !clause->isDefault; });
    if (tag && !compares && !isLiteral(tag)) emit(b.staticCast(b.voidType(), tag));
    switchChain(s, tag, t);
  }
  Stmts stmts = sink.take();
  bool declares = llvm::any_of(
      stmts, [](cxx::Stmt* p) { return isa<cxx::VarStmt>(p) || isa<cxx::BindingStmt>(p); });
  if (declares) return emit(blockOf(stmts));
  statements_.insert(statements_.end(), stmts.begin(), stmts.end());
}

// Then no statement runs between reading the tag and the last comparison with it.
bool FunctionLowerer::comparesConstants(const ast::SwitchStmt* s) {
  return llvm::all_of(s->clauses, [](const ast::CaseClause* clause) {
    return llvm::all_of(clause->values,
                        [](const ast::Expr* e) { return e->mode == ast::Mode::Constant; });
  });
}

// The cases read the tag again: nothing they evaluate may change it.
bool FunctionLowerer::isUnchangedTag(const ast::SwitchStmt* s) {
  auto* name = dyn_cast<ast::Ident>(ast::unparen(s->tag));
  auto* v = name ? dyn_cast_or_null<Var>(name->object) : nullptr;
  return v && !analysis.order.isShared(v);
}

// Integers compared with distinct constants.
bool FunctionLowerer::fitsCppSwitch(const ast::SwitchStmt* s) {
  if (!s->tag || s->tag->mode == ast::Mode::Constant || s->clauses.empty()) return false;
  const Basic* basic = under<Basic>(s->tag->type);
  if (!basic || !(basic->info & kIsInteger)) return false;
  llvm::StringSet<> seen;
  bool any = false;
  for (const ast::CaseClause* clause : s->clauses) {
    for (const ast::Expr* value : clause->values) {
      if (value->mode != ast::Mode::Constant || !value->constant) return false;
      if (!seen.insert(value->constant->exactString()).second) return false;
      any = true;
    }
  }
  return any;
}

void FunctionLowerer::cppSwitch(const ast::SwitchStmt* s, Expr* tag) {
  SourcePos pos = ast::startPos(s);
  const Type* t = typeOf(s->tag);
  targets_.push_back({s, true, false, false, false, {}, {}, nullptr});
  llvm::SmallVector<cxx::SwitchCase, 8> cases;
  for (const ast::CaseClause* clause : s->clauses) {
    Exprs values;
    for (const ast::Expr* value : clause->values)
      values.push_back(constant(value->constant, t, value));
    bool falls = fallsThrough(clause);
    LocalNames::Scope scope(locals_);
    Sink sink(*this);
    comment(l.commentBefore(clause->pos));
    stmtList(clause->body);
    Stmts body = sink.take();
    if (!falls && !endsInJump(body)) body.push_back(b.breakStmt());
    cases.push_back({b.copy<Expr*>(values), blockOf(body), falls});
  }
  Name breakLabel = targets_.back().breakLabel;
  targets_.pop_back();
  cxx::Stmt* result = b.switchStmt(withoutNarrowing(tag), cases);
  result->pos = pos;
  emit(result);
  if (!breakLabel.isEmpty()) emit(b.labelStmt(breakLabel));
}

// Whether a value of a case matches.
cxx::Expr* FunctionLowerer::caseMatches(const ast::Expr* value, Expr* tag, const Type* tagType) {
  if (!tag && l.isInterface(typeOf(value))) {
    tagType = basicType(BasicKind::Bool);
    tag = b.boolean(true);
  }
  if (!tag) return expr(value);
  if (value->mode == ast::Mode::NilValue) return b.binary(cxx::BinaryOp::Eq, tag, b.null());
  const Type* t = typeOf(value);
  bool toTag = l.isInterface(tagType) && !l.isInterface(t);
  bool toValue = l.isInterface(t) && !l.isInterface(tagType);
  Expr* left = toValue ? l.toInterface(t, tagType, tag) : tag;
  Expr* right = toTag ? exprAs(value, tagType) : expr(value);
  return equality(left, right, toValue ? t : tagType, true);
}

// The condition under which a clause is taken. Values are evaluated until one matches.
cxx::Expr* FunctionLowerer::caseCondition(const ast::CaseClause* clause, Expr* tag,
                                          const Type* tagType) {
  Expr* cond = nullptr;
  for (const ast::Expr* value : clause->values) {
    Sink sink(*this);
    Expr* matches = caseMatches(value, tag, tagType);
    Stmts before = sink.take();
    if (!cond || before.empty()) {
      statements_.insert(statements_.end(), before.begin(), before.end());
      cond = cond ? b.binary(cxx::BinaryOp::OrOr, cond, matches) : matches;
      continue;
    }
    Expr* matched = tempOf(cond, b.boolType(), "matched");
    before.push_back(b.exprStmt(b.assign(matched, matches)));
    emit(b.ifStmt(negated(matched), blockOf(before)));
    cond = matched;
  }
  return cond;
}

// if … else if …, the default clause last. A clause that falls through ends in a jump to the next
// one's body.
void FunctionLowerer::switchChain(const ast::SwitchStmt* s, Expr* tag, const Type* tagType) {
  targets_.push_back({s, false, false, false, false, {}, {}, nullptr});
  const bool jumps = llvm::any_of(s->clauses, fallsThrough);
  if (jumps)
    switchWithJumps(s, tag, tagType);
  else
    emitChain(s, 0, tag, tagType);
  Name breakLabel = targets_.back().breakLabel;
  targets_.pop_back();
  if (!breakLabel.isEmpty()) emit(b.labelStmt(breakLabel));
}

void FunctionLowerer::emitChain(const ast::SwitchStmt* s, size_t next, Expr* tag,
                                const Type* tagType) {
  while (next < s->clauses.size() && s->clauses[next]->isDefault)
    ++next;
  if (next == s->clauses.size()) {
    for (const ast::CaseClause* clause : s->clauses) {
      if (!clause->isDefault) continue;
      cxx::BlockStmt* body = block(withoutFinalBreak(s, clause->body), clause->pos);
      if (!body->stmts.empty()) emit(body);
    }
    return;
  }
  const ast::CaseClause* clause = s->clauses[next];
  pos_ = clause->pos;
  Expr* cond = caseCondition(clause, tag, tagType);
  cxx::BlockStmt* then = block(withoutFinalBreak(s, clause->body), clause->pos);
  Sink sink(*this);
  emitChain(s, next + 1, tag, tagType);
  Stmts rest = sink.take();
  cxx::Stmt* otherwise = nullptr;
  if (rest.size() == 1 && (isa<cxx::IfStmt>(rest[0]) || isa<cxx::BlockStmt>(rest[0])))
    otherwise = rest[0];
  else if (!rest.empty())
    otherwise = blockOf(rest);
  cxx::Stmt* result = b.ifStmt(cond, then, otherwise);
  result->pos = clause->pos;
  emit(result);
}

// With fallthrough: choose the clause, then jump to its body; bodies stand one behind the other.
void FunctionLowerer::switchWithJumps(const ast::SwitchStmt* s, Expr* tag, const Type* tagType) {
  llvm::SmallVector<Name, 8> labels;
  for (size_t i = 0; i < s->clauses.size(); ++i)
    labels.push_back(locals_.label(s->clauses[i]->isDefault ? "default" : "case"));
  Target& target = targets_.back();
  if (target.breakLabel.isEmpty()) target.breakLabel = locals_.label("break");
  Name end = target.breakLabel;
  Name fallback = end;
  for (size_t i = 0; i < s->clauses.size(); ++i) {
    const ast::CaseClause* clause = s->clauses[i];
    if (clause->isDefault) {
      fallback = labels[i];
      continue;
    }
    Sink sink(*this);
    Expr* cond = caseCondition(clause, tag, tagType);
    Stmts stmts = sink.take();
    stmts.push_back(b.ifStmt(cond, b.block({b.gotoStmt(labels[i])})));
    if (stmts.size() == 1)
      emit(stmts[0]);
    else
      emit(blockOf(stmts));
  }
  emit(b.gotoStmt(fallback));
  for (size_t i = 0; i < s->clauses.size(); ++i) {
    emit(b.labelStmt(labels[i], true));
    cxx::BlockStmt* body = block(s->clauses[i]->body, s->clauses[i]->pos);
    if (!body->stmts.empty()) emit(body);
    bool last = i + 1 == s->clauses.size();
    if (!last && !fallsThrough(s->clauses[i]) && !endsInJump(body->stmts.vec()))
      emit(b.gotoStmt(end));
  }
}

} // namespace minigo
