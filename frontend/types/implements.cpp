// Missing methods, implementing interfaces and satisfying constraints (spec: Implementing an
// interface, Satisfying a type constraint), with gc's explanations.
#include "frontend/types/identical.h"
#include "frontend/types/lookup.h"
#include "frontend/types/predicates.h"
#include "frontend/types/type_set.h"
#include "frontend/types/type_string.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace minigo {

namespace {

using Equivalence = llvm::function_ref<bool(const Type*, const Type*)>;

enum class Miss : uint8_t {
  None,
  NotFound,
  WrongName,  // one with other capitals exists
  Unexported, // the same name of another package
  WrongSignature,
  Ambiguous,
  PointerReceiver,
  IsField,
};

class MethodCheck {
public:
  MethodCheck(TypeContext& context, const Type* V, const Type* T, Equivalence equivalent)
      : context_(context), V_(V), T_(T), equivalent_(equivalent) {}

  bool run(bool isStatic) {
    const Interface* want = asUnder<Interface>(T_);
    const Interface* have = asUnder<Interface>(V_);
    for (const Func* method : typeSetOf(want).methods) {
      wanted_ = method;
      found_ = nullptr;
      miss_ = have ? inInterface(typeSetOf(have), isStatic) : inType();
      if (miss_ != Miss::None) return false;
    }
    return true;
  }

  std::string cause() {
    std::string name = wanted_->name.str();
    switch (miss_) {
    case Miss::NotFound:
      if (isInterfacePtr(V_)) return "(" + interfacePointer(V_) + ")";
      if (isInterfacePtr(T_)) return "(" + interfacePointer(T_) + ")";
      return "(missing method " + name + ")";
    case Miss::WrongName: return "(missing method " + name + ")" + haveAndWant(false);
    case Miss::Unexported: return "(unexported method " + name + ")";
    case Miss::WrongSignature: {
      std::string start = "(wrong type for method " + name + ")";
      for (bool packageInfo : {false, true})
        if (text(found_, packageInfo) != text(wanted_, packageInfo))
          return start + haveAndWant(packageInfo);
      return start; // they differ in type parameters of one name: to show them would mislead
    }
    case Miss::Ambiguous:
      return "(ambiguous selector " + typeString(context_, V_) + "." + name + ")";
    case Miss::PointerReceiver: return "(method " + name + " has pointer receiver)";
    case Miss::IsField:
      return "(" + typeString(context_, V_) + "." + name + " is a field, not a method)";
    case Miss::None: break;
    }
    return "";
  }

private:
  bool sameSignature(const Func* have) {
    context_.resolve(have);
    // Without a type an error was reported for it.
    return !have->type || !wanted_->type || equivalent_(have->type, wanted_->type);
  }

  Miss inInterface(const TypeSet& have, bool isStatic) {
    int i = methodIndex(have.methods, wanted_->package, wanted_->name);
    if (i < 0) return isStatic ? Miss::NotFound : Miss::None;
    found_ = have.methods[static_cast<size_t>(i)];
    return sameSignature(found_) ? Miss::None : Miss::WrongSignature;
  }

  Miss inType() {
    LookupResult result = search(false);
    if (const auto* method = llvm::dyn_cast_or_null<Func>(result.object)) {
      found_ = method;
      return sameSignature(method) ? Miss::None : Miss::WrongSignature;
    }
    if (result.object) return Miss::IsField;
    if (result.ambiguous) return Miss::Ambiguous;
    if (result.pointerReceiver) return Miss::PointerReceiver;
    found_ = llvm::dyn_cast_or_null<Func>(search(true).object);
    if (!found_) return Miss::NotFound;
    return found_->name == wanted_->name ? Miss::Unexported : Miss::WrongName;
  }

  LookupResult search(bool foldCase) {
    return lookupDirect(context_, V_, wanted_->package, wanted_->name, foldCase);
  }

  std::string interfacePointer(const Type* t) {
    bool toParam = isTypeParam(asUnder<Pointer>(t)->elem);
    return "type " + typeString(context_, t) +
           (toParam ? " is pointer to type parameter, not type parameter"
                    : " is pointer to interface, not interface");
  }

  std::string text(const Func* method, bool packageInfo) {
    context_.resolve(method);
    return methodString(method, Qualifier{context_.package, &context_.sources}, packageInfo);
  }
  std::string haveAndWant(bool packageInfo) {
    return "\n\t\thave " + text(found_, packageInfo) + "\n\t\twant " + text(wanted_, packageInfo);
  }

  TypeContext& context_;
  const Type* V_;
  const Type* T_;
  Equivalence equivalent_;
  Miss miss_ = Miss::None;
  const Func* wanted_ = nullptr;
  const Func* found_ = nullptr;
};

// Whether a struct embeds something invalid, which may have had the method.
bool hasInvalidEmbedded(const Type* t, llvm::SmallPtrSetImpl<const Struct*>& seen) {
  const Struct* s = asUnder<Struct>(derefStructPtr(t));
  if (!s || !seen.insert(s).second) return false;
  return llvm::any_of(s->fields, [&](const Var* field) {
    return field->embedded && (!isValid(field->type) || hasInvalidEmbedded(field->type, seen));
  });
}

// Whether an element of constraint T is `type` itself, for a better explanation.
bool mentions(const Type* T, const Type* type) {
  if (const auto* iface = llvm::dyn_cast<Interface>(T))
    return llvm::any_of(iface->embedded, [&](const Type* e) { return mentions(e, type); });
  if (const auto* u = llvm::dyn_cast<Union>(T))
    return llvm::any_of(u->terms, [&](const Term& term) { return mentions(term.type, type); });
  return identical(T, type);
}

class ImplementsCheck {
public:
  ImplementsCheck(TypeContext& context, const Type* V, const Type* T, bool constraint,
                  std::string* cause)
      : context_(context), V_(V), T_(T), constraint_(constraint), cause_(cause) {}

  bool run() {
    const Type* Vu = underlying(V_);
    const Type* Tu = underlying(T_);
    if (!isValid(Vu) || !isValid(Tu)) return true; // reported before
    const auto* pointer = llvm::dyn_cast<Pointer>(Vu);
    if (pointer && !isValid(underlying(pointer->elem))) return true;
    const auto* Ti = llvm::dyn_cast<Interface>(Tu);
    if (!Ti)
      return fail(" (" +
                  (isInterfacePtr(Tu)
                       ? "type " + text(T_) + " is pointer to interface, not interface"
                       : text(T_) + " is not an interface") +
                  ")");
    const TypeSet& want = typeSetOf(Ti);
    if (isAllTypes(want)) return true;
    const auto* Vi = llvm::dyn_cast<Interface>(Vu);
    const TypeSet* have = Vi ? &typeSetOf(Vi) : nullptr;
    if (have && isEmptySet(*have)) return true; // the empty set is part of every set
    if (isEmptySet(want)) {
      if (cause_) *cause_ = "cannot " + verb() + " " + text(T_) + " (empty type set)";
      return false;
    }
    std::string missing;
    if (!hasAllMethods(context_, V_, T_, true, nullptr, cause_ ? &missing : nullptr))
      return fail(" " + missing);
    if (!hasSpecificTerms(want)) return comparability(want);
    if (have) {
      bool subset = hasSpecificTerms(*have) && termsSubsetOf(have->terms, want.terms);
      return subset ? comparability(want) : fail("");
    }
    return termsInclude(want.terms, V_) ? comparability(want) : notInTerms(Ti, want);
  }

private:
  std::string text(const Type* t) { return typeString(context_, t); }
  std::string verb() { return constraint_ ? "satisfy" : "implement"; }
  bool fail(const std::string& detail) {
    if (cause_) *cause_ = text(V_) + " does not " + verb() + " " + text(T_) + detail;
    return false;
  }

  bool comparability(const TypeSet& want) {
    if (!isComparableSet(want) || isComparable(V_, false)) return true;
    // Ordinary interfaces satisfy comparable, though a comparison may panic (Go 1.20).
    if (constraint_ && isComparable(V_, true)) {
      if (context_.allows(20)) return true;
      if (cause_) *cause_ = text(V_) + " to " + verb() + " comparable requires go1.20 or later";
      return false;
    }
    if (cause_) *cause_ = text(V_) + " does not " + verb() + " comparable";
    return false;
  }

  bool notInTerms(const Interface* Ti, const TypeSet& want) {
    if (!cause_) return false;
    const Type* withTilde = nullptr; // a term that would do with a tilde
    for (const Term& term : want.terms)
      if (!withTilde && !term.tilde && identical(term.type, underlying(term.type)) &&
          termIncludes(Term{true, term.type}, V_))
        withTilde = term.type;
    if (withTilde)
      return fail(" (possibly missing ~ for " + text(withTilde) + " in " + text(T_) + ")");
    if (mentions(Ti, V_))
      return fail(" (" + text(T_) + " mentions " + text(V_) + ", but " + text(V_) +
                  " is not in the type set of " + text(T_) + ")");
    return fail(" (" + text(V_) + " missing in " + termsString(context_, want) + ")");
  }

  TypeContext& context_;
  const Type* V_;
  const Type* T_;
  bool constraint_;
  std::string* cause_;
};

} // namespace

bool hasAllMethods(TypeContext& context, const Type* V, const Type* T, bool isStatic,
                   Equivalence equivalent, std::string* cause) {
  if (!isValid(V)) return true;
  MethodCheck check(context, V, T, equivalent ? equivalent : Equivalence(identical));
  if (check.run(isStatic)) return true;
  llvm::SmallPtrSet<const Struct*, 4> seen;
  if (hasInvalidEmbedded(V, seen)) return true;
  if (cause) *cause = check.cause();
  return false;
}

bool implements(TypeContext& context, const Type* V, const Type* T, bool constraint,
                std::string* cause) {
  return ImplementsCheck(context, V, T, constraint, cause).run();
}

bool assertableTo(TypeContext& context, const Type* V, const Type* T, std::string* cause) {
  // x.(T) for an interface T is decided when the program runs.
  return isInterface(T) || hasAllMethods(context, T, V, false, nullptr, cause);
}

} // namespace minigo
