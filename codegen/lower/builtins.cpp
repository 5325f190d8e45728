// Built-in functions (spec: Built-in functions); append has its own file.
#include "codegen/lower/func.h"

#include "frontend/types/predicates.h"

#include "frontend/types/constant_pool.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;

// append(f()) where f has several results: the same call with a variable for each.
const ast::CallExpr* FunctionLowerer::withTupleSpread(const ast::CallExpr* e) {
  auto* tuple =
      e->args.size() == 1 && e->args[0]->type ? dyn_cast<Tuple>(typeOf(e->args[0])) : nullptr;
  if (!tuple) return e;
  Arena& arena = b.arena();
  llvm::SmallVector<ast::Expr*, 4> args;
  llvm::SmallVector<Name, 4> names;
  for (Var* result : tuple->vars) {
    Var* v = l.types.newVar(VarKind::Local, e->pos, nullptr, "arg", result->type);
    names.push_back(locals_.temp("arg"));
    locals_.bind(v, names.back());
    fn_->declared.insert(v);
    auto* name = arena.make<ast::Ident>(e->pos, v->name);
    name->object = v;
    name->type = v->type;
    name->mode = ast::Mode::Variable;
    args.push_back(name);
  }
  emit(b.binding(names, expr(e->args[0])));
  auto* call = arena.make<ast::CallExpr>(*e);
  call->args = arena.copy<ast::Expr*>(args);
  return call;
}

cxx::Expr* FunctionLowerer::builtin(const ast::CallExpr* e, const Builtin* builtin) {
  e = withTupleSpread(e);
  switch (builtin->id) {
  case BuiltinId::Append: return append(e);
  case BuiltinId::Cap: return lenOrCap(e->args[0], true);
  case BuiltinId::Len: return lenOrCap(e->args[0], false);
  case BuiltinId::Clear: return b.rtCall("clear", {exact(e->args[0])});
  case BuiltinId::Close: return b.methodCall(expr(e->args[0]), "close");
  case BuiltinId::Complex:
  case BuiltinId::Real:
  case BuiltinId::Imag: return complexParts(e, builtin);
  case BuiltinId::Copy: return copyCall(e);
  case BuiltinId::Delete: {
    Expr* map = expr(e->args[0]);
    return b.methodCall(map, "erase", {readOnlyKey(e->args[1], under<Map>(e->args[0]->type))});
  }
  case BuiltinId::Make: return makeCall(e);
  case BuiltinId::New: return newCall(e);
  case BuiltinId::Min: return minMax(e, true);
  case BuiltinId::Max: return minMax(e, false);
  case BuiltinId::Panic: return panicCall(e);
  case BuiltinId::Print: return printCall(e, false);
  case BuiltinId::Println: return printCall(e, true);
  case BuiltinId::Recover: return recoverCall();
  default: return unsafeCall(e, builtin);
  }
}

cxx::Expr* FunctionLowerer::lenOrCap(const ast::Expr* x, bool isCap) {
  const Type* t = typeOf(x);
  const Pointer* pointer = asUnder<Pointer>(t);
  const Array* array = under<Array>(pointer ? pointer->elem : t);
  if (array) {
    // The operand holds a call or receive, or the length would be a constant.
    emit(b.staticCast(b.voidType(), expr(x)));
    return b.integer(array->length);
  }
  if (Expr* length = isCap ? nullptr : convertedLength(x)) return length;
  if (const FoundSlice* found = isCap ? nullptr : foundSlice(x)) {
    Expr* slice = b.name(found->name);
    return found->mayBeMissing ? static_cast<Expr*>(b.methodCall(slice, "length"))
                               : b.member(slice, "len");
  }
  Expr* value = expr(x);
  if (asUnder<Map>(t) || asUnder<Chan>(t)) return b.methodCall(value, isCap ? "cap" : "len");
  return b.member(value, isCap ? "cap" : "len");
}

cxx::Expr* FunctionLowerer::copyCall(const ast::CallExpr* e) {
  Expr* to = exact(e->args[0]);
  return b.rtCall("copy", {to, borrowed(e->args[1])});
}

cxx::Expr* FunctionLowerer::makeCall(const ast::CallExpr* e) {
  const Type* t = typeOf(e);
  if (const Slice* slice = asUnder<Slice>(t)) return makeSlice(e, slice->elem);
  Exprs sizes;
  for (const ast::Expr* arg : e->args.drop_front())
    sizes.push_back(expr(arg));
  if (const Map* map = asUnder<Map>(t)) {
    sizes.insert(sizes.begin(), l.typeDescriptor(t));
    return b.rtCall("makeMap", {l.type(map->key), l.type(map->elem)}, sizes);
  }
  return b.rtCall("makeChan", {l.type(asUnder<Chan>(t)->elem)}, sizes);
}

// new(T), and new(x) for a value.
cxx::Expr* FunctionLowerer::newCall(const ast::CallExpr* e) {
  const Type* elem = under<Pointer>(e->type)->elem;
  const ast::Expr* arg = e->args[0];
  return newObject(e, elem, arg->mode == ast::Mode::TypeExpr ? nullptr : exprAs(arg, elem));
}

cxx::Expr* FunctionLowerer::minMax(const ast::CallExpr* e, bool isMin) {
  const Type* t = typeOf(e);
  const Basic* basic = asUnder<Basic>(t);
  Expr* result = exprAs(e->args[0], t);
  for (const ast::Expr* arg : e->args.drop_front()) {
    Exprs both{result, exprAs(arg, t)};
    result = basic->info & kIsString ? b.rtCall(isMin ? "min" : "max", both)
                                     : b.rtCall(isMin ? "min" : "max", {l.type(t)}, both);
  }
  return result;
}

cxx::Expr* FunctionLowerer::complexParts(const ast::CallExpr* e, const Builtin* builtin) {
  if (builtin->id != BuiltinId::Complex)
    return b.member(exact(e->args[0]), builtin->id == BuiltinId::Real ? "re" : "im");
  const Type* t = typeOf(e);
  bool small = asUnder<Basic>(t)->basic == BasicKind::Complex64;
  auto part = [&](const ast::Expr* arg) -> Expr* {
    if (arg->mode != ast::Mode::Constant) return expr(arg);
    const Constant* value = l.program.constants->toFloat(arg->constant);
    return b.floating(small ? value->float32Value() : value->float64Value(), small);
  };
  Expr* re = part(e->args[0]);
  return b.construct(l.type(t), {re, part(e->args[1])});
}

cxx::Expr* FunctionLowerer::printCall(const ast::CallExpr* e, bool line) {
  Exprs args;
  for (const ast::Expr* arg : e->args)
    args.push_back(arg->mode == ast::Mode::NilValue ? b.null() : exact(arg));
  return b.rtCall(line ? "println" : "print", args);
}

} // namespace minigo
