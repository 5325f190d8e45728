// Variadic arguments: the slice that a call gets for its `...` parameter.
#pragma once

#include "minigo/iface.h"
#include "minigo/slice.h"

namespace mg {

// The arguments of a call that keeps none of them: they live until its end only. It may write to
// them.
template <class T, unsigned long N>
inline Slice<T> arguments(T (&&values)[N]) {
  return {values, Int(N), Int(N)};
}

// An argument of type any, from what toAny takes alone.
struct Arg {
  Any value;

  Arg(Nil) {}
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
inline Slice<Any> args(Arg (&&values)[N]) {
  return {&values[0].value, Int(N), Int(N)};
}

} // namespace mg
