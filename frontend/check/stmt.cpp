// Statements: dispatch, and the simple ones (spec: Statements).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

void Checker::stmtList(StmtList list) {
  for (Stmt* s : list)
    stmt(s);
}

// Function literals of a statement are checked when it is done.
void Checker::stmt(Stmt* s) {
  if (!s) return;
  while (auto* labeled = llvm::dyn_cast<LabeledStmt>(s))
    s = labeled->stmt;
  if (deep(s)) return;
  size_t top = delayed_.size();
  Scope* outer = env_.scope;
  stmtByKind(s);
  processDelayed(top);
  env_.scope = outer;
}

void Checker::stmtByKind(Stmt* s) {
  switch (s->kind) {
  case Kind::DeclStmt: declStmt(llvm::cast<DeclStmt>(s)); break;
  case Kind::ExprStmt: exprStmt(llvm::cast<ExprStmt>(s)); break;
  case Kind::SendStmt: sendStmt(llvm::cast<SendStmt>(s)); break;
  case Kind::AssignStmt: assignStmt(llvm::cast<AssignStmt>(s)); break;
  case Kind::GoStmt: suspendedCall("go", llvm::cast<GoStmt>(s)->call); break;
  case Kind::DeferStmt: suspendedCall("defer", llvm::cast<DeferStmt>(s)->call); break;
  case Kind::ReturnStmt: returnStmt(llvm::cast<ReturnStmt>(s)); break;
  case Kind::BlockStmt:
    openScope();
    stmtList(llvm::cast<BlockStmt>(s)->stmts);
    break;
  case Kind::IfStmt: ifStmt(llvm::cast<IfStmt>(s)); break;
  case Kind::ForStmt: forStmt(llvm::cast<ForStmt>(s)); break;
  case Kind::RangeStmt: rangeStmt(llvm::cast<RangeStmt>(s)); break;
  case Kind::SwitchStmt: switchStmt(llvm::cast<SwitchStmt>(s)); break;
  case Kind::TypeSwitchStmt: typeSwitchStmt(llvm::cast<TypeSwitchStmt>(s)); break;
  case Kind::SelectStmt: selectStmt(llvm::cast<SelectStmt>(s)); break;
  default: break; // empty; branches are labels.cpp's
  }
}

void Checker::exprStmt(ExprStmt* s) {
  Operand x;
  ExprKind kind = rawExpr(x, s->x);
  if (x.mode == Mode::Builtin)
    error(x, diag::BuiltinNotCalled, x);
  else if (x.mode == Mode::TypeExpr)
    error(x, diag::TypeAsExpression, x);
  else if (kind != ExprKind::Statement)
    error(x, diag::UnusedExpression, x);
}

void Checker::sendStmt(SendStmt* s) {
  Operand channel, value;
  expr(channel, s->channel);
  expr(value, s->value);
  if (channel.isInvalid() || value.isInvalid()) return;
  if (const Type* elem = chanElem(s, channel, false)) assignment(value, elem, "send");
}

void Checker::assignStmt(AssignStmt* s) {
  if (s->incDec) return incDecStmt(s);
  if (s->define) return shortVarDecl(s);
  if (s->op == Op::None) return assignVars(s->lhs, s->rhs);
  if (s->lhs.size() != 1 || s->rhs.size() != 1) return error(s, diag::AssignOpList, s->op);
  Operand x, y;
  expr(x, s->lhs.front());
  expr(y, s->rhs.front());
  binary(x, y, nullptr, s->lhs.front(), s->rhs.front(), s->op);
  assignVar(s->lhs.front(), nullptr, &x, "assignment");
}

void Checker::incDecStmt(AssignStmt* s) {
  Expr* lhs = s->lhs.front();
  Operand x;
  expr(x, lhs);
  if (x.isInvalid()) return;
  if (!allNumeric(x.type)) return error(lhs, diag::NonNumericIncDec, lhs, s->op, s->op, x.type);
  assignVar(lhs, nullptr, &x, "assignment");
}

void Checker::returnStmt(ReturnStmt* s) {
  llvm::ArrayRef<Var*> results = env_.signature->results->vars;
  if (!s->results.empty() || results.empty() || results.front()->name.empty())
    return initVars(results, s->results, s);
  for (const Var* v : results)
    if (Object* other = lookup(v->name); other && other != v)
      error(s, diag::ResultNotInScope, v->name, show(other->pos), other);
}

void Checker::suspendedCall(llvm::StringRef keyword, Expr* call) {
  if (!llvm::isa<CallExpr>(call)) {
    error(call, diag::SuspendedNotCall, keyword);
    use(call);
    return;
  }
  Operand x;
  ExprKind kind = rawExpr(x, call);
  if (kind == ExprKind::Conversion)
    error(x, diag::SuspendedConversion, keyword, x);
  else if (kind == ExprKind::Expression)
    error(x, diag::SuspendedDiscards, keyword, x);
}

} // namespace minigo
