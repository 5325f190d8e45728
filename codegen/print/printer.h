// The printer: C++ tree to text. It decides nothing and changes nothing: what must be chosen
// (order of evaluation, temporaries, names, workarounds) was chosen in lower/. Its own business is
// layout, parentheses (from one precedence table) and escapes.
#pragma once

#include "codegen/cxx/unit.h"
#include "codegen/print/layout.h"
#include "codegen/print/line_origin.h"

#include <string>

namespace minigo {

class SourceManager;

namespace print {

struct PrintOptions {
  bool lineDirectives = false;
  const SourceManager* sources = nullptr; // needed for lineDirectives
  llvm::ArrayRef<LineOrigin> lineOrigins; // see LineMap
};

// The text of a file. The unit has passed cxx::verify.
std::string printUnit(const cxx::Unit& unit, const PrintOptions& options = {});

// Parts, for tests and --dump-after.
std::string printExpr(const cxx::Expr* expr);
std::string printType(const cxx::Type* type);
std::string printStmt(const cxx::Stmt* stmt);
std::string printDecl(const cxx::Decl* decl);

// Precedence of C++ operators: a higher one binds tighter.
enum class Precedence : uint8_t {
  Comma,
  Assignment, // and ?:, from the right
  OrOr,
  AndAnd,
  BitOr,
  BitXor,
  BitAnd,
  Equality,
  Relational,
  Shift,
  Additive,
  Multiplicative,
  Unary,
  Postfix,
  Primary,
};
Precedence precedenceOf(const cxx::Expr* expr);

class Printer {
public:
  explicit Printer(const PrintOptions& options) : options_(options) {}

  std::string take() { return std::move(out_); }

  // print_unit.cpp
  void unit(const cxx::Unit& unit);

  // print_decl.cpp
  void decl(const cxx::Decl* decl);
  void function(const cxx::Function* f, bool definition);
  void variable(const cxx::Variable* v, bool definition);
  void structure(const cxx::Struct* s);

  // print_stmt.cpp
  void stmt(const cxx::Stmt* stmt);
  void body(const cxx::BlockStmt* block); // the statements, one level deeper

  // print_expr.cpp
  void expr(Tokens& t, const cxx::Expr* expr);
  void exprText(Tokens& t, const cxx::Expr* expr);
  // With parentheses if it binds less tightly than `least`.
  void operand(Tokens& t, const cxx::Expr* expr, Precedence least);
  void arguments(Tokens& t, llvm::ArrayRef<cxx::Expr*> args);

  // print_type.cpp
  std::string typeText(const cxx::Type* type);
  // A type around the name it declares: `T name`, `T name[3]`, `R (*name)(A)`.
  std::string declarator(const cxx::Type* type, llvm::StringRef name);
  std::string qualifiedText(const cxx::QualifiedName& name,
                            llvm::ArrayRef<cxx::TemplateArg> args = {});
  std::string params(llvm::ArrayRef<cxx::Param> params);

private:
  // Writes a line, or lines if it is too long, at the current indentation.
  void line(const Tokens& tokens, SourcePos pos = {});
  void line(llvm::StringRef text, SourcePos pos = {});
  // Ends the line of text; what follows belongs to that position.
  void breakLine(Tokens& t, SourcePos pos);
  // Asks for an empty line before the next one; two never follow each other.
  void blankLine() { pendingBlank_ = true; }
  void write(llvm::StringRef text, SourcePos pos);

  void literal(Tokens& t, const cxx::Expr* expr);
  void construct(Tokens& t, const cxx::ConstructExpr* e);
  void unary(Tokens& t, const cxx::UnaryExpr* e);
  void binary(Tokens& t, const cxx::BinaryExpr* e);
  void conditional(Tokens& t, const cxx::ConditionalExpr* e);
  void cast(Tokens& t, const cxx::CastExpr* e);
  void lambda(Tokens& t, const cxx::LambdaExpr* e);
  void initList(Tokens& t, llvm::ArrayRef<cxx::Init> inits, bool oneLineEach);
  void stringLit(Tokens& t, const cxx::StringLit* e);
  // The block's statements as lines of their own, with `end` behind them.
  // With the position of the end, and what the block is a part of, for #line.
  void blockLines(Tokens& t, const cxx::BlockStmt* block, llvm::StringRef end,
                  SourcePos endPos = SourcePos(), llvm::StringRef owner = "");

  void simple(Tokens& t, const cxx::Stmt* stmt); // a declaration or expression without `;`
  void initializer(Tokens& t, const cxx::Expr* init, cxx::InitStyle style);
  void ifStmt(const cxx::IfStmt* s);
  void forStmt(const cxx::ForStmt* s);
  void rangeForStmt(const cxx::RangeForStmt* s);
  void whileStmt(const cxx::WhileStmt* s);
  void doStmt(const cxx::DoStmt* s);
  void switchStmt(const cxx::SwitchStmt* s);
  void comment(llvm::StringRef text);

  const PrintOptions& options_;
  std::string out_;
  llvm::StringRef owner_; // of what is being printed
  SourcePos linePos_;     // what #line says of it; invalid: unknown
  unsigned indent_ = 0;
  bool pendingBlank_ = false;
};

std::string specifiersText(uint16_t specifiers);
std::string commaList(llvm::ArrayRef<std::string> parts);

} // namespace print
} // namespace minigo
