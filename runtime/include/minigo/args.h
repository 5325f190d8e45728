// Variadic arguments: the slice that a call of a built-in function gets for its `...` parameter.
#pragma once

#include "minigo/iface.h"
#include "minigo/slice.h"

namespace mg {

// The arguments of a call that keeps none of them: they live until its end only.
template <class T, unsigned long N>
inline Slice<T> arguments(const T (&values)[N]) {
  return {const_cast<T*>(values), Int(N), Int(N)};
}

// An argument of type any, from what toAny takes alone.
struct Arg {
  Any value;

  Arg(Any v) : value(v) {}
  template <class Table>
  Arg(Iface<Table> v) : value(toAny(v)) {}
  Arg(bool v) : value(toAny(v)) {}
  Arg(Int v) : value(toAny(v)) {}
  Arg(int literal) : value(toAny(literal)) {}
  Arg(Float64 v) : value(toAny(v)) {}
  Arg(String v) : value(toAny(v)) {}
};

// The same for arguments of type any: fmt::Println(mg::args({"x ="_s, x})).
template <unsigned long N>
inline Slice<Any> args(const Arg (&values)[N]) {
  return {const_cast<Any*>(&values[0].value), Int(N), Int(N)};
}

} // namespace mg
