// Constant declarations and iota (spec: Constant declarations, Iota).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

void Checker::constDecl(Const* c, Expr* typeExpr, Expr* init, bool inherited, uint32_t iota) {
  const Constant* savedIota = env_.iota;
  SourcePos savedPos = env_.errorPos;
  env_.iota = constants().fromInt64(iota);
  env_.errorPos = SourcePos();
  c->value = constants().unknown();
  bool ok = true;
  if (typeExpr) {
    c->type = type(typeExpr);
    if (!isConstType(c->type)) {
      if (isValid(underlying(c->type))) error(typeExpr, diag::InvalidConstType, c->type);
      c->type = invalidType();
      ok = false;
    }
  }
  if (ok) {
    Operand x;
    if (init) {
      // The expression stands elsewhere; its errors belong to the constant that repeats it.
      if (inherited) env_.errorPos = c->pos;
      expr(x, init);
    }
    initConst(c, x);
  }
  env_.iota = savedIota;
  env_.errorPos = savedPos;
}

void Checker::localConst(ConstDecl* d, const ConstDecl* source) {
  size_t top = delayed_.size();
  bool inherited = source && source != d;
  ExprList values = source ? source->values : ExprList();
  llvm::SmallVector<Const*, 4> declared;
  for (size_t i = 0; i < d->names.size(); ++i) {
    Ident* name = d->names[i];
    auto* c = arena().make<Const>(name->pos, &package_, name->name, nullptr);
    declared.push_back(c);
    constDecl(c, source ? source->typeExpr : nullptr, i < values.size() ? values[i] : nullptr,
              inherited, d->iota);
  }
  checkArity(d->pos, d->names, values, true, inherited);
  processDelayed(top); // function literals must not see the new constants
  for (size_t i = 0; i < d->names.size(); ++i)
    declare(env_.scope, d->names[i], declared[i]);
}

} // namespace minigo
