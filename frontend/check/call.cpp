// Calls and arguments (spec: Calls, Passing arguments to ... parameters, Conversions).
#include "frontend/check/checker.h"

#include "frontend/types/subst.h"

namespace minigo {

using namespace ast;

ExprKind Checker::call(Operand& x, CallExpr* e) {
  IndexExpr* inst = nullptr;
  if (auto* index = llvm::dyn_cast<IndexExpr>(e->fun)) {
    if (indexExpr(x, index)) inst = index;
    x.expr = index;
    record(x);
  } else {
    exprOrType(x, e->fun, true);
  }
  ExprKind kind = ExprKind::Statement;
  switch (x.mode) {
  case Mode::Invalid: use(e->args); break;
  case Mode::TypeExpr: kind = conversionCall(x, e); break;
  case Mode::Builtin: {
    constexpr bool kStatementOk[] = {
#define BUILTIN(Name, Spelling, MinArgs, Variadic, StatementOk) StatementOk,
#include "frontend/types/builtins.def"
    };
    BuiltinId id = x.builtin;
    if (!builtin(x, e, id)) x.invalidate();
    env_.hasCallOrRecv |= !x.isInvalid() && !x.isConstant();
    kind = kStatementOk[unsigned(id)] ? ExprKind::Statement : ExprKind::Expression;
    break;
  }
  default: kind = functionCall(x, e, inst); break;
  }
  x.expr = e;
  return kind;
}

ExprKind Checker::conversionCall(Operand& x, CallExpr* e) {
  nonGeneric(x);
  if (x.isInvalid()) return ExprKind::Conversion;
  const Type* t = x.type;
  x.invalidate();
  if (e->args.empty()) {
    error(e, diag::MissingConversionArgument, t);
  } else if (e->args.size() > 1) {
    use(e->args);
    error(e->args.back(), diag::TooManyConversionArguments, t);
  } else {
    expr(x, e->args.front());
    if (x.isInvalid()) return ExprKind::Conversion;
    auto* iface = isTypeParam(t) ? nullptr : asUnder<Interface>(t);
    if (iface && !isMethodSet(typeSetOf(iface))) {
      error(e, diag::ConversionToConstraint, t);
      x.invalidate();
    } else if (e->hasDots) {
      error(e->args.front(), diag::DotsInConversion, t);
      x.invalidate();
    } else {
      conversion(x, t);
    }
  }
  return ExprKind::Conversion;
}

// The signature that all types of the type set of function x share; null after an error.
const Signature* Checker::calledSignature(Operand& x) {
  std::string cause;
  bool ok = forAllInTypeSet(x.type, [&](const Type* t, const Type* under) {
    if (under && !llvm::isa<Signature>(under)) cause = show(t) + " is not a function";
    return cause.empty();
  });
  const Type* common = ok ? commonUnder(x.type, &cause, &types_) : nullptr;
  if (auto* s = llvm::dyn_cast_or_null<Signature>(common)) return s;
  error(x, diag::CannotCall, x, cause);
  return nullptr;
}

ExprKind Checker::functionCall(Operand& x, CallExpr* e, IndexExpr* inst) {
  const Signature* s = calledSignature(x);
  if (!s) {
    use(e->args);
    x.invalidate();
    return ExprKind::Statement;
  }
  bool wasGeneric = !s->typeParams.empty();
  GivenTypeArgs given;
  if (inst) {
    given.exprs = inst->indices;
    bool ok = typeList(inst->indices, given.own);
    size_t got = given.own.size(), want = s->typeParams.size();
    if (ok && got > want) error(inst->indices[want], diag::TooManyTypeArgs, got, want);
    if (!ok || got > want) {
      use(e->args);
      x.invalidate();
      return ExprKind::Statement;
    }
    if (got == want) {
      requireVersion(inst, go1_18, "function instantiation");
      s = instantiateSignature(inst->pos, inst, s, given.own, inst->indices);
      given.own.clear();
      given.exprs = {};
    }
  }
  OperandList args;
  genericExprList(args, given.ofArguments, e->args);
  s = arguments(e, s, given, args);
  if (wasGeneric && s->typeParams.empty()) recordValue(e->fun, Mode::Value, s);
  env_.hasCallOrRecv = true;
  llvm::ArrayRef<Var*> results = s->results->vars;
  if (results.empty())
    x.mode = Mode::NoValue;
  else
    x.setValue(results.size() == 1 ? results.front()->type : s->results);
  // Where inference failed, nothing is known about such a result.
  if (x.mode == Mode::Value && !s->typeParams.empty() && isParameterized(s->typeParams, x.type))
    x.invalidate();
  return ExprKind::Statement;
}

// Checks that the number of arguments is right and gives a parameter for each; false after an
// error.
bool Checker::matchParams(CallExpr* e, const Signature* s, const OperandList& args,
                          llvm::SmallVectorImpl<Var*>& params) {
  params.append(s->params->vars.begin(), s->params->vars.end());
  size_t want = params.size();
  if (s->variadic && e->hasDots && e->args.size() == 1 && args.size() > 1) {
    error(e, diag::DotsWithMultiValue, args.size(), e->args.front());
    return false;
  }
  if (!s->variadic && e->hasDots) {
    error(e, diag::DotsToNonVariadic, e->fun);
    return false;
  }
  if (s->variadic && !e->hasDots) {
    --want;
    if (args.size() >= want) {
      const Var* last = params.pop_back_val();
      auto* slice = llvm::dyn_cast<Slice>(last->type);
      const Type* elem = slice ? slice->elem : last->type;
      while (params.size() < args.size())
        params.push_back(types_.newVar(VarKind::Param, last->pos, last->package, last->name, elem));
      want = args.size();
    }
  }
  if (args.size() == want) return true;
  wrongArgCount(e, s, args, want);
  return false;
}

void Checker::wrongArgCount(CallExpr* e, const Signature* s, const OperandList& args, size_t want) {
  SourcePos at = startPos(e);
  if (args.size() > want)
    at = startPos(args[want].expr);
  else if (!args.empty())
    at = startPos(args.back().expr);
  llvm::SmallVector<const Type*, 8> have, wanted;
  for (const Operand& a : args)
    have.push_back(a.type);
  for (const Var* v : s->params->vars)
    wanted.push_back(v->type);
  error(at, args.size() > want ? diag::TooManyArguments : diag::NotEnoughArguments, e->fun,
        typesSummary(have, false, e->hasDots), typesSummary(wanted, s->variadic, false));
}

// Checks the arguments of a call; the signature with what could be inferred.
const Signature* Checker::arguments(CallExpr* e, const Signature* s, GivenTypeArgs& given,
                                    OperandList& args) {
  llvm::SmallVector<Var*, 8> matched;
  if (!matchParams(e, s, args, matched)) return s;
  llvm::ArrayRef<Var*> params = matched;
  bool generic = !s->typeParams.empty();
  for (const Operand& a : args) {
    auto* f = a.isInvalid() ? nullptr : llvm::dyn_cast<Signature>(a.type);
    generic |= f && !f->typeParams.empty();
  }
  if (generic) {
    const Signature* inferred = inferCall(e, s, given, args, params);
    if (!inferred) return s;
    s = inferred;
  }
  if (args.empty()) return s;
  std::string context = "argument to " + show(e->fun);
  for (size_t i = 0; i < args.size(); ++i)
    assignment(args[i], params[i]->type, context);
  return s;
}

// Gives the type parameters of generic functions among the arguments new identities and appends
// them, with what was written for them; the indices of these arguments.
llvm::SmallVector<size_t, 2>
Checker::renameGenericArgs(const GivenTypeArgs& given, OperandList& args,
                           llvm::SmallVectorImpl<TypeParam*>& typeParams,
                           llvm::SmallVectorImpl<const Type*>& typeArgs) {
  llvm::SmallVector<size_t, 2> genericArgs;
  for (size_t i = 0; i < args.size(); ++i) {
    auto* f = args[i].isInvalid() ? nullptr : llvm::dyn_cast<Signature>(args[i].type);
    if (!f || f->typeParams.empty()) continue;
    const Type* renamed = f;
    llvm::ArrayRef<TypeParam*> list = renameTypeParams(types_, f->typeParams, &renamed);
    Signature* copy = arena().make<Signature>(*llvm::cast<Signature>(renamed));
    copy->typeParams = list;
    args[i].type = copy;
    llvm::append_range(typeParams, list);
    if (i < given.ofArguments.size()) llvm::append_range(typeArgs, given.ofArguments[i]);
    typeArgs.resize(typeParams.size());
    genericArgs.push_back(i);
  }
  return genericArgs;
}

// Infers the type arguments of a generic function and of generic functions among its arguments.
// Replaces params; null after an error.
const Signature* Checker::inferCall(CallExpr* e, const Signature* s, GivenTypeArgs& given,
                                    OperandList& args, llvm::ArrayRef<Var*>& params) {
  size_t own = s->typeParams.size();
  if (own && !allows(go1_18))
    versionError(e, go1_18,
                 llvm::isa<IndexExpr>(e->fun) ? "function instantiation"
                                              : "implicit function instantiation");
  // Parameters get new identities: a recursive call has the same ones in its arguments.
  const Type* tuple = types_.tupleOf(params);
  llvm::SmallVector<TypeParam*, 4> typeParams;
  if (own) llvm::append_range(typeParams, renameTypeParams(types_, s->typeParams, &tuple));
  llvm::SmallVector<const Type*, 4> typeArgs(given.own.begin(), given.own.end());
  typeArgs.resize(own);
  llvm::SmallVector<size_t, 2> genericArgs = renameGenericArgs(given, args, typeParams, typeArgs);
  if (!genericArgs.empty())
    requireVersion(args[genericArgs.front()], go1_21,
                   "implicitly instantiated function as argument");

  llvm::SmallVector<InferenceArgument, 8> inputs;
  for (const Operand& a : args)
    inputs.push_back(InferenceArgument{a.mode, a.type, a.expr});
  auto* paramTuple = llvm::cast<Tuple>(tuple);
  Inference result = infer(types_, typeParams, typeArgs, paramTuple, inputs);
  if (!result.ok) {
    if (!result.message.empty())
      error(result.pos.isValid() ? result.pos : e->pos, diag::CannotInferCall, e->fun,
            result.message);
    return nullptr;
  }
  llvm::ArrayRef<const Type*> found = result.typeArgs;
  params = paramTuple->vars;
  if (own) {
    llvm::ArrayRef<TypeParam*> ownParams = typeParams;
    SubstMap map(ownParams.take_front(own), found.take_front(own));
    params = llvm::cast<Tuple>(subst(types_, paramTuple, map))->vars;
    s = instantiateSignature(e->pos, e->fun, s, found.take_front(own), given.exprs, e);
  }
  size_t next = own;
  for (size_t i : genericArgs) {
    auto* f = llvm::cast<Signature>(args[i].type);
    size_t n = f->typeParams.size();
    args[i].type = instantiateSignature(e->pos, args[i].expr, f, found.slice(next, n), {});
    record(args[i]);
    next += n;
  }
  return s;
}

} // namespace minigo
