// Range clauses (spec: For statements with range clause).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

void Checker::rangeStmt(RangeStmt* s) {
  Operand x;
  expr(x, s->x);
  RangeTypes types;
  if (!x.isInvalid()) {
    types = rangeTypes(x.type);
    checkRangeVars(s, x, types);
  }
  openScope();
  s->perIteration = s->define && allows(go1_22);
  if (s->define)
    rangeDefine(s, x, types);
  else if (!s->lhs.empty())
    rangeAssign(s, x, types);
  else if (!x.isInvalid() && isInteger(x.type))
    assignment(x, nullptr, "range clause");
  // Without variables there may still be an untyped constant string to range over.
  if (!x.isInvalid() && isUntyped(x.type)) convertUntyped(x, defaultType(x.type));
  stmt(s->body);
}

void Checker::checkRangeVars(RangeStmt* s, const Operand& x, const RangeTypes& types) {
  if (!types.ok)
    error(x, diag::CannotRange, x, types.cause.empty() ? "" : ": " + types.cause);
  else if (!types.key && !s->lhs.empty())
    error(s->lhs[0], diag::RangeNoVariables, x);
  else if (!types.value && s->lhs.size() > 1)
    error(s->lhs[1], diag::RangeOneVariable, x);
  else if (s->lhs.size() > 2)
    error(s->lhs[2], diag::RangeTwoVariables);
}

// Types of the iteration variables for a range over a value of type t.
Checker::RangeTypes Checker::rangeTypes(const Type* t) {
  RangeTypes r;
  bool ok = forAllInTypeSet(t, [&](const Type* each, const Type* under) {
    auto* c = llvm::dyn_cast_or_null<Chan>(under);
    if (c && c->dir == Chan::SendOnly) r.cause = "receive from send-only channel " + show(each);
    return r.cause.empty();
  });
  const Type* under = ok ? commonUnder(t, &r.cause, &types_) : nullptr;
  if (!under) return r;
  if (auto* p = llvm::dyn_cast<Pointer>(under))
    if (auto* a = asUnder<Array>(p->elem)) under = a;
  const Type* intType = basicType(BasicKind::Int);
  if (auto* f = llvm::dyn_cast<Signature>(under)) return rangeFuncTypes(f);
  r.ok = true;
  if (isString(under)) {
    r.key = intType;
    r.value = universe().runeType;
  } else if (isInteger(under)) {
    r.key = t;
    if (!allows(go1_22)) {
      r.ok = false;
      r.cause = "requires go1.22 or later";
    }
  } else if (auto* a = llvm::dyn_cast<Array>(under)) {
    r.key = intType;
    r.value = a->elem;
  } else if (auto* slice = llvm::dyn_cast<Slice>(under)) {
    r.key = intType;
    r.value = slice->elem;
  } else if (auto* m = llvm::dyn_cast<Map>(under)) {
    r.key = m->key;
    r.value = m->elem;
  } else if (auto* c = llvm::dyn_cast<Chan>(under)) {
    r.key = c->elem;
  } else {
    r.ok = false;
  }
  return r;
}

// s must be func(yield func(K, V) bool), with fewer parameters for yield too.
Checker::RangeTypes Checker::rangeFuncTypes(const Signature* s) {
  RangeTypes r;
  if (!allows(go1_23)) {
    r.cause = "requires go1.23 or later";
    return r;
  }
  auto bad = [&](const std::string& why) {
    r.cause = "func must be func(yield func(...) bool): " + why;
    return r;
  };
  if (s->params->vars.size() != 1) return bad("wrong argument count");
  if (!s->results->vars.empty()) return bad("unexpected results");
  std::string cause;
  const Type* common = commonUnder(s->params->vars.front()->type, &cause, &types_);
  if (!common) return bad("in yield type, " + cause);
  auto* yield = llvm::dyn_cast<Signature>(common);
  if (!yield) return bad("argument is not func");
  llvm::ArrayRef<Var*> params = yield->params->vars, results = yield->results->vars;
  if (params.size() > 2) return bad("yield func has too many parameters");
  const Type* result = results.size() == 1 ? results.front()->type : nullptr;
  if (result && !identical(result, basicType(BasicKind::Bool)) && isBoolean(result))
    return bad("yield func returns user-defined boolean, not bool");
  if (!result || !isBoolean(result)) return bad("yield func does not return bool");
  if (params.size() >= 1) r.key = params[0]->type;
  if (params.size() >= 2) r.value = params[1]->type;
  r.ok = true;
  return r;
}

void Checker::rangeDefine(RangeStmt* s, Operand& x, const RangeTypes& types) {
  bool overInt = !x.isInvalid() && isInteger(x.type);
  llvm::SmallVector<Object*, 2> newVars;
  bool any = false;
  for (size_t i = 0; i < s->lhs.size() && i < 2; ++i) {
    Expr* lhs = s->lhs[i];
    auto* ident = llvm::dyn_cast<Ident>(lhs);
    if (!ident) error(lhs, diag::CannotDeclare, lhs);
    Var* v = newLocal(lhs, ident ? ident->name : "_");
    bool isNew = ident && !ident->isBlank();
    if (ident) ident->object = v;
    newVars.push_back(isNew ? v : nullptr);
    any |= isNew;
    const Type* t = i == 0 ? types.key : types.value;
    if (!t || !isValid(t)) {
      v->type = invalidType();
      v->used = true; // no further error
    } else if (overInt && i == 0) {
      initVar(v, x, "range clause");
    } else {
      Operand y;
      y.expr = lhs;
      y.setValue(t);
      initVar(v, y, "assignment");
    }
  }
  s->newVars = arena().copy<Object*>(newVars);
  if (!any) error(s, diag::NoNewVariables);
  for (Object* v : newVars)
    if (v) declare(env_.scope, nullptr, v);
}

void Checker::rangeAssign(RangeStmt* s, Operand& x, const RangeTypes& types) {
  bool overInt = !x.isInvalid() && isInteger(x.type);
  for (size_t i = 0; i < s->lhs.size() && i < 2; ++i) {
    Expr* lhs = s->lhs[i];
    const Type* t = i == 0 ? types.key : types.value;
    if (!t || !isValid(t)) continue;
    if (overInt && i == 0) {
      assignVar(lhs, nullptr, &x, "range clause");
      if (!x.isInvalid() && !isInteger(x.type)) error(lhs, diag::RangeVariableType, x.type);
    } else {
      Operand y;
      y.expr = lhs;
      y.setValue(t);
      assignVar(lhs, nullptr, &y, "assignment");
    }
  }
}

} // namespace minigo
