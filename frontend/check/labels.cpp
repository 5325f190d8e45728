#include "frontend/check/labels.h"

#include "frontend/ast/walk.h"
#include "frontend/check/diag_args.h"

#include "llvm/ADT/DenseMap.h"

namespace minigo {
namespace {

using namespace ast;

// "a, b" as the left side of an assignment reads.
std::string listString(ExprList list) {
  std::string s;
  for (const Expr* e : list)
    s += (s.empty() ? "" : ", ") + exprString(e);
  return s;
}

// A block of statements while its branches are resolved.
struct Block {
  Block* parent;
  SourcePos start;
  LabeledStmt* labeled; // the statement whose body this is has this label
};

// What unlabelled break and continue mean at some point, and where in a switch it is.
struct Targets {
  Stmt* breaks = nullptr;
  Stmt* continues = nullptr;
  int caseIndex = -1; // of the clause whose own statements are looked at
};

struct LabelInfo {
  Block* block; // that declares it
  LabeledStmt* stmt;
};

using Jumps = llvm::SmallVector<BranchStmt*, 4>;

// Resolves the branches of one function body, literals inside it excluded.
class BranchChecker {
public:
  BranchChecker(Diagnostics& diags, llvm::DenseSet<const Stmt*>& broken)
      : diags_(diags), broken_(broken) {}

  bool ok() const { return ok_; }

  void checkBody(BlockStmt* body) {
    labels_.clear();
    order_.clear();
    Jumps open = block(nullptr, Targets(), nullptr, body->pos, body->stmts);
    for (BranchStmt* jump : open) {
      auto it = labels_.find(jump->label->name);
      if (it == labels_.end()) {
        error(jump->label->pos, diag::LabelNotDefined, jump->label->name);
        continue;
      }
      it->second.stmt->used = true;
      error(jump->label->pos, diag::GotoIntoBlock, jump->label->name,
            show(it->second.block->start));
    }
    for (LabeledStmt* stmt : order_)
      if (!stmt->used) error(stmt->label->pos, diag::LabelNotUsed, stmt->label->name);
  }

private:
  // The statements of one block; keeps what a forward goto must not jump over.
  struct Walk {
    Block block;
    Targets targets;
    Jumps open;       // gotos whose label was not seen yet
    Jumps overVar;    // those of them that precede the latest variable declaration
    SourcePos varPos; // of that declaration
    std::string varName;
  };

  template <class... A>
  void error(SourcePos pos, diag::Kind kind, A&&... args) {
    ok_ = false;
    diags_.report(pos, kind, std::forward<A>(args)...);
  }

  std::string show(SourcePos pos) const { return diags_.positionString(pos); }

  Jumps block(Block* parent, Targets targets, LabeledStmt* labeled, SourcePos start,
              StmtList stmts) {
    // Blocks outlive the walk: labels refer to the block that declares them.
    Walk walk{Block{parent, start, labeled}, targets, {}, {}, {}, {}};
    Block* stored = blocks_.make<Block>(walk.block);
    while (!stmts.empty() && llvm::isa<EmptyStmt>(stmts.back()))
      stmts = stmts.drop_back();
    for (Stmt* s : stmts)
      statement(walk, stored, s, s == stmts.back());
    return std::move(walk.open);
  }

  void statement(Walk& walk, Block* here, Stmt* s, bool last) {
    LabeledStmt* labeled = nullptr;
    while (auto* l = llvm::dyn_cast<LabeledStmt>(s)) {
      if (!l->label->isBlank()) {
        declare(walk, here, l);
        labeled = l;
      }
      s = l->stmt;
    }
    if (auto* branch = llvm::dyn_cast<BranchStmt>(s)) {
      if (branch->label)
        labelledBranch(walk, here, branch);
      else
        plainBranch(walk.targets, branch, last);
      return;
    }
    if (auto* assign = llvm::dyn_cast<AssignStmt>(s)) {
      if (assign->define) noteVariable(walk, assign->pos, listString(assign->lhs));
      return;
    }
    if (auto* decl = llvm::dyn_cast<DeclStmt>(s)) {
      for (Decl* d : decl->decls)
        if (auto* var = llvm::dyn_cast<VarDecl>(d); var && !var->names.empty())
          return noteVariable(walk, var->pos, var->names.front()->name.str());
      return;
    }
    nested(walk, here, labeled, s);
  }

  void nested(Walk& walk, Block* here, LabeledStmt* labeled, Stmt* s) {
    auto inner = [&](Targets targets, SourcePos start, StmtList stmts) {
      walk.open.append(block(here, targets, labeled, start, stmts));
    };
    Targets plain{walk.targets.breaks, walk.targets.continues, -1};
    switch (s->kind) {
    case Kind::BlockStmt: inner(plain, s->pos, llvm::cast<BlockStmt>(s)->stmts); break;
    case Kind::IfStmt: {
      auto* stmt = llvm::cast<IfStmt>(s);
      inner(plain, stmt->then->pos, stmt->then->stmts);
      if (stmt->otherwise) inner(plain, stmt->otherwise->pos, llvm::ArrayRef(stmt->otherwise));
      break;
    }
    case Kind::ForStmt:
      inner({s, s, -1}, llvm::cast<ForStmt>(s)->body->pos, llvm::cast<ForStmt>(s)->body->stmts);
      break;
    case Kind::RangeStmt:
      inner({s, s, -1}, llvm::cast<RangeStmt>(s)->body->pos, llvm::cast<RangeStmt>(s)->body->stmts);
      break;
    case Kind::SwitchStmt: {
      int index = 0;
      for (CaseClause* c : llvm::cast<SwitchStmt>(s)->clauses)
        inner({s, plain.continues, index++}, c->pos, c->body);
      break;
    }
    case Kind::TypeSwitchStmt:
      for (CaseClause* c : llvm::cast<TypeSwitchStmt>(s)->clauses)
        inner({s, plain.continues, -1}, c->pos, c->body);
      break;
    case Kind::SelectStmt:
      for (CommClause* c : llvm::cast<SelectStmt>(s)->clauses)
        inner({s, plain.continues, -1}, c->pos, c->body);
      break;
    default: break;
    }
  }

  void noteVariable(Walk& walk, SourcePos pos, std::string name) {
    walk.varPos = pos;
    walk.varName = std::move(name);
    walk.overVar = walk.open;
  }

  // Declares l and resolves the gotos of this block that wait for it.
  void declare(Walk& walk, Block* here, LabeledStmt* l) {
    llvm::StringRef name = l->label->name;
    auto [it, isNew] = labels_.try_emplace(name, LabelInfo{here, l});
    if (isNew)
      order_.push_back(l);
    else
      error(l->label->pos, diag::LabelRedefined, name, show(it->second.stmt->label->pos));
    Jumps rest;
    for (BranchStmt* jump : walk.open) {
      if (jump->label->name != name) {
        rest.push_back(jump);
        continue;
      }
      jump->target = l;
      it->second.stmt->used = true;
      if (llvm::is_contained(walk.overVar, jump))
        error(jump->label->pos, diag::GotoOverVariable, name, walk.varName, show(walk.varPos));
    }
    walk.open = std::move(rest);
  }

  void plainBranch(const Targets& targets, BranchStmt* s, bool last) {
    switch (s->branch) {
    case BranchKind::Break:
      s->target = targets.breaks;
      if (s->target)
        broken_.insert(s->target);
      else
        error(s->pos, diag::BreakOutside);
      break;
    case BranchKind::Continue:
      s->target = targets.continues;
      if (!s->target) error(s->pos, diag::ContinueOutside);
      break;
    case BranchKind::Fallthrough: fallthrough(targets, s, last); break;
    case BranchKind::Goto: break; // the parser wants a label
    }
  }

  void fallthrough(const Targets& targets, BranchStmt* s, bool last) {
    auto* sw = llvm::dyn_cast_or_null<SwitchStmt>(targets.breaks);
    if (llvm::isa_and_nonnull<TypeSwitchStmt>(targets.breaks))
      error(s->pos, diag::FallthroughInTypeSwitch);
    else if (!sw || targets.caseIndex < 0 || !last)
      error(s->pos, diag::FallthroughMisplaced);
    else if (size_t(targets.caseIndex) + 1 == sw->clauses.size())
      error(s->pos, diag::FallthroughFinalCase);
    else
      s->target = sw;
  }

  void labelledBranch(Walk& walk, Block* here, BranchStmt* s) {
    llvm::StringRef name = s->label->name;
    auto it = labels_.find(name);
    LabeledStmt* found = it == labels_.end() ? nullptr : it->second.stmt;
    if (found) found->used = true; // even if it cannot be the target
    if (s->branch == BranchKind::Goto) {
      for (Block* b = here; found && b; b = b->parent)
        if (b == it->second.block) {
          s->target = found;
          return;
        }
      walk.open.push_back(s);
      return;
    }
    bool isBreak = s->branch == BranchKind::Break;
    if (!found) return error(s->label->pos, isBreak ? diag::BreakLabel : diag::ContinueLabel, name);
    bool encloses = false;
    for (Block* b = here; b; b = b->parent)
      encloses |= b->labeled == found;
    Stmt* target = encloses ? found->stmt : nullptr;
    bool loop = llvm::isa_and_nonnull<ForStmt, RangeStmt>(target);
    bool choice = llvm::isa_and_nonnull<SwitchStmt, TypeSwitchStmt, SelectStmt>(target);
    if (loop || (isBreak && choice)) {
      s->target = target;
      if (isBreak) broken_.insert(target);
    } else {
      error(s->label->pos, isBreak ? diag::InvalidBreakLabel : diag::InvalidContinueLabel, name);
    }
  }

  Diagnostics& diags_;
  llvm::DenseSet<const Stmt*>& broken_;
  Arena blocks_;
  llvm::DenseMap<llvm::StringRef, LabelInfo> labels_;
  llvm::SmallVector<LabeledStmt*, 4> order_;
  bool ok_ = true;
};

} // namespace

bool checkBranches(llvm::ArrayRef<File*> files, Diagnostics& diags,
                   llvm::DenseSet<const Stmt*>& broken) {
  BranchChecker checker(diags, broken);
  for (File* file : files)
    for (Decl* decl : file->decls)
      walk(decl, [&](Node* n) {
        if (auto* f = llvm::dyn_cast<FuncDecl>(n)) {
          if (f->body && !f->body->hasSyntaxErrors) checker.checkBody(f->body);
        } else if (auto* lit = llvm::dyn_cast<FuncLit>(n)) {
          if (lit->body && !lit->body->hasSyntaxErrors) checker.checkBody(lit->body);
        }
        return !llvm::isa<ImportDecl>(n);
      });
  return checker.ok();
}

} // namespace minigo
