#include "frontend/ast/walk.h"

namespace minigo::ast {

namespace {

class Children {
public:
  explicit Children(llvm::function_ref<void(Node*)> visit) : visit_(visit) {}

  void of(Node* n) {
    if (llvm::isa<Expr>(n))
      llvm::cast<Expr>(n)->kind < Kind::ArrayTypeExpr ? ofExpr(n) : ofType(n);
    else if (llvm::isa<Stmt>(n))
      ofStmt(n);
    else if (llvm::isa<Decl>(n))
      ofDecl(n);
    else
      ofPart(n);
  }

private:
  void one(Node* n) {
    if (n) visit_(n);
  }
  template <class T>
  void all(llvm::ArrayRef<T*> list) {
    for (T* n : list)
      one(n);
  }

  void ofExpr(Node* n);
  void ofType(Node* n);
  void ofStmt(Node* n);
  void ofControl(Node* n);
  void ofDecl(Node* n);
  void ofPart(Node* n);

  llvm::function_ref<void(Node*)> visit_;
};

void Children::ofExpr(Node* n) {
  switch (n->kind) {
  case Kind::CompositeLit:
    one(llvm::cast<CompositeLit>(n)->typeExpr);
    return all(llvm::cast<CompositeLit>(n)->elements);
  case Kind::KeyValueExpr:
    one(llvm::cast<KeyValueExpr>(n)->key);
    return one(llvm::cast<KeyValueExpr>(n)->value);
  case Kind::FuncLit:
    one(llvm::cast<FuncLit>(n)->signature);
    return one(llvm::cast<FuncLit>(n)->body);
  case Kind::ParenExpr: return one(llvm::cast<ParenExpr>(n)->inner);
  case Kind::SelectorExpr:
    one(llvm::cast<SelectorExpr>(n)->x);
    return one(llvm::cast<SelectorExpr>(n)->sel);
  case Kind::IndexExpr:
    one(llvm::cast<IndexExpr>(n)->x);
    return all(llvm::cast<IndexExpr>(n)->indices);
  case Kind::SliceExpr:
    one(llvm::cast<SliceExpr>(n)->x);
    for (Expr* operand : llvm::cast<SliceExpr>(n)->operands)
      one(operand);
    return;
  case Kind::TypeAssertExpr:
    one(llvm::cast<TypeAssertExpr>(n)->x);
    return one(llvm::cast<TypeAssertExpr>(n)->typeExpr);
  case Kind::CallExpr: one(llvm::cast<CallExpr>(n)->fun); return all(llvm::cast<CallExpr>(n)->args);
  case Kind::UnaryExpr: return one(llvm::cast<UnaryExpr>(n)->x);
  case Kind::BinaryExpr:
    one(llvm::cast<BinaryExpr>(n)->x);
    return one(llvm::cast<BinaryExpr>(n)->y);
  default: return; // BadExpr, Ident, BasicLit
  }
}

void Children::ofType(Node* n) {
  switch (n->kind) {
  case Kind::ArrayTypeExpr:
    one(llvm::cast<ArrayTypeExpr>(n)->length);
    return one(llvm::cast<ArrayTypeExpr>(n)->elem);
  case Kind::SliceTypeExpr: return one(llvm::cast<SliceTypeExpr>(n)->elem);
  case Kind::StructTypeExpr: return all(llvm::cast<StructTypeExpr>(n)->fields);
  case Kind::InterfaceTypeExpr: return all(llvm::cast<InterfaceTypeExpr>(n)->elements);
  case Kind::FuncTypeExpr:
    all(llvm::cast<FuncTypeExpr>(n)->params);
    return all(llvm::cast<FuncTypeExpr>(n)->results);
  case Kind::MapTypeExpr:
    one(llvm::cast<MapTypeExpr>(n)->key);
    return one(llvm::cast<MapTypeExpr>(n)->value);
  case Kind::ChanTypeExpr: return one(llvm::cast<ChanTypeExpr>(n)->elem);
  case Kind::EllipsisExpr: return one(llvm::cast<EllipsisExpr>(n)->elem);
  default: return;
  }
}

void Children::ofStmt(Node* n) {
  switch (n->kind) {
  case Kind::BlockStmt: return all(llvm::cast<BlockStmt>(n)->stmts);
  case Kind::ExprStmt: return one(llvm::cast<ExprStmt>(n)->x);
  case Kind::SendStmt:
    one(llvm::cast<SendStmt>(n)->channel);
    return one(llvm::cast<SendStmt>(n)->value);
  case Kind::DeclStmt: return all(llvm::cast<DeclStmt>(n)->decls);
  case Kind::AssignStmt:
    all(llvm::cast<AssignStmt>(n)->lhs);
    return all(llvm::cast<AssignStmt>(n)->rhs);
  case Kind::GoStmt: return one(llvm::cast<GoStmt>(n)->call);
  case Kind::DeferStmt: return one(llvm::cast<DeferStmt>(n)->call);
  case Kind::ReturnStmt: return all(llvm::cast<ReturnStmt>(n)->results);
  case Kind::BranchStmt: return one(llvm::cast<BranchStmt>(n)->label);
  case Kind::LabeledStmt:
    one(llvm::cast<LabeledStmt>(n)->label);
    return one(llvm::cast<LabeledStmt>(n)->stmt);
  default: return ofControl(n);
  }
}

void Children::ofControl(Node* n) {
  switch (n->kind) {
  case Kind::IfStmt: {
    auto* s = llvm::cast<IfStmt>(n);
    one(s->init);
    one(s->cond);
    one(s->then);
    return one(s->otherwise);
  }
  case Kind::ForStmt: {
    auto* s = llvm::cast<ForStmt>(n);
    one(s->init);
    one(s->cond);
    one(s->post);
    return one(s->body);
  }
  case Kind::RangeStmt: {
    auto* s = llvm::cast<RangeStmt>(n);
    all(s->lhs);
    one(s->x);
    return one(s->body);
  }
  case Kind::SwitchStmt: {
    auto* s = llvm::cast<SwitchStmt>(n);
    one(s->init);
    one(s->tag);
    return all(s->clauses);
  }
  case Kind::TypeSwitchStmt: {
    auto* s = llvm::cast<TypeSwitchStmt>(n);
    one(s->init);
    one(s->name);
    one(s->x);
    return all(s->clauses);
  }
  case Kind::SelectStmt: return all(llvm::cast<SelectStmt>(n)->clauses);
  default: return; // BadStmt, EmptyStmt
  }
}

void Children::ofDecl(Node* n) {
  switch (n->kind) {
  case Kind::ImportDecl:
    one(llvm::cast<ImportDecl>(n)->name);
    return one(llvm::cast<ImportDecl>(n)->path);
  case Kind::ConstDecl:
    all(llvm::cast<ConstDecl>(n)->names);
    one(llvm::cast<ConstDecl>(n)->typeExpr);
    return all(llvm::cast<ConstDecl>(n)->values);
  case Kind::VarDecl:
    all(llvm::cast<VarDecl>(n)->names);
    one(llvm::cast<VarDecl>(n)->typeExpr);
    return all(llvm::cast<VarDecl>(n)->values);
  case Kind::TypeDecl:
    one(llvm::cast<TypeDecl>(n)->name);
    all(llvm::cast<TypeDecl>(n)->typeParams);
    return one(llvm::cast<TypeDecl>(n)->typeExpr);
  case Kind::FuncDecl: {
    auto* f = llvm::cast<FuncDecl>(n);
    one(f->receiver);
    one(f->name);
    all(f->typeParams);
    one(f->signature);
    return one(f->body);
  }
  default: return;
  }
}

void Children::ofPart(Node* n) {
  switch (n->kind) {
  case Kind::Field:
    one(llvm::cast<Field>(n)->name);
    one(llvm::cast<Field>(n)->typeExpr);
    return one(llvm::cast<Field>(n)->tag);
  case Kind::CaseClause:
    all(llvm::cast<CaseClause>(n)->values);
    return all(llvm::cast<CaseClause>(n)->body);
  case Kind::CommClause:
    one(llvm::cast<CommClause>(n)->comm);
    return all(llvm::cast<CommClause>(n)->body);
  default: return;
  }
}

} // namespace

void forEachChild(Node* node, llvm::function_ref<void(Node*)> visit) { Children(visit).of(node); }

void walk(Node* node, llvm::function_ref<bool(Node*)> visit) {
  if (visit(node)) forEachChild(node, [visit](Node* child) { walk(child, visit); });
}

} // namespace minigo::ast
