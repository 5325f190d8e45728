// Type literals. Names, qualified names, pointers and instantiations are ordinary expressions.
#pragma once

#include "frontend/ast/expr.h"

namespace minigo::ast {

// [N]E; length is null for [...]E. pos: '['.
struct ArrayTypeExpr : Expr {
  Expr* length;
  Expr* elem;

  ArrayTypeExpr(SourcePos pos, Expr* length, Expr* elem)
      : Expr(Kind::ArrayTypeExpr, pos), length(length), elem(elem) {}
  static bool classof(const Node* n) { return n->kind == Kind::ArrayTypeExpr; }
};

struct SliceTypeExpr : Expr {
  Expr* elem;

  SliceTypeExpr(SourcePos pos, Expr* elem) : Expr(Kind::SliceTypeExpr, pos), elem(elem) {}
  static bool classof(const Node* n) { return n->kind == Kind::SliceTypeExpr; }
};

// One declared name of a parameter list, struct or interface with its type; `a, b int` makes two
// that share typeExpr. Parameters: name is null in a list of types only. Structs: name is null for
// an embedded field. Interfaces: name is null for an embedded element (type, union or ~T); a method
// has a name and a FuncTypeExpr.
struct Field : Node {
  Ident* name;
  Expr* typeExpr;
  BasicLit* tag; // structs only, or null

  Field(SourcePos pos, Ident* name, Expr* typeExpr, BasicLit* tag = nullptr)
      : Node(Kind::Field, pos), name(name), typeExpr(typeExpr), tag(tag) {}
  static bool classof(const Node* n) { return n->kind == Kind::Field; }
};

using FieldList = llvm::ArrayRef<Field*>;

struct StructTypeExpr : Expr {
  FieldList fields;
  SourcePos rbrace;

  StructTypeExpr(SourcePos pos, FieldList fields, SourcePos rbrace)
      : Expr(Kind::StructTypeExpr, pos), fields(fields), rbrace(rbrace) {}
  static bool classof(const Node* n) { return n->kind == Kind::StructTypeExpr; }
};

struct InterfaceTypeExpr : Expr {
  FieldList elements;
  SourcePos rbrace;

  InterfaceTypeExpr(SourcePos pos, FieldList elements, SourcePos rbrace)
      : Expr(Kind::InterfaceTypeExpr, pos), elements(elements), rbrace(rbrace) {}
  static bool classof(const Node* n) { return n->kind == Kind::InterfaceTypeExpr; }
};

// A signature. pos: 'func', or the name of the function or method declared.
struct FuncTypeExpr : Expr {
  FieldList params; // the last one's typeExpr is an EllipsisExpr when variadic
  FieldList results;

  FuncTypeExpr(SourcePos pos, FieldList params, FieldList results)
      : Expr(Kind::FuncTypeExpr, pos), params(params), results(results) {}
  static bool classof(const Node* n) { return n->kind == Kind::FuncTypeExpr; }
};

struct MapTypeExpr : Expr {
  Expr* key;
  Expr* value;

  MapTypeExpr(SourcePos pos, Expr* key, Expr* value)
      : Expr(Kind::MapTypeExpr, pos), key(key), value(value) {}
  static bool classof(const Node* n) { return n->kind == Kind::MapTypeExpr; }
};

enum class ChanDir : uint8_t { Both, SendOnly, RecvOnly };

struct ChanTypeExpr : Expr {
  ChanDir dir;
  Expr* elem;

  ChanTypeExpr(SourcePos pos, ChanDir dir, Expr* elem)
      : Expr(Kind::ChanTypeExpr, pos), dir(dir), elem(elem) {}
  static bool classof(const Node* n) { return n->kind == Kind::ChanTypeExpr; }
};

// ...T, the type of a variadic parameter. pos: '...'.
struct EllipsisExpr : Expr {
  Expr* elem; // null if missing (an error was reported)

  EllipsisExpr(SourcePos pos, Expr* elem) : Expr(Kind::EllipsisExpr, pos), elem(elem) {}
  static bool classof(const Node* n) { return n->kind == Kind::EllipsisExpr; }
};

} // namespace minigo::ast
