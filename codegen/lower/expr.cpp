// Expressions: dispatch, variables, and the conversions that assignment implies.
#include "codegen/lower/func.h"

#include "frontend/types/identical.h"

namespace minigo {

using llvm::ArrayRef;
using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

cxx::Expr* FunctionLowerer::expr(const ast::Expr* e) {
  Expr* x = plain(e);
  if (!analysis.order.isHoisted(e)) return x;
  // An && or || whose right side needs statements has its temporary already.
  if (isa<ast::BinaryExpr>(e) && isa<cxx::NameExpr>(x)) return x;
  return temp(x, e->type, hintFor(e));
}

// What may call or panic.
static bool hasLine(const cxx::Expr* x) {
  auto* unary = dyn_cast<cxx::UnaryExpr>(x);
  return isa<cxx::CallExpr>(x) || isa<cxx::MemberExpr>(x) || isa<cxx::IndexExpr>(x) ||
         isa<cxx::BinaryExpr>(x) || (unary && unary->op == cxx::UnaryOp::Deref);
}

cxx::Expr* FunctionLowerer::plain(const ast::Expr* e) { return withLine(withoutLine(e), e); }

cxx::Expr* FunctionLowerer::withLine(Expr* x, const ast::Expr* e) {
  if (hasLine(x) && !x->pos.isValid()) x->pos = e->pos;
  return x;
}

cxx::Expr* FunctionLowerer::withoutLine(const ast::Expr* e) {
  if (e->mode == ast::Mode::Constant) return constant(e->constant, typeOf(e), e);
  if (e->mode == ast::Mode::NilValue) return b.null();
  if (ArrayRef<const Type*> typeArgs = l.valueTypeArgs(e); !typeArgs.empty()) {
    auto* selector = dyn_cast<ast::SelectorExpr>(ast::unparen(e));
    auto* name = selector ? selector->sel : cast<ast::Ident>(ast::unparen(e));
    return funcValue(cast<Func>(name->object), typeArgs);
  }
  switch (e->kind) {
  case ast::Kind::Ident: return ident(cast<ast::Ident>(e));
  case ast::Kind::CompositeLit: return compositeLit(cast<ast::CompositeLit>(e), typeOf(e));
  case ast::Kind::FuncLit: return funcLit(cast<ast::FuncLit>(e));
  case ast::Kind::ParenExpr: return expr(cast<ast::ParenExpr>(e)->inner);
  case ast::Kind::SelectorExpr: return selector(cast<ast::SelectorExpr>(e));
  case ast::Kind::IndexExpr: return index(cast<ast::IndexExpr>(e));
  case ast::Kind::SliceExpr: return sliceExpr(cast<ast::SliceExpr>(e));
  case ast::Kind::TypeAssertExpr: return typeAssert(cast<ast::TypeAssertExpr>(e), false);
  case ast::Kind::CallExpr: return call(cast<ast::CallExpr>(e));
  case ast::Kind::UnaryExpr: return unary(cast<ast::UnaryExpr>(e));
  case ast::Kind::BinaryExpr: return binary(cast<ast::BinaryExpr>(e));
  default: l.fault(e->pos, ast::kindName(e->kind));
  }
}

cxx::Expr* FunctionLowerer::exact(const ast::Expr* e) {
  if (e->mode == ast::Mode::Constant) return exactConstant(e->constant, typeOf(e), e);
  return exactType(expr(e), typeOf(e));
}

// `&x` has a raw pointer's type until something converts it.
cxx::Expr* FunctionLowerer::exactType(Expr* x, const Type* t) {
  auto* unary = dyn_cast<cxx::UnaryExpr>(x);
  if (isa<cxx::NullLit>(x) && under<Basic>(t)) return b.staticCast(l.type(t), x); // unsafe.Pointer
  if (isa<cxx::NullLit>(x) && !under<Pointer>(t)) return b.construct(l.type(t), {});
  if ((unary && unary->op == cxx::UnaryOp::AddressOf) || isa<cxx::NullLit>(x))
    return b.convert(l.type(t), x);
  if (isa<cxx::InitList>(x)) return b.construct(l.type(t), {});
  return x;
}

cxx::Expr* FunctionLowerer::exprAs(const ast::Expr* e, const Type* target) {
  target = l.resolve(target);
  if (e->mode == ast::Mode::NilValue) return b.null();
  const Type* from = typeOf(e);
  if (l.isInterface(target) && !identical(from, target)) return toInterface(target, e);
  if (e->mode == ast::Mode::Constant && asUnder<Basic>(target))
    return constant(e->constant, target, e);
  return withLine(withoutNarrowing(converted(expr(e), from, target)), e);
}

cxx::Expr* FunctionLowerer::exactAs(const ast::Expr* e, const Type* target) {
  target = l.resolve(target);
  if (e->mode == ast::Mode::NilValue) return exactType(b.null(), target);
  const Type* from = typeOf(e);
  if (l.isInterface(target) && !identical(from, target)) return toInterface(target, e);
  if (e->mode == ast::Mode::Constant && asUnder<Basic>(target))
    return exactConstant(e->constant, target, e);
  return withLine(converted(exact(e), from, target), e);
}

cxx::Expr* FunctionLowerer::converted(Expr* x, const Type* from, const Type* to) {
  from = l.resolve(from);
  to = l.resolve(to);
  if (identical(from, to)) return x;
  if (l.isInterface(to)) return l.toInterface(to, from, exactType(x, from));
  if (asUnder<Struct>(to)) return b.rtCall("sameLayout", {l.type(to)}, {x});
  return x;
}

cxx::Expr* FunctionLowerer::ident(const ast::Ident* e) {
  if (auto* v = dyn_cast_or_null<Var>(e->object)) return variable(v);
  if (auto* f = dyn_cast_or_null<Func>(e->object)) return funcValue(f, {});
  return b.null();
}

cxx::Expr* FunctionLowerer::variable(const Var* v) {
  if (v->varKind == VarKind::Package) return l.object(v);
  referenced(v);
  Expr* name = b.name(locals_.of(v));
  return references_.contains(v) ? static_cast<Expr*>(b.addressOf(name)) : name;
}

cxx::Expr* FunctionLowerer::place(const ast::Expr* e) {
  e = ast::unparen(e);
  if (auto* i = dyn_cast<ast::IndexExpr>(e)) {
    if (under<Map>(i->x->type)) return mapSlot(i);
  }
  return expr(e);
}

// Operands that C++ evaluates from left to right. If lowering one of them emits statements, those
// before it that hold events move into temporaries, so that the order stays; with groups of that
// many operands also those of earlier groups that read what an event could change.
FunctionLowerer::Exprs FunctionLowerer::inSequence(llvm::ArrayRef<const ast::Expr*> list,
                                                   llvm::function_ref<Expr*(size_t)> lowerOne,
                                                   size_t group) {
  Exprs values;
  for (size_t i = 0; i < list.size(); ++i) {
    Sink sink(*this);
    Expr* value = lowerOne(i);
    Stmts before = sink.take();
    if (!before.empty()) {
      for (size_t j = 0; j < i; ++j) {
        bool moves = analysis.order.keepsEvent(list[j]) ||
                     (group && j / group < i / group && analysis.order.readsState(list[j]));
        if (moves && !isLiteral(values[j]))
          values[j] = tempOf(values[j], b.autoType(), hintFor(list[j]));
      }
      statements_.insert(statements_.end(), before.begin(), before.end());
    }
    values.push_back(value);
  }
  return values;
}

} // namespace minigo
