// From packages, declarations, methods and generic instances to C++ identifiers.
//
// Rules (each text is made from the last, and every step is injective):
//  - The namespace of a package is its import path with '/' as '_'. Every other byte that is no
//    letter or digit, and '_' itself, becomes `_xHH_` in hexadecimal: `sync/atomic` is sync_atomic,
//    `my_pkg` is my_x5f_pkg. A path that starts with a digit gets `_xHH_` for the digit. A reserved
//    word (`time/register` has none, `register` is one) gets a trailing `_`, which no escape makes.
//  - A package-level object keeps its name; a reserved word gets a trailing `_`.
//  - A method is Type_Method; a type declared in a function is function_Type.
//  - A generic instance appends its type arguments: Stack_of_int, Pair_of_string_Point. Types
//    that are not plain names are spelled as typeWord() says: slice_int, ptr_Point, map_string_int.
//  - Two objects of one package that come out equal (type A's method B_C and type A_B's method C; a
//    function `errno_` beside `errno`) are told apart by `2_`, `3_` … in order of declaration, so
//    that a package's names depend on its own declarations only, never on who uses it.
#pragma once

#include "codegen/names/name.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

#include <memory>
#include <string>

namespace minigo {

class Func;
class Named;
class Object;
class Package;
class Program;
class Type;
class TypeName;

std::string mangleImportPath(llvm::StringRef path);

// A readable word for a type, to be part of an identifier: `int`, `slice_int`, `ptr_main_Point`,
// `map_string_slice_int`, `func_int_int_ret_error`. Named types carry their package's namespace
// unless they are of `home`. Long ones end in a hash. Equal for identical types; collisions of
// different types are told apart by the tables that use it.
std::string typeWord(const Type* type, const Package* home);

// The names of one package's namespace.
class PackageNames {
public:
  PackageNames(NameMaker& maker, const Package& package);

  const Package& package() const { return package_; }
  NameMaker& maker() const { return maker_; }
  Name space() const { return space_; } // the namespace below `go`

  // A package-level constant, variable, function or type, or a type declared in a function.
  Name of(const Object* object) const;
  // A declared method, as the free function that it is emitted as.
  Name method(const Func* method) const;
  // An instance of a generic function, type or method of this package. The first word is that of
  // the generic object. Callable in any order; equal arguments give equal names.
  Name instance(const Object* generic, llvm::ArrayRef<const Type*> typeArgs);
  // A further package-level name, made by minigo, after the hint: `Shape_methods` asks with
  // "Shape_methods". Deterministic as long as calls come in the same order.
  Name fresh(llvm::StringRef hint);

  bool isTaken(llvm::StringRef text) const { return taken_.count(text); }
  // Imported namespaces that are visible inside this one and that locals must not hide.
  bool isNamespace(llvm::StringRef text) const { return namespaces_.count(text); }

private:
  Name unique(llvm::StringRef base);
  void addLocalTypes();

  NameMaker& maker_;
  const Package& package_;
  Name space_;
  llvm::DenseMap<const Object*, Name> names_;
  llvm::StringMap<Name> instances_;
  llvm::StringSet<> taken_;
  llvm::StringSet<> namespaces_;
};

// Those of all packages of a program, made when first asked for.
class ProgramNames {
public:
  explicit ProgramNames(NameMaker& maker) : maker_(maker) {}
  PackageNames& of(const Package* package);

private:
  NameMaker& maker_;
  llvm::DenseMap<const Package*, std::unique_ptr<PackageNames>> packages_;
};

} // namespace minigo
