// Expressions: the common course of checking one, by kind, and what contexts allow (spec:
// Expressions).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

// Checks e, whatever it may be: a value, type, builtin or call without result. hint: the type of
// the elements of the composite literal around e. target: what a generic function is assigned to.
ExprKind Checker::rawExpr(Operand& x, Expr* e, const Type* hint, bool allowGeneric,
                          const Target& target) {
  ExprKind kind = exprInternal(x, e, hint, target);
  return finishExpr(x, kind, allowGeneric, target);
}

ExprKind Checker::finishExpr(Operand& x, ExprKind kind, bool allowGeneric, const Target& target) {
  if (!allowGeneric) nonGeneric(x, target);
  if (!x.isInvalid() && x.mode != Mode::NoValue && !finiteSize(x.type)) {
    x.invalidate();
    x.type = invalidType();
  }
  record(x);
  return kind;
}

void Checker::nonGeneric(Operand& x, const Target& target) {
  if (x.isInvalid() || x.mode == Mode::NoValue) return;
  llvm::StringRef what;
  if (llvm::isa<Alias, Named>(x.type) && isGeneric(x.type)) what = "type";
  if (auto* s = llvm::dyn_cast<Signature>(x.type); s && !s->typeParams.empty()) {
    if (target) {
      funcInst(x, nullptr, target, true, nullptr);
      return;
    }
    what = "function";
  }
  if (what.empty()) return;
  error(x.expr, diag::GenericNotInstantiated, what, x.expr);
  x.invalidate();
  x.type = invalidType();
}

ExprKind Checker::exprInternal(Operand& x, Expr* e, const Type* hint, const Target& target) {
  x = Operand();
  x.type = invalidType();
  x.expr = e;
  if (deep(e)) return ExprKind::Statement;
  switch (e->kind) {
  case Kind::ParenExpr: {
    ExprKind kind = rawExpr(x, llvm::cast<ParenExpr>(e)->inner);
    x.expr = e;
    return kind;
  }
  case Kind::CallExpr: return call(x, llvm::cast<CallExpr>(e));
  case Kind::UnaryExpr: {
    ExprKind kind = unary(x, llvm::cast<UnaryExpr>(e));
    x.expr = e;
    return x.isInvalid() ? ExprKind::Statement : kind;
  }
  default: break;
  }
  exprByKind(x, e, hint, target);
  x.expr = e;
  bool silent = llvm::isa<Ident, SelectorExpr>(e); // these keep their kind though they failed
  return x.isInvalid() && !silent ? ExprKind::Statement : ExprKind::Expression;
}

void Checker::exprByKind(Operand& x, Expr* e, const Type* hint, const Target& target) {
  switch (e->kind) {
  case Kind::Ident: ident(x, llvm::cast<Ident>(e), false); break;
  case Kind::BasicLit: basicLit(x, llvm::cast<BasicLit>(e)); break;
  case Kind::FuncLit: funcLit(x, llvm::cast<FuncLit>(e)); break;
  case Kind::CompositeLit: compositeLit(x, llvm::cast<CompositeLit>(e), hint); break;
  case Kind::SelectorExpr: selector(x, llvm::cast<SelectorExpr>(e), false); break;
  case Kind::IndexExpr:
    if (indexExpr(x, llvm::cast<IndexExpr>(e)))
      funcInst(x, llvm::cast<IndexExpr>(e), target, true, nullptr);
    break;
  case Kind::SliceExpr: sliceExpr(x, llvm::cast<SliceExpr>(e)); break;
  case Kind::TypeAssertExpr: typeAssert(x, llvm::cast<TypeAssertExpr>(e)); break;
  case Kind::BinaryExpr: binaryChain(x, llvm::cast<BinaryExpr>(e)); break;
  case Kind::KeyValueExpr: error(e, diag::MisplacedKeyValue); break;
  case Kind::EllipsisExpr: error(e, diag::MisplacedEllipsis); break;
  case Kind::ArrayTypeExpr:
  case Kind::SliceTypeExpr:
  case Kind::StructTypeExpr:
  case Kind::InterfaceTypeExpr:
  case Kind::FuncTypeExpr:
  case Kind::MapTypeExpr:
  case Kind::ChanTypeExpr:
    x.mode = Mode::TypeExpr;
    x.type = type(e);
    break;
  default: break; // BadExpr: reported by the parser
  }
}

void Checker::exclude(Operand& x, Modes modes) {
  if (!(modes & bit(x.mode))) return;
  switch (x.mode) {
  case Mode::NoValue:
    error(x, modes & bit(Mode::TypeExpr) ? diag::NoValueAsValue : diag::NoValueAsValueOrType, x);
    break;
  case Mode::Builtin: error(x, diag::BuiltinNotCalled, x); break;
  case Mode::TypeExpr: error(x, diag::TypeAsExpression, x); break;
  default: return;
  }
  x.invalidate();
}

void Checker::singleValue(Operand& x) {
  if (x.mode != Mode::Value || !llvm::isa<Tuple>(x.type)) return;
  error(x, diag::MultipleValueInSingle, x);
  x.invalidate();
}

// A single value.
void Checker::expr(Operand& x, Expr* e, const Target& target) {
  rawExpr(x, e, nullptr, false, target);
  exclude(x, notValues());
  singleValue(x);
}

void Checker::genericExpr(Operand& x, Expr* e) {
  rawExpr(x, e, nullptr, true);
  exclude(x, notValues());
  singleValue(x);
}

void Checker::exprWithHint(Operand& x, Expr* e, const Type* hint) {
  rawExpr(x, e, hint);
  exclude(x, notValues());
  singleValue(x);
}

void Checker::exprOrType(Operand& x, Expr* e, bool allowGeneric) {
  rawExpr(x, e, nullptr, allowGeneric);
  exclude(x, bit(Mode::NoValue));
  singleValue(x);
}

static void appendValues(OperandList& list, const Operand& x) {
  auto* tuple = x.isInvalid() ? nullptr : llvm::dyn_cast<Tuple>(x.type);
  if (!tuple) {
    list.push_back(x);
    return;
  }
  for (Var* v : tuple->vars) {
    Operand value;
    value.expr = x.expr;
    value.setValue(v->type);
    list.push_back(value);
  }
}

// The values of e: those of a call with several results, or one. Returns true if a second, untyped
// bool, was appended because e gives it on request.
bool Checker::multiExpr(OperandList& list, Expr* e, bool allowCommaOk) {
  Operand x;
  rawExpr(x, e);
  exclude(x, notValues());
  appendValues(list, x);
  if (!allowCommaOk || (x.mode != Mode::MapIndex && x.mode != Mode::CommaOk)) return false;
  Operand ok;
  ok.expr = e;
  ok.setValue(basicType(BasicKind::UntypedBool));
  list.push_back(ok);
  return true;
}

void Checker::exprList(OperandList& list, ExprList exprs) {
  if (exprs.size() == 1) {
    multiExpr(list, exprs.front(), false);
    return;
  }
  for (Expr* e : exprs) {
    list.emplace_back();
    expr(list.back(), e);
  }
}

// Arguments of a call; generic functions are allowed. typeArgs[i]: type arguments of the i-th that
// are not enough yet.
void Checker::genericExprList(OperandList& list, llvm::SmallVectorImpl<TypeArgs>& typeArgs,
                              ExprList exprs) {
  bool inferNow = exprs.empty() || !allows(go1_21);
  for (Expr* e : exprs) {
    Operand x;
    TypeArgs given;
    auto* index = llvm::dyn_cast<IndexExpr>(e);
    if (index && indexExpr(x, index)) {
      x.expr = index;
      if (funcInst(x, index, {}, inferNow, &given)) record(x);
    } else if (index) {
      x.expr = index;
      finishExpr(x, ExprKind::Expression, true, {});
      exclude(x, notValues());
    } else {
      rawExpr(x, e, nullptr, true);
      exclude(x, notValues());
    }
    if (exprs.size() == 1) {
      appendValues(list, x);
    } else {
      singleValue(x);
      list.push_back(x);
    }
    typeArgs.push_back(std::move(given));
  }
}

// Checks expressions whose value does not matter because of an error elsewhere, so that variables
// count as used. lhs: they stand on the left of an assignment, where variables do not. Returns
// false if one is invalid.
bool Checker::use(ExprList exprs, bool lhs) {
  bool ok = true;
  for (Expr* e : exprs)
    ok &= use(e, lhs);
  return ok;
}

bool Checker::use(Expr* e, bool lhs) {
  if (!e) return true;
  Operand x;
  auto* name = llvm::dyn_cast<Ident>(unparen(e));
  if (!name) {
    rawExpr(x, e, nullptr, true);
    return !x.isInvalid();
  }
  if (name->isBlank()) return true;
  auto* v = lhs ? llvm::dyn_cast_or_null<Var>(lookup(name->name)) : nullptr;
  bool used = v && v->used;
  exprOrType(x, name, true);
  if (v && v->package == &package_) v->used = used;
  return !x.isInvalid();
}

Target Checker::targetFor(const Type* t, llvm::StringRef description) const {
  auto* s = t ? asUnder<Signature>(t) : nullptr;
  return s ? Target{s, description.str()} : Target{};
}

} // namespace minigo
