// Types. Created by check/, owned by a Program's arena, compared with identical() (pointers differ
// for identical unnamed types).
#pragma once

#include "frontend/ast/arena.h"
#include "frontend/source/source_pos.h"

#include "llvm/Support/Casting.h"

#include <cstdint>

namespace minigo {

class Object;
class TypeName;
class Var;
class Func;
class Package;
class Scope;
class TypeContext;

enum class TypeKind : uint8_t {
  Basic,
  Named,
  Alias,
  Pointer,
  Slice,
  Array,
  Map,
  Chan,
  Struct,
  Tuple,
  Signature,
  Interface,
  Union,
  TypeParam,
};

class Type {
public:
  const TypeKind kind;

protected:
  explicit Type(TypeKind kind) : kind(kind) {}
};

enum class BasicKind : uint8_t {
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
  String,
  UnsafePointer,
  UntypedBool,
  UntypedInt,
  UntypedRune,
  UntypedFloat,
  UntypedComplex,
  UntypedString,
  UntypedNil,
};

enum BasicInfo : uint16_t {
  kIsBoolean = 1,
  kIsInteger = 2,
  kIsUnsigned = 4,
  kIsFloat = 8,
  kIsComplex = 16,
  kIsString = 32,
  kIsUntyped = 64,
  kIsOrdered = kIsInteger | kIsFloat | kIsString,
  kIsNumeric = kIsInteger | kIsFloat | kIsComplex,
  kIsConstType = kIsBoolean | kIsNumeric | kIsString,
};

class Basic : public Type {
public:
  BasicKind basic;
  uint16_t info; // BasicInfo
  llvm::StringRef name;

  Basic(BasicKind basic, uint16_t info, llvm::StringRef name)
      : Type(TypeKind::Basic), basic(basic), info(info), name(name) {}
  static bool classof(const Type* t) { return t->kind == TypeKind::Basic; }
};

class Pointer : public Type {
public:
  const Type* elem;

  explicit Pointer(const Type* elem) : Type(TypeKind::Pointer), elem(elem) {}
  static bool classof(const Type* t) { return t->kind == TypeKind::Pointer; }
};

class Slice : public Type {
public:
  const Type* elem;

  explicit Slice(const Type* elem) : Type(TypeKind::Slice), elem(elem) {}
  static bool classof(const Type* t) { return t->kind == TypeKind::Slice; }
};

class Array : public Type {
public:
  int64_t length; // negative: invalid, an error was reported
  const Type* elem;

  Array(int64_t length, const Type* elem) : Type(TypeKind::Array), length(length), elem(elem) {}
  static bool classof(const Type* t) { return t->kind == TypeKind::Array; }
};

class Map : public Type {
public:
  const Type* key;
  const Type* elem;

  Map(const Type* key, const Type* elem) : Type(TypeKind::Map), key(key), elem(elem) {}
  static bool classof(const Type* t) { return t->kind == TypeKind::Map; }
};

class Chan : public Type {
public:
  enum Dir : uint8_t { Both, SendOnly, RecvOnly };
  Dir dir;
  const Type* elem;

  Chan(Dir dir, const Type* elem) : Type(TypeKind::Chan), dir(dir), elem(elem) {}
  static bool classof(const Type* t) { return t->kind == TypeKind::Chan; }
};

class Struct : public Type {
public:
  llvm::ArrayRef<Var*> fields;
  llvm::ArrayRef<llvm::StringRef> tags; // unquoted; empty, or one per field

  Struct() : Type(TypeKind::Struct) {}
  static bool classof(const Type* t) { return t->kind == TypeKind::Struct; }
};

// Parameters or results of a function; also the type of a call with several results.
class Tuple : public Type {
public:
  llvm::ArrayRef<Var*> vars;

  explicit Tuple(llvm::ArrayRef<Var*> vars) : Type(TypeKind::Tuple), vars(vars) {}
  static bool classof(const Type* t) { return t->kind == TypeKind::Tuple; }
};

class TypeParam;

class Signature : public Type {
public:
  llvm::ArrayRef<TypeParam*> typeParams;         // of a generic function
  llvm::ArrayRef<TypeParam*> receiverTypeParams; // of a method of a generic type
  Var* receiver = nullptr;        // of a method declaration; not part of the type's identity
  const Tuple* params = nullptr;  // never null once complete
  const Tuple* results = nullptr; // never null once complete
  bool variadic = false; // the last parameter's type is then a Slice (or string in append's case)
  Scope* scope = nullptr;

  Signature() : Type(TypeKind::Signature) {}
  static bool classof(const Type* t) { return t->kind == TypeKind::Signature; }
};

// One term of a union: T or ~T.
struct Term {
  bool tilde;
  const Type* type;
};

class Union : public Type {
public:
  llvm::ArrayRef<Term> terms;

  explicit Union(llvm::ArrayRef<Term> terms) : Type(TypeKind::Union), terms(terms) {}
  static bool classof(const Type* t) { return t->kind == TypeKind::Union; }
};

// The set of types of an interface (spec: Interface types). Computed once, see type_set.h.
struct TypeSet {
  llvm::ArrayRef<Func*> methods; // all, embedded ones included, sorted by id
  bool comparable = false;       // only comparable types are in it
  bool hasTerms = false;         // restricted to `terms`; else every type
  llvm::ArrayRef<Term> terms;    // normalised; empty with hasTerms: the empty set
};

class Interface : public Type {
public:
  llvm::ArrayRef<Func*> methods;        // explicitly declared
  llvm::ArrayRef<const Type*> embedded; // embedded elements
  llvm::ArrayRef<SourcePos> embeddedPos;
  bool implicit = false; // wraps a constraint literal such as ~int
  bool complete = false; // methods and embedded are final
  mutable const TypeSet* typeSet = nullptr;
  TypeContext* context = nullptr; // set by TypeContext::newInterface; needed for the type set

  Interface() : Type(TypeKind::Interface) {}
  static bool classof(const Type* t) { return t->kind == TypeKind::Interface; }
};

// A defined type, or an instance of a generic one.
class Named : public Type {
public:
  TypeName* object;
  const Type* underlying = nullptr;      // never Named or Alias once resolved
  llvm::ArrayRef<TypeParam*> typeParams; // of a generic type
  llvm::ArrayRef<Func*>
      methods;             // declared on it, in source order; of an instance: substituted on demand
  Named* origin = nullptr; // of an instance: the generic type; else null
  llvm::ArrayRef<const Type*> typeArgs; // of an instance
  // The right side of the declaration as checked, may be Named or Alias: underlying() follows it
  // where `underlying` is not set yet. Of an instance: null, both are computed on demand.
  const Type* rhs = nullptr;
  SourcePos pos; // of an instance: where it was first written; errors about cycles go there
  TypeContext* context = nullptr; // set by TypeContext::newNamed; needed to expand instances
  bool expanding = false;         // underlying() is at work on it
  mutable uint64_t hash = 0;      // of an instance: typeHash, once asked for

  explicit Named(TypeName* object) : Type(TypeKind::Named), object(object) {}
  static bool classof(const Type* t) { return t->kind == TypeKind::Named; }
};

// An alias declaration's right side under its name; identical to what it stands for. unalias()
// strips it.
class Alias : public Type {
public:
  TypeName* object;
  const Type* actual = nullptr;
  llvm::ArrayRef<TypeParam*> typeParams;
  Alias* origin = nullptr;
  llvm::ArrayRef<const Type*> typeArgs;

  explicit Alias(TypeName* object) : Type(TypeKind::Alias), object(object) {}
  static bool classof(const Type* t) { return t->kind == TypeKind::Alias; }
};

class TypeParam : public Type {
public:
  TypeName* object;
  uint32_t index;                   // in its list
  uint32_t id;                      // unique, for stable order
  const Type* constraint = nullptr; // any type; its type set through typeSetOf()
  TypeContext* context = nullptr;   // set by TypeContext::newTypeParam

  TypeParam(TypeName* object, uint32_t index, uint32_t id)
      : Type(TypeKind::TypeParam), object(object), index(index), id(id) {}
  static bool classof(const Type* t) { return t->kind == TypeKind::TypeParam; }
};

// The type without alias names at its root.
const Type* unalias(const Type* t);
// Spec "Underlying types". For a type parameter: its constraint's interface.
const Type* underlying(const Type* t);

// underlying(t) as T, or null.
template <class T>
const T* asUnder(const Type* t) {
  return llvm::dyn_cast_or_null<T>(underlying(t));
}

} // namespace minigo
