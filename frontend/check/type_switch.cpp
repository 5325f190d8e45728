// Type switches (spec: Type switches).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

bool Checker::isNilCase(Expr* e) {
  auto* ident = llvm::dyn_cast<Ident>(unparen(e));
  return ident && llvm::isa_and_nonnull<Nil>(lookup(ident->name));
}

void Checker::typeSwitchStmt(TypeSwitchStmt* s) {
  openScope();
  stmt(s->init);
  Ident* name = s->name;
  if (name && name->isBlank()) {
    error(name, diag::NoNewVariables);
    name = nullptr;
  }
  Operand x;
  expr(x, s->x);
  bool valid = !x.isInvalid();
  if (valid && isTypeParam(x.type)) {
    error(x, diag::TypeSwitchOnTypeParam, x);
    valid = false;
  } else if (valid && !isInterface(x.type)) {
    error(x, diag::TypeSwitchOnNonInterface, x);
    valid = false;
  }
  checkDefaults(s->clauses);
  CaseTypes seen;
  bool used = false;
  for (CaseClause* c : s->clauses) {
    const Type* t = caseTypes(valid ? &x : nullptr, c->values, seen);
    openScope();
    Var* v = nullptr;
    if (name) {
      v = newLocal(name, name->name, t);
      declare(env_.scope, nullptr, v);
      c->typeSwitchVar = v;
    }
    stmtList(c->body);
    closeScope();
    if (v) {
      used |= v->used;
      v->used = true; // reported once for all clauses
    }
  }
  if (name && !used) error(name, diag::UnusedTypeSwitchVar, name->name);
}

// Checks the types of a clause; the type of its variable. x: what is switched on, null if invalid.
const Type* Checker::caseTypes(const Operand* x, ExprList types, CaseTypes& seen) {
  const Type* t = nullptr;
  for (Expr* e : types) {
    t = nullptr;
    if (isNilCase(e)) {
      Operand ignored;
      expr(ignored, e);
    } else {
      t = varType(e);
      if (!isValid(t)) continue;
    }
    auto& same = seen[t ? typeHash(t) : 0];
    auto* found = llvm::find_if(
        same, [&](auto& s) { return (!t && !s.first) || (t && s.first && identical(t, s.first)); });
    if (found != same.end()) {
      error(e, diag::DuplicateTypeCase, t ? show(t) : "nil", show(startPos(found->second)));
      continue;
    }
    same.push_back({t, e});
    if (x && t) typeAssertion(e, *x, t, true);
  }
  if (types.size() == 1 && t) return t;
  return x ? x->type : invalidType();
}

} // namespace minigo
