// Interface values: one word that tells the dynamic type, one data word.
//
// The data word holds the value itself for types flagged kInWord, which are those of at most eight
// bytes: pointers, numbers, small structs and arrays (so that any(i) does not allocate; the value's
// bytes lie at the word's start, the rest is zero). For all other types it points to a private,
// immutable copy on the heap. A nil interface has a null first word.
#pragma once

#include "minigo/heap.h"
#include "minigo/results.h"
#include "minigo/traits.h"
#include "minigo/type.h"

namespace mg {

// An empty interface value, `any`.
struct Any {
  const Type* type = nullptr;
  void* data = nullptr;

  constexpr Any() = default;
  constexpr Any(Nil) {}
  constexpr Any(const Type* type, void* data) : type(type), data(data) {}

  bool operator==(Nil) const { return !type; }
};

// First member of every method table: the dynamic type. Generated code declares a table struct for
// each interface type, with one typed function pointer a method, in the order of
// Type::ifaceMethods. It takes the data word; where that is the receiver, which is so for methods
// of pointers, the table holds the method itself, cast to such a function.
#pragma GCC diagnostic ignored "-Wcast-function-type"
struct MethodTable {
  const Type* type;
};

// A non-empty interface value whose methods are called as `v->Method(v.data, args…)`.
template <class Table>
struct Iface {
  const Table* tab = nullptr;
  void* data = nullptr;

  constexpr Iface() = default;
  constexpr Iface(Nil) {}
  constexpr Iface(const Table* tab, void* data) : tab(tab), data(data) {}

  bool operator==(Nil) const { return !tab; }

  // Of a nil interface: panics as a nil dereference does.
  const Table* operator->() const {
    if (!tab) [[unlikely]]
      panicNilDereference();
    return tab;
  }
};

struct ErrorMethods : MethodTable {
  String (*Error)(void* self);
};
using Error = Iface<ErrorMethods>;
// What package math/bits panics with, as "runtime error: integer divide by zero" and "… overflow".
Error divideError();
Error overflowError();

// The value's address: the data word itself, or what it points to.
inline const void* valueOf(const Type* type, void* const* data) {
  return (type->flags & kInWord) ? static_cast<const void*>(data) : *data;
}

inline Any toAny(Any v) { return v; }
template <class Table>
Any toAny(Iface<Table> v) {
  return Any{v.tab ? v.tab->type : nullptr, v.data};
}

// The method table of a concrete type for an interface type, made at first use and kept for the
// program's life; null when the type lacks a method. Callable from any goroutine. *missing, if
// given, receives the name of the first method lacking.
const MethodTable* methodTable(const Type* iface, const Type* concrete, String* missing = nullptr);

bool operator==(Any a, Any b);
template <class A, class B>
bool operator==(Iface<A> a, Iface<B> b) {
  return toAny(a) == toAny(b);
}
template <class Table>
bool operator==(Any a, Iface<Table> b) {
  return a == toAny(b);
}
template <class Table>
bool operator==(Iface<Table> a, Any b) {
  return toAny(a) == b;
}

template <class T>
inline constexpr bool kPointerFree<Iface<T>> = false;

// The data word for a value.
template <class T>
inline void* box(const T& value) {
  if constexpr (kHeldInWord<T>) {
    void* word = nullptr;
    __builtin_memcpy(&word, &value, sizeof(T));
    return word;
  } else {
    return newObject(value).raw;
  }
}
// The same with the copy in a variable of the frame.
template <class T>
inline void* boxIn(T& variable, const typename Exactly<T>::Type& value) {
  variable = value;
  return &variable;
}
// The value behind a data word.
template <class T>
inline T unbox(void* data) {
  if constexpr (kHeldInWord<T>) {
    T value;
    __builtin_memcpy(static_cast<void*>(&value), &data, sizeof(T));
    return value;
  } else {
    return *static_cast<const T*>(data);
  }
}

// any(value)
template <class T>
inline Any toAny(const Type& type, const T& value) {
  return {&type, box(value)};
}
inline Any toAny(bool v) { return toAny(type_bool, v); }
inline Any toAny(Int v) { return toAny(type_int, v); }
inline Any toAny(int literal) { return toAny(type_int, Int(literal)); } // Go's int32 names its type
inline Any toAny(Float64 v) { return toAny(type_float64, v); }
inline Any toAny(String v) { return toAny(type_string, v); }
// The interface value of a concrete one whose type is known to implement it.
template <class Table, class T>
inline Iface<Table> toIface(const Type& iface, const Type& type, const T& value) {
  return {static_cast<const Table*>(methodTable(&iface, &type)), box(value)};
}

// The panics of failed assertions: "interface conversion: interface {} is string, not int",
// "interface conversion: main.T is not main.I: missing method M", and the forms for nil. Each value
// is a *runtime.TypeAssertionError. dynamic may be null (nil operand).
[[noreturn, gnu::cold]] void panicAssertType(const Type* operand, const Type* dynamic,
                                             const Type* want);
[[noreturn, gnu::cold]] void panicAssertIface(const Type* dynamic, const Type* want);

// "value method main.T.M called using nil *T pointer"; type is "main.T".
[[noreturn, gnu::cold]] void panicNilReceiver(String type, String method);
// The receiver of a value method that is called through a pointer in an interface.
template <class T>
inline const T& valueReceiver(void* pointer, String type, String method) {
  if (!pointer) [[unlikely]]
    panicNilReceiver(type, method);
  return *static_cast<const T*>(pointer);
}

// v.(T) for a concrete T; operand is the static type of v.
template <class T>
inline T assertType(const Type& operand, Any v, const Type& want) {
  if (!isType(v.type, want)) [[unlikely]]
    panicAssertType(&operand, v.type, &want);
  return unbox<T>(v.data);
}
// value, ok := v.(T)
template <class T>
inline Results<T, bool> assertTypeOk(Any v, const Type& want) {
  if (!isType(v.type, want)) return {T{}, false};
  return {unbox<T>(v.data), true};
}

// v.(I) for an interface I with methods
template <class Table>
inline Iface<Table> assertIface(Any v, const Type& want) {
  const MethodTable* table = v.type ? methodTable(&want, v.type) : nullptr;
  if (!table) [[unlikely]]
    panicAssertIface(v.type, &want);
  return {static_cast<const Table*>(table), v.data};
}
template <class Table>
inline Results<Iface<Table>, bool> assertIfaceOk(Any v, const Type& want) {
  const MethodTable* table = v.type ? methodTable(&want, v.type) : nullptr;
  if (!table) return {{}, false};
  return {{static_cast<const Table*>(table), v.data}, true};
}
// v.(any)
inline Any assertAny(Any v) {
  if (!v.type) [[unlikely]]
    panicAssertIface(nullptr, &type_any);
  return v;
}

// value, ok := v.(any)
inline Results<Any, bool> assertAnyOk(Any v) { return {v, v.type != nullptr}; }
// Whether v's dynamic type has the methods of an interface type; false for nil.
inline bool implements(Any v, const Type& iface) { return v.type && methodTable(&iface, v.type); }
// v, which must not be nil: a method value is taken from it.
template <class Table>
inline Iface<Table> notNil(Iface<Table> v) {
  if (!v.tab) [[unlikely]]
    panicNilDereference();
  return v;
}

// Assignment of one interface type to another whose methods it has; nil stays nil.
template <class Table>
inline Iface<Table> convertIface(Any v, const Type& want) {
  if (!v.type) return {};
  return {static_cast<const Table*>(methodTable(&want, v.type)), v.data};
}

} // namespace mg
