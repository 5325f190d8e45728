// Types of the C++ tree.
#pragma once

#include "codegen/cxx/node.h"

namespace minigo::cxx {

struct Type : Node {
  static bool classof(const Node* n) { return n->kind <= Kind::AutoType; }

protected:
  using Node::Node;
};

// mg::Slice<mg::Int>, Point, bool
struct NamedType : Type {
  QualifiedName name;
  llvm::ArrayRef<TemplateArg> args;

  NamedType(QualifiedName name, llvm::ArrayRef<TemplateArg> args)
      : Type(Kind::NamedType), name(name), args(args) {}
  static bool classof(const Node* n) { return n->kind == Kind::NamedType; }
};

// T*. Of a FunctionType: R (*)(A…).
struct PointerType : Type {
  Type* elem;

  explicit PointerType(Type* elem) : Type(Kind::PointerType), elem(elem) {}
  static bool classof(const Node* n) { return n->kind == Kind::PointerType; }
};

// T&
struct ReferenceType : Type {
  Type* elem;

  explicit ReferenceType(Type* elem) : Type(Kind::ReferenceType), elem(elem) {}
  static bool classof(const Node* n) { return n->kind == Kind::ReferenceType; }
};

// const T
struct ConstType : Type {
  Type* elem;

  explicit ConstType(Type* elem) : Type(Kind::ConstType), elem(elem) {}
  static bool classof(const Node* n) { return n->kind == Kind::ConstType; }
};

// R(A…), as a template argument or behind a pointer.
struct FunctionType : Type {
  Type* result;
  llvm::ArrayRef<Type*> params;

  FunctionType(Type* result, llvm::ArrayRef<Type*> params)
      : Type(Kind::FunctionType), result(result), params(params) {}
  static bool classof(const Node* n) { return n->kind == Kind::FunctionType; }
};

// T[n]; T[] without a length.
struct ArrayType : Type {
  Type* elem;
  Expr* length; // or null

  ArrayType(Type* elem, Expr* length) : Type(Kind::ArrayType), elem(elem), length(length) {}
  static bool classof(const Node* n) { return n->kind == Kind::ArrayType; }
};

struct AutoType : Type {
  AutoType() : Type(Kind::AutoType) {}
  static bool classof(const Node* n) { return n->kind == Kind::AutoType; }
};

} // namespace minigo::cxx
