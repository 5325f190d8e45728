// Expression switches, and what they share with type switches (spec: Switch statements).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

void Checker::checkDefaults(llvm::ArrayRef<CaseClause*> clauses) {
  const CaseClause* first = nullptr;
  for (const CaseClause* c : clauses) {
    if (!c->isDefault) continue;
    if (first) error(c, diag::MultipleDefaults, show(first->pos));
    if (!first) first = c;
  }
}

void Checker::switchStmt(SwitchStmt* s) {
  openScope();
  stmt(s->init);
  Operand tag;
  if (s->tag) {
    expr(tag, s->tag);
    assignment(tag, nullptr, "switch expression");
    if (!tag.isInvalid() && !isComparable(tag.type) && !hasNil(tag.type)) {
      error(tag, diag::CannotSwitch, tag, tag.type);
      tag.invalidate();
    }
  } else {
    tag.mode = Mode::Constant;
    tag.type = basicType(BasicKind::Bool);
    tag.value = constants().fromBool(true);
    SourcePos pos = s->clauses.empty() ? s->rbrace : s->clauses.front()->pos;
    tag.expr = arena().make<Ident>(pos, "true");
  }
  checkDefaults(s->clauses);
  CaseValues seen;
  for (CaseClause* c : s->clauses) {
    caseValues(tag, c->values, seen);
    openScope();
    stmtList(c->body);
    closeScope();
  }
}

void Checker::caseValues(Operand& tag, ExprList values, CaseValues& seen) {
  for (Expr* e : values) {
    Operand v;
    expr(v, e);
    if (tag.isInvalid() || v.isInvalid()) continue;
    convertUntyped(v, tag.type);
    if (v.isInvalid()) continue;
    Operand result = v, other = tag;
    comparison(result, other, Op::Eql, true);
    if (result.isInvalid() || !v.isConstant()) continue;
    ConstantKind kind = v.value->kind();
    if (kind != ConstantKind::Int && kind != ConstantKind::Float && kind != ConstantKind::String)
      continue;
    auto& same = seen[constantKey(v.value)];
    auto* found = llvm::find_if(same, [&](auto& s) { return identical(s.first, v.type); });
    if (found != same.end())
      error(v, diag::DuplicateCase, v, show(found->second));
    else
      same.push_back({v.type, e->pos});
  }
}

} // namespace minigo
