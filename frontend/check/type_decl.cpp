// Type declarations, type parameter lists, and the methods of a type (spec: Type declarations, Type
// parameter declarations, Method declarations).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

void Checker::typeDecl(TypeName* name, const TypeDecl* d) {
  later([this, name, d] {
    if (const Named* t = asNamed(name->type)) validType(t);
    const Type* rhs = d->typeExpr->type;
    if (rhs && isImportedConstraint(rhs))
      requireVersion(d->typeExpr, go1_18, "using type constraint " + show(rhs));
  });
  if (d->isAlias) return aliasDecl(name, d);

  if (!d->typeParams.empty()) requireVersion(d->typeParams.front(), go1_18, "type parameter");
  Named* named = types_.newNamed(name);
  name->type = named;
  Scope* outer = env_.scope;
  if (!d->typeParams.empty()) {
    openScope();
    named->typeParams = declareTypeParams(d->typeParams);
    checkConstraints(named->typeParams, d->typeParams);
  }
  const Type* rhs = definedType(d->typeExpr, name);
  if (isTypeParam(rhs)) {
    error(d->typeExpr, diag::TypeParamAsRhs);
    rhs = invalidType();
  }
  if (!named->rhs) named->rhs = rhs; // a cycle error may have set it
  env_.scope = outer;
}

void Checker::aliasDecl(TypeName* name, const TypeDecl* d) {
  bool ok =
      d->typeParams.empty() || requireVersion(d->typeParams.front(), go1_23, "generic type alias");
  if (ok) requireVersion(d->name, go1_9, "type alias");
  Alias* alias = types_.newAlias(name);
  name->type = alias;
  Scope* outer = env_.scope;
  if (!d->typeParams.empty()) {
    openScope();
    alias->typeParams = declareTypeParams(d->typeParams);
    checkConstraints(alias->typeParams, d->typeParams);
  }
  const Type* rhs = definedType(d->typeExpr, name);
  auto* param = llvm::dyn_cast<TypeParam>(rhs);
  if (param && llvm::is_contained(alias->typeParams, param)) {
    error(d->typeExpr, diag::OwnTypeParamAsRhs);
    rhs = invalidType();
  }
  if (!alias->actual) alias->actual = unalias(rhs); // a cycle error may have set it
  env_.scope = outer;
}

void Checker::localType(TypeDecl* d) {
  auto* name = arena().make<TypeName>(d->name->pos, &package_, d->name->name, nullptr);
  name->decl = d;
  name->isAlias = d->isAlias;
  if (auto* f = llvm::dyn_cast_or_null<FuncDecl>(env_.outermost))
    name->enclosing = llvm::dyn_cast_or_null<Func>(f->name->object);
  declare(env_.scope, d->name, name);
  pathIndex_[name] = path_.size();
  path_.push_back(name);
  typeDecl(name, d);
  path_.pop_back();
  pathIndex_.erase(name);
}

TypeParam* Checker::declareTypeParam(Ident* name, uint32_t index) {
  auto* object = arena().make<TypeName>(name->pos, &package_, name->name, nullptr);
  TypeParam* param = types_.newTypeParam(object, index);
  object->type = param;
  param->constraint = invalidType(); // until it is checked
  declare(env_.scope, name, object);
  return param;
}

llvm::ArrayRef<TypeParam*> Checker::declareTypeParams(FieldList list) {
  llvm::SmallVector<TypeParam*, 4> params;
  for (Field* f : list)
    params.push_back(declareTypeParam(f->name, params.size()));
  return arena().copy<TypeParam*>(params);
}

// Constraints may mention any parameter of the list.
void Checker::checkConstraints(llvm::ArrayRef<TypeParam*> params, FieldList list) {
  env_.inTypeParams = true;
  const Type* bound = nullptr;
  for (size_t i = 0; i < list.size(); ++i) {
    if (i == 0 || list[i]->typeExpr != list[i - 1]->typeExpr) {
      bound = constraint(list[i]->typeExpr);
      if (isTypeParam(bound)) {
        error(list[i]->typeExpr, diag::TypeParamAsConstraint);
        bound = invalidType();
      }
    }
    params[i]->constraint = bound;
  }
  env_.inTypeParams = false;
}

// ~T and unions stand for interfaces with that element.
const Type* Checker::constraint(Expr* e) {
  auto* unary = llvm::dyn_cast<UnaryExpr>(e);
  auto* binary = llvm::dyn_cast<BinaryExpr>(e);
  if (!(unary && unary->op == Op::Tilde) && !(binary && binary->op == Op::Or)) return type(e);
  Interface* t = types_.newInterface();
  t->embedded = arena().copy<const Type*>({unionType(e)});
  t->embeddedPos = arena().copy<SourcePos>({startPos(e)});
  t->implicit = true;
  t->complete = true;
  checkInterface(t, startPos(e));
  return t;
}

void Checker::collectMethods(TypeName* name) {
  auto it = methods_.find(name);
  if (it == methods_.end()) return;
  llvm::SmallVector<Func*, 4> methods = std::move(it->second);
  it->second.clear();
  if (methods.empty()) return;
  auto* base = const_cast<Named*>(asNamed(name->type));
  if (base) later([this, base] { checkFieldsAgainstMethods(base); });
  llvm::SmallVector<Func*, 8> unique;
  llvm::DenseMap<llvm::StringRef, Func*> seen;
  for (Func* m : methods) {
    auto [entry, isNew] = seen.try_emplace(m->name, m);
    if (isNew)
      unique.push_back(m);
    else
      error(m, diag::DuplicateMethod, name->name, m->name, show(entry->second->pos));
  }
  if (base) base->methods = arena().copy<Func*>(unique);
}

void Checker::checkFieldsAgainstMethods(const Named* base) {
  auto* s = asUnder<Struct>(base);
  if (!s) return;
  for (const Var* field : s->fields) {
    if (field->name == "_") continue;
    int i = methodIndex(base->methods, &package_, field->name);
    if (i >= 0) error(base->methods[i], diag::FieldAndMethod, field->name, otherDeclaration(field));
  }
}

bool Checker::isImportedConstraint(const Type* t) const {
  const Named* named = asNamed(t);
  if (!named || named->object->package == &package_ || !named->object->package) return false;
  auto* iface = asUnder<Interface>(named);
  return iface && !isMethodSet(typeSetOf(iface));
}

} // namespace minigo
