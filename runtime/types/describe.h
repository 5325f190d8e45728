// What the runtime asks about types beyond their descriptors.
#pragma once

#include "minigo/iface.h"
#include "minigo/type.h"

namespace mg {

// Descriptors of func() and of func() string, the type of Error, String and GoString.
extern const Type type_plainFunc;
extern const Type type_stringFunc;
extern const Type type_uintptrFunc;

// The value of an interface variable of any interface type, as `any`.
inline Any loadIface(const Type* type, const void* value) {
  if (type->ifaceMethodCount == 0) return *static_cast<const Any*>(value);
  const auto* iface = static_cast<const Iface<MethodTable>*>(value);
  return {iface->tab ? iface->tab->type : nullptr, iface->data};
}

// The method of a concrete type with this exported name and signature `func() string`, null if
// none.
const Method* findMethod(const Type* type, String name);

} // namespace mg
