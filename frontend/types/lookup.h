// Finding fields and methods (spec: Selectors, Method sets), and whether a type has the methods of
// an interface.
#pragma once

#include "frontend/types/type_context.h"

#include "llvm/ADT/SmallVector.h"

#include <string>

namespace minigo {

struct LookupResult {
  Object* object = nullptr;            // Var (field) or Func (method); null: not found
  llvm::SmallVector<uint32_t, 4> path; // field indices, the last is that of object in its struct,
                                       // type's methods or interface's type set
  bool indirect = false;               // a pointer was followed on the way
  bool ambiguous = false;       // object is null: several at the shallowest depth (path is theirs)
  bool pointerReceiver = false; // object is null: a method with this name needs a pointer receiver
};

// The field or method of type named `name`, seen from package (unexported names of others are not
// found). addressable: the operand is, so that methods with pointer receivers are found through a
// value.
LookupResult lookupFieldOrMethod(TypeContext& context, const Type* type, bool addressable,
                                 const Package* package, llvm::StringRef name,
                                 bool foldCase = false);

// The same without a look behind a defined pointer type, for an operand that is not addressable.
LookupResult lookupDirect(TypeContext& context, const Type* type, const Package* package,
                          llvm::StringRef name, bool foldCase = false);

// Field of a struct type by name, or -1.
int fieldIndex(llvm::ArrayRef<Var*> fields, const Package* package, llvm::StringRef name,
               bool foldCase = false);
// Method of a list by name, or -1.
int methodIndex(llvm::ArrayRef<Func*> methods, const Package* package, llvm::StringRef name,
                bool foldCase = false);

// Number of methods declared on a named type, and the i-th: of an instance with type arguments
// substituted.
size_t methodCount(const Named* type);
Func* methodAt(TypeContext& context, const Named* type, size_t i);

// Whether V has all methods of interface T. `equivalent` compares signatures (identical if null).
// isStatic: V, if it is an interface, must have them all; otherwise only those that it has must
// agree. *cause, if given: gc's explanation in parentheses, as "(missing method M)".
bool hasAllMethods(TypeContext& context, const Type* V, const Type* T, bool isStatic,
                   llvm::function_ref<bool(const Type*, const Type*)> equivalent = nullptr,
                   std::string* cause = nullptr);

// Whether V implements interface T (spec: Implementing an interface); constraint: whether V
// satisfies it (spec: Satisfying a type constraint). *cause, if given, is a full sentence: "V does
// not implement T (missing method M)".
bool implements(TypeContext& context, const Type* V, const Type* T, bool constraint,
                std::string* cause = nullptr);

// Whether x.(T) may succeed for x of interface type V. *cause: as of hasAllMethods.
bool assertableTo(TypeContext& context, const Type* V, const Type* T, std::string* cause = nullptr);

} // namespace minigo
