// Terminating statements (spec: Terminating statements).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

bool Checker::isTerminatingList(StmtList list) const {
  while (!list.empty() && llvm::isa<EmptyStmt>(list.back()))
    list = list.drop_back();
  return !list.empty() && isTerminating(list.back());
}

bool Checker::isTerminating(Stmt* s) const {
  auto clausesTerminate = [&](auto clauses) {
    return !broken_.contains(s) &&
           llvm::all_of(clauses, [&](const auto* c) { return isTerminatingList(c->body); });
  };
  auto isDefault = [](const CaseClause* c) { return c->isDefault; };
  switch (s->kind) {
  case Kind::LabeledStmt: return isTerminating(llvm::cast<LabeledStmt>(s)->stmt);
  case Kind::ReturnStmt: return true;
  case Kind::BranchStmt: {
    BranchKind branch = llvm::cast<BranchStmt>(s)->branch;
    return branch == BranchKind::Goto || branch == BranchKind::Fallthrough;
  }
  case Kind::ExprStmt:
    return panics_.contains(llvm::dyn_cast<CallExpr>(unparen(llvm::cast<ExprStmt>(s)->x)));
  case Kind::BlockStmt: return isTerminatingList(llvm::cast<BlockStmt>(s)->stmts);
  case Kind::IfStmt: {
    auto* i = llvm::cast<IfStmt>(s);
    return i->otherwise && isTerminating(i->then) && isTerminating(i->otherwise);
  }
  case Kind::ForStmt: return !llvm::cast<ForStmt>(s)->cond && !broken_.contains(s);
  case Kind::SwitchStmt: {
    auto clauses = llvm::cast<SwitchStmt>(s)->clauses;
    return llvm::any_of(clauses, isDefault) && clausesTerminate(clauses);
  }
  case Kind::TypeSwitchStmt: {
    auto clauses = llvm::cast<TypeSwitchStmt>(s)->clauses;
    return llvm::any_of(clauses, isDefault) && clausesTerminate(clauses);
  }
  case Kind::SelectStmt: return clausesTerminate(llvm::cast<SelectStmt>(s)->clauses);
  default: return false;
  }
}

} // namespace minigo
