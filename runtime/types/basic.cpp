// Descriptors of the predeclared types.
#include "minigo/iface.h"
#include "minigo/type.h"
#include "runtime/types/describe.h"

namespace mg {

namespace {

constexpr Uint8 kPlain = kNamed | kComparable | kNoPointers;

constexpr Type basic(Kind kind, Uintptr size, Uintptr align, Uint8 flags, String name) {
  Type type{};
  type.size = size;
  type.hash = typeHash(name);
  type.kind = kind;
  type.align = Uint8(align);
  type.flags = flags;
  type.name = name;
  return type;
}

template <class T>
constexpr Type scalar(Kind kind, String name) {
  return basic(kind, sizeof(T), alignof(T), kPlain | kInWord, name);
}

constexpr IfaceMethod kErrorMethods[] = {{"Error"_s, String(), &type_stringFunc}};
constexpr const Type* kStringResult[] = {&type_string};
constexpr const Type* kUintptrResult[] = {&type_uintptr};

constexpr Type errorType() {
  Type type =
      basic(Kind::Interface, sizeof(Error), alignof(Error), kNamed | kComparable, "error"_s);
  type.ifaceMethods = kErrorMethods;
  type.ifaceMethodCount = 1;
  return type;
}

constexpr Type plainFuncType() {
  return basic(Kind::Func, sizeof(void*), alignof(void*), kInWord, "func()"_s);
}

constexpr Type resultFuncType(String name, const Type* const* result) {
  Type type = basic(Kind::Func, sizeof(void*), alignof(void*), kInWord, name);
  type.signature = result;
  type.resultCount = 1;
  return type;
}

} // namespace

constinit const Type type_bool = scalar<bool>(Kind::Bool, "bool"_s);
constinit const Type type_int = scalar<Int>(Kind::Int, "int"_s);
constinit const Type type_int8 = scalar<Int8>(Kind::Int8, "int8"_s);
constinit const Type type_int16 = scalar<Int16>(Kind::Int16, "int16"_s);
constinit const Type type_int32 = scalar<Int32>(Kind::Int32, "int32"_s);
constinit const Type type_int64 = scalar<Int64>(Kind::Int64, "int64"_s);
constinit const Type type_uint = scalar<Uint>(Kind::Uint, "uint"_s);
constinit const Type type_uint8 = scalar<Uint8>(Kind::Uint8, "uint8"_s);
constinit const Type type_uint16 = scalar<Uint16>(Kind::Uint16, "uint16"_s);
constinit const Type type_uint32 = scalar<Uint32>(Kind::Uint32, "uint32"_s);
constinit const Type type_uint64 = scalar<Uint64>(Kind::Uint64, "uint64"_s);
constinit const Type type_uintptr = scalar<Uintptr>(Kind::Uintptr, "uintptr"_s);
constinit const Type type_float32 = scalar<Float32>(Kind::Float32, "float32"_s);
constinit const Type type_float64 = scalar<Float64>(Kind::Float64, "float64"_s);
constinit const Type type_complex64 =
    basic(Kind::Complex64, sizeof(Complex64), alignof(Complex64), kPlain | kInWord, "complex64"_s);
constinit const Type type_complex128 =
    basic(Kind::Complex128, sizeof(Complex128), alignof(Complex128), kPlain, "complex128"_s);
constinit const Type type_string =
    basic(Kind::String, sizeof(String), alignof(String), kNamed | kComparable, "string"_s);
constinit const Type type_unsafe_Pointer =
    basic(Kind::UnsafePointer, sizeof(void*), alignof(void*), kNamed | kComparable | kInWord,
          "unsafe.Pointer"_s);
constinit const Type type_any =
    basic(Kind::Interface, sizeof(Any), alignof(Any), kComparable, "interface {}"_s);
constinit const Type type_plainFunc = plainFuncType();
constinit const Type type_stringFunc = resultFuncType("func() string"_s, kStringResult);
constinit const Type type_uintptrFunc = resultFuncType("func() uintptr"_s, kUintptrResult);
constinit const Type type_error = errorType();

} // namespace mg
