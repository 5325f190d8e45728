// Names of function literals in tracebacks, as gc gives them: those of f are f.func1, f.func2 and
// so on in source order, those of f.func1 are f.func1.1, f.func1.2; the body of a range statement
// over a function is f-range1, and literals in it count as those of f. A go or defer statement
// whose call has arguments or results is made by f.gowrap1 or f.deferwrap1.
//
// The C++ code of each says whose it is (LambdaExpr::owner), by the file that #line names. Where
// that has to be the file itself, for debuggers, there are entries for lines instead, which cannot
// tell literals in one line apart.
#pragma once

#include "codegen/analyze/kept_code.h"
#include "codegen/lower/lower.h"

namespace minigo {

class LiteralNames {
public:
  // Of the literals in the C++ function `function`, which Go calls goName and which is to be
  // lowered next.
  LiteralNames(Lowerer& l, Name function, llvm::StringRef goName);
  ~LiteralNames();

  // Names those in a body or an expression, which follows those before.
  void add(const ast::Node* node) { addIn(node, outermost_); }

private:
  struct Scope {
    std::string name, literals; // literals: the start of their names
    int literalCount = 0, rangeCount = 0, wrapperCount = 0;
  };
  void addIn(const ast::Node* node, Scope& scope);
  void addLiteral(const ast::FuncLit* literal, Scope& scope);
  void addWrapper(const ast::Node* stmt, const ast::Expr* call, llvm::StringRef kind, Scope& scope);
  void own(const ast::Node* node, llvm::StringRef name, const Signature* signature = nullptr);
  void entry(SourcePos from, SourcePos to, llvm::StringRef name);

  Lowerer& l_;
  Name function_;
  Scope outermost_;
  KeptCode kept_;
};

} // namespace minigo
