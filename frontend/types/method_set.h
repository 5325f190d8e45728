// Method sets of types (spec: Method sets).
#pragma once

#include "frontend/types/type_context.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"

#include <vector>

namespace minigo {

struct MethodSetEntry {
  Func* method;
  llvm::SmallVector<uint32_t, 2> path; // embedded fields to go through, then the method's index
  bool indirect;                       // a pointer is followed on the way
};

// The method set of type, sorted by id (exported names first by name; then package path and name).
// For a pointer type it holds the methods of both receivers.
std::vector<MethodSetEntry> methodSetOf(TypeContext& context, const Type* type);

// Exported names first, by name, then by package path: the order of methods in type sets and method
// sets, in which the checker also keeps the methods of an interface literal.
bool comesBefore(const Func* a, const Func* b);
void sortMethods(llvm::MutableArrayRef<Func*> methods);

// The name that methods are sorted and compared by: the name itself if exported, else "path.name"
// with "_" for no package.
std::string methodId(const Object* object);

} // namespace minigo
