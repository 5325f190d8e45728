#include "runtime/types/describe.h"

namespace mg {

namespace {

bool identicalFuncs(const Type* a, const Type* b) {
  if (a->len != b->len || a->resultCount != b->resultCount) return false;
  if ((a->flags & kVariadic) != (b->flags & kVariadic)) return false;
  for (Int i = 0; i < a->len + a->resultCount; ++i)
    if (!identical(a->signature[i], b->signature[i])) return false;
  return true;
}

bool identicalStructs(const Type* a, const Type* b) {
  if (a->fieldCount != b->fieldCount) return false;
  for (Int i = 0; i < a->fieldCount; ++i) {
    const Field& f = a->fields[i];
    const Field& g = b->fields[i];
    if (!(f.name == g.name) || !(f.tag == g.tag) || !(f.pkgPath == g.pkgPath) ||
        f.embedded != g.embedded || !identical(f.type, g.type))
      return false;
  }
  return true;
}

bool identicalIfaces(const Type* a, const Type* b) {
  if (a->ifaceMethodCount != b->ifaceMethodCount) return false;
  for (Int i = 0; i < a->ifaceMethodCount; ++i) {
    const IfaceMethod& f = a->ifaceMethods[i];
    const IfaceMethod& g = b->ifaceMethods[i];
    if (!(f.name == g.name) || !(f.pkgPath == g.pkgPath) || !identical(f.type, g.type))
      return false;
  }
  return true;
}

} // namespace

bool identical(const Type* a, const Type* b) {
  if (a == b) return true;
  if (a->kind != b->kind || a->hash != b->hash || ((a->flags | b->flags) & kNamed)) return false;
  switch (a->kind) {
  case Kind::Array: return a->len == b->len && identical(a->elem, b->elem);
  case Kind::Chan: return a->chanDir == b->chanDir && identical(a->elem, b->elem);
  case Kind::Map: return identical(a->key, b->key) && identical(a->elem, b->elem);
  case Kind::Pointer:
  case Kind::Slice: return identical(a->elem, b->elem);
  case Kind::Func: return identicalFuncs(a, b);
  case Kind::Struct: return identicalStructs(a, b);
  case Kind::Interface: return identicalIfaces(a, b);
  default: return false;
  }
}

} // namespace mg
