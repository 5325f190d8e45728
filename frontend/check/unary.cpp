// Unary operators, address, indirection and receive (spec: Arithmetic operators, Address operators,
// Receive operator).
#include "frontend/check/checker.h"

#include "frontend/types/sizes.h"

namespace minigo {

using namespace ast;

ExprKind Checker::unary(Operand& x, UnaryExpr* e) {
  if (e->op == Op::Mul) {
    indirection(x, e);
    return ExprKind::Expression;
  }
  expr(x, e->x);
  if (x.isInvalid()) return ExprKind::Statement;
  if (e->op == Op::And) {
    addressOf(x, e);
  } else if (e->op == Op::Recv) {
    const Type* elem = chanElem(x, x, true);
    x.mode = elem ? Mode::CommaOk : Mode::Invalid;
    x.type = elem;
    env_.hasCallOrRecv |= elem != nullptr;
    return ExprKind::Statement;
  } else {
    unaryValue(x, e);
  }
  return ExprKind::Expression;
}

void Checker::unaryValue(Operand& x, UnaryExpr* e) {
  Op op = e->op;
  if (op == Op::Tilde) {
    bool integer = allInteger(x.type);
    error(e, diag::TildeOutsideConstraint, integer ? " (use ^ for bitwise complement)" : "");
    if (!integer) return x.invalidate();
    op = Op::Xor;
  }
  bool defined = op == Op::Not   ? allBoolean(x.type)
                 : op == Op::Xor ? allInteger(x.type)
                                 : allNumeric(x.type);
  if (!defined) {
    error(x, diag::OperatorNotDefined, op, x);
    return x.invalidate();
  }
  if (!x.isConstant()) {
    x.mode = Mode::Value;
    return;
  }
  if (x.value->kind() == ConstantKind::Unknown) return;
  unsigned bits = isUnsigned(x.type) ? sizeOf(x.type) * 8 : 0;
  x.value = constants().unary(op, x.value, bits);
  x.expr = e;
  overflow(x, e->pos);
}

// Variables, and composite literals, which become one.
void Checker::addressOf(Operand& x, UnaryExpr* e) {
  if (!llvm::isa<CompositeLit>(unparen(e->x)) && x.mode != Mode::Variable) {
    error(x, diag::CannotTakeAddress, x);
    return x.invalidate();
  }
  x.setValue(types_.pointerTo(x.type));
}

// *x: the variable that x points to, or a pointer type.
void Checker::indirection(Operand& x, UnaryExpr* e) {
  exprOrType(x, e->x, false);
  if (x.isInvalid()) return;
  if (x.mode == Mode::TypeExpr) {
    checkVarType(e->x, x.type);
    x.type = types_.pointerTo(x.type);
    return;
  }
  const Type* base = nullptr;
  bool ok = forAllInTypeSet(x.type, [&](const Type*, const Type* under) {
    auto* p = llvm::dyn_cast_or_null<Pointer>(under);
    if (!p) {
      error(x, diag::CannotIndirect, x);
      return false;
    }
    if (base && !identical(p->elem, base)) {
      error(x, diag::IndirectDifferentBases, x);
      return false;
    }
    base = p->elem;
    return true;
  });
  if (!ok) return x.invalidate();
  x.mode = Mode::Variable;
  x.type = base;
}

// The element type of channel x, or null after an error: x must be a channel that may be received
// from (or sent to).
const Type* Checker::chanElem(At at, const Operand& x, bool receive) {
  std::string cause;
  bool ok = forAllInTypeSet(x.type, [&](const Type* t, const Type* under) {
    auto* c = llvm::dyn_cast_or_null<Chan>(under);
    if (!under)
      cause = "no specific channel type";
    else if (!c)
      cause = "non-channel " + show(t);
    else if (receive && c->dir == Chan::SendOnly)
      cause = "send-only channel " + show(t);
    else if (!receive && c->dir == Chan::RecvOnly)
      cause = "receive-only channel " + show(t);
    return cause.empty();
  });
  const Type* common = ok ? commonUnder(x.type, &cause, &types_) : nullptr;
  if (auto* c = llvm::dyn_cast_or_null<Chan>(common)) return c->elem;
  if (isTypeParam(x.type))
    error(at, receive ? diag::CannotReceiveTypeParam : diag::CannotSendTypeParam, x, cause);
  else // the cause ends in x's type: the operand follows it
    error(at, receive ? diag::CannotReceive : diag::CannotSend, cause, x);
  return nullptr;
}

} // namespace minigo
