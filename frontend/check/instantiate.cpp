// Instantiation of generic types and functions (spec: Instantiations).
#include "frontend/check/checker.h"

#include "frontend/types/subst.h"

namespace minigo {

using namespace ast;

bool Checker::checkTypeArgCount(SourcePos pos, llvm::StringRef name, size_t want, size_t got) {
  if (got == want) return true;
  error(pos, diag::TypeArgCount, got < want ? "not enough" : "too many", name, got, want);
  return false;
}

// Constraints can only be verified when all types are complete.
void Checker::verifyLater(SourcePos pos, llvm::ArrayRef<TypeParam*> params,
                          llvm::ArrayRef<const Type*> typeArgs, ExprList exprs) {
  llvm::SmallVector<const Type*, 4> args(typeArgs.begin(), typeArgs.end());
  later([this, pos, params, args = std::move(args), exprs] { verify(pos, params, args, exprs); });
}

void Checker::verify(SourcePos pos, llvm::ArrayRef<TypeParam*> params,
                     llvm::ArrayRef<const Type*> typeArgs, ExprList exprs) {
  std::string cause;
  int failed = verifyInstance(types_, params, typeArgs, &cause);
  if (failed < 0) return noteInstance(pos, params, typeArgs, exprs);
  SourcePos at = size_t(failed) < exprs.size() ? startPos(exprs[failed]) : pos;
  error(at, diag::ConstraintNotSatisfied, cause);
}

// T[A, B].
const Type* Checker::instantiatedType(IndexExpr* e) {
  requireVersion(e, go1_18, "type instantiation");
  std::string cause;
  const Type* generic = genericType(e->x, &cause);
  if (!cause.empty()) {
    std::string list;
    for (Expr* arg : e->indices)
      list += (list.empty() ? "" : ", ") + show(arg);
    error(e->x, diag::NotAGenericType, e->x, list, cause);
  }
  if (!isValid(generic)) return generic;
  llvm::SmallVector<const Type*, 4> args;
  if (!typeList(e->indices, args)) return invalidType();
  auto* alias = llvm::dyn_cast<Alias>(generic);
  const TypeName* name = alias ? alias->object : llvm::cast<Named>(unalias(generic))->object;
  llvm::ArrayRef<TypeParam*> params = typeParamsOf(generic);
  SourcePos pos = e->x->pos;
  // The number of arguments of a named type is checked with the constraints: while a type is
  // declared its parameters may not be known.
  if (alias && !checkTypeArgCount(pos, name->name, params.size(), args.size()))
    return invalidType();
  const Type* t = instantiate(types_, generic, args, pos);
  recordInstance(name, args);
  later([this, pos, generic, name, args, e] {
    llvm::ArrayRef<TypeParam*> params = typeParamsOf(generic);
    if (checkTypeArgCount(pos, name->name, params.size(), args.size()))
      verify(pos, params, args, e->indices);
  });
  return t;
}

const Signature* Checker::instantiateSignature(SourcePos pos, Expr* e, const Signature* s,
                                               llvm::ArrayRef<const Type*> typeArgs, ExprList exprs,
                                               CallExpr* call) {
  auto* t = llvm::cast<Signature>(instantiate(types_, s, typeArgs));
  recordTypeArgs(e, typeArgs, call);
  verifyLater(pos, s->typeParams, typeArgs, exprs);
  return t;
}

// Instantiates generic function x with the type arguments of inst (or none) and what target lets
// infer. Returns false, and what was given in *given, if that is not enough and inference is left
// to a call.
bool Checker::funcInst(Operand& x, IndexExpr* inst, const Target& target, bool inferRest,
                       llvm::SmallVectorImpl<const Type*>* given) {
  SourcePos pos = inst ? inst->pos : x.expr->pos;
  if (inst) x.expr = inst;
  bool versionOk = requireVersion(pos, go1_18, "function instantiation");
  ExprList exprs = inst ? inst->indices : ExprList();
  llvm::SmallVector<const Type*, 4> typeArgs;
  if (!typeList(exprs, typeArgs)) {
    x.invalidate();
    return true;
  }
  auto* s = llvm::cast<Signature>(underlying(x.type));
  size_t got = typeArgs.size(), want = s->typeParams.size();
  if (got > want) {
    error(exprs[got - 1], diag::TooManyTypeArgs, got, want);
    x.invalidate();
    return true;
  }
  if (got < want && !inferRest) {
    given->append(typeArgs.begin(), typeArgs.end());
    return false;
  }
  if (got < want) {
    if (target && versionOk && !allows(go1_21))
      versionError(pos, go1_21,
                   inst ? "partially instantiated function in assignment"
                        : "implicitly instantiated function in assignment");
    if (!inferFuncInst(x, pos, s, target, typeArgs)) {
      x.invalidate();
      return true;
    }
  }
  x.setValue(instantiateSignature(x.expr->pos, x.expr, s, typeArgs, exprs));
  return true;
}

// From the function type that s is assigned to, and from constraints.
bool Checker::inferFuncInst(const Operand& x, SourcePos pos, const Signature* s,
                            const Target& target, llvm::SmallVectorImpl<const Type*>& typeArgs) {
  llvm::SmallVector<Var*, 1> params;
  llvm::SmallVector<InferenceArgument, 1> args;
  if (target) {
    Signature* plain = arena().make<Signature>(*s);
    plain->typeParams = {};
    params.push_back(types_.newVar(VarKind::Param, x.expr->pos, &package_, "", plain));
    Ident* name = arena().make<Ident>(x.expr->pos, arena().intern(target.description));
    args.push_back(InferenceArgument{Mode::Value, target.signature, name});
  }
  const Type* tuple = types_.tupleOf(params);
  llvm::ArrayRef<TypeParam*> renamed = renameTypeParams(types_, s->typeParams, &tuple);
  Inference result = infer(types_, renamed, typeArgs, llvm::cast<Tuple>(tuple), args, bool(target));
  if (!result.ok) {
    if (!result.message.empty())
      error(result.pos.isValid() ? result.pos : pos, diag::CannotInfer, result.message);
    return false;
  }
  typeArgs.assign(result.typeArgs.begin(), result.typeArgs.end());
  return true;
}

} // namespace minigo
