// Type sets of interfaces (spec: Interface types, General interfaces).
#include "frontend/types/type_set.h"

#include "frontend/types/identical.h"
#include "frontend/types/method_set.h"
#include "frontend/types/predicates.h"
#include "frontend/types/type_string.h"
#include "frontend/types/universe.h"

#include "llvm/ADT/StringMap.h"

#include <algorithm>

namespace minigo {

namespace {

constexpr unsigned kMaxTerms = 100; // gc's limit

const TypeSet kAllTypes;

// The terms of a type set while it is computed.
struct TermSet {
  bool all = true;
  TermList terms;
};

class TypeSetComputer {
public:
  TypeSetComputer(const Interface* iface, SourcePos pos, TypeSetErrors* errors)
      : iface_(iface), pos_(pos), errors_(errors) {}

  const TypeSet* run() {
    Arena& arena = iface_->context->arena;
    // An interface that embeds itself is reported elsewhere; this ends the recursion.
    TypeSet* set = arena.make<TypeSet>();
    iface_->typeSet = set;
    for (Func* method : iface_->methods)
      addMethod(method, method->pos, false);
    for (size_t i = 0; i < iface_->embedded.size(); ++i)
      embed(iface_->embedded[i],
            i < iface_->embeddedPos.size() ? iface_->embeddedPos[i] : SourcePos());
    sortMethods(methods_);
    set->methods = arena.copy<Func*>(methods_);
    set->comparable = comparable_;
    set->hasTerms = !terms_.all;
    set->terms = arena.copy<Term>(terms_.terms);
    return set;
  }

private:
  void addMethod(Func* method, SourcePos pos, bool embedded) {
    auto [it, isNew] = seen_.try_emplace(methodId(method), method, pos);
    if (isNew)
      methods_.push_back(method);
    else if (errors_ && !(embedded && it->second.first == method && iface_->context->allows(14)))
      errors_->duplicateMethod(pos, method, it->second.second, it->second.first, embedded);
  }

  void embed(const Type* element, SourcePos pos) {
    if (!pos.isValid()) pos = pos_;
    const Type* under = underlying(element);
    TermSet terms;
    bool comparable = false;
    if (const auto* inner = llvm::dyn_cast<Interface>(under)) {
      if (!inner->typeSet) computeTypeSet(inner, pos, errors_);
      const TypeSet& set = typeSetOf(inner);
      comparable = set.comparable;
      for (Func* method : set.methods)
        addMethod(method, pos, true);
      terms.all = !set.hasTerms;
      terms.terms.assign(set.terms.begin(), set.terms.end());
    } else if (!iface_->context->allows(18)) {
      return; // an error that the checker reports
    } else if (const auto* u = llvm::dyn_cast<Union>(under)) {
      if (!unionTerms(u, pos, terms)) return;
    } else {
      if (!isValid(under)) return;
      terms.all = false;
      terms.terms.push_back(Term{false, element});
    }
    intersect(terms, comparable);
  }

  // False if the union is too large, which is reported.
  bool unionTerms(const Union* u, SourcePos pos, TermSet& result) {
    TermList all;
    for (const Term& term : u->terms) {
      const Type* under = underlying(term.type);
      if (const auto* inner = llvm::dyn_cast<Interface>(under)) {
        const TypeSet& set = typeSetOf(inner);
        if (!set.hasTerms) return true; // all types
        all.append(set.terms.begin(), set.terms.end());
      } else if (isValid(under) && !(term.tilde && !identical(term.type, under))) {
        all.push_back(term); // ~T of a T that is no underlying type is empty
      }
      all = normalizeTerms(all);
      if (all.size() > kMaxTerms) {
        if (errors_) errors_->tooManyTerms(pos, kMaxTerms);
        return false;
      }
    }
    result.all = false;
    result.terms = std::move(all);
    return true;
  }

  void intersect(const TermSet& other, bool otherComparable) {
    if (!other.all) {
      terms_.terms = terms_.all ? other.terms : intersectTerms(terms_.terms, other.terms);
      terms_.all = false;
    }
    comparable_ = comparable_ || otherComparable;
    if (comparable_ && !terms_.all) {
      // What is left of the terms is comparable; the mark stands for sets without terms only.
      llvm::erase_if(terms_.terms, [](const Term& t) { return !isComparable(t.type, false); });
      comparable_ = false;
    }
  }

  const Interface* iface_;
  SourcePos pos_;
  TypeSetErrors* errors_;
  llvm::SmallVector<Func*, 8> methods_;
  llvm::StringMap<std::pair<Func*, SourcePos>> seen_;
  TermSet terms_;
  bool comparable_ = false;
};

} // namespace

void computeTypeSet(const Interface* iface, SourcePos pos, TypeSetErrors* errors) {
  if (!iface->typeSet && iface->complete) TypeSetComputer(iface, pos, errors).run();
}

const TypeSet& typeSetOf(const Interface* iface) {
  if (iface->typeSet) return *iface->typeSet;
  if (!iface->complete) return kAllTypes;
  return *TypeSetComputer(iface, SourcePos(), iface->context->typeSetErrors).run();
}

const TypeSet& typeSetOf(const TypeParam* param) { return typeSetOf(constraintInterface(param)); }

const Interface* constraintInterface(const TypeParam* param) {
  const Type* bound = param->constraint;
  if (!bound) return universe().emptyInterface;
  const Type* under = underlying(bound);
  if (const auto* basic = llvm::dyn_cast<Basic>(under); basic && !isValid(basic))
    return universe().emptyInterface;
  if (const auto* iface = llvm::dyn_cast<Interface>(under)) {
    // A type parameter is no constraint (an error); do not look through it.
    return isTypeParam(bound) ? universe().emptyInterface : iface;
  }
  TypeContext* context = param->context;
  Interface* wrapped = context->newInterface();
  wrapped->implicit = true;
  wrapped->complete = true;
  wrapped->embedded = context->arena.copy<const Type*>({bound});
  const_cast<TypeParam*>(param)->constraint = wrapped;
  return wrapped;
}

bool isEmptySet(const TypeSet& set) { return set.hasTerms && set.terms.empty(); }
bool isMethodSet(const TypeSet& set) { return !set.comparable && !set.hasTerms; }
bool isAllTypes(const TypeSet& set) { return isMethodSet(set) && set.methods.empty(); }
bool hasSpecificTerms(const TypeSet& set) { return set.hasTerms && !set.terms.empty(); }

bool hasMethod(const TypeSet& set, const Package* package, llvm::StringRef name) {
  return llvm::any_of(set.methods, [&](const Func* m) { return sameId(m, package, name); });
}

bool forEachTerm(const TypeSet& set, llvm::function_ref<bool(const Term*)> f) {
  if (!hasSpecificTerms(set)) return f(nullptr);
  return llvm::all_of(set.terms, [&](const Term& term) { return f(&term); });
}

std::string termsString(const TypeContext& context, const TypeSet& set) {
  if (!set.hasTerms) return "𝓤";
  if (set.terms.empty()) return "∅";
  std::string text;
  for (const Term& term : set.terms) {
    if (!text.empty()) text += " | ";
    // gc spells terms with package paths, even those of the package at hand.
    text +=
        (term.tilde ? "~" : "") + typeString(term.type, Qualifier{nullptr, &context.sources, true});
  }
  return text;
}

bool termIncludes(const Term& term, const Type* type) {
  return identical(term.type, term.tilde ? underlying(type) : type);
}

bool termsDisjoint(const Term& x, const Term& y) {
  const Type* a = y.tilde ? underlying(x.type) : x.type;
  const Type* b = x.tilde ? underlying(y.type) : y.type;
  return !identical(a, b);
}

bool termSubsetOf(const Term& x, const Term& y) {
  return !termsDisjoint(x, y) && (!x.tilde || y.tilde);
}

bool termsInclude(llvm::ArrayRef<Term> terms, const Type* type) {
  return llvm::any_of(terms, [&](const Term& t) { return termIncludes(t, type); });
}

bool termsSubsetOf(llvm::ArrayRef<Term> x, llvm::ArrayRef<Term> y) {
  return llvm::all_of(x, [&](const Term& a) {
    return llvm::any_of(y, [&](const Term& b) { return termSubsetOf(a, b); });
  });
}

TermList normalizeTerms(llvm::ArrayRef<Term> terms) {
  TermList result;
  llvm::SmallVector<bool, 8> used(terms.size(), false);
  for (size_t i = 0; i < terms.size(); ++i) {
    if (used[i]) continue;
    Term merged = terms[i];
    for (size_t j = i + 1; j < terms.size(); ++j) {
      if (used[j] || termsDisjoint(merged, terms[j])) continue;
      // Overlapping terms merge into the wider of the two.
      if (terms[j].tilde && !merged.tilde) merged = terms[j];
      used[j] = true;
    }
    result.push_back(merged);
  }
  return result;
}

TermList intersectTerms(llvm::ArrayRef<Term> x, llvm::ArrayRef<Term> y) {
  TermList both;
  for (const Term& a : x)
    for (const Term& b : y)
      if (!termsDisjoint(a, b)) both.push_back(a.tilde && !b.tilde ? b : a);
  return normalizeTerms(both);
}

} // namespace minigo
