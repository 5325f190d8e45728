// Function types, parameters and receivers (spec: Function types, Method declarations).
#include "frontend/check/checker.h"

#include "frontend/types/subst.h"

namespace minigo {

using namespace ast;

// Without parameters and results.
Signature* Checker::newSignature() {
  Signature* s = arena().make<Signature>();
  s->params = s->results = types_.tupleOf({});
  return s;
}

// Fills `into`, which declarations make first so that it can be referred to meanwhile.
Signature* Checker::funcType(Field* receiverField, FieldList typeParams, FuncTypeExpr* e,
                             Signature* into) {
  Signature* s = into ? into : newSignature();
  Scope* outer = env_.scope;
  openScope(true);
  s->scope = env_.scope;
  if (receiverField) receiver(s, receiverField);
  if (!typeParams.empty()) {
    s->typeParams = declareTypeParams(typeParams);
    checkConstraints(s->typeParams, typeParams);
  }
  llvm::ArrayRef<Var*> parameters = params(VarKind::Param, e->params, &s->variadic);
  llvm::ArrayRef<Var*> results = params(VarKind::Result, e->results, nullptr);
  // Names are declared last: they are not visible in the types.
  if (s->receiver && receiverField->name) declare(env_.scope, receiverField->name, s->receiver);
  for (size_t i = 0; i < e->params.size(); ++i)
    if (Ident* name = e->params[i]->name) declare(env_.scope, name, parameters[i]);
  for (size_t i = 0; i < e->results.size(); ++i)
    if (Ident* name = e->results[i]->name) declare(env_.scope, name, results[i]);
  s->params = arena().make<Tuple>(parameters);
  s->results = arena().make<Tuple>(results);
  env_.scope = outer;
  return s;
}

llvm::ArrayRef<Var*> Checker::params(VarKind kind, FieldList list, bool* variadic) {
  llvm::SmallVector<Var*, 8> vars;
  const Expr* previous = nullptr;
  const Type* t = nullptr;
  for (Field* f : list) {
    if (f->typeExpr != previous) {
      previous = f->typeExpr;
      Expr* e = f->typeExpr;
      auto* ellipsis = llvm::dyn_cast<EllipsisExpr>(e);
      if (ellipsis) e = ellipsis->elem;
      t = e ? varType(e) : invalidType();
      if (ellipsis && variadic) { // the parser leaves no other
        *variadic = true;
        t = types_.sliceOf(t);
        recordType(ellipsis, t);
      }
    }
    SourcePos pos = f->name ? f->name->pos : f->pos;
    vars.push_back(types_.newVar(kind, pos, &package_, f->name ? f->name->name : "", t));
  }
  return arena().copy<Var*>(vars);
}

// The parts of a receiver type: *Base[P, Q].
struct ReceiverSyntax {
  bool pointer = false;
  Expr* base = nullptr;
  IndexExpr* index = nullptr;
};

static ReceiverSyntax unpackReceiver(Expr* e) {
  ReceiverSyntax r;
  e = unparen(e);
  if (auto* star = llvm::dyn_cast<UnaryExpr>(e); star && star->op == Op::Mul) {
    r.pointer = true;
    e = unparen(star->x);
  }
  r.index = llvm::dyn_cast<IndexExpr>(e);
  r.base = r.index ? r.index->x : e;
  return r;
}

void Checker::receiver(Signature* s, Field* field) {
  ReceiverSyntax parts = unpackReceiver(field->typeExpr);
  const Type* t;
  if (parts.index) {
    llvm::SmallVector<Ident*, 4> names;
    for (Expr* arg : parts.index->indices) {
      auto* name = llvm::dyn_cast<Ident>(arg);
      if (!name) {
        if (!llvm::isa<BadExpr>(arg)) error(arg, diag::ReceiverTypeParamNotName, arg);
        name = arena().make<Ident>(arg->pos, "_");
      }
      names.push_back(name);
    }
    t = genericReceiver(s, field, parts.base, parts.pointer, names);
  } else {
    t = varType(field->typeExpr);
    // Not through an alias of an instance either.
    const Type* base = deref(t).type;
    if (auto* alias = llvm::dyn_cast<Alias>(base)) {
      const Type* actual = deref(unalias(alias)).type;
      if (auto* named = llvm::dyn_cast<Named>(actual); named && !typeParamsOf(named).empty()) {
        error(parts.base, diag::ReceiverInstantiated, actual);
        t = invalidType();
      }
    }
  }
  SourcePos pos = field->name ? field->name->pos : field->pos;
  s->receiver =
      types_.newVar(VarKind::Receiver, pos, &package_, field->name ? field->name->name : "", t);
  later([this, base = startPos(parts.base), r = s->receiver] { checkReceiver(base, r); });
}

const Type* Checker::genericReceiver(Signature* s, Field* field, Expr* base, bool pointer,
                                     llvm::ArrayRef<Ident*> names) {
  std::string cause;
  const Type* generic = genericType(base, &cause);
  auto* named = llvm::dyn_cast<Named>(generic);
  if (!cause.empty()) error(base, diag::InvalidReceiverCause, cause);
  if (isValid(generic) && !named) error(base, diag::ReceiverGenericAlias, generic);

  llvm::SmallVector<TypeParam*, 4> params;
  for (Ident* name : names) {
    params.push_back(declareTypeParam(name, params.size()));
    name->object = params.back()->object;
    recordType(name, params.back());
  }
  s->receiverTypeParams = arena().copy<TypeParam*>(params);
  if (!named) return invalidType();

  if (params.size() == named->typeParams.size()) {
    SubstMap map = SubstMap::renaming(named->typeParams, params);
    for (size_t i = 0; i < params.size(); ++i) {
      canonical_[params[i]] = named->typeParams[i];
      params[i]->constraint = subst(types_, named->typeParams[i]->constraint, map);
    }
  } else {
    error(base, diag::ReceiverTypeParamCount, params.size(), params.size() == 1 ? "" : "s",
          named->typeParams.size());
    return invalidType();
  }
  requireVersion(base, go1_18, "type instantiation");
  llvm::SmallVector<const Type*, 4> args(params.begin(), params.end());
  const Type* t = instantiate(types_, named, args);
  if (pointer && isValid(t)) t = types_.pointerTo(t);
  recordType(field->typeExpr, t);
  return t;
}

void Checker::checkReceiver(SourcePos pos, const Var* receiver) {
  const Type* base = deref(receiver->type).type;
  const Type* t = unalias(base);
  if (!isValid(t)) return;
  if (llvm::isa<Basic>(t)) return error(pos, diag::ReceiverNotLocal, base);
  auto* named = llvm::dyn_cast<Named>(t);
  if (!named) return error(pos, diag::InvalidReceiver, receiver->type);
  if (named->object->package != &package_) return error(pos, diag::ReceiverNotLocal, base);
  const Type* under = underlying(named);
  auto* basic = llvm::dyn_cast<Basic>(under);
  if (basic && basic->basic == BasicKind::UnsafePointer)
    error(pos, diag::InvalidReceiverType, base, "unsafe.Pointer");
  else if (llvm::isa<Pointer, Interface>(under))
    error(pos, diag::InvalidReceiverType, base, "pointer or interface type");
}

} // namespace minigo
