// Variable declarations (spec: Variable declarations).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

// lhs: all variables that share init, if there are several; the first one checked gives all their
// types.
void Checker::varDecl(Var* v, llvm::ArrayRef<Var*> lhs, Expr* typeExpr, Expr* init) {
  if (typeExpr) v->type = varType(typeExpr);
  if (!init) {
    if (!typeExpr) v->type = invalidType(); // an error was reported: no value
    return;
  }
  if (lhs.size() <= 1) {
    Operand x;
    expr(x, init, targetFor(v->type, v->name));
    initVar(v, x, "variable declaration");
    return;
  }
  if (typeExpr)
    for (Var* other : lhs)
      other->type = v->type;
  initVars(lhs, ExprList(init), nullptr);
}

void Checker::localVar(VarDecl* d) {
  size_t top = delayed_.size();
  llvm::SmallVector<Var*, 4> vars;
  for (Ident* name : d->names)
    vars.push_back(newLocal(name, name->name));
  for (size_t i = 0; i < vars.size(); ++i) {
    bool shared = d->values.size() == 1 && vars.size() > 1;
    Expr* init = shared ? d->values.front() : i < d->values.size() ? d->values[i] : nullptr;
    varDecl(vars[i], shared ? llvm::ArrayRef<Var*>(vars) : llvm::ArrayRef<Var*>(), d->typeExpr,
            init);
    if (d->values.size() == 1) break;
  }
  if (!d->typeExpr || !d->values.empty()) checkArity(d->pos, d->names, d->values, false, false);
  processDelayed(top); // function literals must not see the new variables
  for (size_t i = 0; i < vars.size(); ++i)
    declare(env_.scope, d->names[i], vars[i]);
}

} // namespace minigo
