// Calls (spec: Calls, Passing arguments to ... parameters).
#include "codegen/lower/func.h"

namespace minigo {

using llvm::ArrayRef;
using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

llvm::StringRef machineOperation(const Func* function) {
  struct Intrinsic {
    llvm::StringLiteral package, function, runtime;
  };
  static constexpr Intrinsic kIntrinsics[] = {
#define INTRINSIC(package, function, runtime) {package, function, runtime},
#include "codegen/lower/intrinsics.def"
  };
  if (!function->package || function->signature()->receiver) return "";
  llvm::StringRef path = function->package->path;
  if (!path.starts_with("math") && !path.starts_with("crypto/internal/")) return "";
  for (const Intrinsic& i : kIntrinsics)
    if (path == i.package && function->name == i.function) return i.runtime;
  return "";
}

cxx::Expr* FunctionLowerer::call(const ast::CallExpr* e) {
  if (isConversion(e)) return conversion(e);
  if (const Builtin* built = builtinOf(e)) return builtin(e, built);
  Callee target = callee(e);
  // A literal that recovers gets its right to do so, or none, from the code around a closure.
  auto* lit = dyn_cast<ast::FuncLit>(ast::unparen(e->fun));
  if (lit && analysis.defers.of(lit).recovers)
    target.function = b.methodCall(b.rtCall("localClosure", {target.function}), "value");
  if (e->args.size() == 1 && isa<Tuple>(typeOf(e->args[0])))
    return tupleArgument(e, target.signature, target);
  Exprs args = target.leading;
  auto* selector = dyn_cast<ast::SelectorExpr>(ast::unparen(e->fun));
  if (!args.empty() && selector) args[0] = argumentApart(e, selector->x, args[0]);
  args.append(arguments(e, target.signature, !analysis.escapes.onHeap(e)));
  return b.call(target.function, args);
}

FunctionLowerer::Callee FunctionLowerer::callee(const ast::CallExpr* e) {
  Callee result;
  result.signature = under<Signature>(e->fun->type);
  const ast::Expr* fun = ast::unparen(e->fun);
  ArrayRef<const Type*> typeArgs = e->typeArgs;
  if (auto* index = dyn_cast<ast::IndexExpr>(fun); index && !index->typeArgs.empty()) {
    typeArgs = index->typeArgs;
    fun = ast::unparen(index->x);
  }
  auto* name = dyn_cast<ast::Ident>(fun);
  auto* selector = dyn_cast<ast::SelectorExpr>(fun);
  if (selector && selector->selection && selector->selection->kind == ast::SelectionKind::Method)
    return methodCallee(selector);
  if (selector &&
      (!selector->selection || selector->selection->kind == ast::SelectionKind::Qualified))
    name = selector->sel;
  if (auto* function = name ? dyn_cast_or_null<Func>(name->object) : nullptr) {
    result.declared = function;
    if (llvm::StringRef machine = machineOperation(function); !machine.empty()) {
      result.function = b.rtName(machine);
      return result;
    }
    llvm::SmallVector<const Type*, 4> resolved;
    for (const Type* t : typeArgs)
      resolved.push_back(l.resolve(t));
    result.function = resolved.empty() ? l.object(function) : l.instance(function, resolved);
    return result;
  }
  if (auto* lit = dyn_cast<ast::FuncLit>(fun)) {
    result.function = lambdaOf(lit);
    return result;
  }
  result.isValue = true;
  result.function = expr(fun);
  return result;
}

FunctionLowerer::Callee FunctionLowerer::methodCallee(const ast::SelectorExpr* e) {
  Callee result;
  Method method = methodOf(e->x->type, e);
  result.signature = under<Signature>(e->type);
  result.declared = method.func;
  const Type* t = typeOf(e->x);
  Expr* base = expr(e->x);
  const Type* end = nullptr;
  Expr* inner = fieldOf(base, t, method.path, &end);
  if (asUnder<Interface>(end)) {
    inner = simple(inner, end, hintFor(e->x));
    result.function = b.arrow(inner, l.tableMember(end, method.func));
    result.leading.push_back(b.member(inner, "data"));
    return result;
  }
  result.function = l.method(method.func);
  result.leading.push_back(receiverFrom(base, t, true, method));
  return result;
}

// An argument on another line than its call, for which tracebacks are to show that. g++ takes all
// arguments of a call to be on its line, but for what is in a statement.
cxx::Expr* FunctionLowerer::argumentApart(const ast::CallExpr* e, const ast::Expr* arg, Expr* x) {
  const SourceManager& sources = l.program.sources;
  if (!l.options.lineDirectives || !isa<cxx::CallExpr>(x) || isa<ast::FuncLit>(arg) ||
      sources.position(arg->pos).line == sources.position(e->pos).line)
    return x;
  cxx::Stmt* only = b.exprStmt(x);
  only->pos = arg->pos;
  Expr* apart = b.stmtExpr({only});
  apart->pos = arg->pos;
  return apart;
}

FunctionLowerer::Exprs FunctionLowerer::arguments(const ast::CallExpr* e, const Signature* s,
                                                  bool onStack) {
  Exprs args;
  ArrayRef<Var*> params = s->params->vars;
  size_t fixed = s->variadic && !e->hasDots ? params.size() - 1 : params.size();
  for (size_t i = 0; i < fixed; ++i) {
    Expr* closure = passedClosure(e->args[i], params[i]->type);
    args.push_back(closure ? closure
                           : argumentApart(e, e->args[i], exprAs(e->args[i], params[i]->type)));
  }
  if (fixed == params.size()) return args;
  const Type* elem = under<Slice>(params.back()->type)->elem;
  Exprs rest;
  for (const ast::Expr* arg : e->args.drop_front(fixed)) {
    Expr* value = elementAs(arg, elem);
    // Else it is no argument for C++.
    rest.push_back(l.isInterface(elem) ? argumentApart(e, arg, value) : value);
  }
  args.push_back(variadicSlice(rest, elem, onStack));
  return args;
}

cxx::Expr* FunctionLowerer::variadicSlice(ArrayRef<Expr*> values, const Type* elem, bool onStack) {
  if (values.empty()) return b.initList();
  if (onStack && l.isEmptyInterface(elem)) {
    Exprs plain;
    for (Expr* value : values)
      plain.push_back(l.withoutToAny(value));
    return b.rtCall("args", {b.initList(plain)});
  }
  return b.rtCall(onStack ? "arguments" : "sliceOf", {l.type(elem)}, {b.initList(values)});
}

// f(g()) where g has several results.
cxx::Expr* FunctionLowerer::tupleArgument(const ast::CallExpr* e, const Signature* s,
                                          Callee& callee) {
  const Tuple* tuple = cast<Tuple>(typeOf(e->args[0]));
  Expr* results = tempOf(expr(e->args[0]), b.autoType(), hintFor(e->args[0]));
  ArrayRef<Var*> params = s->params->vars;
  size_t fixed = s->variadic ? params.size() - 1 : params.size();
  Exprs args = callee.leading;
  Exprs rest;
  for (size_t i = 0; i < tuple->vars.size(); ++i) {
    Expr* value = b.member(results, b.names.result(unsigned(i)));
    const Type* to = i < fixed ? params[i]->type : under<Slice>(params.back()->type)->elem;
    (i < fixed ? args : rest).push_back(converted(value, tuple->vars[i]->type, to));
  }
  if (s->variadic)
    args.push_back(
        variadicSlice(rest, under<Slice>(params.back()->type)->elem, !analysis.escapes.onHeap(e)));
  return b.call(callee.function, args);
}

} // namespace minigo
