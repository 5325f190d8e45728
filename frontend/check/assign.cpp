// Assignments: one value to one place, lists of both, and short variable declarations (spec:
// Assignment statements, Short variable declarations).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

Var* Checker::newLocal(Expr* at, llvm::StringRef name, const Type* t) {
  Var* v = types_.newVar(VarKind::Local, at->pos, &package_, name, t);
  v->function = env_.function;
  return v;
}

// Checks that x may be assigned to a place of type t (null: any, an untyped x gets its default
// type) and converts it. context: what for, as messages say it.
void Checker::assignment(Operand& x, const Type* t, llvm::StringRef context) {
  singleValue(x);
  switch (x.mode) {
  case Mode::Invalid: return;
  case Mode::NoValue:
  case Mode::Builtin:
  case Mode::TypeExpr:
    error(x, diag::CannotAssign, x, t ? show(t) : "<nil>", context);
    return x.invalidate();
  default: break;
  }
  if (isUntyped(x.type) && !assignUntyped(x, t, context)) return x.invalidate();

  auto* s = asUnder<Signature>(x.type);
  if (s && !s->typeParams.empty()) {
    error(x, diag::GenericFuncInAssignment, x, context);
    return x.invalidate();
  }
  if (!t) return;
  std::string cause;
  if (assignable(x, t, &cause)) return;
  error(x, diag::CannotUse, x, t, context, cause.empty() ? cause : ": " + cause);
  x.invalidate();
}

bool Checker::assignUntyped(Operand& x, const Type* t, llvm::StringRef context) {
  const Type* target = t;
  if (x.isNil() && !t) {
    error(x, diag::UntypedNil, context);
    return false;
  }
  if (!x.isNil() && (!t || isNonTypeParamInterface(t))) target = defaultType(x.type);
  Implicit result = implicit(x, target);
  if (result.misfit != Misfit::None) {
    llvm::StringRef why = result.misfit == Misfit::TruncatedFloat    ? " (truncated)"
                          : result.misfit == Misfit::NumericOverflow ? " (overflows)"
                                                                     : "";
    error(x, diag::CannotUse, x, target, context, why);
    return false;
  }
  if (result.constant) {
    x.value = result.constant;
    updateExprValue(x.expr, x.value);
  }
  if (result.type != x.type) {
    x.type = result.type;
    updateExprType(x.expr, x.type, false);
  }
  return true;
}

void Checker::initConst(Const* c, Operand& x) {
  bool known = !x.isInvalid() && isValid(x.type) && (!c->type || isValid(c->type));
  if (known && !x.isConstant()) {
    error(x, diag::NotConstant, x);
    known = false;
  }
  if (!known) {
    if (!c->type) c->type = invalidType();
    return;
  }
  if (!c->type) c->type = x.type;
  assignment(x, c->type, "constant declaration");
  if (!x.isInvalid()) c->value = x.value;
}

void Checker::initVar(Var* v, Operand& x, llvm::StringRef context) {
  if (x.isInvalid() || !isValid(x.type) || (v->type && !isValid(v->type))) {
    if (!v->type) v->type = invalidType();
    return x.invalidate();
  }
  if (!v->type) {
    if (isKind(x.type, BasicKind::UntypedNil)) {
      error(x, diag::UntypedNil, context);
      v->type = invalidType();
      return x.invalidate();
    }
    v->type = defaultType(x.type);
  }
  assignment(x, v->type, context);
}

// The type of the place that lhs denotes; null for the blank identifier. ok is false after an
// error.
const Type* Checker::lhsVar(Expr* lhs, bool& ok) {
  ok = true;
  auto* ident = llvm::dyn_cast<Ident>(unparen(lhs));
  if (ident && ident->isBlank()) return nullptr;
  // To assign to a variable is not to use it.
  auto* v = ident ? llvm::dyn_cast_or_null<Var>(lookup(ident->name)) : nullptr;
  if (v && v->package != &package_) v = nullptr;
  bool used = v && v->used;
  Operand x;
  expr(x, lhs);
  if (v) v->used = used;
  ok = !x.isInvalid() && isValid(x.type);
  if (!ok || x.mode == Mode::Variable || x.mode == Mode::MapIndex) return x.type;
  ok = false;
  if (auto* selector = llvm::dyn_cast<SelectorExpr>(x.expr)) {
    Operand base;
    expr(base, selector->x);
    if (base.mode == Mode::MapIndex) {
      error(x, diag::AssignFieldInMap, x.expr);
      return nullptr;
    }
  }
  error(x, diag::NotAssignable, x.expr);
  return nullptr;
}

// lhs = rhs, or lhs = x if x was checked before.
void Checker::assignVar(Expr* lhs, Expr* rhs, Operand* x, llvm::StringRef context) {
  bool ok;
  const Type* t = lhsVar(lhs, ok);
  if (!ok) {
    if (x)
      x->invalidate();
    else
      use(rhs);
    return;
  }
  Operand value;
  if (!x) {
    Target target = t && asUnder<Signature>(t) ? targetFor(t, show(lhs)) : Target();
    expr(value, rhs, target);
    x = &value;
  }
  if (!t && context == "assignment") context = "assignment to _ identifier";
  assignment(*x, t, context);
}

static std::string measure(size_t n, llvm::StringRef unit) {
  return (std::to_string(n) + " " + unit + (n == 1 ? "" : "s")).str();
}

void Checker::assignMismatch(ExprList rhs, size_t l, size_t r) {
  std::string vars = measure(l, "variable"), values = measure(r, "value");
  auto* call = rhs.size() == 1 ? llvm::dyn_cast<CallExpr>(unparen(rhs.front())) : nullptr;
  if (call)
    error(rhs.front(), diag::AssignMismatchCall, vars, call->fun, values);
  else
    error(rhs.front(), diag::AssignMismatch, vars, values);
}

void Checker::returnMismatch(ReturnStmt* s, llvm::ArrayRef<Var*> lhs, const OperandList& rhs) {
  bool tooMany = rhs.size() > lhs.size();
  At at = tooMany ? At(rhs[lhs.size()]) : rhs.empty() ? At(s) : At(rhs.back());
  llvm::SmallVector<const Type*, 4> have, want;
  for (const Operand& x : rhs)
    have.push_back(x.type);
  for (const Var* v : lhs)
    want.push_back(v->type);
  error(at, tooMany ? diag::TooManyReturnValues : diag::NotEnoughReturnValues,
        typesSummary(have, false, false), typesSummary(want, false, false));
}

static bool isCall(ExprList list) {
  return list.size() == 1 && llvm::isa<CallExpr>(unparen(list.front()));
}

// Initializes variables of a declaration, or the results of a function by a return statement.
void Checker::initVars(llvm::ArrayRef<Var*> lhs, ExprList rhs, ReturnStmt* returning) {
  llvm::StringRef context = returning ? "return statement" : "assignment";
  if (lhs.size() == rhs.size() && !isCall(rhs)) {
    for (size_t i = 0; i < lhs.size(); ++i) {
      llvm::StringRef name = lhs[i]->name;
      if (returning && name.empty()) name = "result variable";
      Operand x;
      expr(x, rhs[i], targetFor(lhs[i]->type, name));
      initVar(lhs[i], x, context);
    }
    return;
  }
  OperandList values;
  bool ok;
  if (rhs.size() == 1) {
    multiExpr(values, rhs.front(), lhs.size() == 2 && !returning);
    if (values.size() == lhs.size()) {
      for (size_t i = 0; i < lhs.size(); ++i)
        initVar(lhs[i], values[i], context);
      return;
    }
    ok = !values.front().isInvalid();
  } else {
    ok = use(rhs);
    if (ok && returning) exprList(values, rhs);
  }
  if (ok && returning)
    returnMismatch(returning, lhs, values);
  else if (ok)
    assignMismatch(rhs, lhs.size(), rhs.size() == 1 ? values.size() : rhs.size());
  for (Var* v : lhs)
    if (!v->type) v->type = invalidType();
}

void Checker::assignVars(ExprList lhs, ExprList rhs) {
  if (lhs.size() == rhs.size() && !isCall(rhs)) {
    for (size_t i = 0; i < lhs.size(); ++i)
      assignVar(lhs[i], rhs[i], nullptr, "assignment");
    return;
  }
  if (rhs.size() != 1) {
    bool okLhs = use(lhs, true);
    bool okRhs = use(rhs);
    if (okLhs && okRhs) assignMismatch(rhs, lhs.size(), rhs.size());
    return;
  }
  OperandList values;
  multiExpr(values, rhs.front(), lhs.size() == 2);
  if (values.size() == lhs.size()) {
    for (size_t i = 0; i < lhs.size(); ++i)
      assignVar(lhs[i], nullptr, &values[i], "assignment");
    return;
  }
  if (!values.front().isInvalid()) assignMismatch(rhs, lhs.size(), values.size());
  use(lhs, true);
}

// The variable that the left side of := at lhs denotes, new or of the same scope; null after an
// error.
Var* Checker::shortVar(Expr* lhs, llvm::SmallDenseSet<llvm::StringRef, 4>& seen, bool& isNew,
                       bool& failed) {
  isNew = false;
  auto* ident = llvm::dyn_cast<Ident>(lhs);
  if (!ident) {
    use(lhs, true);
    error(lhs, diag::NonNameInDefine, lhs);
    failed = true;
    return nullptr;
  }
  if (!ident->isBlank() && !seen.insert(ident->name).second) {
    error(lhs, diag::RepeatedInDefine, lhs);
    failed = true;
    return nullptr;
  }
  if (Object* known = env_.scope->lookup(ident->name)) {
    ident->object = known;
    auto* v = llvm::dyn_cast<Var>(known);
    if (!v) {
      error(lhs, diag::CannotAssignTo, lhs);
      failed = true;
    } else {
      ident->mode = Mode::Variable;
      ident->type = v->type;
    }
    return v;
  }
  Var* v = newLocal(ident, ident->name);
  ident->object = v;
  isNew = !ident->isBlank();
  return v;
}

void Checker::shortVarDecl(AssignStmt* s) {
  size_t top = delayed_.size();
  llvm::SmallDenseSet<llvm::StringRef, 4> seen;
  llvm::SmallVector<Var*, 4> vars;
  llvm::SmallVector<Object*, 4> newVars;
  bool failed = false, any = false;
  for (Expr* lhs : s->lhs) {
    bool isNew;
    Var* v = shortVar(lhs, seen, isNew, failed);
    vars.push_back(v ? v : newLocal(lhs, "_"));
    newVars.push_back(isNew ? v : nullptr);
    any |= isNew;
  }
  s->newVars = arena().copy<Object*>(newVars);
  initVars(vars, s->rhs, nullptr);
  processDelayed(top); // function literals must not see the new variables
  if (!any && !failed) return error(s->pos, diag::NoNewVariables);
  for (Object* v : newVars)
    if (v) declare(env_.scope, nullptr, v);
}

} // namespace minigo
