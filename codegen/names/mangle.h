// From packages, declarations, methods and generic instances to C++ identifiers.
//
// Rules (each text is made from the last, and every step is injective):
//  - The namespace of a package is its import path with '/' as '_'. Every other byte that is no
//    letter or digit, and '_' itself, becomes `_xHH_` in hexadecimal: `sync/atomic` is sync_atomic,
//    `my_pkg` is my_x5f_pkg. A path that starts with a digit gets `_xHH_` for the digit. A reserved
//    word (`time/register` has none, `register` is one) gets a trailing `_`, which no escape makes.
//    The dots of a host name that ends as most do are `_`, too: github.com/a/b is github_com_a_b,
//    and the odd path a/com/b keeps apart from a.com/b as a_x2f_com_b.
//  - A package-level object keeps its name; a reserved word gets a trailing `_`.
//  - A method is Type_Method; a type declared in a function is function_Type.
//  - A generic instance appends its type arguments: Stack_of_int, Pair_of_string_Point. Types
//    that are not plain names are spelled as typeWord() says: slice_int, ptr_Point, map_string_int.
//  - A struct type without a name that has an unexported field is called after what is declared
//  with
//    it first, tests_struct_; see struct_names.cpp.
//  - Two objects of one package that come out equal (type A's method B_C and type A_B's method C; a
//    function `errno_` beside `errno`) are told apart by `2_`, `3_` … in order of declaration, so
//    that a package's names depend on its own declarations only, never on who uses it.
#pragma once

#include "codegen/names/name.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringSet.h"

#include <memory>
#include <string>
#include <vector>

namespace minigo {

namespace ast {
struct FuncDecl;
struct Node;
} // namespace ast

class Func;
class Named;
class Object;
class Package;
class Program;
class Struct;
class Type;
class TypeName;

class ProgramNames;

std::string mangleImportPath(llvm::StringRef path);

// The package that a struct type without a name belongs to: it has an unexported field. Else null.
const Package* ownerOf(const Struct* s);

// A readable word for a type, to be part of an identifier: `int`, `slice_int`, `ptr_main_Point`,
// `map_string_slice_int`, `func_int_int_ret_error`. Named types carry their package's namespace
// unless they are exported ones of `home`. Equal for identical types and different for others, in
// every package: where the words alone could be read in two ways, or get long, a hash follows.
std::string typeWord(const Type* type, const Package* home, ProgramNames& names);
// The same with packages by their names instead of their paths, and without a hash: for names that
// are then made unique (PackageNames::fresh).
std::string shortTypeWord(const Type* type, const Package* home, ProgramNames& names);

// The names of one package's namespace.
class PackageNames {
public:
  PackageNames(ProgramNames& all, const Package& package);

  const Package& package() const { return package_; }
  NameMaker& maker() const;
  Name space() const { return space_; } // the namespace below `go`

  // A package-level constant, variable, function or type, or a type declared in a function.
  Name of(const Object* object) const;
  // A declared method, as the free function that it is emitted as.
  Name method(const Func* method) const;
  // What belongs to a type declared in this package: the method table struct of an interface,
  // `Shape_methods`, and the descriptors of the type and of a pointer to it, `type_Shape` and
  // `type_ptr_Shape`.
  Name methodTable(const TypeName* type) const { return types_.lookup(type).table; }
  Name descriptor(const TypeName* type) const { return types_.lookup(type).descriptor; }
  Name pointerDescriptor(const TypeName* type) const { return types_.lookup(type).pointer; }
  // The i-th `func init()` of the package, from 0.
  Name initFunction(unsigned index) const { return inits_[index]; }
  // The function that initializes the package's variables and calls its init functions.
  Name packageInit() const { return packageInit_; }
  // An instance of a generic function or type, or of a method of one, declared in this package; see
  // typeWord(). Independent of which other instances exist.
  Name instance(const Object* generic, llvm::ArrayRef<const Type*> typeArgs);
  // A further package-level name, made by minigo, after the hint: `Shape_methods` asks with
  // "Shape_methods". Deterministic as long as calls come in the same order.
  Name fresh(llvm::StringRef hint);

  // A struct type without a name that belongs to this package; empty if the package writes no such
  // type where this one can see it. See ownerOf().
  Name structName(const Struct* s);

  bool isTaken(llvm::StringRef text) const { return taken_.count(text); }
  // Imported namespaces that are visible inside this one and that locals must not hide.
  bool isNamespace(llvm::StringRef text) const { return namespaces_.count(text); }

private:
  Name unique(llvm::StringRef base);
  void addMethods();
  void addTypeParts(const TypeName* type);
  void addLocalTypes();
  void addStructs();
  void addStructsIn(llvm::ArrayRef<const ast::FuncDecl*> functions);
  void nameStructs(ast::Node* node, const std::string& function, const std::string& hint);
  Name knownStruct(const Struct* s) const;
  std::string nameOf(const ast::FuncDecl* decl) const;

  ProgramNames& all_;
  const Package& package_;
  Name space_;
  llvm::DenseMap<const Object*, Name> names_;
  llvm::SmallVector<const TypeName*, 4> localTypes_; // declared in functions
  llvm::SmallVector<std::pair<const Struct*, Name>, 4> structs_;
  std::vector<const ast::FuncDecl*> unreadBodies_; // where structs_ does not know the types yet
  llvm::SmallVector<Name, 2> inits_;
  Name packageInit_;
  struct TypeParts {
    Name table, descriptor, pointer;
  };
  llvm::DenseMap<const TypeName*, TypeParts> types_;
  llvm::StringSet<> taken_;
  llvm::StringSet<> namespaces_;
};

// Those of all packages of a program, made when first asked for.
class ProgramNames {
public:
  explicit ProgramNames(NameMaker& maker) : maker(maker) {}
  PackageNames& of(const Package* package);

  NameMaker& maker;

private:
  llvm::DenseMap<const Package*, std::unique_ptr<PackageNames>> packages_;
};

} // namespace minigo
