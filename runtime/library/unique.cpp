// Package unique: a value that is kept for long must not keep what its strings are parts of.
#include "minigo/heap.h"
#include "minigo/iface.h"
#include "minigo/string.h"
#include "minigo/type.h"

#include <cstring>
#include <utility>

namespace go::unique {

// pointer is a *T; the strings in the T, also those in its structs and arrays, get bytes of their
// own. What lies behind pointers and in interfaces is left alone, as in Go.
void cloneStrings(mg::Any pointer);

namespace {

void cloneIn(const mg::Type* type, char* value) {
  if (type->flags & mg::kNoPointers) return;
  if (type->kind == mg::Kind::String) {
    auto* string = reinterpret_cast<mg::String*>(value);
    mg::String text = std::exchange(*string, mg::String());
    if (!text.len) return;
    auto* bytes = static_cast<mg::Byte*>(mg::allocateUncleared(mg::Uintptr(text.len)));
    memcpy(bytes, text.ptr, size_t(text.len));
    *string = mg::String(bytes, text.len);
  } else if (type->kind == mg::Kind::Struct) {
    for (mg::Int i = 0; i < type->fieldCount; ++i)
      cloneIn(type->fields[i].type, value + type->fields[i].offset);
  } else if (type->kind == mg::Kind::Array) {
    for (mg::Int i = 0; i < type->len; ++i)
      cloneIn(type->elem, value + mg::Uintptr(i) * type->elem->size);
  }
}

} // namespace

void cloneStrings(mg::Any pointer) {
  cloneIn(pointer.type->elem, static_cast<char*>(pointer.data));
}

} // namespace go::unique
