// Declared types and the names of package-level things.
#include "codegen/codegen.h"
#include "codegen/lower/lower.h"
#include "frontend/types/lookup.h"
#include "frontend/types/predicates.h"
#include "frontend/types/type_set.h"

namespace minigo {

using llvm::ArrayRef;
using llvm::SmallVector;

// --- Namespaces

ArrayRef<Name> Lowerer::sharedSpace() {
  return b.copy(ArrayRef<Name>({b.names.runtime("go"), b.names.runtime("types_")}));
}

ArrayRef<Name> Lowerer::spaceOf(const Package* package) {
  if (!package) return sharedSpace();
  return b.copy(ArrayRef<Name>({b.names.runtime("go"), names.of(package).space()}));
}

void Lowerer::usePackage(const Package* package) {
  if (package && package != &this->package) usedPackages_.insert(packageFileStem(*package));
}

cxx::QualifiedName Lowerer::qualify(const Package* package, Name name) {
  usePackage(package);
  Name space = spaceOf(package).back();
  bool hidden = avoid_ && (avoid_->contains(name.text()) || avoid_->contains(space.text()));
  if (package == home_ && !hidden) return b.qualified(name);
  // A type of this package that is called like the other one's namespace would hide it.
  if (hidden || (home_ && here().isTaken(space.text())))
    return b.qualified({b.names.runtime("go"), space, name}, true);
  return b.qualified({space, name});
}

// --- Definitions of types

void Lowerer::mention(Definition& definition) {
  if (defining_) defining_->mentions.insert(&definition);
}

Definition* Lowerer::definition(const Package* space, Name name, bool shared,
                                llvm::function_ref<void(Definition&)> fill) {
  if (space && space != &package && !shared) return nullptr;
  bool added = false;
  ArrayRef<Name> spaceNames = spaceOf(space);
  Definition& entry =
      definitions_.of((spaceNames.back().text() + "::" + name.text()).str(), &added);
  if (!added) return &entry;
  entry.space = spaceNames;
  const bool isOwn = space == &package && package.name == "main"; // which nobody imports
  if (shared && !isOwn)
    entry.guard =
        b.names.shared(("MINIGO_" + spaceNames.back().text().rtrim('_') + "_" + name.text()).str());
  const Package* outerHome = home_;
  llvm::StringSet<>* outerAvoid = std::exchange(avoid_, nullptr);
  Definition* outer = std::exchange(defining_, &entry);
  if (space) home_ = space;
  // Types of the shared namespace see no package's names unqualified.
  if (!space) home_ = nullptr;
  fill(entry);
  home_ = outerHome;
  avoid_ = outerAvoid;
  defining_ = outer;
  return &entry;
}

Name Lowerer::nameOf(const Named* t) {
  PackageNames& names = this->names.of(t->object->package);
  return t->typeArgs.empty() ? names.of(t->object) : names.instance(t->object, t->typeArgs);
}

// Whether t is reached from its own right side without passing a struct or a method table, as in
// `type F func() F`: `using` cannot name itself.
bool Lowerer::isSelfReferential(const Named* t) {
  if (llvm::isa<Struct, Interface>(underlying(t))) return false;
  if (auto known = selfReferential_.find(t); known != selfReferential_.end()) return known->second;
  SmallVector<const Type*, 8> work{underlying(t)};
  SmallVector<const Type*, 8> seen;
  bool found = false;
  auto reach = [&](const Type* type) {
    type = unalias(type);
    if (type == t) found = true;
    if (const auto* named = llvm::dyn_cast<Named>(type)) {
      for (const Type* arg : named->typeArgs)
        work.push_back(arg);
      if (llvm::is_contained(seen, named)) return;
      seen.push_back(named);
      type = underlying(named);
    }
    work.push_back(type);
  };
  while (!work.empty() && !found) {
    const Type* type = unalias(work.pop_back_val());
    if (const auto* x = llvm::dyn_cast<Pointer>(type)) reach(x->elem);
    if (const auto* x = llvm::dyn_cast<Slice>(type)) reach(x->elem);
    if (const auto* x = llvm::dyn_cast<Array>(type)) reach(x->elem);
    if (const auto* x = llvm::dyn_cast<Chan>(type)) reach(x->elem);
    if (const auto* x = llvm::dyn_cast<Map>(type)) reach(x->key), reach(x->elem);
    if (const auto* x = llvm::dyn_cast<Signature>(type)) {
      for (const Var* var : x->params->vars)
        reach(var->type);
      for (const Var* var : x->results->vars)
        reach(var->type);
    }
  }
  selfReferential_[t] = found;
  return found;
}

void Lowerer::defineNamed(Definition& definition, const Named* t, Name name) {
  const Type* under = underlying(t);
  ArrayRef<Name> space = definition.space;
  cxx::Type* outside = b.named(b.qualified({space[0], space[1], name}));
  auto trait = [&](llvm::StringRef fact) {
    definition.traits.push_back(b.trait(b.qualified(b.names.runtime(fact)), outside, true));
  };
  if (const auto* s = llvm::dyn_cast<Struct>(under)) {
    definition.decl = structDecl(definition, name, s);
    if (isPointerFree(s)) trait("kPointerFree");
  } else if (isSelfReferential(t)) {
    // The name must be known while the base is spelled: a placeholder keeps it a struct.
    definition.decl = b.structDecl(name, nullptr, {});
    cxx::Type* base = type(under);
    cxx::Struct* wrapper = b.structDecl(name, base, {});
    wrapper->convertsFrom = base;
    definition.decl = wrapper;
  } else if (const auto* i = llvm::dyn_cast<Interface>(under)) {
    definition.decl = b.usingDecl(name, interfaceType(t, i));
  } else {
    definition.decl = b.usingDecl(name, type(under));
  }
  if (t->typeArgs.empty() && options.locationComments)
    definition.decl->comment = declComment(
        t->object->pos, locationComment(t->object->pos, "type " + t->object->name.str()));
}

cxx::Type* Lowerer::namedType(const Named* t) {
  if (!t->object->package) {
    if (isEmptyInterface(t)) return b.rt("Any");
    return b.rt("Error"); // the only other predeclared one that has values
  }
  Name name = nameOf(t);
  const Package* space = t->object->package;
  bool isLocal = t->object->enclosing != nullptr && space != &package;
  Definition* found = definition(space, name, !t->typeArgs.empty() || isLocal,
                                 [&](Definition& definition) { defineNamed(definition, t, name); });
  if (found) mention(*found);
  return b.named(qualify(space, name));
}

// --- Objects

cxx::NameExpr* Lowerer::object(const Object* object) {
  if (const auto* func = llvm::dyn_cast<Func>(object); func && !defined_.contains(func))
    usedEarly_.insert(func);
  object = joined(object);
  Name name = names.of(object->package).of(object);
  const auto* func = llvm::dyn_cast<Func>(object);
  if (func && object->package == home_ && needsQualification(func, name))
    return b.name(b.qualified({here().space(), name}));
  return b.name(qualify(object->package, name));
}

static void addFunctions(const Object* object, llvm::StringSet<>& names) {
  if (llvm::isa<Func>(object)) names.insert(object->name);
  const auto* type = llvm::dyn_cast<TypeName>(object);
  const auto* named = type ? llvm::dyn_cast_or_null<Named>(type->type) : nullptr;
  if (!named || type->isAlias) return;
  for (const Func* method : named->methods)
    names.insert((object->name + "_" + method->name).str());
}

static void addFunctions(const Package* package, llvm::DenseSet<const Package*>& seen,
                         llvm::StringSet<>& names) {
  if (!seen.insert(package).second) return;
  for (const Package* import : package->imports) {
    if (import->scope)
      for (const Object* object : import->scope->objects())
        addFunctions(object, names);
    addFunctions(import, seen, names);
  }
}

bool Lowerer::needsQualification(const Func* func, Name name) {
  // The arguments of fundamental types belong to no namespace.
  if (!func->signature()->receiver &&
      llvm::all_of(func->signature()->params->vars, [](const Var* param) {
        return isNumeric(param->type) || isBoolean(param->type);
      }))
    return false;
  auto [it, isNew] = foreignFunctions_.try_emplace(home_);
  if (isNew) {
    constexpr llvm::StringLiteral kRuntime[] = {
#define RUNTIME_FUNCTION(name) #name,
#include "codegen/names/runtime_functions.def"
    };
    for (llvm::StringRef function : kRuntime)
      it->second.insert(function);
    llvm::DenseSet<const Package*> seen;
    addFunctions(home_, seen, it->second);
  }
  return it->second.contains(name.text());
}

cxx::NameExpr* Lowerer::method(const Func* method) {
  const Func* origin = method->origin ? method->origin : method;
  const Type* receiver = unalias(resolve(method->signature()->receiver->type));
  if (const auto* pointer = llvm::dyn_cast<Pointer>(receiver)) receiver = resolve(pointer->elem);
  const auto* named = llvm::cast<Named>(receiver);
  if (!named->typeArgs.empty()) return instance(origin, named->typeArgs);
  if (!defined_.contains(origin)) usedEarly_.insert(origin);
  Name name = names.of(origin->package).method(origin);
  // Other receivers are structs of the package, which tell its methods from those of others.
  if (origin->package == home_ && !asUnder<Struct>(named) && needsQualification(origin, name))
    return b.name(b.qualified({here().space(), name}));
  return b.name(qualify(origin->package, name));
}

ArrayRef<const Type*> Lowerer::valueTypeArgs(const ast::Expr* e) const {
  auto found = home_->valueTypeArgs.find(e);
  return found == home_->valueTypeArgs.end() ? ArrayRef<const Type*>() : found->second;
}

cxx::NameExpr* Lowerer::instance(const Func* generic, ArrayRef<const Type*> typeArgs) {
  SmallVector<const Type*, 2> resolved;
  for (const Type* arg : typeArgs)
    resolved.push_back(resolve(arg));
  PackageNames& names = this->names.of(generic->package);
  Name name = names.instance(generic, resolved);
  if (instances_.insert((names.space().text() + "::" + name.text()).str()).second)
    wantedInstances_.push_back({generic, resolved, name});
  return b.name(qualify(generic->package, name));
}

} // namespace minigo
