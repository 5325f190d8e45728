#include "frontend/types/universe.h"

#include "frontend/program.h"
#include "frontend/types/type_set.h"

#include "llvm/ADT/StringExtras.h"

namespace minigo {

namespace {

constexpr unsigned kBasicKinds = static_cast<unsigned>(BasicKind::UntypedNil) + 1;

struct BasicEntry {
  BasicKind kind;
  uint16_t info;
  llvm::StringLiteral name;
};

constexpr BasicEntry kBasics[kBasicKinds] = {
    {BasicKind::Invalid, 0, "invalid type"},
    {BasicKind::Bool, kIsBoolean, "bool"},
    {BasicKind::Int, kIsInteger, "int"},
    {BasicKind::Int8, kIsInteger, "int8"},
    {BasicKind::Int16, kIsInteger, "int16"},
    {BasicKind::Int32, kIsInteger, "int32"},
    {BasicKind::Int64, kIsInteger, "int64"},
    {BasicKind::Uint, kIsInteger | kIsUnsigned, "uint"},
    {BasicKind::Uint8, kIsInteger | kIsUnsigned, "uint8"},
    {BasicKind::Uint16, kIsInteger | kIsUnsigned, "uint16"},
    {BasicKind::Uint32, kIsInteger | kIsUnsigned, "uint32"},
    {BasicKind::Uint64, kIsInteger | kIsUnsigned, "uint64"},
    {BasicKind::Uintptr, kIsInteger | kIsUnsigned, "uintptr"},
    {BasicKind::Float32, kIsFloat, "float32"},
    {BasicKind::Float64, kIsFloat, "float64"},
    {BasicKind::Complex64, kIsComplex, "complex64"},
    {BasicKind::Complex128, kIsComplex, "complex128"},
    {BasicKind::String, kIsString, "string"},
    {BasicKind::UnsafePointer, 0, "Pointer"},
    {BasicKind::UntypedBool, kIsBoolean | kIsUntyped, "untyped bool"},
    {BasicKind::UntypedInt, kIsInteger | kIsUntyped, "untyped int"},
    {BasicKind::UntypedRune, kIsInteger | kIsUntyped, "untyped rune"},
    {BasicKind::UntypedFloat, kIsFloat | kIsUntyped, "untyped float"},
    {BasicKind::UntypedComplex, kIsComplex | kIsUntyped, "untyped complex"},
    {BasicKind::UntypedString, kIsString | kIsUntyped, "untyped string"},
    {BasicKind::UntypedNil, kIsUntyped, "untyped nil"},
};

// Owns what the universe is made of; lives as long as the process.
class UniverseBuilder {
public:
  UniverseBuilder()
      : context_(arena_, constants_, sources_), scope_(nullptr), unsafeScope_(&scope_) {
    declareTypes();
    declareError();
    declareComparable();
    declareConstants();
    declareFunctions();
    unsafe_.path = unsafe_.name = "unsafe";
    unsafe_.scope = &unsafeScope_;
    unsafe_.builtin = unsafe_.complete = true;
    result.scope = &scope_;
    result.unsafePackage = &unsafe_;
  }

  Universe result{};

private:
  TypeName* declareType(llvm::StringRef name, const Type* type, bool isAlias = false) {
    TypeName* object = arena_.make<TypeName>(SourcePos(), nullptr, name, type);
    object->isAlias = isAlias;
    scope_.insert(object);
    return object;
  }

  void declareTypes() {
    for (const BasicEntry& e : kBasics)
      if (!(e.info & kIsUntyped) && e.kind != BasicKind::Invalid &&
          e.kind != BasicKind::UnsafePointer)
        declareType(e.name, basicType(e.kind));
    result.byteType = arena_.make<Basic>(BasicKind::Uint8, kIsInteger | kIsUnsigned, "byte");
    result.runeType = arena_.make<Basic>(BasicKind::Int32, kIsInteger, "rune");
    declareType("byte", result.byteType, true);
    declareType("rune", result.runeType, true);
    TypeName* pointer = arena_.make<TypeName>(SourcePos(), &unsafe_, "Pointer",
                                              basicType(BasicKind::UnsafePointer));
    unsafeScope_.insert(pointer);

    Interface* empty = context_.newInterface();
    empty->complete = true;
    typeSetOf(empty);
    result.emptyInterface = empty;
    TypeName* any = declareType("any", nullptr, true);
    context_.newAlias(any)->actual = empty;
    result.any = any->type;
    result.anyObject = any;
  }

  // type error interface { Error() string }
  void declareError() {
    Named* named = context_.newNamed(declareType("error", nullptr));
    Var* string =
        context_.newVar(VarKind::Result, SourcePos(), nullptr, "", basicType(BasicKind::String));
    Signature* signature = arena_.make<Signature>();
    signature->receiver = context_.newVar(VarKind::Receiver, SourcePos(), nullptr, "", named);
    signature->params = context_.tupleOf({});
    signature->results = context_.tupleOf({string});
    Func* method = arena_.make<Func>(SourcePos(), nullptr, "Error", signature);
    Interface* iface = context_.newInterface();
    iface->methods = arena_.copy<Func*>({method});
    iface->complete = true;
    typeSetOf(iface);
    named->rhs = named->underlying = iface;
    result.error = named;
  }

  void declareComparable() {
    TypeName* object = declareType("comparable", nullptr);
    Named* named = context_.newNamed(object);
    Interface* iface = context_.newInterface();
    iface->complete = true;
    TypeSet* set = arena_.make<TypeSet>();
    set->comparable = true;
    iface->typeSet = set;
    named->rhs = named->underlying = iface;
    result.comparable = named;
    result.comparableObject = object;
  }

  Object* declareConstant(llvm::StringRef name, BasicKind kind, const Constant* value) {
    Const* object = arena_.make<Const>(SourcePos(), nullptr, name, basicType(kind));
    object->value = value;
    scope_.insert(object);
    return object;
  }

  void declareConstants() {
    declareConstant("true", BasicKind::UntypedBool, constants_.fromBool(true));
    declareConstant("false", BasicKind::UntypedBool, constants_.fromBool(false));
    result.iota = declareConstant("iota", BasicKind::UntypedInt, constants_.fromInt64(0));
    Nil* nil = arena_.make<Nil>();
    nil->type = basicType(BasicKind::UntypedNil);
    scope_.insert(nil);
    result.nil = nil;
  }

  void declareFunctions() {
    struct Entry {
      BuiltinId id;
      llvm::StringLiteral spelling;
    };
    static constexpr Entry kEntries[] = {
#define BUILTIN(Name, Spelling, MinArgs, Variadic, StatementOk) {BuiltinId::Name, Spelling},
#include "frontend/types/builtins.def"
    };
    for (const Entry& e : kEntries) {
      Builtin* object = arena_.make<Builtin>(e.id, e.spelling);
      object->type = invalidType();
      bool isUnsafe = llvm::isUpper(e.spelling.front());
      object->package = isUnsafe ? &unsafe_ : nullptr;
      (isUnsafe ? unsafeScope_ : scope_).insert(object);
    }
  }

  Arena arena_;
  ConstantPool constants_;
  SourceManager sources_;
  TypeContext context_;
  Scope scope_, unsafeScope_;
  Package unsafe_;
};

} // namespace

const Basic* basicType(BasicKind kind) {
  struct Table {
    Arena arena;
    const Basic* types[kBasicKinds];
    Table() {
      for (unsigned i = 0; i < kBasicKinds; ++i)
        types[i] = arena.make<Basic>(kBasics[i].kind, kBasics[i].info, kBasics[i].name);
    }
  };
  static const Table& table = *new Table;
  return table.types[static_cast<unsigned>(kind)];
}

const Universe& universe() {
  static const UniverseBuilder& builder = *new UniverseBuilder;
  return builder.result;
}

} // namespace minigo
