// Substitution of type parameters. Parts that no parameter occurs in are shared with the original.
#include "frontend/types/subst.h"

#include "frontend/types/instantiate.h"
#include "frontend/types/universe.h"

#include "llvm/ADT/STLExtras.h"

namespace minigo {

SubstMap::SubstMap(llvm::ArrayRef<TypeParam*> params, llvm::ArrayRef<const Type*> args) {
  for (auto [param, arg] : llvm::zip(params, args))
    if (arg) map_[param] = arg;
}

SubstMap SubstMap::renaming(llvm::ArrayRef<TypeParam*> params, llvm::ArrayRef<TypeParam*> renamed) {
  SubstMap result;
  for (auto [from, to] : llvm::zip_equal(params, renamed))
    result.map_[from] = to;
  return result;
}

namespace {

class Substituter {
public:
  Substituter(TypeContext& context, const SubstMap& map) : context_(context), map_(map) {}

  const Type* type(const Type* t) {
    // Erroneous programs reach parts that are not set up yet.
    if (!t) return invalidType();
    switch (t->kind) {
    case TypeKind::Basic: return t;
    case TypeKind::TypeParam: {
      const Type* arg = map_.lookup(llvm::cast<TypeParam>(t));
      return arg ? arg : t;
    }
    case TypeKind::Named: {
      const auto* named = llvm::cast<Named>(t);
      return named->origin ? instance(named, named->origin, named->typeArgs) : local(named);
    }
    case TypeKind::Alias: {
      const auto* alias = llvm::cast<Alias>(t);
      if (alias->origin) return instance(alias, alias->origin, alias->typeArgs);
      const Type* actual = type(alias->actual);
      return actual == alias->actual ? t : actual;
    }
    case TypeKind::Pointer:
    case TypeKind::Slice:
    case TypeKind::Array:
    case TypeKind::Map:
    case TypeKind::Chan: return composite(t);
    case TypeKind::Struct: return structure(llvm::cast<Struct>(t));
    case TypeKind::Tuple: return tuple(llvm::cast<Tuple>(t));
    case TypeKind::Signature: return signature(llvm::cast<Signature>(t));
    case TypeKind::Union: return unionOf(llvm::cast<Union>(t));
    case TypeKind::Interface: return interface(llvm::cast<Interface>(t));
    }
    return t;
  }

private:
  // The list with each element mapped, in the arena, or nullopt if nothing changed.
  template <class T, class F>
  std::optional<llvm::ArrayRef<T>> list(llvm::ArrayRef<T> in, F map) {
    llvm::SmallVector<T, 8> out;
    for (size_t i = 0; i < in.size(); ++i) {
      T mapped = map(in[i]);
      if (out.empty() && mapped == in[i]) continue;
      if (out.empty()) out.assign(in.begin(), in.end());
      out[i] = mapped;
    }
    if (out.empty()) return std::nullopt;
    return context_.arena.copy<T>(out);
  }

  const Type* instance(const Type* t, const Type* origin, llvm::ArrayRef<const Type*> args) {
    auto mapped = list(args, [this](const Type* arg) { return type(arg); });
    return mapped ? instantiate(context_, origin, *mapped) : t;
  }

  // A type declared in a generic function is another one in each instance of the function.
  const Type* local(const Named* t) {
    llvm::SmallVector<const Type*, 4> args;
    bool changed = false;
    for (const TypeParam* param : enclosingTypeParams(t)) {
      args.push_back(type(param));
      changed |= args.back() != param;
    }
    return changed ? instantiate(context_, t, args) : t;
  }

  const Type* composite(const Type* t) {
    switch (t->kind) {
    case TypeKind::Pointer: {
      const Type* elem = type(llvm::cast<Pointer>(t)->elem);
      return elem == llvm::cast<Pointer>(t)->elem ? t : context_.pointerTo(elem);
    }
    case TypeKind::Slice: {
      const Type* elem = type(llvm::cast<Slice>(t)->elem);
      return elem == llvm::cast<Slice>(t)->elem ? t : context_.sliceOf(elem);
    }
    case TypeKind::Array: {
      const auto* array = llvm::cast<Array>(t);
      const Type* elem = type(array->elem);
      return elem == array->elem ? t : context_.arrayOf(array->length, elem);
    }
    case TypeKind::Map: {
      const auto* map = llvm::cast<Map>(t);
      const Type *key = type(map->key), *elem = type(map->elem);
      return key == map->key && elem == map->elem ? t : context_.mapOf(key, elem);
    }
    default: {
      const auto* chan = llvm::cast<Chan>(t);
      const Type* elem = type(chan->elem);
      return elem == chan->elem ? t : context_.chanOf(chan->dir, elem);
    }
    }
  }

  Var* var(Var* v) {
    const Type* t = type(v->type);
    if (t == v->type) return v;
    Var* copy = context_.arena.make<Var>(*v);
    copy->type = t;
    return copy;
  }

  Func* method(Func* f) {
    if (!f->type) return f;
    const Type* t = type(f->type);
    if (t == f->type) return f;
    Func* copy = context_.arena.make<Func>(*f);
    copy->type = t;
    copy->origin = f->origin ? f->origin : f;
    return copy;
  }

  const Type* structure(const Struct* t) {
    auto fields = list(t->fields, [this](Var* v) { return var(v); });
    if (!fields) return t;
    Struct* copy = context_.arena.make<Struct>();
    copy->fields = *fields;
    copy->tags = t->tags;
    return copy;
  }

  const Tuple* tuple(const Tuple* t) {
    if (!t) return t;
    auto vars = list(t->vars, [this](Var* v) { return var(v); });
    return vars ? context_.arena.make<Tuple>(*vars) : t;
  }

  // The receiver stays: methods of instances get theirs in methodAt.
  const Type* signature(const Signature* t) {
    const Tuple *params = tuple(t->params), *results = tuple(t->results);
    if (params == t->params && results == t->results) return t;
    Signature* copy = context_.arena.make<Signature>(*t);
    copy->params = params;
    copy->results = results;
    copy->scope = nullptr;
    return copy;
  }

  // Terms may become equal; type sets are normalised when they are computed.
  const Type* unionOf(const Union* t) {
    llvm::SmallVector<Term, 8> terms(t->terms.begin(), t->terms.end());
    bool changed = false;
    for (Term& term : terms) {
      const Type* mapped = type(term.type);
      changed = changed || mapped != term.type;
      term.type = mapped;
    }
    return changed ? context_.arena.make<Union>(context_.arena.copy<Term>(terms)) : t;
  }

  const Type* interface(const Interface* t) {
    auto methods = list(t->methods, [this](Func* f) { return method(f); });
    auto embedded = list(t->embedded, [this](const Type* e) { return type(e); });
    if (!methods && !embedded) return t;
    Interface* copy = context_.newInterface();
    copy->methods = methods ? *methods : t->methods;
    copy->embedded = embedded ? *embedded : t->embedded;
    copy->embeddedPos = t->embeddedPos;
    copy->implicit = t->implicit;
    copy->complete = t->complete;
    return copy;
  }

  TypeContext& context_;
  const SubstMap& map_;
};

} // namespace

const Type* subst(TypeContext& context, const Type* type, const SubstMap& map) {
  if (map.empty()) return type;
  return Substituter(context, map).type(type);
}

llvm::ArrayRef<TypeParam*> renameTypeParams(TypeContext& context, llvm::ArrayRef<TypeParam*> params,
                                            const Type** type) {
  llvm::SmallVector<TypeParam*, 4> renamed;
  for (const TypeParam* param : params) {
    const TypeName* old = param->object;
    TypeName* name = context.arena.make<TypeName>(old->pos, old->package, old->name, nullptr);
    renamed.push_back(context.newTypeParam(name, param->index));
  }
  SubstMap map = SubstMap::renaming(params, renamed);
  for (auto [from, to] : llvm::zip_equal(params, renamed))
    to->constraint = from->constraint ? subst(context, from->constraint, map) : nullptr;
  if (type) *type = subst(context, *type, map);
  return context.arena.copy<TypeParam*>(renamed);
}

} // namespace minigo
