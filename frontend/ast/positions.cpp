// First and last positions of nodes, by gc's rules: errors are reported there, and scopes begin
// there.
#include "frontend/ast/decl.h"

#include "llvm/ADT/STLExtras.h"

namespace minigo::ast {

namespace {

// The node that a node starts with, or null if it starts at its own position.
const Node* leftmost(const Node* n) {
  switch (n->kind) {
  case Kind::CompositeLit: return llvm::cast<CompositeLit>(n)->typeExpr;
  case Kind::KeyValueExpr: return llvm::cast<KeyValueExpr>(n)->key;
  case Kind::SelectorExpr: return llvm::cast<SelectorExpr>(n)->x;
  case Kind::IndexExpr: return llvm::cast<IndexExpr>(n)->x;
  // Not SliceExpr: gc reports errors in s[i:j] at the bracket.
  case Kind::TypeAssertExpr: return llvm::cast<TypeAssertExpr>(n)->x;
  case Kind::CallExpr: return llvm::cast<CallExpr>(n)->fun;
  case Kind::BinaryExpr: return llvm::cast<BinaryExpr>(n)->x;
  case Kind::ExprStmt: return llvm::cast<ExprStmt>(n)->x;
  case Kind::SendStmt: return llvm::cast<SendStmt>(n)->channel;
  case Kind::AssignStmt: {
    const auto* assign = llvm::cast<AssignStmt>(n);
    return assign->lhs.empty() ? nullptr : assign->lhs.front();
  }
  case Kind::Field: {
    const auto* field = llvm::cast<Field>(n);
    return field->name ? static_cast<const Node*>(field->name) : field->typeExpr;
  }
  default: return nullptr;
  }
}

// The last of a list, or the fallback.
template <class T>
const Node* lastOf(llvm::ArrayRef<T*> list, const Node* fallback = nullptr) {
  return list.empty() ? fallback : list.back();
}

// The node that a declaration or statement ends with, or null.
const Node* lastOfExpr(const Node* n) {
  switch (n->kind) {
  case Kind::KeyValueExpr: return llvm::cast<KeyValueExpr>(n)->value;
  case Kind::FuncLit: return llvm::cast<FuncLit>(n)->body;
  case Kind::SelectorExpr: return llvm::cast<SelectorExpr>(n)->sel;
  case Kind::UnaryExpr: return llvm::cast<UnaryExpr>(n)->x;
  case Kind::BinaryExpr: return llvm::cast<BinaryExpr>(n)->y;
  case Kind::ArrayTypeExpr: return llvm::cast<ArrayTypeExpr>(n)->elem;
  case Kind::SliceTypeExpr: return llvm::cast<SliceTypeExpr>(n)->elem;
  case Kind::MapTypeExpr: return llvm::cast<MapTypeExpr>(n)->value;
  case Kind::ChanTypeExpr: return llvm::cast<ChanTypeExpr>(n)->elem;
  case Kind::EllipsisExpr: return llvm::cast<EllipsisExpr>(n)->elem;
  // What follows has a closing token whose position the tree does not keep: as in gc, the end of
  // what is inside.
  case Kind::ParenExpr: return llvm::cast<ParenExpr>(n)->inner;
  case Kind::IndexExpr: return lastOf(llvm::cast<IndexExpr>(n)->indices);
  case Kind::SliceExpr: {
    const auto* slice = llvm::cast<SliceExpr>(n);
    for (const Expr* operand : llvm::reverse(slice->operands))
      if (operand) return operand;
    return slice->x;
  }
  case Kind::TypeAssertExpr: {
    const auto* assertion = llvm::cast<TypeAssertExpr>(n);
    return assertion->typeExpr ? assertion->typeExpr : assertion->x;
  }
  case Kind::FuncTypeExpr: {
    const auto* f = llvm::cast<FuncTypeExpr>(n);
    return lastOf(f->results, lastOf(f->params));
  }
  default: return nullptr;
  }
}

const Node* lastOfStmt(const Node* n) {
  switch (n->kind) {
  case Kind::ExprStmt: return llvm::cast<ExprStmt>(n)->x;
  case Kind::SendStmt: return llvm::cast<SendStmt>(n)->value;
  case Kind::DeclStmt: return lastOf(llvm::cast<DeclStmt>(n)->decls);
  case Kind::AssignStmt: return lastOf(llvm::cast<AssignStmt>(n)->rhs);
  case Kind::GoStmt: return llvm::cast<GoStmt>(n)->call;
  case Kind::DeferStmt: return llvm::cast<DeferStmt>(n)->call;
  case Kind::ReturnStmt: return lastOf(llvm::cast<ReturnStmt>(n)->results);
  case Kind::BranchStmt: return llvm::cast<BranchStmt>(n)->label;
  case Kind::LabeledStmt: return llvm::cast<LabeledStmt>(n)->stmt;
  case Kind::IfStmt: {
    const auto* s = llvm::cast<IfStmt>(n);
    return s->otherwise ? s->otherwise : s->then;
  }
  case Kind::ForStmt: return llvm::cast<ForStmt>(n)->body;
  case Kind::RangeStmt: return llvm::cast<RangeStmt>(n)->body;
  case Kind::CaseClause: return lastOf(llvm::cast<CaseClause>(n)->body);
  case Kind::CommClause: return lastOf(llvm::cast<CommClause>(n)->body);
  default: return nullptr;
  }
}

const Node* lastOfDecl(const Node* n) {
  auto ofSpec = [](const auto* spec) -> const Node* {
    if (!spec->values.empty()) return spec->values.back();
    return spec->typeExpr ? static_cast<const Node*>(spec->typeExpr) : lastOf(spec->names);
  };
  switch (n->kind) {
  case Kind::ImportDecl: return llvm::cast<ImportDecl>(n)->path;
  case Kind::ConstDecl: return ofSpec(llvm::cast<ConstDecl>(n));
  case Kind::VarDecl: return ofSpec(llvm::cast<VarDecl>(n));
  case Kind::TypeDecl: return llvm::cast<TypeDecl>(n)->typeExpr;
  case Kind::FuncDecl: {
    const auto* f = llvm::cast<FuncDecl>(n);
    return f->body ? static_cast<const Node*>(f->body) : f->signature;
  }
  case Kind::Field: {
    const auto* field = llvm::cast<Field>(n);
    return field->typeExpr ? static_cast<const Node*>(field->typeExpr) : field->name;
  }
  default: return nullptr;
  }
}

const Node* rightmost(const Node* n) {
  if (const Node* last = lastOfExpr(n)) return last;
  if (const Node* last = lastOfStmt(n)) return last;
  return lastOfDecl(n);
}

// The position of a closing token that the tree keeps, or none.
SourcePos closingPos(const Node* n) {
  switch (n->kind) {
  case Kind::CompositeLit: return llvm::cast<CompositeLit>(n)->rbrace;
  case Kind::CallExpr: return llvm::cast<CallExpr>(n)->rparen;
  case Kind::StructTypeExpr: return llvm::cast<StructTypeExpr>(n)->rbrace;
  case Kind::InterfaceTypeExpr: return llvm::cast<InterfaceTypeExpr>(n)->rbrace;
  case Kind::BlockStmt: return llvm::cast<BlockStmt>(n)->rbrace;
  case Kind::SwitchStmt: return llvm::cast<SwitchStmt>(n)->rbrace;
  case Kind::TypeSwitchStmt: return llvm::cast<TypeSwitchStmt>(n)->rbrace;
  case Kind::SelectStmt: return llvm::cast<SelectStmt>(n)->rbrace;
  default: return {};
  }
}

// Where a node without parts that say so ends.
SourcePos ownEnd(const Node* n) {
  switch (n->kind) {
  case Kind::Ident:
    return n->pos.advanced(static_cast<uint32_t>(llvm::cast<Ident>(n)->name.size()));
  case Kind::BasicLit:
    return n->pos.advanced(static_cast<uint32_t>(llvm::cast<BasicLit>(n)->text.size()));
  case Kind::CaseClause: return llvm::cast<CaseClause>(n)->colon;
  case Kind::CommClause: return llvm::cast<CommClause>(n)->colon;
  case Kind::AssignStmt: {
    const auto* assign = llvm::cast<AssignStmt>(n);
    return assign->incDec && !assign->lhs.empty() ? endPos(assign->lhs.back()).advanced(2) : n->pos;
  }
  default: return n->pos;
  }
}

} // namespace

SourcePos startPos(const Node* node) {
  while (const Node* first = leftmost(node))
    node = first;
  return node->pos;
}

SourcePos endPos(const Node* node) {
  for (;;) {
    if (SourcePos closing = closingPos(node); closing.isValid()) return closing;
    const Node* last = rightmost(node);
    if (!last) return ownEnd(node);
    node = last;
  }
}

} // namespace minigo::ast
