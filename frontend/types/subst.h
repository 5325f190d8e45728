// Substitution of type parameters.
#pragma once

#include "frontend/types/type_context.h"

#include "llvm/ADT/DenseMap.h"

namespace minigo {

// Type parameters and what stands for them. Pairs whose type is null are left out.
class SubstMap {
public:
  SubstMap() = default;
  SubstMap(llvm::ArrayRef<TypeParam*> params, llvm::ArrayRef<const Type*> args);
  // Renames params to renamed.
  static SubstMap renaming(llvm::ArrayRef<TypeParam*> params, llvm::ArrayRef<TypeParam*> renamed);

  bool empty() const { return map_.empty(); }
  const Type* lookup(const TypeParam* param) const { return map_.lookup(param); } // or null

private:
  llvm::SmallDenseMap<const TypeParam*, const Type*, 4> map_;
};

// type with the parameters replaced; type itself if none occurs. Instances are shared through the
// context and their parts expanded later, so that recursive types end.
const Type* subst(TypeContext& context, const Type* type, const SubstMap& map);

// Type parameters of a function or method under new identities: needed before inference, because a
// recursive call has its own parameters in its arguments. Returns the new list; *type, if given, is
// rewritten.
llvm::ArrayRef<TypeParam*> renameTypeParams(TypeContext& context, llvm::ArrayRef<TypeParam*> params,
                                            const Type** type);

} // namespace minigo
