#include "frontend/types/predicates.h"

#include "frontend/types/identical.h"
#include "frontend/types/object.h"
#include "frontend/types/type_set.h"
#include "frontend/types/type_string.h"
#include "frontend/types/universe.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace minigo {

bool isKind(const Type* t, BasicKind kind) {
  const auto* basic = llvm::dyn_cast_or_null<Basic>(unalias(t));
  return basic && basic->basic == kind;
}

bool isValid(const Type* t) { return t && !isKind(t, BasicKind::Invalid); }

bool isBasicInfo(const Type* t, uint16_t info) {
  const Basic* basic = asUnder<Basic>(t);
  return basic && (basic->info & info) != 0;
}

bool allBasicInfo(const Type* t, uint16_t info) {
  const TypeParam* param = asTypeParam(t);
  if (!param) return isBasicInfo(t, info);
  return forEachTerm(typeSetOf(param),
                     [info](const Term* term) { return term && isBasicInfo(term->type, info); });
}

bool isTyped(const Type* t) {
  const auto* basic = llvm::dyn_cast_or_null<Basic>(t);
  return !basic || !(basic->info & kIsUntyped);
}

bool isUntypedNumeric(const Type* t) {
  const auto* basic = llvm::dyn_cast_or_null<Basic>(t);
  return basic && (basic->info & kIsUntyped) && (basic->info & kIsNumeric);
}

bool hasName(const Type* t) { return llvm::isa_and_nonnull<Basic, Named, TypeParam>(unalias(t)); }

bool isTypeLit(const Type* t) { return !llvm::isa_and_nonnull<Named, TypeParam>(unalias(t)); }
bool isTypeParam(const Type* t) { return llvm::isa_and_nonnull<TypeParam>(unalias(t)); }
bool isInterface(const Type* t) { return asUnder<Interface>(t) != nullptr; }
bool isNonTypeParamInterface(const Type* t) { return !isTypeParam(t) && isInterface(t); }

bool isInterfacePtr(const Type* t) {
  const Pointer* pointer = asUnder<Pointer>(t);
  return pointer && isInterface(pointer->elem);
}

bool isGeneric(const Type* t) {
  const auto* alias = llvm::dyn_cast_or_null<Alias>(t);
  if (alias && !alias->typeParams.empty() && alias->typeArgs.empty()) return true;
  const Named* named = asNamed(t);
  return named && !named->origin && !named->typeParams.empty();
}

bool hasNil(const Type* t) {
  const Type* under = underlying(t);
  switch (under->kind) {
  case TypeKind::Basic: {
    BasicKind kind = llvm::cast<Basic>(under)->basic;
    return kind == BasicKind::UnsafePointer;
  }
  case TypeKind::Slice:
  case TypeKind::Pointer:
  case TypeKind::Signature:
  case TypeKind::Map:
  case TypeKind::Chan: return true;
  case TypeKind::Interface:
    return !isTypeParam(t) ||
           forAllInTypeSet(t, [](const Type*, const Type* u) { return u && hasNil(u); });
  default: return false;
  }
}

bool hasEmptyTypeSet(const Type* t) {
  const TypeParam* param = asTypeParam(t);
  if (!param || !param->constraint) return false;
  const Type* bound = unalias(param->constraint);
  if (const auto* named = llvm::dyn_cast<Named>(bound)) bound = named->underlying;
  const auto* iface = llvm::dyn_cast_or_null<Interface>(bound);
  return iface && iface->typeSet && isEmptySet(*iface->typeSet);
}

bool isBytesOrRunes(const Type* t) {
  const Slice* slice = asUnder<Slice>(t);
  const Basic* elem = slice ? asUnder<Basic>(slice->elem) : nullptr;
  return elem && (elem->basic == BasicKind::Uint8 || elem->basic == BasicKind::Int32);
}

const Named* asNamed(const Type* t) { return llvm::dyn_cast_or_null<Named>(unalias(t)); }
const TypeParam* asTypeParam(const Type* t) {
  return llvm::dyn_cast_or_null<TypeParam>(unalias(t));
}

Deref deref(const Type* t) {
  const auto* pointer = llvm::dyn_cast_or_null<Pointer>(unalias(t));
  if (!pointer) return {t, false};
  return {pointer->elem ? pointer->elem : invalidType(), true};
}

const Type* derefStructPtr(const Type* t) {
  const Pointer* pointer = asUnder<Pointer>(t);
  return pointer && asUnder<Struct>(pointer->elem) ? pointer->elem : t;
}

const Type* defaultType(const Type* t) {
  const auto* basic = llvm::dyn_cast_or_null<Basic>(t);
  if (!basic) return t;
  switch (basic->basic) {
  case BasicKind::UntypedBool: return basicType(BasicKind::Bool);
  case BasicKind::UntypedInt: return basicType(BasicKind::Int);
  case BasicKind::UntypedRune: return universe().runeType;
  case BasicKind::UntypedFloat: return basicType(BasicKind::Float64);
  case BasicKind::UntypedComplex: return basicType(BasicKind::Complex128);
  case BasicKind::UntypedString: return basicType(BasicKind::String);
  default: return t;
  }
}

const Type* maxType(const Type* x, const Type* y) {
  if (x == y) return x;
  if (!isUntypedNumeric(x) || !isUntypedNumeric(y)) return nullptr;
  return llvm::cast<Basic>(x)->basic > llvm::cast<Basic>(y)->basic ? x : y;
}

namespace {

class ComparableCheck {
public:
  ComparableCheck(bool dynamic, const TypeContext* context)
      : dynamic_(dynamic), context_(context) {}

  bool check(const Type* t, std::string* cause) {
    if (!seen_.insert(t).second) return true;
    const Type* under = underlying(t);
    switch (under->kind) {
    // Invalid types count as comparable, so that no more errors follow.
    case TypeKind::Basic: return llvm::cast<Basic>(under)->basic != BasicKind::UntypedNil;
    case TypeKind::Pointer:
    case TypeKind::Chan: return true;
    case TypeKind::Struct:
      for (const Var* field : llvm::cast<Struct>(under)->fields)
        if (!check(field->type, nullptr))
          return fail(cause, "struct containing " + text(field->type) + " cannot be compared");
      return true;
    case TypeKind::Array:
      return check(llvm::cast<Array>(under)->elem, nullptr) ||
             fail(cause, text(t) + " cannot be compared");
    case TypeKind::Interface: {
      if (dynamic_ && !isTypeParam(t)) return true;
      const TypeSet& set = typeSetOf(llvm::cast<Interface>(under));
      if (comparableSet(set)) return true;
      return fail(cause, isEmptySet(set) ? "empty type set" : "incomparable types in type set");
    }
    default: return false;
    }
  }

  bool comparableSet(const TypeSet& set) {
    if (!set.hasTerms) return set.comparable;
    bool saved = dynamic_;
    dynamic_ = false;
    bool result =
        forEachTerm(set, [this](const Term* term) { return term && check(term->type, nullptr); });
    dynamic_ = saved;
    return result;
  }

private:
  std::string text(const Type* t) {
    return typeString(t, Qualifier{context_ ? context_->package : nullptr});
  }
  bool fail(std::string* cause, std::string reason) {
    if (cause) *cause = std::move(reason);
    return false;
  }

  bool dynamic_;
  const TypeContext* context_;
  llvm::SmallPtrSet<const Type*, 8> seen_;
};

} // namespace

bool isComparable(const Type* t, bool dynamic, std::string* cause, const TypeContext* context) {
  return ComparableCheck(dynamic, context).check(t, cause);
}

bool isComparableSet(const TypeSet& set) {
  return ComparableCheck(false, nullptr).comparableSet(set);
}

bool forAllInTypeSet(const Type* t, TypeSetVisitor f) {
  const TypeParam* param = asTypeParam(t);
  if (!param) return f(t, underlying(t));
  return forEachTerm(typeSetOf(param), [&](const Term* term) {
    if (!term) return f(nullptr, nullptr);
    return f(term->type, term->tilde ? unalias(term->type) : underlying(term->type));
  });
}

const Type* commonUnder(const Type* t, std::string* cause, const TypeContext* context) {
  const Type* common = nullptr; // a type of the set…
  const Type* shared = nullptr; // …and its underlying type
  Qualifier qualifier{context ? context->package : nullptr};
  auto fail = [&](const Type* other, llvm::StringRef kind, llvm::StringRef why) {
    if (cause)
      *cause = (kind + typeString(common, qualifier) + " and " + typeString(other, qualifier) + why)
                   .str();
    return false;
  };
  bool ok = forAllInTypeSet(t, [&](const Type* type, const Type* under) {
    if (!under) {
      if (cause) *cause = "no specific type";
      return false;
    }
    if (!shared) {
      common = type;
      shared = under;
      return true;
    }
    const auto* have = llvm::dyn_cast<Chan>(shared);
    const auto* next = llvm::dyn_cast<Chan>(under);
    if (have && next) {
      if (!identical(have->elem, next->elem))
        return fail(type, "channels ", " have different element types");
      if (have->dir == next->dir || next->dir == Chan::Both) return true;
      if (have->dir != Chan::Both) return fail(type, "channels ", " have conflicting directions");
      common = type;
      shared = under;
      return true;
    }
    return identical(shared, under) || fail(type, "", " have different underlying types");
  });
  return ok ? shared : nullptr;
}

namespace {

class ParameterSearch {
public:
  explicit ParameterSearch(llvm::ArrayRef<TypeParam*> params) : params_(params) {}

  bool in(const Type* type) {
    if (!type) return false;
    auto [it, isNew] = seen_.try_emplace(type, false);
    if (!isNew) return it->second;
    bool result = look(type);
    seen_[type] = result;
    return result;
  }

private:
  bool inVars(llvm::ArrayRef<Var*> vars) {
    return llvm::any_of(vars, [this](const Var* v) { return in(v->type); });
  }

  bool look(const Type* type) {
    switch (type->kind) {
    case TypeKind::Basic: return false;
    case TypeKind::Alias: return in(unalias(type));
    case TypeKind::Array: return in(llvm::cast<Array>(type)->elem);
    case TypeKind::Slice: return in(llvm::cast<Slice>(type)->elem);
    case TypeKind::Pointer: return in(llvm::cast<Pointer>(type)->elem);
    case TypeKind::Chan: return in(llvm::cast<Chan>(type)->elem);
    case TypeKind::Map: return in(llvm::cast<Map>(type)->key) || in(llvm::cast<Map>(type)->elem);
    case TypeKind::Struct: return inVars(llvm::cast<Struct>(type)->fields);
    case TypeKind::Tuple: return inVars(llvm::cast<Tuple>(type)->vars);
    // The type parameters that a signature declares are none of our business.
    case TypeKind::Signature: {
      const auto* s = llvm::cast<Signature>(type);
      return (s->params && inVars(s->params->vars)) || (s->results && inVars(s->results->vars));
    }
    case TypeKind::Interface: {
      const TypeSet& set = typeSetOf(llvm::cast<Interface>(type));
      if (llvm::any_of(set.methods, [this](const Func* m) { return in(m->type); })) return true;
      return forEachTerm(set, [this](const Term* term) { return term && in(term->type); });
    }
    case TypeKind::Union:
      return llvm::any_of(llvm::cast<Union>(type)->terms,
                          [this](const Term& term) { return in(term.type); });
    case TypeKind::Named:
      return llvm::any_of(llvm::cast<Named>(type)->typeArgs,
                          [this](const Type* arg) { return in(arg); });
    case TypeKind::TypeParam: return llvm::is_contained(params_, type);
    }
    return false;
  }

  llvm::ArrayRef<TypeParam*> params_;
  llvm::SmallDenseMap<const Type*, bool, 8> seen_;
};

} // namespace

bool isParameterized(llvm::ArrayRef<TypeParam*> typeParams, const Type* type) {
  return ParameterSearch(typeParams).in(type);
}

} // namespace minigo
