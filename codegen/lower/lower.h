// Lowering: from the typed Go program to the C++ tree. Everything is decided here or before:
// evaluation order, temporaries, names, workarounds for C++. The printer decides nothing.
//
// A Lowerer holds what the lowering of one package shares: the builder, names, types, descriptors
// and the sinks that collect the package's declarations. Functions, statements and expressions are
// lowered by func.h's FunctionLowerer, which holds a reference to it.
#pragma once

#include "codegen/cxx/build.h"
#include "codegen/lower/definitions.h"
#include "codegen/names/mangle.h"
#include "codegen/options.h"
#include "frontend/program.h"
#include "frontend/types/method_set.h"
#include "frontend/types/subst.h"
#include "frontend/types/type_context.h"

#include "llvm/ADT/StringSet.h"

#include <deque>
#include <map>
#include <optional>
#include <set>

namespace minigo {

class LocalNames;

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
  TypeContext types;

  // --- Types: type.cpp, struct.cpp, named.cpp, interface.cpp. Any call may note that a type's
  // definition or a header is needed; the package's emission collects that.

  // How a value of type t is held: mg::Int, mg::Slice<mg::Int>, Point, mg::Func<mg::Int(mg::Int)>.
  // Never null; t is typed (no untyped kinds but for nil and bool contexts, which give void* and
  // bool) and free of type parameters once resolved.
  cxx::Type* type(const Type* t);
  // What a C++ function with these results returns: void, T, or mg::Results<T0, T1…>.
  cxx::Type* resultType(const Tuple* results);
  cxx::Type* manyResults(const Tuple* results);
  // R(A…) of a Go signature, without receiver.
  cxx::FunctionType* signature(const Signature* s);
  // The method table struct of an interface type with methods: Shape_methods, mg::ErrorMethods.
  cxx::NamedType* tableType(const Type* iface);
  // The member of that struct that calls a method.
  Name tableMember(const Type* iface, const Func* method);
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

  // --- Descriptors and method tables: type_desc.cpp, interface.cpp, wrapper.cpp

  // An lvalue of type const mg::Type: mg::type_int, type_Point, types_::type_slice_int.
  cxx::Expr* typeDescriptor(const Type* t);
  // The constant table of a concrete type for an interface with methods: `Circle_as_Shape_` (an
  // lvalue of tableType(iface)).
  cxx::Expr* methodTable(const Type* iface, const Type* concrete);
  // value, of the type `from`, as the interface type `to`. from may be an interface too; value is
  // evaluated once and has exactly from's C++ type.
  cxx::Expr* toInterface(const Type* to, const Type* from, cxx::Expr* value);
  // An interface value of dynamic type `from`, given its data word.
  cxx::Expr* inInterface(const Type* to, const Type* from, cxx::Expr* word);
  // x, or the value that x makes an any of where C++ does the same implicitly: in mg::args({…}).
  cxx::Expr* withoutToAny(cxx::Expr* x) const;

  // *pointer as the receiver of a method; names both in the panic if it is nil.
  cxx::Expr* valueReceiver(cxx::Expr* pointer, const Type* elem, const Func* method);

  // --- Names: named.cpp

  // The variable of another package that a package-level variable is, by //go:linkname; else the
  // object itself (linkname.cpp).
  const Object* joined(const Object* object);
  // A package-level variable or function of any package; qualified if foreign.
  cxx::NameExpr* object(const Object* object);
  // A declared method as a free function whose first argument is the receiver; of an instance of a
  // generic type, the instance of the method, which is then emitted.
  cxx::NameExpr* method(const Func* method);
  // The C++ field of a struct type's field.
  Name field(const Struct* s, unsigned index);
  Name field(const Var* field); // not blank
  // An instance of a generic function with resolved type arguments; asks for its emission.
  cxx::NameExpr* instance(const Func* generic, llvm::ArrayRef<const Type*> typeArgs);
  // The type arguments of a generic function that e names, where they are inferred from what e is
  // assigned to; else empty.
  llvm::ArrayRef<const Type*> valueTypeArgs(const ast::Expr* e) const;
  // The package in whose namespace the function being lowered stands: `package`, or that of the
  // generic function of which an instance is lowered. Local names are relative to here().
  PackageNames& here() { return names.of(home_); }
  const Package* home() const { return home_; } // that package
  // Whether home() may hold a slice as a reflect.SliceHeader, whose fields are integers: it imports
  // unsafe or reflect. In loop_slices.cpp.
  bool mayBuildSlices();

  // --- Sinks: package.cpp

  // Adds a definition behind those added before. `of`, if the definition is that of a Go function
  // or method: it is then declared above as soon as something used it earlier.
  void define(cxx::Decl* decl, const Func* of = nullptr);
  // Declares a made function before everything that uses it: prototypes of helpers.
  void declareEarly(cxx::Decl* decl);
  // Tracebacks show goName for the C++ function `name` of this package ("main.Point.Abs",
  // "main.f.func1"); an empty goName hides it, one that begins with '~' does unless it panics
  // itself. Regular names (a package-level function) need no entry.
  void traceName(Name name, llvm::StringRef goName);
  cxx::Decl* traceDecl(Name name, llvm::StringRef goName); // the entry itself
  void addTrace(cxx::Decl* trace, Name function);
  std::string qualifiedText(Name name); // "go::main::run", of home()
  // Whose code a function literal or the body of a range statement over a function is, for
  // LambdaExpr::owner: what tracebacks show, `main.f.func1()` or `main.f.func1(...)`; with null,
  // the function being lowered. Empty: lines alone must tell. See literal_names.h.
  llvm::StringRef codeOwner(const ast::Node* literal) const { return owners_.lookup(literal); }
  // Text for a Decl's comment: "main.go:12:6: func sum(xs []int) (total int)": the source text from
  // pos to end, on one line; or the text given.
  llvm::StringRef locationComment(SourcePos pos, SourcePos end);
  llvm::StringRef locationComment(SourcePos pos, llvm::StringRef text);
  // What comment.h finds for the C++, if that is to have comments; else empty.
  llvm::StringRef docComment(SourcePos pos);
  llvm::StringRef commentBefore(SourcePos pos);
  llvm::StringRef commentBehind(SourcePos from, SourcePos to);
  // The doc comment at docPos, then a location comment.
  llvm::StringRef declComment(SourcePos docPos, llvm::StringRef location);
  // Ends minigo: something reached lowering that the front end should have refused.
  [[noreturn]] void fault(SourcePos pos, llvm::StringRef what);

private:
  friend class PackageLowerer;
  friend class LiteralNames;
  friend class ProgramStart;
  llvm::DenseMap<const Package*, bool> mayBuildSlices_;

  // A function or method of which an instance is wanted.
  struct Instance {
    const Func* generic;
    llvm::SmallVector<const Type*, 2> typeArgs;
    Name name;
  };
  // The namespace of what no package owns: unnamed types.
  llvm::ArrayRef<Name> sharedSpace();
  llvm::ArrayRef<Name> spaceOf(const Package* package);
  cxx::QualifiedName qualify(const Package* package, Name name); // null package: sharedSpace()
  void usePackage(const Package* package);
  // Whether a call f(x) of a function of home_ could find one of another namespace by the types of
  // its arguments, as C++ looks for functions there too.
  bool needsQualification(const Func* func, Name name);
  const Package* packageOf(const TypeName* object) const { return object->package; }

  // named.cpp
  cxx::Type* namedType(const Named* t);
  Name nameOf(const Named* t);
  bool isSelfReferential(const Named* t);
  void mention(Definition& definition);
  // The entry for a type of this name; new ones are filled by fill. Null if another package's
  // header defines it.
  Definition* definition(const Package* space, Name name, bool shared,
                         llvm::function_ref<void(Definition&)> fill);
  void defineNamed(Definition& definition, const Named* t, Name name);

  // struct.cpp
  cxx::Type* structType(const Struct* s);
  cxx::Struct* structDecl(Definition& definition, Name name, const Struct* s);
  cxx::Expr* fieldInit(const Type* t);
  Name unusedFieldName(const Struct* s, Name name);
  void contain(Definition& definition, const Type* t);

  // interface.cpp
  cxx::Type* interfaceType(const Type* t, const Interface* i);
  cxx::Expr* toAny(const Type* from, cxx::Expr* value);
  cxx::Type* methodType(const Func* method);
  void defineTable(Definition& definition, Name name, const Type* iface);

  // type_desc.cpp
  struct DescriptorPlace {
    const Package* package; // null: shared
    Name name;
    bool isStrong; // defined in its package's .cpp; else inline wherever it is used
  };
  DescriptorPlace descriptorPlace(const Type* t);
  void defineDescriptor(const Type* t, const DescriptorPlace& place);
  cxx::Expr* shortDescriptor(const Type* t);
  llvm::SmallVector<cxx::Init, 16> descriptorFields(const Type* t, const DescriptorPlace& place);
  bool describesPointers();
  void addShape(llvm::SmallVectorImpl<cxx::Init>& inits, const Type* t, Name name, bool isStrong);
  void addSignature(llvm::SmallVectorImpl<cxx::Init>& inits, const Signature* s, Name name,
                    bool isStrong);
  void addFields(llvm::SmallVectorImpl<cxx::Init>& inits, const Type* t, const Struct* s, Name name,
                 bool isStrong);
  void addIfaceMethods(llvm::SmallVectorImpl<cxx::Init>& inits, const Interface* i, Name name,
                       bool isStrong);
  void addMethods(llvm::SmallVectorImpl<cxx::Init>& inits, const Type* t, Name name, bool isStrong);
  cxx::Expr* descriptorTable(Name name, llvm::StringRef elem, llvm::ArrayRef<cxx::Expr*> rows,
                             bool isStrong);
  cxx::Expr* descriptorAddress(const Type* t);
  unsigned typeFlags(const Type* t);

  // wrapper.cpp
  // What takes the data word of an interface and does what the method that entry describes does.
  // isCast tells that it must be cast to such a function.
  cxx::Expr* methodCode(const Type* receiver, const MethodSetEntry& entry, bool* isCast);
  // A function that takes the data word and calls the method.
  Name methodWrapper(const Type* receiver, const MethodSetEntry& entry);
  cxx::Expr* wrappedCall(const Type* receiver, const MethodSetEntry& entry, Name self,
                         LocalNames& locals, llvm::SmallVectorImpl<cxx::Stmt*>& stmts,
                         llvm::SmallVector<cxx::Expr*, 4> args);
  cxx::Expr* followPath(cxx::Expr* value, const Type** at, llvm::ArrayRef<uint32_t> path);

  // linkname.cpp
  // For a function without body: one of that name which calls the function that has its symbol, by
  // //go:linkname on this side or on the other, in a package that this one imports, itself or
  // through others. Null if there is none: the runtime may implement it.
  cxx::Function* linkedFunction(const ast::FuncDecl* decl, Name name);

  const Package* home_;
  SubstMap substitution_;
  llvm::StringSet<>* avoid_ = nullptr; // names that a field of the struct being defined hides
  Definition* defining_ = nullptr;
  Definitions definitions_;
  llvm::DenseMap<const Named*, bool> selfReferential_;
  std::map<const Package*, llvm::DenseMap<const Var*, const Var*>> joined_;

  // Names of the functions of all packages that one imports, and of the runtime.
  llvm::DenseMap<const Package*, llvm::StringSet<>> foreignFunctions_;
  std::set<std::string> usedPackages_; // namespaces whose headers are needed
  llvm::DenseSet<const Func*> defined_, usedEarly_;
  // What stands above the tables, and above the names of functions.
  static constexpr char kTablesComment[] =
      "What reflection, conversions to interfaces and printing know of types.";
  static constexpr char kTracesComment[] = "What tracebacks call functions.";
  std::vector<std::pair<llvm::ArrayRef<Name>, cxx::Decl*>> early_, body_, tables_, traces_;
  llvm::DenseMap<const ast::Node*, llvm::StringRef> owners_; // of the function being lowered
  llvm::DenseMap<const cxx::Decl*, std::string> traced_;     // of traces_: ShardUnits::keyOf
  // Where declarations of tables_ belong that one place in the package defines.
  llvm::DenseMap<const cxx::Decl*, SourcePos> places_;
  llvm::StringSet<> declaredInHeader_; // descriptors of this package
  std::optional<bool> describesPointers_;
  llvm::StringSet<> descriptors_; // places already seen, by qualified name
  std::deque<std::pair<const Type*, DescriptorPlace>> wantedDescriptors_;
  std::map<std::string, Name> wrappers_, methodTables_;
  llvm::DenseSet<const cxx::Expr*> plainToAny_; // calls of toAny with a value only
  std::deque<Instance> wantedInstances_;
  llvm::StringSet<> instances_;
};

// "~main.(*Point).Abs", as tracebacks name a wrapper; empty for methods of unnamed types.
std::string wrapperName(const Type* base, bool isPointer, const Func* method);
// The order of methods in tables and descriptors.
bool inTableOrder(const Func* x, const Func* y);
// The methods of an interface in that order.
llvm::SmallVector<const Func*, 8> tableMethods(const Interface* i);

// As `reflect` spells a type: "main.Point", "map[string]int", "struct { X int }".
std::string runtimeTypeName(const Type* t);

} // namespace minigo
