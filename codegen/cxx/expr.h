// Expressions of the C++ tree. There are no parentheses: the printer derives them from precedence.
#pragma once

#include "codegen/cxx/type.h"

namespace minigo::cxx {

struct BlockStmt;

struct Expr : Node {
  // Where what may call or panic came from, for #line where a statement takes several lines; may be
  // invalid: as what is around.
  SourcePos pos;

  static bool classof(const Node* n) {
    return n->kind >= Kind::NameExpr && n->kind <= Kind::StmtExpr;
  }

protected:
  using Node::Node;
};

using ExprList = llvm::ArrayRef<Expr*>;

// x, fmt::Println, mg::makeSlice<mg::Int>
struct NameExpr : Expr {
  QualifiedName name;
  llvm::ArrayRef<TemplateArg> args;

  NameExpr(QualifiedName name, llvm::ArrayRef<TemplateArg> args)
      : Expr(Kind::NameExpr), name(name), args(args) {}
  static bool classof(const Node* n) { return n->kind == Kind::NameExpr; }
};

enum class IntForm : uint8_t { Decimal, Hex };

// An integer literal with the suffix that its value or context needs ("", "u", "l", "ul"). A
// negative value prints as a unary minus; the most negative int64 as the expression C++ needs.
struct IntLit : Expr {
  uint64_t magnitude;
  bool negative;
  IntForm form;
  llvm::StringRef suffix;
  llvm::StringRef note = {}; // how the source spells it, for a comment; may be empty

  IntLit(uint64_t magnitude, bool negative, IntForm form, llvm::StringRef suffix)
      : Expr(Kind::IntLit), magnitude(magnitude), negative(negative), form(form), suffix(suffix) {}
  static bool classof(const Node* n) { return n->kind == Kind::IntLit; }
};

// A finite floating-point literal, printed so that it reads back as the same value. isFloat32: with
// suffix f.
struct FloatLit : Expr {
  double value;
  bool isFloat32;
  llvm::StringRef note = {}; // as of an IntLit

  FloatLit(double value, bool isFloat32)
      : Expr(Kind::FloatLit), value(value), isFloat32(isFloat32) {}
  static bool classof(const Node* n) { return n->kind == Kind::FloatLit; }
};

struct BoolLit : Expr {
  bool value;

  explicit BoolLit(bool value) : Expr(Kind::BoolLit), value(value) {}
  static bool classof(const Node* n) { return n->kind == Kind::BoolLit; }
};

// A character literal: 'a' for ASCII, U'é' for other code points that have a glyph; used where Go
// had a rune literal. Others print as integers.
struct CharLit : Expr {
  uint32_t codePoint;

  explicit CharLit(uint32_t codePoint) : Expr(Kind::CharLit), codePoint(codePoint) {}
  static bool classof(const Node* n) { return n->kind == Kind::CharLit; }
};

// "bytes" and a suffix: "_s" makes a mg::String. Any bytes.
struct StringLit : Expr {
  llvm::StringRef bytes;
  llvm::StringRef suffix;

  StringLit(llvm::StringRef bytes, llvm::StringRef suffix)
      : Expr(Kind::StringLit), bytes(bytes), suffix(suffix) {}
  static bool classof(const Node* n) { return n->kind == Kind::StringLit; }
};

struct NullLit : Expr {
  NullLit() : Expr(Kind::NullLit) {}
  static bool classof(const Node* n) { return n->kind == Kind::NullLit; }
};

struct CallExpr : Expr {
  Expr* callee;
  ExprList args;

  CallExpr(Expr* callee, ExprList args) : Expr(Kind::CallExpr), callee(callee), args(args) {}
  static bool classof(const Node* n) { return n->kind == Kind::CallExpr; }
};

// One element of a braced list: value, or .field = value.
struct Init {
  Name field; // empty: positional
  Expr* value;
};

// T{…} (braces), T(x) when parens is set, which is also C++'s functional cast.
struct ConstructExpr : Expr {
  Type* type;
  llvm::ArrayRef<Init> inits;
  bool parens;

  ConstructExpr(Type* type, llvm::ArrayRef<Init> inits, bool parens)
      : Expr(Kind::ConstructExpr), type(type), inits(inits), parens(parens) {}
  static bool classof(const Node* n) { return n->kind == Kind::ConstructExpr; }
};

// {…} without a type: as an argument, an initializer or inside another list.
struct InitList : Expr {
  llvm::ArrayRef<Init> inits;
  bool oneLineEach; // each element on its own line: tables

  InitList(llvm::ArrayRef<Init> inits, bool oneLineEach)
      : Expr(Kind::InitList), inits(inits), oneLineEach(oneLineEach) {}
  static bool classof(const Node* n) { return n->kind == Kind::InitList; }
};

// base.name or base->name
struct MemberExpr : Expr {
  Expr* base;
  Name name;
  bool arrow;

  MemberExpr(Expr* base, Name name, bool arrow)
      : Expr(Kind::MemberExpr), base(base), name(name), arrow(arrow) {}
  static bool classof(const Node* n) { return n->kind == Kind::MemberExpr; }
};

struct IndexExpr : Expr {
  Expr* base;
  Expr* index;

  IndexExpr(Expr* base, Expr* index) : Expr(Kind::IndexExpr), base(base), index(index) {}
  static bool classof(const Node* n) { return n->kind == Kind::IndexExpr; }
};

enum class UnaryOp : uint8_t { Plus, Minus, Not, BitNot, Deref, AddressOf, PreInc, PreDec };

struct UnaryExpr : Expr {
  UnaryOp op;
  Expr* x;

  UnaryExpr(UnaryOp op, Expr* x) : Expr(Kind::UnaryExpr), op(op), x(x) {}
  static bool classof(const Node* n) { return n->kind == Kind::UnaryExpr; }
};

// Assignments are binary operators here, as in C++.
enum class BinaryOp : uint8_t {
  Mul,
  Div,
  Rem,
  Add,
  Sub,
  Shl,
  Shr,
  Less,
  LessEq,
  Greater,
  GreaterEq,
  Eq,
  NotEq,
  BitAnd,
  BitXor,
  BitOr,
  AndAnd,
  OrOr,
  Assign,
  MulAssign,
  DivAssign,
  RemAssign,
  AddAssign,
  SubAssign,
  ShlAssign,
  ShrAssign,
  AndAssign,
  XorAssign,
  OrAssign,
  Comma,
};

struct BinaryExpr : Expr {
  BinaryOp op;
  Expr* x;
  Expr* y;

  BinaryExpr(BinaryOp op, Expr* x, Expr* y) : Expr(Kind::BinaryExpr), op(op), x(x), y(y) {}
  static bool classof(const Node* n) { return n->kind == Kind::BinaryExpr; }
};

struct ConditionalExpr : Expr {
  Expr* cond;
  Expr* yes;
  Expr* no;

  ConditionalExpr(Expr* cond, Expr* yes, Expr* no)
      : Expr(Kind::ConditionalExpr), cond(cond), yes(yes), no(no) {}
  static bool classof(const Node* n) { return n->kind == Kind::ConditionalExpr; }
};

enum class CastKind : uint8_t { Static, Reinterpret, Const };

// static_cast<T>(x) and its relatives; the functional form T(x) is a ConstructExpr.
struct CastExpr : Expr {
  CastKind cast;
  Type* type;
  Expr* x;

  CastExpr(CastKind cast, Type* type, Expr* x)
      : Expr(Kind::CastExpr), cast(cast), type(type), x(x) {}
  static bool classof(const Node* n) { return n->kind == Kind::CastExpr; }
};

// What a lambda takes along: name, &name, or name = init.
struct Capture {
  Name name;
  bool byReference = false;
  Expr* init = nullptr;
};

enum class CaptureDefault : uint8_t { None, ByCopy, ByReference };

struct LambdaExpr : Expr {
  CaptureDefault captureDefault;
  llvm::ArrayRef<Capture> captures;
  llvm::ArrayRef<Param> params;
  Type* result; // null: deduced
  BlockStmt* body;
  bool isMutable;
  SourcePos begin, end; // of the body, for #line; may be invalid
  // What the body is a part of, for #line, which tells the code of owners apart (print/line_map.h);
  // empty: what the code around is a part of.
  llvm::StringRef owner;

  LambdaExpr(CaptureDefault captureDefault, llvm::ArrayRef<Capture> captures,
             llvm::ArrayRef<Param> params, Type* result, BlockStmt* body, bool isMutable)
      : Expr(Kind::LambdaExpr), captureDefault(captureDefault), captures(captures), params(params),
        result(result), body(body), isMutable(isMutable) {}
  static bool classof(const Node* n) { return n->kind == Kind::LambdaExpr; }
};

enum class TypeTrait : uint8_t { Sizeof, Alignof };

// sizeof(T), alignof(T)
struct TypeTraitExpr : Expr {
  TypeTrait trait;
  Type* type;

  TypeTraitExpr(TypeTrait trait, Type* type)
      : Expr(Kind::TypeTraitExpr), trait(trait), type(type) {}
  static bool classof(const Node* n) { return n->kind == Kind::TypeTraitExpr; }
};

// __builtin_offsetof(T, field)
struct OffsetofExpr : Expr {
  Type* type;
  Name field;

  OffsetofExpr(Type* type, Name field) : Expr(Kind::OffsetofExpr), type(type), field(field) {}
  static bool classof(const Node* n) { return n->kind == Kind::OffsetofExpr; }
};

// ({ …; value; }), a GNU extension; the last statement is an ExprStmt with the value.
struct StmtExpr : Expr {
  BlockStmt* body;

  explicit StmtExpr(BlockStmt* body) : Expr(Kind::StmtExpr), body(body) {}
  static bool classof(const Node* n) { return n->kind == Kind::StmtExpr; }
};

} // namespace minigo::cxx
