#include "codegen/analyze/defer_info.h"

#include "codegen/analyze/function_summary.h"
#include "frontend/types/predicates.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

namespace {

bool isRecoverCall(const ast::Node* node) {
  auto* call = dyn_cast<ast::CallExpr>(node);
  auto* name = call ? dyn_cast<ast::Ident>(ast::unparen(call->fun)) : nullptr;
  auto* builtin = name ? dyn_cast_or_null<Builtin>(name->object) : nullptr;
  return builtin && builtin->id == BuiltinId::Recover;
}

// Collects a function's own defers, recovers and gotos; does not enter literals.
class ShapeFinder {
public:
  explicit ShapeFinder(FunctionShape& shape) : shape_(shape) {}

  void body(const ast::BlockStmt* block) {
    for (const ast::Stmt* stmt : block->stmts) {
      if (auto* defer = dyn_cast<ast::DeferStmt>(stmt)) {
        shape_.defers.push_back({defer, false, true});
        visit(ast::unparen(defer->call), false);
      } else {
        visit(stmt, false);
      }
    }
  }

private:
  void children(const ast::Node* node, bool inLoop) {
    ast::forEachChild(const_cast<ast::Node*>(node),
                      [&](ast::Node* child) { visit(child, inLoop); });
  }

  void visit(const ast::Node* node, bool inLoop) {
    if (isa<ast::FuncLit>(node)) return;
    if (isRecoverCall(node)) shape_.recovers = true;
    if (auto* branch = dyn_cast<ast::BranchStmt>(node);
        branch && branch->branch == ast::BranchKind::Goto) {
      shape_.jumps = true;
      shape_.gotoTargets.insert(branch->target);
    }
    shape_.returnsFromRangeFunc |= isa<ast::ReturnStmt>(node) && rangeFuncs_ > 0;
    if (auto* defer = dyn_cast<ast::DeferStmt>(node)) {
      shape_.defers.push_back({defer, inLoop, false});
      return visit(ast::unparen(defer->call), inLoop);
    }
    auto* range = dyn_cast<ast::RangeStmt>(node);
    const bool isRangeFunc = range && asCommonUnder<Signature>(range->x->type);
    rangeFuncs_ += isRangeFunc;
    children(node, inLoop || isa<ast::ForStmt>(node) || range);
    rangeFuncs_ -= isRangeFunc;
  }

  FunctionShape& shape_;
  int rangeFuncs_ = 0; // ranges over functions around the node
};

bool calleeMayRecover(const ast::DeferStmt* stmt) {
  auto* call = dyn_cast<ast::CallExpr>(ast::unparen(stmt->call));
  if (!call) return true;
  const ast::Expr* fun = ast::unparen(call->fun);
  if (auto* lit = dyn_cast<ast::FuncLit>(fun)) return DeferInfo::mayRecover(lit);
  if (fun->mode == ast::Mode::Builtin || fun->mode == ast::Mode::TypeExpr) return false;
  const Func* callee = staticCallee(call);
  return !callee || !callee->decl || DeferInfo::mayRecover(callee->decl);
}

DeferForm formFor(const FunctionShape& shape) {
  if (shape.defers.empty()) return DeferForm::None;
  for (const DeferSite& site : shape.defers) {
    if (site.repeats || !site.topLevel || shape.jumps || shape.hasCapturedResult ||
        calleeMayRecover(site.stmt))
      return DeferForm::Framed;
  }
  return DeferForm::Scoped;
}

bool hasCapturedResult(const ast::FuncTypeExpr* signature, const VariableUses& variables) {
  for (const ast::Field* field : signature->results) {
    if (!field->name) continue;
    auto* v = dyn_cast_or_null<Var>(field->name->object);
    if (!v) continue;
    VariableFacts facts = variables.of(v);
    if (facts.captured || facts.addressTaken) return true;
  }
  return false;
}

} // namespace

bool defersWithin(const ast::Node* node) {
  bool found = false;
  ast::walk(const_cast<ast::Node*>(node), [&](ast::Node* n) {
    found |= isa<ast::DeferStmt>(n);
    return !found && !isa<ast::FuncLit>(n);
  });
  return found;
}

const Func* staticCallee(const ast::CallExpr* call) { return staticFunction(call->fun); }

const Func* staticFunction(const ast::Expr* fun) {
  fun = ast::unparen(fun);
  if (auto* index = dyn_cast<ast::IndexExpr>(fun)) fun = ast::unparen(index->x);
  if (auto* ident = dyn_cast<ast::Ident>(fun)) return dyn_cast_or_null<Func>(ident->object);
  auto* selector = dyn_cast<ast::SelectorExpr>(fun);
  if (!selector) return nullptr;
  if (!selector->selection || selector->selection->kind == ast::SelectionKind::Qualified)
    return dyn_cast_or_null<Func>(selector->sel->object);
  auto* method = dyn_cast_or_null<Func>(selector->selection->object);
  if (!method) return nullptr;
  if (method->origin) method = method->origin;
  return method->decl ? method : nullptr;
}

DeferInfo::DeferInfo(const Package& package, const VariableUses& variables) {
  for (const ast::FuncDecl* decl : package.functions) {
    if (!decl->body) continue;
    addFunction(decl, decl->signature, decl->body, variables);
    addLiterals(decl->body, variables);
  }
  for (const Initializer& init : package.initOrder)
    addLiterals(init.rhs, variables);
}

bool DeferInfo::mayRecover(const ast::FuncDecl* decl) {
  if (!decl->summary.empty()) return readSummary(decl).recovers;
  if (!decl->body) return false;
  FunctionShape shape;
  ShapeFinder(shape).body(decl->body);
  return shape.recovers;
}

bool DeferInfo::mayRecover(const ast::FuncLit* lit) {
  FunctionShape shape;
  ShapeFinder(shape).body(lit->body);
  return shape.recovers;
}

void DeferInfo::addFunction(const ast::Node* function, const ast::FuncTypeExpr* signature,
                            const ast::BlockStmt* body, const VariableUses& variables) {
  FunctionShape& shape = shapes_[function];
  ShapeFinder(shape).body(body);
  shape.hasCapturedResult = hasCapturedResult(signature, variables);
  for (DeferSite& site : shape.defers)
    site.repeats |= shape.jumps;
  shape.form = formFor(shape);
}

void DeferInfo::addLiterals(const ast::Node* node, const VariableUses& variables) {
  ast::walk(const_cast<ast::Node*>(node), [&](ast::Node* n) {
    if (auto* lit = dyn_cast<ast::FuncLit>(n))
      addFunction(lit, lit->signature, lit->body, variables);
    return true;
  });
}

} // namespace minigo
