// Builds the graph of one function (escape_graph.h) from its syntax tree. What is not understood
// flows into the heap.
#pragma once

#include "codegen/analyze/escape_graph.h"
#include "codegen/analyze/variables.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

#include <optional>

namespace minigo {

// What a call runs, as far as it is known.
struct CalledCode {
  const ast::FuncDecl* decl = nullptr;      // a declared function or method,
  const ast::FuncLit* literal = nullptr;    // or a literal
  const ast::FuncDecl* literalIn = nullptr; // that this function returns
};

// An argument that a parameter of another function decides about.
struct ArgumentFlow {
  EscapeGraph::Id argument;
  const ast::FuncDecl* callee;                  // declares the parameter, or returns its literal
  const Var* param;                             // null: has no name, so that nothing uses it
  EscapeGraph::Id held;                         // uses what the results hold
  llvm::SmallVector<EscapeGraph::Hole, 1> into; // per result of the callee that is used
};

class EscapeBuilder {
public:
  using Id = EscapeGraph::Id;
  using Hole = EscapeGraph::Hole;

  // variables: facts about the function's variables.
  explicit EscapeBuilder(const VariableUses& variables) : variables_(variables) {}

  void function(const ast::FuncDecl* decl);
  void initializer(const ast::Expr* e); // of a package variable

  EscapeGraph graph;
  std::vector<ArgumentFlow> arguments;
  llvm::DenseMap<const Var*, Id> vars;
  // FuncLit, RangeStmt over a function (its body), SelectorExpr (a method value), CallExpr (the
  // slice of variadic arguments, what new and make make), UnaryExpr (&T{…}), CompositeLit (the
  // array of a slice); of the body of a function, what holds its unnamed results.
  llvm::DenseMap<const ast::Node*, Id> sites;

private:
  // A function, a literal, or the body of a range over a function.
  struct Context {
    const ast::Node* node;
    Id closure; // holds what is captured; kNone: nothing does
    Context* outer;
    bool isRangeBody;
  };

  // --- escape_builder.cpp: locations, statements
  Id variable(const Var* v);
  void declare(const Var* v, TextRange lives, TextRange holds, bool isParam = false);
  void declare(const Var* v) { declare(v, block_, block_); }
  void declareFields(ast::FieldList fields, TextRange range, bool isParam);
  Id site(const ast::Node* node, TextRange lives, SourcePos pos, bool isBox = false);
  Id made(Hole k, const ast::Node* node, std::optional<int64_t> size, bool isBox = false);
  Id temporary(TextRange range);
  Id heldInStatement(SourcePos pos);
  Id deferred();
  Hole result(size_t i);
  void use(const Var* v);
  const ast::Node* owner() const; // FuncDecl or FuncLit around; null: initialization
  TextRange rangeOf(const ast::Node* node) const;
  void flow(Hole k, Id from, int derefs = 0);

  void lookForJumps(const ast::Node* node, const ast::BlockStmt* body);
  void body(const ast::Node* node, const ast::BlockStmt* block);
  void statements(ast::StmtList list);
  void statement(const ast::Stmt* s);
  void inBlock(TextRange range, llvm::function_ref<void()> inside);
  void assign(const ast::AssignStmt* s);
  void tuple(llvm::ArrayRef<Hole> holes, const ast::Expr* e);
  void varDecl(const ast::VarDecl* decl);
  void bind(const Var* v, const ast::Expr* value, SourcePos pos);
  void returnStmt(const ast::ReturnStmt* s);
  void forStmt(const ast::ForStmt* s);
  void rangeStmt(const ast::RangeStmt* s);
  void rangeFunc(const ast::RangeStmt* s);
  void clauses(llvm::ArrayRef<ast::CaseClause*> list, Id tag);
  void typeSwitch(const ast::TypeSwitchStmt* s);
  void select(const ast::SelectStmt* s);

  // --- escape_expr.cpp: expressions
  void expr(Hole k, const ast::Expr* e);
  void discard(const ast::Expr* e) { expr({}, e); }
  void address(Hole k, const ast::Expr* e); // of the place e
  Hole place(const ast::Expr* e);           // where assigning to e puts the value
  void unary(Hole k, const ast::UnaryExpr* e);
  void binary(const ast::BinaryExpr* e);
  void selector(Hole k, const ast::SelectorExpr* e);
  void methodValue(Hole k, const ast::SelectorExpr* e);
  void index(Hole k, const ast::IndexExpr* e);
  void compositeLit(Hole k, const ast::CompositeLit* e);
  void elements(Hole k, const ast::CompositeLit* e, const Type* t);
  void receiver(Hole k, const ast::SelectorExpr* e);
  void conversion(Hole k, const Type* to, const ast::Expr* e);
  void assignable(Hole k, const Type* to, const ast::Expr* e); // as assignment converts
  void funcLit(const ast::FuncLit* lit, Id closure);

  // --- escape_call.cpp: calls
  void call(llvm::ArrayRef<Hole> results, const ast::CallExpr* e);
  void started(const ast::Expr* e, Id holder); // go and defer
  void builtin(Hole k, const ast::CallExpr* e, const Builtin* builtin);
  void make(Hole k, const ast::CallExpr* e);
  void append(Hole k, const ast::CallExpr* e);
  CalledCode calledCode(const ast::Expr* fun) const;
  static const Var* paramAt(const CalledCode& code, size_t i);
  void argument(const CalledCode& code, const Var* param, Id value, llvm::ArrayRef<Hole> results,
                const ast::CallExpr* call);
  void argumentValue(Id value, const Type* to, const ast::Expr* e, const ast::CallExpr* call);
  void passArguments(const CalledCode& code, const ast::CallExpr* e, llvm::ArrayRef<Hole> results);

  const VariableUses& variables_;
  Context* context_ = nullptr;
  TextRange block_;
  SourcePos statement_; // where the one around begins
  // In what is evaluated at times, or again and again, while its block goes on.
  bool conditional_ = false;
  llvm::DenseSet<const ast::Node*> ordered_; // functions with defer or goto
  llvm::DenseSet<const ast::Node*> jumping_; // functions with goto
  llvm::DenseMap<const ast::Node*, Id> deferred_;
  llvm::DenseSet<std::pair<Id, const Var*>> captured_;
  llvm::DenseMap<const Var*, const ast::FuncLit*> literals_; // that a variable holds for ever
  const ast::FuncDecl* decl_ = nullptr;
  llvm::SmallVector<Id, 2> results_; // of decl_
};

// Whether values of t may hold the address of a variable.
bool holdsAddress(const Type* t);
// The size of values of t, if it is the same in all instances.
std::optional<int64_t> constantSize(const Type* t);

} // namespace minigo
