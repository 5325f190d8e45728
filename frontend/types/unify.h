// Unification: finds types for type parameters that make two types equal (spec: Type unification).
#pragma once

#include "frontend/types/type_context.h"

#include "llvm/ADT/DenseMap.h"

namespace minigo {

class Unifier {
public:
  // Assign: as in an assignment, inexact at the top only. Exact: the types must become identical.
  // Without either (inexact): a defined type matches its underlying type, channel directions are
  // ignored, and an interface matches what implements it.
  enum Mode : unsigned { Inexact = 0, Assign = 1, Exact = 2 };

  Unifier(TypeContext& context, llvm::ArrayRef<TypeParam*> params,
          llvm::ArrayRef<const Type*> args);

  bool unify(const Type* x, const Type* y, unsigned mode);
  const Type* at(const TypeParam* param) const; // what was found, or null
  void set(const TypeParam* param, const Type* type);
  unsigned unknowns() const; // parameters without a type
  llvm::SmallVector<const Type*, 4> inferred(llvm::ArrayRef<TypeParam*> params) const;

private:
  struct InterfacePair {
    const Interface* x;
    const Interface* y;
    const InterfacePair* previous;
  };

  const TypeParam* asBound(const Type* t) const;
  bool join(const TypeParam* x, const TypeParam* y);
  bool nify(const Type* x, const Type* y, unsigned mode, const InterfacePair* pairs);
  bool nifyDifferent(const Type* x, const Type* y, unsigned mode, const InterfacePair* pairs);
  bool nifyBoundParam(const TypeParam* param, const Type* y, unsigned mode,
                      const InterfacePair* pairs);
  bool nifyInterfaces(const Type* x, const Type* y, unsigned mode, const InterfacePair* pairs);
  bool nifyStructure(const Type* x, const Type* y, const Type* yOriginal, unsigned mode,
                     unsigned elementMode, const InterfacePair* pairs);
  bool nifySignatures(const Signature* x, const Signature* y, unsigned mode,
                      const InterfacePair* pairs);
  bool nifyStructs(const Struct* x, const Struct* y, unsigned mode, const InterfacePair* pairs);
  bool nifyNamed(const Named* x, const Named* y, unsigned mode, const InterfacePair* pairs);
  bool nifyTuples(const Tuple* x, const Tuple* y, unsigned mode, const InterfacePair* pairs);
  bool nifyExactInterfaces(const Interface* x, const Interface* y, const InterfacePair* pairs);

  TypeContext& context_;
  // Joined parameters share a handle; types_[handle] is null until known.
  llvm::SmallDenseMap<const TypeParam*, unsigned, 8> handles_;
  llvm::SmallVector<const Type*, 8> types_;
  unsigned depth_ = 0;
};

} // namespace minigo
