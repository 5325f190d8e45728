// Lowering: from the typed Go program to the C++ tree. Everything is decided here or before:
// evaluation order, temporaries, names, workarounds for C++. The printer decides nothing.
//
// A Lowerer holds what the lowering of one package shares: the builder, names, types, descriptors
// and the sinks that collect the package's declarations. Functions, statements and expressions are
// lowered by func.h's FunctionLowerer, which holds a reference to it.
#pragma once

#include "codegen/cxx/build.h"
#include "codegen/names/mangle.h"
#include "codegen/options.h"
#include "frontend/program.h"

#include <map>
#include <set>

namespace minigo {

class Lowerer {
public:
  Lowerer(const Program& program, const Package& package, const CodegenOptions& options,
          Arena& arena);

  const Program& program;
  const Package& package;
  const CodegenOptions& options;
  cxx::Builder b;
  ProgramNames names;
  PackageNames& own; // names of `package`

  // --- Types: type.cpp, struct.cpp, array.cpp, named.cpp, interface.cpp. Any call may note that a
  // type's definition or a header is needed; the package's emission collects that.

  // How a value of type t is held: mg::Int, mg::Slice<mg::Int>, Point, mg::Func<mg::Int(mg::Int)>.
  // Never null; t is typed (no untyped kinds but for nil and bool contexts, which give void* and
  // bool) and free of type parameters once resolved.
  cxx::Type* type(const Type* t);
  // What a C++ function with these results returns: void, T, or mg::Results<T0, T1…>.
  cxx::Type* resultType(const Tuple* results);
  // R(A…) of a Go signature, without receiver.
  cxx::FunctionType* signature(const Signature* s);
  // The method table struct of an interface type with methods: Shape_methods, mg::ErrorMethods.
  cxx::NamedType* tableType(const Type* iface);
  // A zero value: 0, false, nullptr, mg::String{}, Point{}.
  cxx::Expr* zero(const Type* t);

  // t with the type arguments of the instance being lowered put in, without alias names.
  const Type* resolve(const Type* t);
  bool isEmptyInterface(const Type* t); // any and other interfaces without methods
  bool isInterface(const Type* t);
  bool isHeldInWord(const Type* t);  // TypeFlags::kInWord
  bool isPointerFree(const Type* t); // TypeFlags::kNoPointers
  bool isComparable(const Type* t);
  uint64_t sizeOf(const Type* t); // bytes, as unsafe.Sizeof
  uint64_t alignOf(const Type* t);

  // --- Descriptors and method tables: type_desc.cpp, interface.cpp

  // An lvalue of type const mg::Type: mg::type_int, type_Point, type_slice_int.
  cxx::Expr* typeDescriptor(const Type* t);
  // The constant table of a concrete type for an interface with methods: `Circle_as_Shape` (an
  // lvalue of tableType(iface)).
  cxx::Expr* methodTable(const Type* iface, const Type* concrete);
  // value, of the type `from`, as the interface type `to`. from may be an interface too; value is
  // evaluated once.
  cxx::Expr* toInterface(const Type* to, const Type* from, cxx::Expr* value);

  // --- Names: named.cpp

  // A package-level variable or function of any package, or predeclared; qualified if foreign.
  cxx::NameExpr* object(const Object* object);
  // A declared method as a free function whose first argument is the receiver.
  cxx::NameExpr* method(const Func* method);
  // The C++ field of a struct type's field.
  Name field(const Struct* s, unsigned index);
  Name field(const Var* field); // not blank
  // An instance of a generic function with resolved type arguments; asks for its emission.
  cxx::NameExpr* instance(const Func* generic, llvm::ArrayRef<const Type*> typeArgs);

  // --- Sinks: package.cpp

  // Adds a definition behind those added before. `of`, if the definition is that of a Go function
  // or method: it is then declared above as soon as something used it earlier.
  void define(cxx::Decl* decl, const Func* of = nullptr);
  // Declares a made function before everything that uses it: prototypes of helpers.
  void declareEarly(cxx::Decl* decl);
  // Tracebacks show goName for the C++ function `name` of this package ("main.Point.Abs",
  // "main.f.func1"). Regular names (a package-level function) need no entry.
  void traceName(Name name, llvm::StringRef goName);
  // Text for a Decl's comment: "main.go:12:6: func sum(xs []int) (total int)".
  llvm::StringRef locationComment(SourcePos pos, SourcePos end);
};

} // namespace minigo
