// The functions of internal/reflectlite that are not written in Go.
#include "minigo/iface.h"
#include "minigo/pointer.h"
#include "minigo/results.h"
#include "minigo/slice.h"

#include <algorithm>

namespace go::internal_reflectlite {

using namespace mg;

Results<void*, Int, Uintptr> elements(Any v) {
  if (v.type && v.type->kind == Kind::Slice) {
    const auto* slice = static_cast<const Slice<Byte>*>(v.data);
    return {slice->ptr, slice->len, v.type->elem->size};
  }
  if (v.type && v.type->kind == Kind::String) {
    const auto* text = static_cast<const String*>(v.data);
    return {const_cast<Byte*>(text->ptr), text->len, 1};
  }
  return {nullptr, -1, 0};
}

bool isComparable(Any v) { return v.type->flags & kComparable; }

String nameOfType(Any v) { return v.type ? v.type->name : "nil"_s; }

// Word by word where both are aligned, because a collector must never see half a pointer.
void swap(void* a, void* b, Uintptr size) {
  const Uintptr bits = reinterpret_cast<Uintptr>(a) | reinterpret_cast<Uintptr>(b) | size;
  if (bits % sizeof(Uintptr) == 0) {
    auto* x = static_cast<Uintptr*>(a);
    std::swap_ranges(x, x + size / sizeof(Uintptr), static_cast<Uintptr*>(b));
  } else {
    auto* x = static_cast<Byte*>(a);
    std::swap_ranges(x, x + size, static_cast<Byte*>(b));
  }
}

} // namespace go::internal_reflectlite
