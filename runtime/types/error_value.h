// Error values that the runtime itself makes: a pointer to a struct that starts with its text.
#pragma once

#include "minigo/iface.h"
#include "minigo/type.h"

namespace mg {

struct ErrorText {
  String text;
};

// Error() of all of them. self is the data word.
String errorText(void* self);

// Descriptor of the struct behind such a pointer; its fields are not described, as nothing shows
// them.
constexpr Type errorStruct(String name, String pkgPath, Uintptr size) {
  Type type{};
  type.size = size;
  type.hash = typeHash(name);
  type.kind = Kind::Struct;
  type.align = alignof(ErrorText);
  type.flags = kNamed;
  type.name = name;
  type.pkgPath = pkgPath;
  return type;
}

constexpr Type errorPointer(String name, const Type* elem, const Method* methods, Int count) {
  Type type{};
  type.size = sizeof(void*);
  type.hash = typeHash(name);
  type.kind = Kind::Pointer;
  type.align = alignof(void*);
  type.flags = kComparable | kInWord;
  type.name = name;
  type.elem = elem;
  type.methods = methods;
  type.methodCount = count;
  return type;
}

} // namespace mg
