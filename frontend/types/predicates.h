// Questions about one type. is…: a type parameter is none of them. all…: for a type parameter,
// whether every type of its type set is one.
#pragma once

#include "frontend/types/type.h"

#include "llvm/ADT/STLFunctionalExtras.h"

#include <string>

namespace minigo {

class TypeContext;

bool isValid(const Type* t);
bool isBasicInfo(const Type* t, uint16_t info); // underlying is basic with one of the bits of info
bool allBasicInfo(const Type* t, uint16_t info);

inline bool isBoolean(const Type* t) { return isBasicInfo(t, kIsBoolean); }
inline bool isInteger(const Type* t) { return isBasicInfo(t, kIsInteger); }
inline bool isUnsigned(const Type* t) { return isBasicInfo(t, kIsUnsigned); }
inline bool isFloat(const Type* t) { return isBasicInfo(t, kIsFloat); }
inline bool isComplex(const Type* t) { return isBasicInfo(t, kIsComplex); }
inline bool isNumeric(const Type* t) { return isBasicInfo(t, kIsNumeric); }
inline bool isString(const Type* t) { return isBasicInfo(t, kIsString); }
inline bool isIntegerOrFloat(const Type* t) { return isBasicInfo(t, kIsInteger | kIsFloat); }
inline bool isConstType(const Type* t) { return isBasicInfo(t, kIsConstType); }

inline bool allBoolean(const Type* t) { return allBasicInfo(t, kIsBoolean); }
inline bool allInteger(const Type* t) { return allBasicInfo(t, kIsInteger); }
inline bool allUnsigned(const Type* t) { return allBasicInfo(t, kIsUnsigned); }
inline bool allNumeric(const Type* t) { return allBasicInfo(t, kIsNumeric); }
inline bool allString(const Type* t) { return allBasicInfo(t, kIsString); }
inline bool allOrdered(const Type* t) { return allBasicInfo(t, kIsOrdered); }
inline bool allNumericOrString(const Type* t) { return allBasicInfo(t, kIsNumeric | kIsString); }

bool isKind(const Type* t, BasicKind kind); // t itself (aliases stripped) is this basic type
bool isTyped(const Type* t);
inline bool isUntyped(const Type* t) { return !isTyped(t); }
bool isUntypedNumeric(const Type* t);
bool hasName(const Type* t);   // predeclared, defined, or a type parameter
bool isTypeLit(const Type* t); // neither defined nor a type parameter
bool isTypeParam(const Type* t);
bool isInterface(const Type* t); // type parameters too: their underlying type is an interface
bool isNonTypeParamInterface(const Type* t);
bool isInterfacePtr(const Type* t);
bool isGeneric(const Type* t); // a generic type that has not been instantiated
bool hasNil(const Type* t);
bool hasEmptyTypeSet(
    const Type* t); // t is a type parameter without any type; does not compute the set
bool isBytesOrRunes(const Type* t); // underlying is []byte or []rune

const Named* asNamed(const Type* t); // through aliases, else null
const TypeParam* asTypeParam(const Type* t);

// The element type of pointer type t (not of a defined pointer type) and true, else t and false.
struct Deref {
  const Type* type;
  bool wasPointer;
};
Deref deref(const Type* t);
// The struct type behind a pointer to one, else t.
const Type* derefStructPtr(const Type* t);

// The default type of an untyped type (spec: Constants); others are their own.
const Type* defaultType(const Type* t);
// The larger of two untyped types by the order int, rune, float, complex; null if they do not mix.
const Type* maxType(const Type* x, const Type* y);

// Whether values of t can be compared with ==. dynamic: interfaces count as comparable (the
// comparison may panic). *cause, if given, receives the reason of a failure ("struct containing
// []int cannot be compared"), which may be empty.
bool isComparable(const Type* t, bool dynamic = true, std::string* cause = nullptr,
                  const TypeContext* context = nullptr);

// Calls f for each specific type of t's type set with its underlying type: once with t itself
// unless t is a type parameter; once with (null, null) if that has no specific types. Stops at, and
// returns, false.
using TypeSetVisitor = llvm::function_ref<bool(const Type* t, const Type* under)>;
bool forAllInTypeSet(const Type* t, TypeSetVisitor f);

// The underlying type that all types of t's type set share, or null with a reason in *cause.
// Channels that differ in direction share the most restricted one.
const Type* commonUnder(const Type* t, std::string* cause = nullptr,
                        const TypeContext* context = nullptr);

// commonUnder(t) as T, or null.
template <class T>
const T* asCommonUnder(const Type* t) {
  return t ? llvm::dyn_cast_or_null<T>(commonUnder(t)) : nullptr;
}

// Whether type contains one of the type parameters.
bool isParameterized(llvm::ArrayRef<TypeParam*> typeParams, const Type* type);

} // namespace minigo
