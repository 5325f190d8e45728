// Instances of generic types and functions (spec: Instantiations).
#pragma once

#include "frontend/types/type_context.h"

#include <string>

namespace minigo {

// The instance of a generic Named, Alias or Signature. Equal arguments give the same Named. The
// number of arguments must be right (an alias or signature then gives Invalid, gc's "not enough
// type arguments" is the caller's to report; pos: where it is written); constraints are not
// verified. A Signature loses its type parameters.
const Type* instantiate(TypeContext& context, const Type* generic,
                        llvm::ArrayRef<const Type*> typeArgs, SourcePos pos = {});

// Whether each argument satisfies the constraint of its parameter. Returns -1, or the index of the
// first that does not, with gc's explanation in *cause ("string does not satisfy Number (string
// missing in ~int | ~float64)").
int verifyInstance(TypeContext& context, llvm::ArrayRef<TypeParam*> params,
                   llvm::ArrayRef<const Type*> typeArgs, std::string* cause = nullptr);

// Type parameters of a generic Named (its instances too), Alias or Signature.
llvm::ArrayRef<TypeParam*> typeParamsOf(const Type* type);
// Type parameters of the generic function or method in whose body a type is declared; its instances
// have type arguments for them.
llvm::ArrayRef<TypeParam*> enclosingTypeParams(const Named* type);

} // namespace minigo
