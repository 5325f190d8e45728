// Function literals and functions as values (spec: Function literals).
#include "codegen/lower/func.h"

namespace minigo {

using llvm::ArrayRef;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

// Notes that the emitted code mentions v, and that the literals between here and its declaration
// capture it.
void FunctionLowerer::referenced(const Var* v) {
  used_.insert(v);
  for (Function* f = fn_; f && !f->declared.contains(v) && f->outer; f = f->outer)
    f->captured.insert(v);
}

cxx::Expr* FunctionLowerer::funcLit(const ast::FuncLit* lit) {
  cxx::LambdaExpr* lambda = lambdaOf(lit);
  if (analysis.escapes.onHeap(lit) || lambda->captures.empty())
    return b.rtCall("closure", {lambda});
  Expr* closure = tempOf(b.rtCall("localClosure", {lambda}), b.autoType(), "closure");
  return b.methodCall(closure, "value");
}

// A literal or method value that a call gets as an argument and keeps no longer: the closure lives
// until the end of the call. Null: e is none.
cxx::Expr* FunctionLowerer::passedClosure(const ast::Expr* e, const Type* param) {
  e = ast::unparen(e);
  auto* lit = dyn_cast<ast::FuncLit>(e);
  auto* method = dyn_cast<ast::SelectorExpr>(e);
  if ((!lit && !method) || analysis.escapes.onHeap(e)) return nullptr;
  Expr* closure = nullptr;
  if (lit) {
    cxx::LambdaExpr* lambda = lambdaOf(lit);
    if (lambda->captures.empty()) return b.rtCall("closure", {lambda});
    closure = b.rtCall("localClosure", {lambda});
  } else {
    closure = b.rtCall("localClosure", {methodLambda(method)});
  }
  // C++ converts once on its own.
  return isa<Named>(unalias(l.resolve(param))) ? b.methodCall(closure, "value") : closure;
}

cxx::LambdaExpr* FunctionLowerer::lambdaOf(const ast::FuncLit* lit) {
  const Signature* type = under<Signature>(lit->type);
  Function fn;
  fn.node = lit;
  fn.outer = fn_;
  fn.results = type->results;
  fn.shape = &analysis.defers.of(lit);
  std::vector<Target> outerTargets;
  outerTargets.swap(targets_);
  SourcePos outerPos = pos_;
  fn_ = &fn;
  cxx::LambdaExpr* lambda;
  {
    LocalNames::Scope scope(locals_);
    Sink sink(*this);
    ParamList signature = declareParams(nullptr, lit->signature);
    body(fn, lit->signature, lit->body);
    Stmts stmts = sink.take();
    dropUnusedParams(signature);
    if (fn.shape->recovers)
      signature.params.insert(signature.params.begin(),
                              {b.reference(b.rt("Recovery")), fn.recovery});
    llvm::SmallVector<cxx::Capture, 4> captures;
    fn_ = fn.outer;
    for (const Var* v : fn.captured)
      captures.push_back({locals_.of(v), !analysis.byValue(v) || references_.contains(v), nullptr});
    bool hasResults = !type->results->vars.empty();
    lambda = b.lambda(captures, signature.params,
                      hasResults ? l.resultType(type->results) : nullptr, blockOf(stmts));
    lambda->begin = lit->pos;
    lambda->end = lit->body->rbrace;
    lambda->owner = l.codeOwner(lit);
  }
  fn_ = fn.outer;
  pos_ = outerPos;
  targets_.swap(outerTargets);
  return lambda;
}

cxx::Expr* FunctionLowerer::funcValue(const Func* function, ArrayRef<const Type*> typeArgs) {
  llvm::SmallVector<const Type*, 4> resolved;
  for (const Type* t : typeArgs)
    resolved.push_back(l.resolve(t));
  cxx::NameExpr* name = resolved.empty() ? l.object(function) : l.instance(function, resolved);
  bool recovers = function->decl && DeferInfo::mayRecover(function->decl);
  return b.call(b.rtName(recovers ? "recoveringFunc" : "func",
                         ArrayRef<cxx::TemplateArg>{cxx::TemplateArg{nullptr, b.addressOf(name)}}));
}

} // namespace minigo
