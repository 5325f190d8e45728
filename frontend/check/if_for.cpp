// If and for statements (spec: If statements, For statements).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

void Checker::condition(Expr* cond, llvm::StringRef where) {
  Operand x;
  expr(x, cond);
  if (x.isInvalid()) return;
  if (!allBoolean(x.type)) return error(cond, diag::NonBooleanCondition, where);
  if (isUntyped(x.type)) convertUntyped(x, defaultType(x.type));
}

void Checker::ifStmt(IfStmt* s) {
  openScope();
  stmt(s->init);
  condition(s->cond, "if");
  stmt(s->then);
  stmt(s->otherwise);
}

void Checker::forStmt(ForStmt* s) {
  openScope();
  stmt(s->init);
  if (s->cond) condition(s->cond, "for");
  stmt(s->post);
  auto* init = llvm::dyn_cast_or_null<AssignStmt>(s->init);
  s->perIteration = init && init->define && allows(go1_22);
  stmt(s->body);
}

} // namespace minigo
