// Type identity (spec: Type identity).
#pragma once

#include "frontend/types/object.h"

namespace minigo {

bool identical(const Type* x, const Type* y);
bool identicalIgnoreTags(const Type* x, const Type* y);
// Both come from the same type declaration (instances: of the same generic type).
bool identicalOrigin(const Named* x, const Named* y);

// Whether names declared in packages denote the same: exported names do wherever they are, others
// only in one package. foldCase: compare as gc does for hints ("but does have method Foo").
bool sameId(const Object* object, const Package* package, llvm::StringRef name,
            bool foldCase = false);
bool samePackage(const Package* a, const Package* b);
bool isExportedName(llvm::StringRef name);

// Equal for identical types; usable as a hash for tables of types.
uint64_t typeHash(const Type* type);

} // namespace minigo
