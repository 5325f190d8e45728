// What callers in other packages want to know of a function's body, as a text that outlives the
// build (FuncDecl::summary): with it, nobody has to read the body again.
#pragma once

#include "codegen/analyze/escape_graph.h"

#include "llvm/ADT/DenseMap.h"

#include <string>

namespace minigo {

class EscapeAnalysis;

struct FunctionSummary {
  bool recovers = false;                        // DeferInfo::mayRecover
  bool isRecursive = false;                     // EscapeAnalysis::isRecursive
  llvm::DenseMap<const Var*, ParamFlow> params; // those that flow anywhere
};

// Of a function with a body, of the package that `escapes` is about. Empty if importers want the
// body itself: to compile it, or because more of it matters to them than a summary says.
std::string summarize(const SourceManager& sources, const ast::FuncDecl* decl,
                      const EscapeAnalysis& escapes);

// What decl->summary says, which is not empty.
FunctionSummary readSummary(const ast::FuncDecl* decl);

} // namespace minigo
