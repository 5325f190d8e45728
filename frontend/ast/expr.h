// Expressions, and types, which share their syntax: `T(x)`, `*T` and `a[T]` mean what the checker
// finds out.
#pragma once

#include "frontend/ast/node.h"

namespace minigo::ast {

struct BlockStmt;
struct FuncTypeExpr;

// How an expression may be used; recorded by the checker for each expression.
enum class Mode : uint8_t {
  Unchecked, // the checker has not seen it (syntax inside something invalid)
  Invalid,   // an error was reported
  NoValue,   // call of a function without result
  Builtin,   // predeclared function
  TypeExpr,  // a type
  Constant,  // value is in `constant`
  Variable,  // addressable
  MapIndex,  // map element: assignable, not addressable
  Value,     // computed value
  NilValue,  // untyped nil
  CommaOk,   // like Value, may also give two: map index, receive, type assertion
  CommaErr,  // reserved for cgo calls; never made by this checker
  Package,   // package name, in a selector only
};

struct Expr : Node {
  Mode mode = Mode::Unchecked; // checker
  const Type* type =
      nullptr; // checker: type of the value, or the type denoted; untyped kinds already converted
  const Constant* constant = nullptr; // checker: with Mode::Constant

  static bool classof(const Node* n) { return n->kind <= Kind::EllipsisExpr; }

protected:
  using Node::Node;
};

using ExprList = llvm::ArrayRef<Expr*>;

// What stands where the parser found no expression; an error was reported.
struct BadExpr : Expr {
  explicit BadExpr(SourcePos pos) : Expr(Kind::BadExpr, pos) {}
  static bool classof(const Node* n) { return n->kind == Kind::BadExpr; }
};

// An identifier, `_` too. Name is interned in the arena.
struct Ident : Expr {
  llvm::StringRef name;
  Object* object = nullptr; // checker: what it denotes, or declares

  Ident(SourcePos pos, llvm::StringRef name) : Expr(Kind::Ident, pos), name(name) {}
  bool isBlank() const { return name == "_"; }
  static bool classof(const Node* n) { return n->kind == Kind::Ident; }
};

enum class LitKind : uint8_t { Int, Float, Imag, Rune, String };

struct BasicLit : Expr {
  LitKind litKind;
  bool bad = false;     // malformed; an error was reported
  llvm::StringRef text; // as written, quotes included

  BasicLit(SourcePos pos, LitKind litKind, llvm::StringRef text)
      : Expr(Kind::BasicLit, pos), litKind(litKind), text(text) {}
  static bool classof(const Node* n) { return n->kind == Kind::BasicLit; }
};

// T{…}, or {…} inside another literal, whose type is elided (typeExpr is null). pos: '{', or the
// type's start as gc has it.
struct CompositeLit : Expr {
  Expr* typeExpr;
  ExprList elements;
  bool hasKeys; // at least one element is a KeyValueExpr
  SourcePos rbrace;

  CompositeLit(SourcePos pos, Expr* typeExpr, ExprList elements, bool hasKeys, SourcePos rbrace)
      : Expr(Kind::CompositeLit, pos), typeExpr(typeExpr), elements(elements), hasKeys(hasKeys),
        rbrace(rbrace) {}
  static bool classof(const Node* n) { return n->kind == Kind::CompositeLit; }
};

// key: value, in a composite literal. pos: ':'.
struct KeyValueExpr : Expr {
  Expr* key;
  Expr* value;

  KeyValueExpr(SourcePos pos, Expr* key, Expr* value)
      : Expr(Kind::KeyValueExpr, pos), key(key), value(value) {}
  static bool classof(const Node* n) { return n->kind == Kind::KeyValueExpr; }
};

// pos: 'func'.
struct FuncLit : Expr {
  FuncTypeExpr* signature;
  BlockStmt* body;
  llvm::ArrayRef<Object*>
      captures; // checker: variables of enclosing functions used inside, in order of first use

  FuncLit(SourcePos pos, FuncTypeExpr* signature, BlockStmt* body)
      : Expr(Kind::FuncLit, pos), signature(signature), body(body) {}
  static bool classof(const Node* n) { return n->kind == Kind::FuncLit; }
};

// (x). pos: '('.
struct ParenExpr : Expr {
  Expr* inner;

  ParenExpr(SourcePos pos, Expr* inner) : Expr(Kind::ParenExpr, pos), inner(inner) {}
  static bool classof(const Node* n) { return n->kind == Kind::ParenExpr; }
};

// What a selector expression selects (spec: Selectors, Method expressions).
enum class SelectionKind : uint8_t {
  None,
  Qualified,  // package.Name; see sel->object
  Field,      // field of a struct
  Method,     // method value or call through a value
  MethodExpr, // T.Method
};

// The checker's finding about x.f: where f is and how to get there.
struct Selection {
  SelectionKind kind = SelectionKind::None;
  bool indirect = false; // a pointer is followed on the way
  llvm::ArrayRef<uint32_t>
      path; // field indices from x's type to f; the last is the field's or method's index
  const Type* receiver = nullptr; // type of x
  Object* object = nullptr;       // the field (Var) or method (Func)
};

// x.sel. pos: as gc, that of the selector's '.' operand position; startPos is x's.
struct SelectorExpr : Expr {
  Expr* x;
  Ident* sel;
  const Selection* selection = nullptr; // checker

  SelectorExpr(SourcePos pos, Expr* x, Ident* sel)
      : Expr(Kind::SelectorExpr, pos), x(x), sel(sel) {}
  static bool classof(const Node* n) { return n->kind == Kind::SelectorExpr; }
};

// x[i], or an instantiation x[T1, T2]. pos: '['.
struct IndexExpr : Expr {
  Expr* x;
  ExprList indices; // one or more
  llvm::ArrayRef<const Type*>
      typeArgs; // checker: of a function instantiation, inferred ones included

  IndexExpr(SourcePos pos, Expr* x, ExprList indices)
      : Expr(Kind::IndexExpr, pos), x(x), indices(indices) {}
  static bool classof(const Node* n) { return n->kind == Kind::IndexExpr; }
};

// x[lo:hi:max]. pos: '['. Missing operands are null.
struct SliceExpr : Expr {
  Expr* x;
  Expr* operands[3];
  bool full; // has a second colon

  SliceExpr(SourcePos pos, Expr* x, Expr* lo, Expr* hi, Expr* max, bool full)
      : Expr(Kind::SliceExpr, pos), x(x), operands{lo, hi, max}, full(full) {}
  static bool classof(const Node* n) { return n->kind == Kind::SliceExpr; }
};

// x.(T); typeExpr is null for x.(type), which only a type switch guard may be. pos: '.'.
struct TypeAssertExpr : Expr {
  Expr* x;
  Expr* typeExpr;

  TypeAssertExpr(SourcePos pos, Expr* x, Expr* typeExpr)
      : Expr(Kind::TypeAssertExpr, pos), x(x), typeExpr(typeExpr) {}
  static bool classof(const Node* n) { return n->kind == Kind::TypeAssertExpr; }
};

// fun(args…), also a conversion or a builtin call. pos: '('.
struct CallExpr : Expr {
  Expr* fun;
  ExprList args;
  bool hasDots; // last argument is followed by ...
  SourcePos rparen;
  llvm::ArrayRef<const Type*>
      typeArgs; // checker: inferred type arguments where fun is a plain generic function name

  CallExpr(SourcePos pos, Expr* fun, ExprList args, bool hasDots, SourcePos rparen)
      : Expr(Kind::CallExpr, pos), fun(fun), args(args), hasDots(hasDots), rparen(rparen) {}
  static bool classof(const Node* n) { return n->kind == Kind::CallExpr; }
};

enum class Op : uint8_t {
  None,
  // unary only: ! ^(also binary) <- ~ & * are Not Xor Recv Tilde And Mul
  Not,
  Recv,
  Tilde,
  // binary, by precedence
  OrOr,
  AndAnd,
  Eql,
  Neq,
  Lss,
  Leq,
  Gtr,
  Geq,
  Add,
  Sub,
  Or,
  Xor,
  Mul,
  Div,
  Rem,
  And,
  AndNot,
  Shl,
  Shr,
};

// 0 for operators that are not binary, else 1 (||) to 5 (*).
int precedence(Op op);
llvm::StringRef spelling(Op op);

// op x: + - ! ^ * & <- ~. pos: the operator. `*` is dereference or pointer type.
struct UnaryExpr : Expr {
  Op op;
  Expr* x;

  UnaryExpr(SourcePos pos, Op op, Expr* x) : Expr(Kind::UnaryExpr, pos), op(op), x(x) {}
  static bool classof(const Node* n) { return n->kind == Kind::UnaryExpr; }
};

// pos: the operator.
struct BinaryExpr : Expr {
  Op op;
  Expr* x;
  Expr* y;

  BinaryExpr(SourcePos pos, Op op, Expr* x, Expr* y)
      : Expr(Kind::BinaryExpr, pos), op(op), x(x), y(y) {}
  static bool classof(const Node* n) { return n->kind == Kind::BinaryExpr; }
};

// The expression without its parentheses.
inline Expr* unparen(Expr* e) {
  while (auto* p = llvm::dyn_cast<ParenExpr>(e))
    e = p->inner;
  return e;
}
inline const Expr* unparen(const Expr* e) { return unparen(const_cast<Expr*>(e)); }

} // namespace minigo::ast
