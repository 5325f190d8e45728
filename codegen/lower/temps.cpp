// Simple expressions and temporaries; the terms are defined in func.h.
#include "codegen/lower/func.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;
using llvm::StringRef;

void FunctionLowerer::emit(cxx::Stmt* s) {
  if (!s->pos.isValid()) s->pos = pos_;
  statements_.push_back(s);
}

bool FunctionLowerer::isLiteral(const Expr* x) const {
  switch (x->kind) {
  case cxx::Kind::IntLit:
  case cxx::Kind::FloatLit:
  case cxx::Kind::BoolLit:
  case cxx::Kind::CharLit:
  case cxx::Kind::StringLit:
  case cxx::Kind::NullLit: return true;
  case cxx::Kind::ConstructExpr: {
    auto* construct = cast<cxx::ConstructExpr>(x);
    return construct->inits.empty() || (construct->parens && construct->inits.size() == 1 &&
                                        isLiteral(construct->inits[0].value));
  }
  default: return false;
  }
}

bool FunctionLowerer::isSimple(const Expr* x) const {
  auto* address = dyn_cast<cxx::UnaryExpr>(x);
  if (address && address->op == cxx::UnaryOp::AddressOf) x = address->x;
  return isLiteral(x) || isa<cxx::NameExpr>(x);
}

cxx::Expr* FunctionLowerer::tempOf(Expr* x, cxx::Type* type, StringRef hint) {
  Name name = locals_.temp(hint);
  emit(b.varStmt(type, name, x));
  return b.name(name);
}

cxx::Expr* FunctionLowerer::temp(Expr* x, const Type* t, StringRef hint) {
  return tempOf(withoutNarrowing(x), l.type(t), hint);
}

cxx::Expr* FunctionLowerer::simple(Expr* x, const Type* t, StringRef hint) {
  return isSimple(x) ? x : temp(x, t, hint);
}

StringRef FunctionLowerer::hintFor(const Type* t) {
  auto* named = dyn_cast<Named>(unalias(l.resolve(t)));
  return named ? StringRef(named->object->name) : "object";
}

StringRef FunctionLowerer::hintFor(const ast::Expr* e) {
  e = ast::unparen(e);
  switch (e->kind) {
  case ast::Kind::Ident: return cast<ast::Ident>(e)->name;
  case ast::Kind::SelectorExpr: return cast<ast::SelectorExpr>(e)->sel->name;
  case ast::Kind::CallExpr: {
    auto* call = cast<ast::CallExpr>(e);
    if (isConversion(call) && !call->args.empty()) return hintFor(call->args[0]);
    return hintFor(call->fun);
  }
  case ast::Kind::IndexExpr: return hintFor(cast<ast::IndexExpr>(e)->x);
  case ast::Kind::UnaryExpr: return hintFor(cast<ast::UnaryExpr>(e)->x);
  case ast::Kind::TypeAssertExpr: return hintFor(cast<ast::TypeAssertExpr>(e)->x);
  case ast::Kind::BinaryExpr: {
    ast::Op op = cast<ast::BinaryExpr>(e)->op;
    return op == ast::Op::AndAnd || op == ast::Op::OrOr ? "cond" : "value";
  }
  default: return "value";
  }
}

} // namespace minigo
