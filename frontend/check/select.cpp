// Select statements (spec: Select statements).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

static bool isReceive(Expr* e) {
  auto* unary = llvm::dyn_cast<UnaryExpr>(unparen(e));
  return unary && unary->op == Op::Recv;
}

static bool isCommunication(Stmt* s) {
  if (!s || llvm::isa<SendStmt>(s)) return true;
  if (auto* assign = llvm::dyn_cast<AssignStmt>(s))
    return assign->rhs.size() == 1 && isReceive(assign->rhs.front());
  auto* e = llvm::dyn_cast<ExprStmt>(s);
  return e && isReceive(e->x);
}

void Checker::selectStmt(SelectStmt* s) {
  const CommClause* first = nullptr;
  for (const CommClause* c : s->clauses) {
    if (c->comm) continue;
    if (first) error(c, diag::MultipleDefaults, show(first->pos));
    if (!first) first = c;
  }
  for (CommClause* c : s->clauses) {
    if (!isCommunication(c->comm)) {
      auto* e = llvm::dyn_cast<ExprStmt>(c->comm);
      error(e ? At(e->x->pos) : At(c->comm), diag::InvalidSelectCase);
      continue;
    }
    openScope();
    stmt(c->comm);
    stmtList(c->body);
    closeScope();
  }
}

} // namespace minigo
