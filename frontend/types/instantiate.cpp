// Instances of generic types and functions (spec: Instantiations).
#include "frontend/types/instantiate.h"

#include "frontend/types/identical.h"
#include "frontend/types/lookup.h"
#include "frontend/types/predicates.h"
#include "frontend/types/subst.h"
#include "frontend/types/type_set.h"
#include "frontend/types/universe.h"

#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/STLExtras.h"

namespace minigo {

namespace {

bool sameArguments(llvm::ArrayRef<const Type*> x, llvm::ArrayRef<const Type*> y) {
  return x.size() == y.size() && llvm::all_of(llvm::zip(x, y), [](auto pair) {
           return identical(std::get<0>(pair), std::get<1>(pair));
         });
}

bool isInstanceOf(const Type* instance, const Type* generic, llvm::ArrayRef<const Type*> args) {
  if (const auto* named = llvm::dyn_cast<Named>(instance))
    return named->origin == generic && sameArguments(named->typeArgs, args);
  const auto* alias = llvm::dyn_cast<Alias>(instance);
  return alias && alias->origin == generic && sameArguments(alias->typeArgs, args);
}

uint64_t instanceHash(const Type* generic, llvm::ArrayRef<const Type*> args) {
  llvm::hash_code h = llvm::hash_value(generic);
  for (const Type* arg : args)
    h = llvm::hash_combine(h, typeHash(arg));
  // DenseMap keeps the two largest values for itself.
  return static_cast<uint64_t>(size_t(h)) >> 1;
}

const Type* instantiateSignature(TypeContext& context, const Signature* generic,
                                 llvm::ArrayRef<const Type*> args) {
  const Type* replaced = subst(context, generic, SubstMap(generic->typeParams, args));
  Signature* result = context.arena.make<Signature>(*llvm::cast<Signature>(replaced));
  result->typeParams = {};
  return result;
}

} // namespace

llvm::ArrayRef<TypeParam*> typeParamsOf(const Type* type) {
  if (const auto* alias = llvm::dyn_cast_or_null<Alias>(type))
    return alias->origin ? alias->origin->typeParams : alias->typeParams;
  if (const auto* named = llvm::dyn_cast_or_null<Named>(type))
    return named->origin ? named->origin->typeParams : named->typeParams;
  if (const auto* signature = llvm::dyn_cast_or_null<Signature>(type)) return signature->typeParams;
  return {};
}

llvm::ArrayRef<TypeParam*> enclosingTypeParams(const Named* type) {
  const Func* function = type->object->enclosing;
  const Signature* signature = function ? function->signature() : nullptr;
  if (!signature) return {};
  return signature->typeParams.empty() ? signature->receiverTypeParams : signature->typeParams;
}

const Type* instantiate(TypeContext& context, const Type* generic,
                        llvm::ArrayRef<const Type*> typeArgs, SourcePos pos) {
  if (const auto* signature = llvm::dyn_cast<Signature>(generic)) {
    if (signature->typeParams.size() != typeArgs.size()) return invalidType();
    return typeArgs.empty() ? generic : instantiateSignature(context, signature, typeArgs);
  }
  auto& candidates = context.instances[instanceHash(generic, typeArgs)];
  for (const Type* candidate : candidates)
    if (isInstanceOf(candidate, generic, typeArgs)) return candidate;
  llvm::ArrayRef<const Type*> args = context.arena.copy<const Type*>(typeArgs);
  if (const auto* named = llvm::dyn_cast<Named>(generic)) {
    // Its underlying type and methods are substituted when somebody asks, see underlying() and
    // methodAt().
    Named* result = context.newNamed(named->object);
    result->origin = const_cast<Named*>(named);
    result->typeArgs = args;
    result->pos = pos;
    candidates.push_back(result);
    return result;
  }
  const auto* alias = llvm::cast<Alias>(generic);
  if (alias->typeParams.size() != args.size()) return invalidType();
  Alias* result = context.newAlias(alias->object);
  result->origin = const_cast<Alias*>(alias);
  result->typeArgs = args;
  candidates.push_back(result);
  if (alias->actual)
    result->actual = subst(context, alias->actual, SubstMap(alias->typeParams, args));
  return result;
}

int verifyInstance(TypeContext& context, llvm::ArrayRef<TypeParam*> params,
                   llvm::ArrayRef<const Type*> typeArgs, std::string* cause) {
  SubstMap map(params, typeArgs);
  for (auto [i, param, arg] : llvm::enumerate(params, typeArgs)) {
    constraintInterface(param); // wraps a constraint that is no interface
    const Type* bound = param->constraint ? param->constraint : universe().any;
    if (!implements(context, arg, subst(context, bound, map), true, cause))
      return static_cast<int>(i);
  }
  return -1;
}

namespace {

// The method of an instance for one of its generic type. Null while the generic one has no type.
Func* expandMethod(TypeContext& context, const Named* type, Func* method) {
  context.resolve(method);
  const Signature* signature = method->signature();
  if (!signature || !signature->receiver) return nullptr;
  // In the body of a method, the type of its receiver is an instance with the method's own
  // parameters.
  if (deref(signature->receiver->type).type == type) return method;
  Signature* copy = nullptr;
  if (signature->receiverTypeParams.size() == type->typeArgs.size()) {
    SubstMap map(signature->receiverTypeParams, type->typeArgs);
    copy = context.arena.make<Signature>(*llvm::cast<Signature>(subst(context, signature, map)));
  } else {
    copy = context.arena.make<Signature>(*signature);
  }
  Var* receiver = context.arena.make<Var>(*signature->receiver);
  receiver->type = type;
  if (method->pointerReceiver) receiver->type = context.pointerTo(type);
  copy->receiver = receiver;
  Func* result = context.arena.make<Func>(*method);
  result->type = copy;
  result->origin = method->origin ? method->origin : method;
  return result;
}

} // namespace

Func* methodAt(TypeContext& context, const Named* type, size_t i) {
  if (!type->origin) return type->methods[i];
  llvm::ArrayRef<Func*> generic = type->origin->methods;
  Named* instance = const_cast<Named*>(type);
  if (instance->methods.size() != generic.size()) {
    llvm::SmallVector<Func*, 8> slots(instance->methods.begin(), instance->methods.end());
    slots.resize(generic.size(), nullptr);
    instance->methods = context.arena.copy<Func*>(slots);
  }
  if (Func* known = instance->methods[i]) return known;
  Func* expanded = expandMethod(context, type, generic[i]);
  if (!expanded) return generic[i];
  const_cast<Func*&>(instance->methods[i]) = expanded;
  return expanded;
}

} // namespace minigo
