// Type sets of interfaces (spec: Interface types).
#pragma once

#include "frontend/types/type_context.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"

namespace minigo {

// Receives the errors found while a type set is computed for the first time.
class TypeSetErrors {
public:
  // Two methods of one name, the other declared or embedded at otherPos. embedded: `method` comes
  // from an embedded interface, and it is an error only if the types differ, which must be asked
  // when all types are complete.
  virtual void duplicateMethod(SourcePos pos, const Func* method, SourcePos otherPos,
                               const Func* other, bool embedded) = 0;
  // A union of more terms than gc handles.
  virtual void tooManyTerms(SourcePos pos, unsigned limit) = 0;

protected:
  ~TypeSetErrors() = default;
};

// The type set; computed when first asked for. For an incomplete interface: the set of all types.
const TypeSet& typeSetOf(const Interface* iface);
// The type set of the constraint of a type parameter.
const TypeSet& typeSetOf(const TypeParam* param);
// Computes the type set now and reports what is wrong with it; pos stands for elements without
// position.
void computeTypeSet(const Interface* iface, SourcePos pos, TypeSetErrors* errors);

// The interface of the constraint: a constraint that is no interface (~int, a union) is wrapped
// into one.
const Interface* constraintInterface(const TypeParam* param);

bool isEmptySet(const TypeSet& set);
bool isAllTypes(const TypeSet& set);  // no methods, no terms, not comparable: any
bool isMethodSet(const TypeSet& set); // described by methods alone: may be an ordinary interface
bool isComparableSet(const TypeSet& set); // every type in it is comparable
bool hasMethod(const TypeSet& set, const Package* package, llvm::StringRef name);
// Calls f for each term; once with null if there are no specific types. Stops at, and returns,
// false.
bool hasSpecificTerms(const TypeSet& set); // restricted to at least one term
bool forEachTerm(const TypeSet& set, llvm::function_ref<bool(const Term*)> f);

// "~int | string", as messages spell the terms of a set; ∅ for none, 𝓤 for all.
std::string termsString(const TypeContext& context, const TypeSet& set);

// Algebra of term lists in normal form: no two terms overlap.
using TermList = llvm::SmallVector<Term, 4>;
TermList normalizeTerms(llvm::ArrayRef<Term> terms);
TermList intersectTerms(llvm::ArrayRef<Term> x, llvm::ArrayRef<Term> y);
bool termIncludes(const Term& term, const Type* type);
bool termsInclude(llvm::ArrayRef<Term> terms, const Type* type);
bool termSubsetOf(const Term& x, const Term& y);
bool termsSubsetOf(llvm::ArrayRef<Term> x, llvm::ArrayRef<Term> y);
bool termsDisjoint(const Term& x, const Term& y);

} // namespace minigo
