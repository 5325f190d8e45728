// How values of Go types are held in C++.
#include "codegen/internal_error.h"
#include "codegen/lower/lower.h"
#include "codegen/pipeline.h"
#include "frontend/types/predicates.h"
#include "frontend/types/sizes.h"
#include "frontend/types/type_set.h"
#include "frontend/types/universe.h"

namespace minigo {

using llvm::ArrayRef;
using llvm::SmallVector;
using llvm::StringRef;

Lowerer::Lowerer(const Program& program, const Package& package, const CodegenOptions& options,
                 Arena& arena)
    : program(program), package(package), options(options), b(arena), names(b.names),
      own(names.of(&package)),
      // Instances, which all packages share, keep the methods that are made for them.
      types(program.types->arena, *program.constants, program.sources), home_(&package) {}

// The runtime's name of a basic type; "bool" is C++'s.
static StringRef basicName(BasicKind kind) {
  switch (kind) {
  case BasicKind::Int: return "Int";
  case BasicKind::Int8: return "Int8";
  case BasicKind::Int16: return "Int16";
  case BasicKind::Int32: return "Int32";
  case BasicKind::Int64: return "Int64";
  case BasicKind::Uint: return "Uint";
  case BasicKind::Uint8: return "Uint8";
  case BasicKind::Uint16: return "Uint16";
  case BasicKind::Uint32: return "Uint32";
  case BasicKind::Uint64: return "Uint64";
  case BasicKind::Uintptr: return "Uintptr";
  case BasicKind::Float32: return "Float32";
  case BasicKind::Float64: return "Float64";
  case BasicKind::Complex64: return "Complex64";
  case BasicKind::Complex128: return "Complex128";
  case BasicKind::String: return "String";
  default: return "";
  }
}

const Type* Lowerer::resolve(const Type* t) {
  if (!substitution_.empty()) t = subst(types, t, substitution_);
  return unalias(t);
}

cxx::Type* Lowerer::type(const Type* t) {
  // byte and rune are aliases, but one can read them.
  if (t == universe().byteType) return b.rt("Byte");
  if (t == universe().runeType) return b.rt("Rune");
  t = resolve(t);
  switch (t->kind) {
  case TypeKind::Basic: {
    const auto* basic = llvm::cast<Basic>(defaultType(t));
    if (basic->info & kIsBoolean) return b.boolType();
    if (basic->basic == BasicKind::UnsafePointer || basic->basic == BasicKind::UntypedNil)
      return b.pointer(b.voidType());
    StringRef name = basic == universe().byteType   ? "Byte"
                     : basic == universe().runeType ? "Rune"
                                                    : basicName(basic->basic);
    if (name.empty()) fault({}, "a type of an invalid expression");
    return b.rt(name);
  }
  case TypeKind::Named: return namedType(llvm::cast<Named>(t));
  case TypeKind::Pointer: return b.rtOf("Ptr", type(llvm::cast<Pointer>(t)->elem));
  case TypeKind::Slice: return b.rtOf("Slice", type(llvm::cast<Slice>(t)->elem));
  case TypeKind::Array: {
    const auto* array = llvm::cast<Array>(t);
    return b.rt("Array", {{type(array->elem), nullptr}, {nullptr, b.integer(array->length)}});
  }
  case TypeKind::Map: {
    const auto* map = llvm::cast<Map>(t);
    return b.rtOf("Map", {type(map->key), type(map->elem)});
  }
  case TypeKind::Chan: return b.rtOf("Chan", type(llvm::cast<Chan>(t)->elem));
  case TypeKind::Struct: return structType(llvm::cast<Struct>(t));
  case TypeKind::Tuple: return resultType(llvm::cast<Tuple>(t));
  case TypeKind::Signature: return b.rtOf("Func", signature(llvm::cast<Signature>(t)));
  case TypeKind::Interface: return interfaceType(t, llvm::cast<Interface>(t));
  case TypeKind::Alias:
  case TypeKind::Union:
  case TypeKind::TypeParam: break;
  }
  fault({}, "a value of a type without values: " + runtimeTypeName(t));
}

cxx::Type* Lowerer::resultType(const Tuple* results) {
  if (!results || results->vars.empty()) return b.voidType();
  SmallVector<cxx::Type*, 4> parts;
  for (const Var* result : results->vars)
    parts.push_back(type(result->type));
  if (parts.size() == 1) return parts[0];
  constexpr size_t kMostFields = 8; // of mg::Results
  return parts.size() <= kMostFields ? b.rtOf("Results", parts) : manyResults(results);
}

// A struct of its own, with the field names of mg::Results.
cxx::Type* Lowerer::manyResults(const Tuple* results) {
  Name name = b.names.shared(typeWord(resolve(results), nullptr, names));
  Definition* found = definition(nullptr, name, true, [&](Definition& definition) {
    definition.decl = b.structDecl(name, nullptr, {}); // known by name while it is spelled
    SmallVector<cxx::StructField, 16> fields;
    for (size_t i = 0; i < results->vars.size(); ++i) {
      fields.push_back({type(results->vars[i]->type), b.names.result(unsigned(i)), nullptr});
      contain(definition, results->vars[i]->type);
    }
    definition.decl = b.structDecl(name, nullptr, fields);
  });
  mention(*found);
  return b.named(qualify(nullptr, name));
}

cxx::FunctionType* Lowerer::signature(const Signature* s) {
  SmallVector<cxx::Type*, 4> params;
  for (const Var* param : s->params->vars)
    params.push_back(type(param->type));
  return b.functionType(resultType(s->results), params);
}

cxx::Expr* Lowerer::zero(const Type* t) {
  t = resolve(t);
  const Type* under = underlying(t);
  if (const auto* basic = llvm::dyn_cast<Basic>(under)) {
    if (basic->info & kIsBoolean) return b.boolean(false);
    if (basic->info & (kIsInteger | kIsFloat)) return b.integer(0);
    if (basic->basic == BasicKind::UnsafePointer || basic->basic == BasicKind::UntypedNil)
      return b.null();
  }
  bool isWrapper = llvm::isa<Named>(t) && isSelfReferential(llvm::cast<Named>(t));
  if (llvm::isa<Pointer>(under) && !isWrapper) return b.null();
  return b.construct(type(t));
}

bool Lowerer::isInterface(const Type* t) { return asUnder<Interface>(resolve(t)); }

bool Lowerer::isEmptyInterface(const Type* t) {
  const auto* iface = asUnder<Interface>(resolve(t));
  return iface && typeSetOf(iface).methods.empty();
}

bool Lowerer::isHeldInWord(const Type* t) { return !isInterface(t) && sizeOf(t) <= 8; }

bool Lowerer::isPointerFree(const Type* t) {
  const Type* under = underlying(resolve(t));
  if (const auto* basic = llvm::dyn_cast<Basic>(under))
    return basic->info & (kIsBoolean | kIsNumeric);
  if (const auto* array = llvm::dyn_cast<Array>(under))
    return array->length == 0 || isPointerFree(array->elem);
  if (const auto* s = llvm::dyn_cast<Struct>(under))
    return llvm::all_of(s->fields, [&](const Var* field) { return isPointerFree(field->type); });
  return false;
}

bool Lowerer::isComparable(const Type* t) { return minigo::isComparable(resolve(t)); }
uint64_t Lowerer::sizeOf(const Type* t) { return uint64_t(minigo::sizeOf(resolve(t))); }
uint64_t Lowerer::alignOf(const Type* t) { return uint64_t(minigo::alignOf(resolve(t))); }

void Lowerer::fault(SourcePos pos, StringRef what) {
  internalError(program.sources, passName(Pass::Lower), pos,
                "package " + package.path + ": " + what);
}

} // namespace minigo
