// The predeclared types, constants, functions and nil (spec: Predeclared identifiers), and package
// unsafe. One immutable copy for the whole process.
#pragma once

#include "frontend/types/object.h"
#include "frontend/types/scope.h"

namespace minigo {

struct Universe {
  Scope* scope;       // parent of every package scope
  const Named* error; // type error
  const Named* comparable;
  const Type* any;       // alias for interface{}
  const Basic* byteType; // identical to uint8, spelled byte
  const Basic* runeType; // identical to int32, spelled rune
  const Interface* emptyInterface;
  Object* iota; // the predeclared constant; its value is the checker's business
  Object* nil;
  Object* anyObject;
  Object* comparableObject;
  Package* unsafePackage; // path and name "unsafe", complete
};

const Universe& universe();

// The one Basic of a kind (spelled uint8 and int32 for the kinds that byte and rune share).
const Basic* basicType(BasicKind kind);
inline const Basic* invalidType() { return basicType(BasicKind::Invalid); }

} // namespace minigo
