// Declarations and files.
#pragma once

#include "frontend/ast/stmt.h"
#include "frontend/ast/type_expr.h"

namespace minigo::ast {

// Declarations written in one pair of parentheses share a group; others have none (-1).
struct Decl : Node {
  int32_t group = -1;

  static bool classof(const Node* n) {
    return n->kind >= Kind::ImportDecl && n->kind <= Kind::FuncDecl;
  }

protected:
  using Node::Node;
};

// import name "path". name: null, `.`, `_` or an identifier.
struct ImportDecl : Decl {
  Ident* name;
  BasicLit* path;

  ImportDecl(SourcePos pos, Ident* name, BasicLit* path)
      : Decl(Kind::ImportDecl, pos), name(name), path(path) {}
  static bool classof(const Node* n) { return n->kind == Kind::ImportDecl; }
};

// names typeExpr = values. A spec without type and values repeats the previous one of its group
// (the checker does that). iota: the spec's index in its group.
struct ConstDecl : Decl {
  llvm::ArrayRef<Ident*> names;
  Expr* typeExpr; // or null
  ExprList values;
  uint32_t iota;

  ConstDecl(SourcePos pos, llvm::ArrayRef<Ident*> names, Expr* typeExpr, ExprList values,
            uint32_t iota)
      : Decl(Kind::ConstDecl, pos), names(names), typeExpr(typeExpr), values(values), iota(iota) {}
  static bool classof(const Node* n) { return n->kind == Kind::ConstDecl; }
};

// type name[typeParams] typeExpr; isAlias with `=`.
struct TypeDecl : Decl {
  Ident* name;
  FieldList typeParams;
  bool isAlias;
  Expr* typeExpr;

  TypeDecl(SourcePos pos, Ident* name, FieldList typeParams, bool isAlias, Expr* typeExpr)
      : Decl(Kind::TypeDecl, pos), name(name), typeParams(typeParams), isAlias(isAlias),
        typeExpr(typeExpr) {}
  static bool classof(const Node* n) { return n->kind == Kind::TypeDecl; }
};

struct VarDecl : Decl {
  llvm::ArrayRef<Ident*> names;
  Expr* typeExpr; // or null
  ExprList values;

  VarDecl(SourcePos pos, llvm::ArrayRef<Ident*> names, Expr* typeExpr, ExprList values)
      : Decl(Kind::VarDecl, pos), names(names), typeExpr(typeExpr), values(values) {}
  static bool classof(const Node* n) { return n->kind == Kind::VarDecl; }
};

struct FuncDecl : Decl {
  Field* receiver; // or null
  Ident* name;
  FieldList typeParams;
  FuncTypeExpr* signature;
  BlockStmt* body;          // null: declared here, implemented elsewhere
  llvm::StringRef linkname; // of a //go:linkname for this name, else empty
  // What code generation recorded about the body in an earlier build; then the block that stands
  // for the body here is empty. Usually empty.
  llvm::StringRef summary;
  bool isNoinline = false;         // //go:noinline stands before it
  bool isNoescape = false;         // //go:noescape
  bool isUintptrescapes = false;   // //go:uintptrescapes
  SourcePos tooManyReceivers = {}; // valid when the receiver list was not one parameter

  FuncDecl(SourcePos pos, Field* receiver, Ident* name, FieldList typeParams,
           FuncTypeExpr* signature, BlockStmt* body)
      : Decl(Kind::FuncDecl, pos), receiver(receiver), name(name), typeParams(typeParams),
        signature(signature), body(body) {}
  static bool classof(const Node* n) { return n->kind == Kind::FuncDecl; }
};

// A comment `//go:verb arguments`.
struct Directive {
  // What it belongs to: the declaration that begins behind it. Nothing: it does not stand alone on
  // its line, or something else follows.
  enum class Target : uint8_t { Nothing, PackageClause, Import, Const, Type, Var, Func };

  SourcePos pos;        // of "go:", as gc has it
  llvm::StringRef text; // from "go:" to the end of the line
  Target target;
  bool alone;       // on its line
  bool inFunc;      // within a block
  const Decl* decl; // of target Var and Func, at package level

  llvm::StringRef verb() const {
    return text.take_until([](char c) { return c == ' '; });
  }
};

// One source file.
struct File {
  SourcePos pos; // of `package`
  Ident* packageName;
  llvm::ArrayRef<Decl*> decls;          // in source order, imports too
  llvm::ArrayRef<Directive> directives; // in source order
  llvm::StringRef goVersion;            // of a //go:build line, as "go1.21", else empty
  llvm::StringRef buildConstraint;      // the expression of the //go:build line, else empty
  SourcePos eof;
};

} // namespace minigo::ast
