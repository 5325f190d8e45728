// What defer, recover, labels and goto ask of the shape of a function.
#pragma once

#include "codegen/analyze/variables.h"

#include "llvm/ADT/DenseSet.h"

#include <vector>

namespace minigo {

// How the deferred calls of a function run; see minigo/defer.h.
enum class DeferForm : uint8_t {
  None,   // no defer statement
  Scoped, // every call is an object at the place of its statement and runs as its scope ends
  Framed, // the body is a lambda run by a mg::Defers
};

struct DeferSite {
  const ast::DeferStmt* stmt;
  bool repeats;  // in a loop, or in a function that jumps with goto
  bool topLevel; // directly in the function's body
};

struct FunctionShape {
  std::vector<DeferSite> defers;
  DeferForm form = DeferForm::None;
  bool recovers = false;             // calls recover() itself, not only in a literal inside
  bool jumps = false;                // has a goto
  bool hasCapturedResult = false;    // a named result is shared with a function literal
  bool returnsFromRangeFunc = false; // has a return in the body of a range over a function
  llvm::DenseSet<const ast::Stmt*> gotoTargets; // labeled statements that a goto jumps to
};

// Shapes of all declared functions and function literals of a package.
class DeferInfo {
public:
  DeferInfo(const Package& package, const VariableUses& variables);
  // function: a FuncDecl or FuncLit of the package.
  const FunctionShape& of(const ast::Node* function) const {
    return shapes_.find(function)->second;
  }
  // Whether a function declared in this or another package has a body that calls recover() itself.
  static bool mayRecover(const ast::FuncDecl* decl);
  static bool mayRecover(const ast::FuncLit* lit); // the same for a literal

private:
  void addFunction(const ast::Node* function, const ast::FuncTypeExpr* signature,
                   const ast::BlockStmt* body, const VariableUses& variables);
  void addLiterals(const ast::Node* node, const VariableUses& variables);

  llvm::DenseMap<const ast::Node*, FunctionShape> shapes_;
};

// Whether a statement below node, literals aside, is a defer statement.
bool defersWithin(const ast::Node* node);

// The declared function or method that a call reaches for certain, or null: through a function
// value, an interface or a type parameter.
const Func* staticCallee(const ast::CallExpr* call);
// The same for the function that an expression names.
const Func* staticFunction(const ast::Expr* fun);

} // namespace minigo
