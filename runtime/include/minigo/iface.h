// Interface values: one word that tells the dynamic type, one data word.
//
// The data word holds the value itself for types flagged kInWord: pointers, channels, maps,
// functions, unsafe.Pointer, and every bool, integer and float (so that any(i) does not allocate;
// the value's bytes lie at the word's start, the rest is zero). For all other types it points to a
// private, immutable copy on the heap. A nil interface has a null first word.
#pragma once

#include "minigo/type.h"

namespace mg {

// An empty interface value, `any`.
struct Any {
  const Type* type = nullptr;
  void* data = nullptr;
};

// First member of every method table: the dynamic type. Generated code declares a table struct for
// each interface type, with one typed function pointer a method, in the order of
// Type::ifaceMethods.
struct MethodTable {
  const Type* type;
};

// A non-empty interface value whose methods are called as `v.tab->Method(v.data, args…)`.
template <class Table>
struct Iface {
  const Table* tab = nullptr;
  void* data = nullptr;
};

struct ErrorMethods : MethodTable {
  String (*Error)(void* self);
};
using Error = Iface<ErrorMethods>;

// The value's address: the data word itself, or what it points to.
inline const void* valueOf(const Type* type, void* const* data) {
  return (type->flags & kInWord) ? static_cast<const void*>(data) : *data;
}

template <class Table>
Any toAny(Iface<Table> v) {
  return Any{v.tab ? v.tab->type : nullptr, v.data};
}

// The method table of a concrete type for an interface type, made at first use and kept for the
// program's life; null when the type lacks a method. Callable from any goroutine. *missing, if
// given, receives the name of the first method lacking.
const MethodTable* methodTable(const Type* iface, const Type* concrete, String* missing = nullptr);

bool operator==(Any a, Any b);

} // namespace mg
