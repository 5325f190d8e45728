// Type switches (spec: Type switches).
#include "codegen/lower/func.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

void FunctionLowerer::typeSwitchStmt(const ast::TypeSwitchStmt* s) {
  LocalNames::Scope scope(locals_);
  Sink sink(*this);
  if (s->init) stmt(s->init);
  const Type* t = typeOf(s->x);
  Expr* value = expr(s->x);
  auto* name = dyn_cast<ast::Ident>(ast::unparen(s->x));
  auto* v = name ? dyn_cast_or_null<Var>(name->object) : nullptr;
  bool stable = v && !analysis.order.isShared(v) && isa<cxx::NameExpr>(value);
  if (!stable) value = temp(value, t, s->name ? s->name->name : hintFor(s->x));
  Expr* any = value;
  bool asks = llvm::any_of(s->clauses, [](auto* clause) { return !clause->isDefault; });
  if (!asks)
    emit(b.staticCast(b.voidType(), value));
  else if (!l.isEmptyInterface(t))
    any = tempOf(asAny(value, t), b.rt("Any"), "dynamic");
  targets_.push_back({s, false, false, false, false, {}, {}, nullptr});
  emitTypeCases(s, 0, value, any, t);
  Name breakLabel = targets_.back().breakLabel;
  targets_.pop_back();
  if (!breakLabel.isEmpty()) emit(b.labelStmt(breakLabel));
  Stmts stmts = sink.take();
  bool declares = llvm::any_of(
      stmts, [](cxx::Stmt* p) { return isa<cxx::VarStmt>(p) || isa<cxx::BindingStmt>(p); });
  if (declares) return emit(blockOf(stmts));
  statements_.insert(statements_.end(), stmts.begin(), stmts.end());
}

// Whether the dynamic type of `any` is t, or implements it; t null: whether it is nil.
cxx::Expr* FunctionLowerer::hasType(Expr* any, const Type* t) {
  Expr* word = b.member(any, "type");
  if (!t) return b.binary(cxx::BinaryOp::Eq, word, b.null());
  // Of unnamed types package reflect may have made a descriptor too.
  if (!l.isInterface(t) && !isa<Basic, Named>(t))
    return b.rtCall("isType", {word, l.typeDescriptor(t)});
  if (!l.isInterface(t)) return b.binary(cxx::BinaryOp::Eq, word, b.addressOf(l.typeDescriptor(t)));
  if (l.isEmptyInterface(t)) return b.binary(cxx::BinaryOp::NotEq, word, b.null());
  return b.rtCall("implements", {any, l.typeDescriptor(t)});
}

cxx::BlockStmt* FunctionLowerer::typeCaseBody(const ast::TypeSwitchStmt* s,
                                              const ast::CaseClause* clause, Expr* value,
                                              Expr* any) {
  LocalNames::Scope scope(locals_);
  Sink sink(*this);
  comment(l.commentBefore(clause->pos));
  if (auto* v = dyn_cast_or_null<Var>(clause->typeSwitchVar)) {
    const ast::Expr* only = clause->values.size() == 1 ? clause->values[0] : nullptr;
    const Type* want = only && only->mode != ast::Mode::NilValue ? l.resolve(only->type) : nullptr;
    Expr* bound = value;
    if (want && !l.isInterface(want))
      bound = b.rtCall("unbox", {l.type(want)}, {b.member(any, "data")});
    else if (want && !l.isEmptyInterface(want))
      bound = b.rtCall("assertIface", {l.tableType(want)}, {any, l.typeDescriptor(want)});
    else if (want)
      bound = any;
    if (usesVar(clause->body, v)) declareVar(v, bound);
  }
  ast::StmtList body = clause->body;
  auto* last = body.empty() ? nullptr : dyn_cast<ast::BranchStmt>(body.back());
  if (last && last->branch == ast::BranchKind::Break && last->target == s) body = body.drop_back();
  stmtList(body);
  return blockOf(sink.take());
}

bool FunctionLowerer::usesVar(ast::StmtList body, const Var* v) {
  bool found = false;
  for (ast::Stmt* s : body) {
    ast::walk(s, [&](ast::Node* n) {
      auto* name = dyn_cast<ast::Ident>(n);
      found |= name && name->object == v;
      return !found;
    });
  }
  return found;
}

void FunctionLowerer::emitTypeCases(const ast::TypeSwitchStmt* s, size_t next, Expr* value,
                                    Expr* any, const Type* t) {
  while (next < s->clauses.size() && s->clauses[next]->isDefault)
    ++next;
  if (next == s->clauses.size()) {
    for (const ast::CaseClause* clause : s->clauses) {
      if (!clause->isDefault) continue;
      cxx::BlockStmt* body = typeCaseBody(s, clause, value, any);
      if (!body->stmts.empty()) emit(body);
    }
    return;
  }
  const ast::CaseClause* clause = s->clauses[next];
  pos_ = clause->pos;
  Expr* cond = nullptr;
  for (const ast::Expr* want : clause->values) {
    bool isNil = want->mode == ast::Mode::NilValue;
    Expr* one = hasType(any, isNil ? nullptr : l.resolve(want->type));
    cond = cond ? b.binary(cxx::BinaryOp::OrOr, cond, one) : one;
  }
  cxx::BlockStmt* then = typeCaseBody(s, clause, value, any);
  Sink sink(*this);
  emitTypeCases(s, next + 1, value, any, t);
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

} // namespace minigo
