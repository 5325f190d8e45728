// Run-time type descriptors: what interfaces carry, what fmt and reflect walk, what comparison,
// hashing and the collector need. One type has one descriptor in a program, so that identity is
// pointer equality, except for those that package reflect makes: descriptors of unnamed types are
// emitted as inline variables and merged by the linker; those of named types belong to their
// package.
#pragma once

#include "minigo/string.h"
#include "minigo/types.h"

namespace mg {

// Numbered as in package reflect.
enum class Kind : Uint8 {
  Invalid,
  Bool,
  Int,
  Int8,
  Int16,
  Int32,
  Int64,
  Uint,
  Uint8,
  Uint16,
  Uint32,
  Uint64,
  Uintptr,
  Float32,
  Float64,
  Complex64,
  Complex128,
  Array,
  Chan,
  Func,
  Interface,
  Map,
  Pointer,
  Slice,
  String,
  Struct,
  UnsafePointer,
};

enum TypeFlags : Uint8 {
  kNamed = 1,      // has a name: declared by a type declaration, or predeclared
  kComparable = 2, // == is defined; an interface operand may still panic
  kInWord = 4, // an interface holds the value itself in its data word (see iface.h), not a pointer
               // to a copy
  kNoPointers = 8,     // the collector need not look into values of this type
  kVariadic = 16,      // Func only
  kMadeAtRunTime = 32, // by package reflect; the program may have another descriptor of this type
};

struct Type;

struct Field {
  String name;
  const Type* type;
  Uintptr offset;
  String tag;
  String pkgPath; // empty when the name is exported
  bool embedded;
};

// A method of a concrete type. `call` takes the interface's data word as its first argument, then
// the parameters.
struct Method {
  String name;
  String pkgPath;   // empty when the name is exported
  const Type* type; // the method's signature without receiver
  void (*call)();
};

// A method that an interface type asks for.
struct IfaceMethod {
  String name;
  String pkgPath;
  const Type* type;
};

struct Type {
  Uintptr size = 0; // bytes, as unsafe.Sizeof
  Uint32 hash = 0;  // equal for identical types
  Kind kind = Kind::Invalid;
  Uint8 align = 0;               // bytes
  Uint8 flags = 0;               // TypeFlags
  Uint8 chanDir = 0;             // Chan: 1 receive, 2 send, 3 both
  String name = {};              // as %T and %v print it: "main.Point", "[]int", "func(int) error"
  String pkgPath = {};           // of a named type: import path, else empty
  const Type* elem = nullptr;    // Array, Chan, Map, Pointer, Slice
  const Type* key = nullptr;     // Map
  Int len = 0;                   // Array: length; Func: number of parameters
  const Field* fields = nullptr; // Struct
  Int fieldCount = 0;
  const Type* const* signature = nullptr;    // Func: parameters, then results
  Int resultCount = 0;                       // Func
  const IfaceMethod* ifaceMethods = nullptr; // Interface, sorted by name
  Int ifaceMethodCount = 0;
  const Method* methods = nullptr; // method set of this type, sorted by name (exported and not)
  Int methodCount = 0;
  const Type* pointerTo = nullptr; // of a declared type T: the descriptor of *T if it has methods
};

// Spec "Type identity": by structure, for descriptors made at run time.
bool identical(const Type* a, const Type* b);

// Whether a dynamic type, null for that of a nil interface, is `want`.
inline bool isType(const Type* dynamic, const Type& want) {
  if (dynamic == &want) return true;
  return dynamic && (dynamic->flags & kMadeAtRunTime) && identical(dynamic, &want);
}

// Equality and hash of two values of one type, as the spec's "Comparison operators" and map keys
// need them. Panics as Go does when an interface inside holds a value that cannot be compared
// ("comparing uncomparable type []int").
bool equal(const Type* type, const void* a, const void* b);
Uintptr hashOf(const Type* type, const void* value, Uintptr seed);
// For a key that is looked for in a map without elements: panics as Go does there, in other words,
// if it has no hash.
void checkHashable(const Type* type, const void* value);

// The hash of a type whose name, as Type::name spells it, is given: FNV-1a. The compiler and the
// runtime must agree on it.
constexpr Uint32 typeHash(String name) {
  Uint32 hash = 2166136261u;
  for (Int i = 0; i < name.len; ++i)
    hash = (hash ^ Uint8(name.literal[i])) * 16777619u;
  return hash;
}

// Descriptors of unnamed types that have no methods, for generated code.
constexpr Type wordType(Kind kind, String name, Uint8 flags, const Type* elem) {
  return {.size = sizeof(void*),
          .hash = typeHash(name),
          .kind = kind,
          .align = alignof(void*),
          .flags = Uint8(flags | kInWord),
          .name = name,
          .elem = elem};
}
constexpr Type pointerType(String name, const Type* elem) {
  return wordType(Kind::Pointer, name, kComparable, elem);
}
constexpr Type mapType(String name, const Type* key, const Type* elem) {
  Type type = wordType(Kind::Map, name, 0, elem);
  type.key = key;
  return type;
}
// direction: as Type::chanDir.
constexpr Type chanType(String name, const Type* elem, Uint8 direction = 3) {
  Type type = wordType(Kind::Chan, name, kComparable, elem);
  type.chanDir = direction;
  return type;
}
constexpr Type sliceType(String name, const Type* elem) {
  return {.size = 3 * sizeof(Int),
          .hash = typeHash(name),
          .kind = Kind::Slice,
          .align = alignof(Int),
          .name = name,
          .elem = elem};
}

// clang-format off
#define MG_BASIC_TYPES(X)                                                                          \
  X(Bool, bool) X(Int, int) X(Int8, int8) X(Int16, int16) X(Int32, int32) X(Int64, int64)          \
  X(Uint, uint) X(Uint8, uint8) X(Uint16, uint16) X(Uint32, uint32) X(Uint64, uint64)              \
  X(Uintptr, uintptr) X(Float32, float32) X(Float64, float64) X(Complex64, complex64)              \
  X(Complex128, complex128) X(String, string) X(UnsafePointer, unsafe_Pointer)
// clang-format on
#define MG_DECLARE_BASIC_TYPE(kind, name) extern const Type type_##name;
MG_BASIC_TYPES(MG_DECLARE_BASIC_TYPE)
#undef MG_DECLARE_BASIC_TYPE
extern const Type type_any;   // interface {}
extern const Type type_error; // error

} // namespace mg
