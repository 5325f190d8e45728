// Statements of the C++ tree.
#pragma once

#include "codegen/cxx/expr.h"

namespace minigo::cxx {

struct Stmt : Node {
  SourcePos pos; // where it came from, for #line; may be invalid: as the statement before

  static bool classof(const Node* n) {
    return n->kind >= Kind::ExprStmt && n->kind <= Kind::CommentStmt;
  }

protected:
  using Node::Node;
};

using StmtList = llvm::ArrayRef<Stmt*>;

struct ExprStmt : Stmt {
  Expr* x;

  explicit ExprStmt(Expr* x) : Stmt(Kind::ExprStmt), x(x) {}
  static bool classof(const Node* n) { return n->kind == Kind::ExprStmt; }
};

// What stands before a declaration, as far as C++ allows it there.
enum Specifier : uint16_t {
  kStatic = 1,
  kInline = 2,
  kExtern = 4,
  kConstexpr = 8,
  kConstinit = 16,
  kThreadLocal = 32,
  kMaybeUnused = 64,    // [[maybe_unused]]
  kNoReturn = 128,      // [[noreturn]]
  kCold = 256,          // [[gnu::cold]]
  kNoInline = 512,      // [[gnu::noinline]]
  kExternC = 1024,      // extern "C"
  kConst = 2048,        // of a variable: const
  kAlwaysInline = 4096, // [[gnu::always_inline]]
  kUsed = 8192,         // [[gnu::used]]
  kRunOnce = 16384,     // MG_RUN_ONCE, of a function
};

// How the initializer is written: T x = e, T x{…}, T x(e).
enum class InitStyle : uint8_t { Equals, Braces, Parens };

// A local variable. init may be null (the variable is then assigned before use, or default
// initialized); with Braces it is an InitList.
struct VarStmt : Stmt {
  Type* type;
  Name name;
  Expr* init;
  InitStyle style;
  uint16_t specifiers;

  VarStmt(Type* type, Name name, Expr* init, InitStyle style, uint16_t specifiers)
      : Stmt(Kind::VarStmt), type(type), name(name), init(init), style(style),
        specifiers(specifiers) {}
  static bool classof(const Node* n) { return n->kind == Kind::VarStmt; }
};

// auto [a, b] = init;
struct BindingStmt : Stmt {
  llvm::ArrayRef<Name> names;
  Expr* init;
  uint16_t specifiers; // kMaybeUnused only

  BindingStmt(llvm::ArrayRef<Name> names, Expr* init, uint16_t specifiers)
      : Stmt(Kind::BindingStmt), names(names), init(init), specifiers(specifiers) {}
  static bool classof(const Node* n) { return n->kind == Kind::BindingStmt; }
};

struct BlockStmt : Stmt {
  StmtList stmts;

  explicit BlockStmt(StmtList stmts) : Stmt(Kind::BlockStmt), stmts(stmts) {}
  static bool classof(const Node* n) { return n->kind == Kind::BlockStmt; }
};

enum class Likely : uint8_t { Unknown, Yes, No };

// if (init; cond) then else otherwise
struct IfStmt : Stmt {
  Stmt* init; // VarStmt, BindingStmt, ExprStmt or null
  Expr* cond;
  Likely likely;
  BlockStmt* then;
  Stmt* otherwise; // IfStmt, BlockStmt or null

  IfStmt(Stmt* init, Expr* cond, Likely likely, BlockStmt* then, Stmt* otherwise)
      : Stmt(Kind::IfStmt), init(init), cond(cond), likely(likely), then(then),
        otherwise(otherwise) {}
  static bool classof(const Node* n) { return n->kind == Kind::IfStmt; }
};

// for (init; cond; post) body; parts may be null. Several variables of one type in init are one
// VarStmt each in `more`: for (mg::Int i = 0, n = xs.len; …).
struct ForStmt : Stmt {
  Stmt* init; // VarStmt, BindingStmt, ExprStmt or null
  llvm::ArrayRef<VarStmt*> more;
  Expr* cond;
  Expr* post;
  BlockStmt* body;

  ForStmt(Stmt* init, llvm::ArrayRef<VarStmt*> more, Expr* cond, Expr* post, BlockStmt* body)
      : Stmt(Kind::ForStmt), init(init), more(more), cond(cond), post(post), body(body) {}
  static bool classof(const Node* n) { return n->kind == Kind::ForStmt; }
};

// for (T x : range) body
struct RangeForStmt : Stmt {
  VarStmt* element; // without init
  Expr* range;
  BlockStmt* body;

  RangeForStmt(VarStmt* element, Expr* range, BlockStmt* body)
      : Stmt(Kind::RangeForStmt), element(element), range(range), body(body) {}
  static bool classof(const Node* n) { return n->kind == Kind::RangeForStmt; }
};

struct WhileStmt : Stmt {
  Expr* cond;
  BlockStmt* body;

  WhileStmt(Expr* cond, BlockStmt* body) : Stmt(Kind::WhileStmt), cond(cond), body(body) {}
  static bool classof(const Node* n) { return n->kind == Kind::WhileStmt; }
};

// do body while (cond);
struct DoStmt : Stmt {
  BlockStmt* body;
  Expr* cond;

  DoStmt(BlockStmt* body, Expr* cond) : Stmt(Kind::DoStmt), body(body), cond(cond) {}
  static bool classof(const Node* n) { return n->kind == Kind::DoStmt; }
};

// case a: case b: … Without values, or if alsoDefault: default. The body ends in break unless it
// cannot be left there or fallsThrough ([[fallthrough]]); the printer adds neither.
struct SwitchCase {
  ExprList values;
  BlockStmt* body;
  bool fallsThrough = false;
  bool alsoDefault = false; // the value is one of the cases; C++ can't know
};

struct SwitchStmt : Stmt {
  Expr* value;
  llvm::ArrayRef<SwitchCase> cases;

  SwitchStmt(Expr* value, llvm::ArrayRef<SwitchCase> cases)
      : Stmt(Kind::SwitchStmt), value(value), cases(cases) {}
  static bool classof(const Node* n) { return n->kind == Kind::SwitchStmt; }
};

struct ReturnStmt : Stmt {
  Expr* value; // or null

  explicit ReturnStmt(Expr* value) : Stmt(Kind::ReturnStmt), value(value) {}
  static bool classof(const Node* n) { return n->kind == Kind::ReturnStmt; }
};

struct BreakStmt : Stmt {
  BreakStmt() : Stmt(Kind::BreakStmt) {}
  static bool classof(const Node* n) { return n->kind == Kind::BreakStmt; }
};

struct ContinueStmt : Stmt {
  ContinueStmt() : Stmt(Kind::ContinueStmt) {}
  static bool classof(const Node* n) { return n->kind == Kind::ContinueStmt; }
};

struct GotoStmt : Stmt {
  Name label;

  explicit GotoStmt(Name label) : Stmt(Kind::GotoStmt), label(label) {}
  static bool classof(const Node* n) { return n->kind == Kind::GotoStmt; }
};

// label: — the statement it marks follows it in its block; at a block's end the printer writes the
// `;` that C++20 wants there.
struct LabelStmt : Stmt {
  Name label;
  bool maybeUnused;

  LabelStmt(Name label, bool maybeUnused)
      : Stmt(Kind::LabelStmt), label(label), maybeUnused(maybeUnused) {}
  static bool classof(const Node* n) { return n->kind == Kind::LabelStmt; }
};

// A // comment on its own line.
struct CommentStmt : Stmt {
  llvm::StringRef text;

  explicit CommentStmt(llvm::StringRef text) : Stmt(Kind::CommentStmt), text(text) {}
  static bool classof(const Node* n) { return n->kind == Kind::CommentStmt; }
};

} // namespace minigo::cxx
