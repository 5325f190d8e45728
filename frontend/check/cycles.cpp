// Cycles of declarations: types that contain themselves, constants and types that need each other
// to be known (spec: Type declarations, Representation of values).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

static size_t firstInSource(llvm::ArrayRef<Object*> objects) {
  size_t first = 0;
  for (size_t i = 1; i < objects.size(); ++i)
    if (objects[i]->pos < objects[first]->pos) first = i;
  return first;
}

// `type A B; type B A`: found by syntax, before anything is checked.
void Checker::directCycles() {
  llvm::DenseMap<TypeName*, int> state; // index in the path at hand, or -1: done
  for (Object* o : objectList_)
    if (auto* name = llvm::dyn_cast<TypeName>(o)) directCycle(name, state);
}

void Checker::directCycle(TypeName* name, llvm::DenseMap<TypeName*, int>& state) {
  llvm::SmallVector<Object*, 8> path;
  while (name) {
    auto [it, isNew] = state.try_emplace(name, path.size());
    if (!isNew && it->second < 0) break;
    if (!isNew) {
      name->type = invalidType();
      auto cycle = llvm::ArrayRef<Object*>(path).drop_front(it->second);
      cycleError(cycle, firstInSource(cycle));
      break;
    }
    path.push_back(name);
    auto* rhs = llvm::dyn_cast<Ident>(name->decl->typeExpr);
    name = rhs ? llvm::dyn_cast_or_null<TypeName>(package_.scope->lookup(rhs->name)) : nullptr;
  }
  for (Object* o : path)
    state[llvm::cast<TypeName>(o)] = -1;
}

// Whether it is fine that object, which is being declared, is needed for its own declaration.
bool Checker::validCycle(Object* object) {
  llvm::SmallVector<Object*, 8> cycle(path_.begin() + pathIndex_.lookup(object), path_.end());
  size_t values = 0, definitions = 0;
  for (Object* o : cycle) {
    if (llvm::isa<Const, Var>(o)) ++values;
    if (auto* name = llvm::dyn_cast<TypeName>(o)) {
      // A generic type in its own constraints is instantiated later.
      if (env_.inTypeParams && name->type && isGeneric(name->type)) return true;
      if (!name->isAlias) ++definitions;
    }
  }
  // Values that need each other are initialization's concern (or have no type, which is seen
  // elsewhere); types that only need each other's names are fine.
  if (values == cycle.size()) return true;
  if (values == 0 && definitions > 0) return true;
  cycleError(cycle, firstInSource(cycle));
  return false;
}

void Checker::cycleError(llvm::ArrayRef<Object*> cycle, size_t start) {
  Object* object = cycle[start];
  auto* name = llvm::dyn_cast<TypeName>(object);
  if (name && name->type)
    if (auto* alias = llvm::dyn_cast<Alias>(name->type))
      const_cast<Alias*>(alias)->actual = invalidType();
  if (cycle.size() == 1)
    return error(object, name ? diag::RecursiveType : diag::DeclCycle, object->name);
  std::string lines;
  for (size_t i = 0; i < cycle.size(); ++i) {
    const Object* from = cycle[(start + i) % cycle.size()];
    const Object* to = cycle[(start + i + 1) % cycle.size()];
    lines += "\n\t" + show(from->pos) + ": " + from->name.str() + " refers to " + to->name.str();
  }
  error(object, name ? diag::RecursiveTypes : diag::DeclCycles, object->name, lines);
}

// The object that stands for t in cycles: an instance has one of its own, placed where it is
// written.
Object* Checker::objectOf(const Named* t) {
  if (!t->origin) return t->object;
  Object*& o = instanceObjects_[t];
  if (o) return o;
  auto* name = arena().make<TypeName>(*t->object);
  if (t->pos.isValid()) name->pos = t->pos;
  return o = name;
}

// Whether a value of type t has a finite size; false (and an error) if t is needed for its own
// declaration: `type T [len(T{})]int`.
bool Checker::finiteSize(const Type* t) {
  t = unalias(t);
  if (!t) return true;
  if (auto* array = llvm::dyn_cast<Array>(t)) return finiteSize(array->elem);
  if (auto* s = llvm::dyn_cast<Struct>(t))
    return llvm::all_of(s->fields, [&](Var* f) { return !f->type || finiteSize(f->type); });
  auto* named = llvm::dyn_cast<Named>(t);
  if (!named) return true;
  if (auto it = finite_.find(named); it != finite_.end()) return it->second;
  Object* object = objectOf(named);
  if (auto it = pathIndex_.find(object); it != pathIndex_.end()) {
    llvm::SmallVector<Object*, 8> cycle(path_.begin() + it->second, path_.end());
    cycleError(cycle, firstInSource(cycle));
    return false;
  }
  // The parts of an instance are not computed for this.
  const Type* parts = named->origin ? named->underlying : named->rhs;
  if (!parts) return true;
  pathIndex_[object] = path_.size();
  path_.push_back(object);
  bool finite = finiteSize(parts);
  path_.pop_back();
  pathIndex_.erase(object);
  return finite_[named] = finite;
}

// Reports a type that contains itself (arrays, fields, embedded interfaces; not through pointers).
void Checker::validType(const Named* t) {
  llvm::SmallVector<const Named*, 8> nest, path;
  validType(t, nest, path);
}

// nest: the named types that t lies within, path: those plus the ones that led to t through type
// arguments.
bool Checker::validType(const Type* t, llvm::SmallVectorImpl<const Named*>& nest,
                        llvm::SmallVectorImpl<const Named*>& path) {
  t = unalias(t);
  if (!t) return true;
  if (auto* array = llvm::dyn_cast<Array>(t)) return validType(array->elem, nest, path);
  if (auto* s = llvm::dyn_cast<Struct>(t))
    return llvm::all_of(s->fields, [&](Var* f) { return validType(f->type, nest, path); });
  if (auto* u = llvm::dyn_cast<Union>(t))
    return llvm::all_of(u->terms, [&](const Term& m) { return validType(m.type, nest, path); });
  if (auto* i = llvm::dyn_cast<Interface>(t))
    return llvm::all_of(i->embedded, [&](const Type* e) { return validType(e, nest, path); });
  if (auto* named = llvm::dyn_cast<Named>(t)) return validNamed(named, nest, path);
  auto* param = llvm::dyn_cast<TypeParam>(t);
  if (!param || nest.empty()) return true;
  // The argument lies where the instance was written: outside the innermost type.
  const Named* inst = nest.back();
  llvm::ArrayRef<TypeParam*> params = typeParamsOf(inst);
  for (size_t i = 0; i < params.size() && i < inst->typeArgs.size(); ++i) {
    if (params[i] != param) continue;
    nest.pop_back();
    bool valid = validType(inst->typeArgs[i], nest, path);
    nest.push_back(inst);
    return valid;
  }
  return true;
}

bool Checker::validNamed(const Named* t, llvm::SmallVectorImpl<const Named*>& nest,
                         llvm::SmallVectorImpl<const Named*>& path) {
  Named* origin = t->origin ? t->origin : const_cast<Named*>(t);
  if (validTypes_.contains(t)) return true;
  for (const Named* outer : nest) {
    if (!identical(outer, t)) continue;
    origin->rhs = origin->underlying = invalidType();
    for (size_t i = 0; i < path.size(); ++i) {
      if (!identical(path[i], t)) continue;
      llvm::SmallVector<Object*, 8> cycle;
      for (const Named* n : llvm::ArrayRef<const Named*>(path).drop_front(i))
        cycle.push_back(objectOf(n));
      cycleError(cycle, 0);
      break;
    }
    return false;
  }
  if (deep(origin->object)) return false;
  nest.push_back(t);
  path.push_back(t);
  bool valid = !origin->rhs || validType(origin->rhs, nest, path);
  nest.pop_back();
  path.pop_back();
  // Without type arguments the result does not depend on what is around.
  if (valid && t->typeArgs.empty()) validTypes_.insert(t);
  return valid;
}

} // namespace minigo
