// Statements.
#pragma once

#include "frontend/ast/expr.h"

namespace minigo::ast {

struct Decl;

struct Stmt : Node {
  static bool classof(const Node* n) {
    return n->kind >= Kind::BadStmt && n->kind <= Kind::LabeledStmt;
  }

protected:
  using Node::Node;
};

using StmtList = llvm::ArrayRef<Stmt*>;

struct BadStmt : Stmt {
  explicit BadStmt(SourcePos pos) : Stmt(Kind::BadStmt, pos) {}
  static bool classof(const Node* n) { return n->kind == Kind::BadStmt; }
};

struct EmptyStmt : Stmt {
  explicit EmptyStmt(SourcePos pos) : Stmt(Kind::EmptyStmt, pos) {}
  static bool classof(const Node* n) { return n->kind == Kind::EmptyStmt; }
};

// pos: '{'.
struct BlockStmt : Stmt {
  StmtList stmts;
  SourcePos rbrace;
  bool hasSyntaxErrors = false; // of a function's body

  BlockStmt(SourcePos pos, StmtList stmts, SourcePos rbrace)
      : Stmt(Kind::BlockStmt, pos), stmts(stmts), rbrace(rbrace) {}
  static bool classof(const Node* n) { return n->kind == Kind::BlockStmt; }
};

struct ExprStmt : Stmt {
  Expr* x;

  ExprStmt(SourcePos pos, Expr* x) : Stmt(Kind::ExprStmt, pos), x(x) {}
  static bool classof(const Node* n) { return n->kind == Kind::ExprStmt; }
};

// channel <- value. pos: as gc.
struct SendStmt : Stmt {
  Expr* channel;
  Expr* value;

  SendStmt(SourcePos pos, Expr* channel, Expr* value)
      : Stmt(Kind::SendStmt, pos), channel(channel), value(value) {}
  static bool classof(const Node* n) { return n->kind == Kind::SendStmt; }
};

struct DeclStmt : Stmt {
  llvm::ArrayRef<Decl*> decls;

  DeclStmt(SourcePos pos, llvm::ArrayRef<Decl*> decls) : Stmt(Kind::DeclStmt, pos), decls(decls) {}
  static bool classof(const Node* n) { return n->kind == Kind::DeclStmt; }
};

// lhs = rhs, lhs op= rhs (one each), lhs := rhs, lhs++ and lhs-- (rhs is empty, op Add or Sub).
// pos: the operator.
struct AssignStmt : Stmt {
  bool define;
  bool incDec;
  Op op; // None for = and :=
  ExprList lhs;
  ExprList rhs;
  llvm::ArrayRef<Object*>
      newVars; // checker: with :=, per left side, the variable it declares or null

  AssignStmt(SourcePos pos, Op op, bool define, bool incDec, ExprList lhs, ExprList rhs)
      : Stmt(Kind::AssignStmt, pos), define(define), incDec(incDec), op(op), lhs(lhs), rhs(rhs) {}
  static bool classof(const Node* n) { return n->kind == Kind::AssignStmt; }
};

// pos: 'go'. call is any expression; the checker wants a call.
struct GoStmt : Stmt {
  Expr* call;

  GoStmt(SourcePos pos, Expr* call) : Stmt(Kind::GoStmt, pos), call(call) {}
  static bool classof(const Node* n) { return n->kind == Kind::GoStmt; }
};

struct DeferStmt : Stmt {
  Expr* call;

  DeferStmt(SourcePos pos, Expr* call) : Stmt(Kind::DeferStmt, pos), call(call) {}
  static bool classof(const Node* n) { return n->kind == Kind::DeferStmt; }
};

struct ReturnStmt : Stmt {
  ExprList results;

  ReturnStmt(SourcePos pos, ExprList results) : Stmt(Kind::ReturnStmt, pos), results(results) {}
  static bool classof(const Node* n) { return n->kind == Kind::ReturnStmt; }
};

enum class BranchKind : uint8_t { Break, Continue, Goto, Fallthrough };

struct BranchStmt : Stmt {
  BranchKind branch;
  Ident* label; // or null
  const Stmt* target =
      nullptr; // checker: break/continue: the statement left or continued; goto: the LabeledStmt

  BranchStmt(SourcePos pos, BranchKind branch, Ident* label)
      : Stmt(Kind::BranchStmt, pos), branch(branch), label(label) {}
  static bool classof(const Node* n) { return n->kind == Kind::BranchStmt; }
};

struct IfStmt : Stmt {
  Stmt* init; // or null
  Expr* cond;
  BlockStmt* then;
  Stmt* otherwise; // IfStmt, BlockStmt or null

  IfStmt(SourcePos pos, Stmt* init, Expr* cond, BlockStmt* then, Stmt* otherwise)
      : Stmt(Kind::IfStmt, pos), init(init), cond(cond), then(then), otherwise(otherwise) {}
  static bool classof(const Node* n) { return n->kind == Kind::IfStmt; }
};

// for init; cond; post {}. Missing parts are null.
struct ForStmt : Stmt {
  Stmt* init;
  Expr* cond;
  Stmt* post;
  BlockStmt* body;
  bool perIteration = false; // checker: variables are per iteration (Go 1.22)

  ForStmt(SourcePos pos, Stmt* init, Expr* cond, Stmt* post, BlockStmt* body)
      : Stmt(Kind::ForStmt, pos), init(init), cond(cond), post(post), body(body) {}
  static bool classof(const Node* n) { return n->kind == Kind::ForStmt; }
};

// for key, value := range x {}. pos: 'for'. lhs has 0 to 2 elements (more is an error that the
// checker reports).
struct RangeStmt : Stmt {
  bool define;
  ExprList lhs;
  Expr* x;
  BlockStmt* body;
  SourcePos rangePos;              // of 'range'
  llvm::ArrayRef<Object*> newVars; // checker: as in AssignStmt
  bool perIteration = false;       // checker: variables are per iteration (Go 1.22)

  RangeStmt(SourcePos pos, SourcePos rangePos, bool define, ExprList lhs, Expr* x, BlockStmt* body)
      : Stmt(Kind::RangeStmt, pos), define(define), lhs(lhs), x(x), body(body), rangePos(rangePos) {
  }
  static bool classof(const Node* n) { return n->kind == Kind::RangeStmt; }
};

// One case of a switch, expression or type. isDefault: no values. pos: 'case' or 'default'.
struct CaseClause : Node {
  bool isDefault;
  ExprList values;
  StmtList body;
  SourcePos colon;
  Object* typeSwitchVar = nullptr; // checker: the clause's own variable in `switch x := y.(type)`

  CaseClause(SourcePos pos, bool isDefault, ExprList values, StmtList body, SourcePos colon)
      : Node(Kind::CaseClause, pos), isDefault(isDefault), values(values), body(body),
        colon(colon) {}
  static bool classof(const Node* n) { return n->kind == Kind::CaseClause; }
};

struct SwitchStmt : Stmt {
  Stmt* init; // or null
  Expr* tag;  // or null: true
  llvm::ArrayRef<CaseClause*> clauses;
  SourcePos rbrace;

  SwitchStmt(SourcePos pos, Stmt* init, Expr* tag, llvm::ArrayRef<CaseClause*> clauses,
             SourcePos rbrace)
      : Stmt(Kind::SwitchStmt, pos), init(init), tag(tag), clauses(clauses), rbrace(rbrace) {}
  static bool classof(const Node* n) { return n->kind == Kind::SwitchStmt; }
};

// switch init; name := x.(type) {}. name is null without :=.
struct TypeSwitchStmt : Stmt {
  Stmt* init;
  Ident* name;
  Expr* x;
  llvm::ArrayRef<CaseClause*> clauses;
  SourcePos guardPos; // as gc positions the guard
  SourcePos rbrace;

  TypeSwitchStmt(SourcePos pos, Stmt* init, Ident* name, Expr* x, SourcePos guardPos,
                 llvm::ArrayRef<CaseClause*> clauses, SourcePos rbrace)
      : Stmt(Kind::TypeSwitchStmt, pos), init(init), name(name), x(x), clauses(clauses),
        guardPos(guardPos), rbrace(rbrace) {}
  static bool classof(const Node* n) { return n->kind == Kind::TypeSwitchStmt; }
};

// One case of a select. comm: SendStmt, ExprStmt or AssignStmt around a receive; null for default.
struct CommClause : Node {
  Stmt* comm;
  StmtList body;
  SourcePos colon;

  CommClause(SourcePos pos, Stmt* comm, StmtList body, SourcePos colon)
      : Node(Kind::CommClause, pos), comm(comm), body(body), colon(colon) {}
  static bool classof(const Node* n) { return n->kind == Kind::CommClause; }
};

struct SelectStmt : Stmt {
  llvm::ArrayRef<CommClause*> clauses;
  SourcePos rbrace;

  SelectStmt(SourcePos pos, llvm::ArrayRef<CommClause*> clauses, SourcePos rbrace)
      : Stmt(Kind::SelectStmt, pos), clauses(clauses), rbrace(rbrace) {}
  static bool classof(const Node* n) { return n->kind == Kind::SelectStmt; }
};

// label: stmt. pos: the label.
struct LabeledStmt : Stmt {
  Ident* label;
  Stmt* stmt;
  bool used = false; // checker

  LabeledStmt(SourcePos pos, Ident* label, Stmt* stmt)
      : Stmt(Kind::LabeledStmt, pos), label(label), stmt(stmt) {}
  static bool classof(const Node* n) { return n->kind == Kind::LabeledStmt; }
};

} // namespace minigo::ast
