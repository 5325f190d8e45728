// Selectors (spec: Selectors, Method values, Method expressions).
#include "codegen/lower/func.h"

#include "frontend/types/lookup.h"

namespace minigo {

using llvm::ArrayRef;
using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

cxx::Expr* FunctionLowerer::selector(const ast::SelectorExpr* e) {
  const ast::Selection* s = e->selection;
  if (!s || s->kind == ast::SelectionKind::Qualified || s->kind == ast::SelectionKind::None)
    return ident(e->sel);
  if (s->kind == ast::SelectionKind::Method) return methodValue(e);
  if (s->kind == ast::SelectionKind::MethodExpr) return methodExpr(e);
  const Type* end = nullptr;
  Expr* base = expr(e->x);
  return fieldOf(base, typeOf(e->x), s->path, &end);
}

// base.a.b…, following embedded pointers; *end is the type reached.
cxx::Expr* FunctionLowerer::fieldOf(Expr* base, const Type* t, ArrayRef<uint32_t> path,
                                    const Type** end) {
  t = l.resolve(t);
  for (uint32_t step : path) {
    const Pointer* pointer = asUnder<Pointer>(t);
    const Struct* s = under<Struct>(pointer ? pointer->elem : t);
    auto* unary = dyn_cast<cxx::UnaryExpr>(base);
    if (pointer && unary && unary->op == cxx::UnaryOp::AddressOf)
      base = b.member(unary->x, l.field(s, step));
    else if (!pointer && unary && unary->op == cxx::UnaryOp::Deref)
      base = b.arrow(unary->x, l.field(s, step));
    else
      base = pointer ? b.arrow(base, l.field(s, step)) : b.member(base, l.field(s, step));
    t = l.resolve(s->fields[step]->type);
  }
  *end = t;
  return base;
}

// The method that x.sel names for an x of type t, which may be what a type parameter stands for.
FunctionLowerer::Method FunctionLowerer::methodOf(const Type* t, const ast::SelectorExpr* e) {
  Method found;
  const Type* resolved = l.resolve(t);
  if (resolved == t && llvm::isa_and_nonnull<Func>(e->selection->object)) {
    found.func = cast<Func>(e->selection->object);
    found.path.assign(e->selection->path.begin(), e->selection->path.end());
  } else {
    LookupResult result = lookupFieldOrMethod(
        l.types, resolved, true, e->selection->object->package, e->selection->object->name);
    found.func = cast<Func>(result.object);
    found.path.assign(result.path.begin(), result.path.end());
  }
  if (!found.path.empty()) found.path.pop_back(); // the method's own index
  return found;
}

cxx::Expr* FunctionLowerer::receiver(const ast::Expr* x, const Method& method) {
  bool isPlace = x->mode == ast::Mode::Variable;
  return receiverFrom(expr(x), typeOf(x), isPlace, method);
}

// What the method takes as its first argument, given the operand of the selector.
cxx::Expr* FunctionLowerer::receiverFrom(Expr* base, const Type* t, bool, const Method& method) {
  const Type* end = nullptr;
  base = fieldOf(base, t, method.path, &end);
  bool isPointer = asUnder<Pointer>(end) != nullptr;
  if (method.func->pointerReceiver) return isPointer ? base : b.addressOf(base);
  return isPointer ? derefValue(base) : base;
}

// x.M as a function value: the receiver is evaluated now.
cxx::Expr* FunctionLowerer::methodValue(const ast::SelectorExpr* e) {
  return b.rtCall("closure", {methodLambda(e)});
}

// The code of a method value or expression is none of the function that it stands in.
llvm::StringRef FunctionLowerer::wrapperOwner(const Type* receiver, const Func* method,
                                              llvm::StringRef suffix) {
  if (l.codeOwner(nullptr).empty()) return {};
  const auto* pointer = asUnder<Pointer>(receiver);
  const Type* base = unalias(pointer ? l.resolve(pointer->elem) : receiver);
  const std::string name = wrapperName(base, method->pointerReceiver, method);
  return b.arena().intern((name.empty() ? "~" + method->name.str() : name) + suffix.str() + "()");
}

cxx::LambdaExpr* FunctionLowerer::methodLambda(const ast::SelectorExpr* e) {
  const Type* t = typeOf(e->x);
  Method method = methodOf(e->x->type, e);
  Expr* base = expr(e->x);
  const Signature* s = under<Signature>(e->type);
  Name self = locals_.temp("self");
  llvm::SmallVector<cxx::Param, 4> params;
  Exprs args;
  for (const Var* param : s->params->vars) {
    Name name = locals_.temp(param->name.empty() || param->name == "_" ? "arg" : param->name);
    params.push_back({l.type(param->type), name});
    args.push_back(b.name(name));
  }
  Expr* bound;
  Expr* call;
  const Type* end = nullptr;
  Expr* inner = fieldOf(base, t, method.path, &end);
  if (asUnder<Interface>(end)) {
    bound = b.rtCall("notNil", {inner});
    args.insert(args.begin(), b.member(b.name(self), "data"));
    call = b.call(b.arrow(b.name(self), l.tableMember(end, method.func)), args);
  } else {
    bound = receiverFrom(base, t, true, method);
    args.insert(args.begin(), b.name(self));
    call = b.call(l.method(method.func), args);
  }
  bool hasResult = !s->results->vars.empty();
  cxx::Stmt* body = hasResult ? static_cast<cxx::Stmt*>(b.returnStmt(call)) : b.exprStmt(call);
  if (auto* address = dyn_cast<cxx::UnaryExpr>(bound);
      address && address->op == cxx::UnaryOp::AddressOf)
    bound = b.convert(b.rt("Ptr"), bound);
  auto* lambda = b.lambda({cxx::Capture{self, false, bound}}, params,
                          hasResult ? l.resultType(s->results) : nullptr, b.block({body}));
  lambda->owner = wrapperOwner(t, method.func, "-fm");
  return lambda;
}

// T.M as a function value: the receiver becomes the first parameter.
cxx::Expr* FunctionLowerer::methodExpr(const ast::SelectorExpr* e) {
  const Type* receiverType = typeOf(e->x);
  Method method = methodOf(e->x->type, e);
  const Signature* s = under<Signature>(e->type);
  Name self = locals_.temp("self");
  llvm::SmallVector<cxx::Param, 4> params{{l.type(receiverType), self}};
  Exprs args;
  for (const Var* param : s->params->vars.drop_front()) {
    Name name = locals_.temp(param->name.empty() || param->name == "_" ? "arg" : param->name);
    params.push_back({l.type(param->type), name});
    args.push_back(b.name(name));
  }
  const Type* end = nullptr;
  Expr* inner = fieldOf(b.name(self), receiverType, method.path, &end);
  Expr* call;
  if (asUnder<Interface>(end)) {
    args.insert(args.begin(), b.member(inner, "data"));
    call = b.call(b.arrow(inner, l.tableMember(end, method.func)), args);
  } else {
    const Pointer* pointer = method.path.empty() ? asUnder<Pointer>(receiverType) : nullptr;
    if (pointer && !method.func->pointerReceiver) // as through an interface
      args.insert(args.begin(),
                  l.valueReceiver(b.member(b.name(self), "raw"), pointer->elem, method.func));
    else
      args.insert(args.begin(), receiverFrom(b.name(self), receiverType, true, method));
    call = b.call(l.method(method.func), args);
  }
  bool hasResult = !s->results->vars.empty();
  cxx::Stmt* body = hasResult ? static_cast<cxx::Stmt*>(b.returnStmt(call)) : b.exprStmt(call);
  auto* lambda =
      b.lambda({}, params, hasResult ? l.resultType(s->results) : nullptr, b.block({body}));
  lambda->owner = wrapperOwner(receiverType, method.func, "");
  return b.rtCall("closure", {lambda});
}

} // namespace minigo
