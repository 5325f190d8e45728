// Two facts about a C++ type that carries a Go type, known while generated code compiles. Generated
// code specialises kPointerFree for its own structs.
#pragma once

#include "minigo/pointer.h"
#include "minigo/types.h"

namespace mg {

template <class T, Int N>
struct Array;

// Keeps a parameter out of template argument deduction.
template <class T>
struct Exactly {
  using Type = T;
};

// True for types whose values hold no pointer: the collector need not look into them, and append
// grows them as Go does pointer-free memory.
template <class T>
inline constexpr bool kPointerFree = false;

// True for types whose values lie in an interface's data word itself (TypeFlags::kInWord).
template <class T>
inline constexpr bool kHeldInWord = sizeof(T) <= sizeof(void*);

#define MG_SCALAR_TRAITS(T)                                                                        \
  template <>                                                                                      \
  inline constexpr bool kPointerFree<T> = true;
MG_SCALAR_TRAITS(bool)
MG_SCALAR_TRAITS(Int8)
MG_SCALAR_TRAITS(Int16)
MG_SCALAR_TRAITS(Int32)
MG_SCALAR_TRAITS(Int64)
MG_SCALAR_TRAITS(Uint8)
MG_SCALAR_TRAITS(Uint16)
MG_SCALAR_TRAITS(Uint32)
MG_SCALAR_TRAITS(Uint64)
MG_SCALAR_TRAITS(Float32)
MG_SCALAR_TRAITS(Float64)
#undef MG_SCALAR_TRAITS

template <>
inline constexpr bool kPointerFree<Complex64> = true;
template <>
inline constexpr bool kPointerFree<Complex128> = true;
template <class T, Int N>
inline constexpr bool kPointerFree<Array<T, N>> = N == 0 || kPointerFree<T>;

} // namespace mg
