// Aliases and underlying types (spec: Underlying types).
#include "frontend/types/type.h"

#include "frontend/types/instantiate.h"
#include "frontend/types/subst.h"
#include "frontend/types/type_set.h"
#include "frontend/types/universe.h"

namespace minigo {

const Type* unalias(const Type* t) {
  // An alias that is still being declared, or declared in terms of itself, has no actual type.
  while (const auto* alias = llvm::dyn_cast_or_null<Alias>(t)) {
    if (!alias->actual) return invalidType();
    t = alias->actual;
  }
  return t;
}

namespace {

// The right side that a declaration of this instance would have, or null while that of the generic
// type is not known in full.
const Type* expandedRhs(const Named* instance) {
  const Named* origin = instance->origin;
  const Type* rhs = origin->rhs ? origin->rhs : origin->underlying;
  if (!rhs) return nullptr;
  llvm::ArrayRef<TypeParam*> params = origin->typeParams;
  if (params.empty()) params = enclosingTypeParams(origin);
  if (params.size() != instance->typeArgs.size())
    return invalidType(); // reported where it is written
  return subst(*instance->context, rhs, SubstMap(params, instance->typeArgs));
}

bool isIncomplete(const Type* rhs) {
  const auto* iface = llvm::dyn_cast_or_null<Interface>(rhs);
  return iface && !iface->complete;
}

// Follows the right sides of declarations to a type that is neither defined nor an alias.
// Declarations that go in a circle (reported by the checker) end at Invalid.
const Type* resolveUnderlying(Named* named) {
  llvm::SmallVector<Named*, 4> path;
  const Type* result = nullptr;
  bool final = true;
  for (const Type* t = named; !result;) {
    t = unalias(t);
    auto* n = llvm::dyn_cast_or_null<Named>(const_cast<Type*>(t));
    if (!n) {
      result = t ? t : invalidType();
      final = final && t;
    } else if (n->underlying) {
      result = n->underlying;
    } else if (n->expanding) {
      result = invalidType();
      final = false;
    } else {
      n->expanding = true;
      path.push_back(n);
      if (n->origin && isIncomplete(n->origin->rhs)) final = false;
      t = n->origin ? expandedRhs(n) : n->rhs;
    }
  }
  for (Named* n : path) {
    n->expanding = false;
    if (final) n->underlying = result;
  }
  return result;
}

} // namespace

const Type* underlying(const Type* t) {
  t = unalias(t);
  if (!t) return invalidType();
  if (const auto* named = llvm::dyn_cast<Named>(t))
    return named->underlying ? named->underlying : resolveUnderlying(const_cast<Named*>(named));
  if (const auto* param = llvm::dyn_cast<TypeParam>(t)) return constraintInterface(param);
  return t;
}

} // namespace minigo
