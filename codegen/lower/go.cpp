// The go statement (spec: Go statements): function and arguments are evaluated here, by value.
#include "codegen/lower/func.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

// What go and defer hand to the runtime: code or a function value, then its arguments. A call that
// has no such form (of a built-in, with an argument that is several values) becomes a lambda that
// holds its operands.
FunctionLowerer::Exprs FunctionLowerer::startedCall(const ast::CallExpr* e, const ast::Stmt* s) {
  const Builtin* built = builtinOf(e);
  if (isConversion(e) || built) return {inWrapper(s, operandLambda(e))};
  Callee target = callee(e);
  Exprs args;
  bool isLambda = isa<cxx::LambdaExpr>(target.function);
  bool isPointer = isa<cxx::MemberExpr>(target.function); // in a method table
  args.push_back(target.isValue || isLambda || isPointer ? target.function
                                                         : b.addressOf(target.function));
  for (Expr* leading : target.leading)
    args.push_back(leading);
  if (e->args.size() == 1 && isa<Tuple>(typeOf(e->args[0]))) {
    auto* whole = cast<cxx::CallExpr>(tupleArgument(e, target.signature, target));
    args.append(whole->args.begin() + long(target.leading.size()), whole->args.end());
    return args;
  }
  args.append(arguments(e, target.signature, false));
  // The runtime deduces the types of the arguments.
  size_t first = 1 + target.leading.size();
  for (size_t i = first; i < args.size(); ++i) {
    if (isa<cxx::InitList>(args[i]))
      args[i] = b.construct(l.type(target.signature->params->vars[i - first]->type));
  }
  return args;
}

// Built-ins: operands into variables now, the call in a lambda that copies them.
cxx::LambdaExpr* FunctionLowerer::operandLambda(const ast::CallExpr* e) {
  llvm::SmallVector<cxx::Capture, 4> captures;
  auto hold = [&](Expr* value, const Type* t, llvm::StringRef hint) -> Expr* {
    if (isLiteral(value)) return value;
    Name name = locals_.temp(hint);
    captures.push_back({name, false, exactType(value, t)});
    return b.name(name);
  };
  auto* call = cast<cxx::CallExpr>(builtin(e, builtinOf(e)));
  Exprs held;
  for (size_t i = 0; i < call->args.size(); ++i) {
    const ast::Expr* arg = i < e->args.size() ? e->args[i] : e->args.back();
    held.push_back(hold(call->args[i], typeOf(arg), hintFor(arg)));
  }
  Expr* callee = call->callee;
  if (auto* method = dyn_cast<cxx::MemberExpr>(callee))
    callee = b.member(hold(method->base, typeOf(e->args[0]), hintFor(e->args[0])), method->name);
  return b.lambda(captures, {}, nullptr, b.block({b.exprStmt(b.call(callee, held))}));
}

void FunctionLowerer::goStmt(const ast::GoStmt* s) {
  emit(b.rtCall("go", startedCall(cast<ast::CallExpr>(ast::unparen(s->call)), s)));
}

// The lambda that makes the call of a go or defer statement: its code is none of the function.
cxx::LambdaExpr* FunctionLowerer::inWrapper(const ast::Stmt* s, cxx::LambdaExpr* lambda) {
  for (cxx::Stmt* inner : lambda->body->stmts)
    inner->pos = s->pos;
  lambda->owner = l.codeOwner(s);
  return lambda;
}

} // namespace minigo
