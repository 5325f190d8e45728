// Names of function literals in tracebacks, as gc gives them: those of f are f.func1, f.func2 and
// so on in source order, those of f.func1 are f.func1.1, f.func1.2; the body of a range statement
// over a function is f-range1, and literals in it count as those of f.
#pragma once

#include "codegen/lower/lower.h"

namespace minigo {

class LiteralNames {
public:
  // Of the literals in the C++ function `function`, which Go calls goName.
  LiteralNames(Lowerer& l, Name function, llvm::StringRef goName)
      : l_(l), function_(function), outermost_{goName.str() + ".func", goName.str()} {}

  // Adds the entries for those in a body or an expression, which follows those before.
  void add(const ast::Node* node);

private:
  struct Scope {
    std::string literals, ranges; // the start of names
    int literalCount = 0, rangeCount = 0;
  };
  void addIn(const ast::Node* node, Scope& scope);
  void entry(SourcePos from, SourcePos to, llvm::StringRef name);

  Lowerer& l_;
  Name function_;
  Scope outermost_;
};

} // namespace minigo
