// Arithmetic and logical operators (spec: Arithmetic operators, Logical operators).
#include "codegen/lower/func.h"

#include "frontend/types/predicates.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

namespace {

bool isNarrow(const Basic* basic) {
  switch (basic->basic) {
  case BasicKind::Int8:
  case BasicKind::Int16:
  case BasicKind::Uint8:
  case BasicKind::Uint16: return true;
  default: return false;
  }
}

cxx::BinaryOp plainOperator(ast::Op op) {
  switch (op) {
  case ast::Op::Add: return cxx::BinaryOp::Add;
  case ast::Op::Sub: return cxx::BinaryOp::Sub;
  case ast::Op::Mul: return cxx::BinaryOp::Mul;
  case ast::Op::Div: return cxx::BinaryOp::Div;
  case ast::Op::Rem: return cxx::BinaryOp::Rem;
  case ast::Op::Or: return cxx::BinaryOp::BitOr;
  case ast::Op::Xor: return cxx::BinaryOp::BitXor;
  default: return cxx::BinaryOp::BitAnd;
  }
}

bool isComparison(ast::Op op) { return op >= ast::Op::Eql && op <= ast::Op::Geq; }

} // namespace

// C++ computes in int what Go computes in a narrower type.
cxx::Expr* FunctionLowerer::narrowed(Expr* x, const Type* t) {
  const Basic* basic = under<Basic>(t);
  if (!basic || !isNarrow(basic)) return x;
  Expr* cast = b.convert(l.type(t), withoutNarrowing(x));
  narrowing_.insert(cast);
  return cast;
}

cxx::Expr* FunctionLowerer::withoutNarrowing(Expr* x) {
  if (!narrowing_.contains(x)) return x;
  return cast<cxx::ConstructExpr>(x)->inits[0].value;
}

cxx::Expr* FunctionLowerer::binary(const ast::BinaryExpr* e) {
  if (e->op == ast::Op::AndAnd || e->op == ast::Op::OrOr) return logical(e);
  if (isComparison(e->op)) return compare(e);
  const Type* t = typeOf(e);
  if (e->op == ast::Op::Shl || e->op == ast::Op::Shr) {
    Expr* x =
        e->x->mode == ast::Mode::Constant ? exactConstant(e->x->constant, t, e->x) : expr(e->x);
    return shift(e->op, x, e->y, t);
  }
  const Basic* basic = under<Basic>(t);
  if (basic && basic->info & kIsString) return concat(e);
  Expr* x = expr(e->x);
  Expr* y = expr(e->y);
  return arithmetic(e->op, x, y, t, e->y->mode == ast::Mode::Constant ? e->y->constant : nullptr);
}

cxx::Expr* FunctionLowerer::arithmetic(ast::Op op, Expr* x, Expr* y, const Type* t,
                                       const Constant* divisor) {
  const Basic* basic = under<Basic>(t);
  bool isInteger = basic && basic->info & kIsInteger;
  if (isInteger && (op == ast::Op::Div || op == ast::Op::Rem)) return divide(op, x, y, t, divisor);
  // What fits in a byte before still does so after these, and the cast would only be repeated.
  if (op == ast::Op::And || op == ast::Op::Or || op == ast::Op::Xor)
    return narrowed(b.binary(plainOperator(op), x, y), t);
  if (op == ast::Op::AndNot)
    return narrowed(b.binary(cxx::BinaryOp::BitAnd, x, b.unary(cxx::UnaryOp::BitNot, y)), t);
  return narrowed(b.binary(plainOperator(op), x, y), t);
}

// A constant divisor other than 0 and -1 needs no check.
cxx::Expr* FunctionLowerer::divide(ast::Op op, Expr* x, Expr* y, const Type* t,
                                   const Constant* divisor) {
  bool isDiv = op == ast::Op::Div;
  if (divisor && divisor->sign() != 0 && divisor->int64Value() != int64_t(-1))
    return narrowed(b.binary(isDiv ? cxx::BinaryOp::Div : cxx::BinaryOp::Rem, x, y), t);
  return b.rtCall(isDiv ? "div" : "rem", {l.type(t)}, {x, y});
}

cxx::Expr* FunctionLowerer::concat(const ast::BinaryExpr* e) {
  // a + b + c is one concatenation of three.
  llvm::SmallVector<const ast::Expr*, 4> operands;
  const ast::Expr* x = e;
  for (;;) {
    auto* sum = dyn_cast<ast::BinaryExpr>(ast::unparen(x));
    if (!sum || sum->mode == ast::Mode::Constant || sum->op != ast::Op::Add) break;
    if (sum != e && analysis.order.isHoisted(sum)) break;
    operands.push_back(sum->y);
    x = sum->x;
  }
  operands.push_back(x);
  // The only operand that is not empty is the result, and then must be a string of its own.
  const bool isCopied = llvm::any_of(operands, [](const ast::Expr* operand) {
    return operand->mode == ast::Mode::Constant && !operand->constant->stringValue().empty();
  });
  Exprs parts;
  for (const ast::Expr* operand : llvm::reverse(operands))
    parts.push_back(isCopied ? borrowed(operand) : expr(operand));
  if (parts.size() == 2) return b.binary(cxx::BinaryOp::Add, parts[0], parts[1]);
  return b.rtCall("concat", {b.initList(parts)});
}

cxx::Expr* FunctionLowerer::logical(const ast::BinaryExpr* e) {
  bool isAnd = e->op == ast::Op::AndAnd;
  Expr* x = expr(e->x);
  Sink sink(*this);
  Expr* y = expr(e->y);
  Stmts before = sink.take();
  if (before.empty()) return b.binary(isAnd ? cxx::BinaryOp::AndAnd : cxx::BinaryOp::OrOr, x, y);
  // The right side needs statements, which must run only if it is reached.
  Name name = locals_.temp("cond");
  emit(b.varStmt(b.boolType(), name, x));
  before.push_back(b.exprStmt(b.assign(b.name(name), y)));
  Expr* reached = isAnd ? static_cast<Expr*>(b.name(name)) : negated(b.name(name));
  emit(b.ifStmt(reached, b.block(before)));
  return b.name(name);
}

cxx::Expr* FunctionLowerer::negated(Expr* x) {
  if (auto* literal = dyn_cast<cxx::BoolLit>(x)) return b.boolean(!literal->value);
  auto* compare = dyn_cast<cxx::BinaryExpr>(x);
  if (compare && compare->op == cxx::BinaryOp::Eq)
    return b.binary(cxx::BinaryOp::NotEq, compare->x, compare->y);
  if (compare && compare->op == cxx::BinaryOp::NotEq)
    return b.binary(cxx::BinaryOp::Eq, compare->x, compare->y);
  if (auto* inner = dyn_cast<cxx::UnaryExpr>(x); inner && inner->op == cxx::UnaryOp::Not)
    return inner->x;
  return b.unary(cxx::UnaryOp::Not, x);
}

} // namespace minigo
