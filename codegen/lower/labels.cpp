// Labels, goto, break, continue (spec: Labeled statements, Break, Continue, Goto statements).
#include "codegen/lower/func.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;

ast::StmtList withoutFinalBreak(const ast::Stmt* s, ast::StmtList body) {
  auto* last = body.empty() ? nullptr : dyn_cast<ast::BranchStmt>(body.back());
  return last && last->branch == ast::BranchKind::Break && last->target == s ? body.drop_back()
                                                                             : body;
}

// The innermost target that C++'s own break or continue would reach; null at a lambda's edge.
FunctionLowerer::Target* FunctionLowerer::innermost(bool forContinue) {
  for (Target& target : llvm::reverse(targets_)) {
    if (target.isLambda) return nullptr;
    if (forContinue ? target.isLoop : target.catchesBreak) return &target;
  }
  return nullptr;
}

void FunctionLowerer::branchStmt(const ast::BranchStmt* s) {
  if (s->branch == ast::BranchKind::Goto) return gotoStmt(cast<ast::LabeledStmt>(s->target));
  if (s->branch == ast::BranchKind::Fallthrough) return; // the switch looks at it
  const bool isContinue = s->branch == ast::BranchKind::Continue;
  jumpTo(s->target, isContinue);
}

void FunctionLowerer::jumpTo(const ast::Stmt* to, bool isContinue) {
  auto found = llvm::find_if(targets_, [&](const Target& t) { return t.stmt == to; });
  Target& target = *found;
  // The body of a range over a function is a lambda: leave it first.
  for (auto it = targets_.end(); it-- != found;) {
    if (!it->isLambda) continue;
    if (&*it == &target) return nextOrStop(target, isContinue);
    return leaveRangeFunc(*it, to, isContinue ? JumpKind::Continue : JumpKind::Break);
  }
  Target* natural = innermost(isContinue);
  if (natural == &target && (!isContinue || target.plainContinue))
    return emit(isContinue ? static_cast<cxx::Stmt*>(b.continueStmt()) : b.breakStmt());
  Name& label = isContinue ? target.continueLabel : target.breakLabel;
  if (label.isEmpty()) label = locals_.label(isContinue ? "continue" : "break");
  emit(b.gotoStmt(label));
}

void FunctionLowerer::gotoStmt(const ast::LabeledStmt* to) {
  for (const Target& target : llvm::reverse(targets_)) {
    if (!target.isLambda) continue;
    const ast::BlockStmt* body = cast<ast::RangeStmt>(target.stmt)->body;
    if (to->pos >= ast::startPos(body) && to->pos < ast::endPos(body)) break;
    return leaveRangeFunc(target, to, JumpKind::Goto);
  }
  emit(b.gotoStmt(gotoLabel(to)));
}

Name FunctionLowerer::gotoLabel(const ast::LabeledStmt* target) {
  Name& name = gotoLabels_[target];
  if (name.isEmpty()) name = locals_.label(target->label->name);
  return name;
}

void FunctionLowerer::labeledStmt(const ast::LabeledStmt* s) {
  if (fn_->shape->gotoTargets.contains(s)) emit(b.labelStmt(gotoLabel(s)));
  stmtList(s->stmt);
}

} // namespace minigo
