// Struct types: the same fields in the same layout.
#include "codegen/lower/lower.h"
#include "frontend/types/predicates.h"

namespace minigo {

using llvm::SmallVector;

Name Lowerer::field(const Struct* s, unsigned index) {
  const Var* field = s->fields[index];
  if (field->name != "_") return b.names.identifier(field->name);
  return unusedFieldName(s, b.names.blankField(index));
}

// A name for a field of minigo's own beside those of s.
Name Lowerer::unusedFieldName(const Struct* s, Name name) {
  auto isTaken = [&](const Var* field) { return field->name == name.text(); };
  while (llvm::any_of(s->fields, isTaken))
    name = b.names.derived(name, "_");
  return name;
}

Name Lowerer::field(const Var* field) { return b.names.identifier(field->name); }

// Fields have initializers, so that a literal may leave fields out.
cxx::Expr* Lowerer::fieldInit(const Type* t) {
  const Type* under = underlying(resolve(t));
  if (const auto* basic = llvm::dyn_cast<Basic>(under)) {
    if (basic->info & (kIsBoolean | kIsInteger | kIsFloat)) return zero(t);
    if (basic->basic == BasicKind::UnsafePointer) return b.null();
  }
  return b.initList();
}

// Notes the structs of C++ that a value of type t has inside it.
void Lowerer::contain(Definition& definition, const Type* t) {
  t = resolve(t);
  if (const auto* array = asUnder<Array>(t)) return contain(definition, array->elem);
  const auto* named = llvm::dyn_cast<Named>(unalias(t));
  if (!asUnder<Struct>(t) && !(named && isSelfReferential(named))) return;
  Definition* outer = defining_;
  Definition mentioned;
  defining_ = &mentioned;
  type(t);
  defining_ = outer;
  // Only the struct itself: not the type arguments that its name mentions.
  for (Definition* part : mentioned.mentions)
    if (part != &definition) definition.contains.insert(part);
}

cxx::Struct* Lowerer::structDecl(Definition& definition, Name name, const Struct* s) {
  llvm::StringSet<> fieldNames;
  for (size_t i = 0; i < s->fields.size(); ++i)
    fieldNames.insert(field(s, unsigned(i)).text());
  llvm::StringSet<>* outerAvoid = std::exchange(avoid_, &fieldNames);
  SmallVector<cxx::StructField, 8> fields;
  SmallVector<Name, 8> compared;
  bool hasBlank = false;
  for (size_t i = 0; i < s->fields.size(); ++i) {
    const Var* var = s->fields[i];
    Name fieldName = field(s, unsigned(i));
    fields.push_back({type(var->type), fieldName, fieldInit(var->type), docComment(var->pos)});
    contain(definition, var->type);
    if (var->name == "_")
      hasBlank = true;
    else
      compared.push_back(fieldName);
  }
  cxx::Type* self = b.named(qualify(home_, name));
  avoid_ = outerAvoid;
  cxx::Type* byte = b.rt("Byte");
  bool hasSize = sizeOf(s) != 0;
  if (fields.empty()) {
    // C++ gives an empty struct a byte; Go none.
    cxx::Type* nothing = b.rt("Array", {{byte, nullptr}, {nullptr, b.integer(0)}});
    fields.push_back({nothing, b.names.runtime("empty_"), b.initList()});
  } else if (hasSize && sizeOf(s->fields.back()->type) == 0) {
    // A pointer to a last field without size must not point behind the struct.
    fields.push_back({byte, unusedFieldName(s, b.names.runtime("end_")), b.integer(0)});
    hasBlank = true;
  }
  cxx::Struct* decl = b.structDecl(name, nullptr, fields);
  if (isComparable(s)) {
    decl->self = self;
    decl->equality = hasBlank ? cxx::Equality::Explicit : cxx::Equality::Default;
    if (hasBlank) decl->equalFields = b.copy(llvm::ArrayRef<Name>(compared));
  }
  return decl;
}

cxx::Type* Lowerer::structType(const Struct* s) {
  const Package* space = ownerOf(s);
  Name name = space ? names.of(space).structName(s) : Name();
  if (name.isEmpty()) {
    space = nullptr;
    name = b.names.shared(typeWord(s, nullptr, names));
  }
  Definition* found = definition(space, name, true, [&](Definition& definition) {
    definition.decl = structDecl(definition, name, s);
    if (isPointerFree(s))
      definition.traits.push_back(b.trait(
          b.qualified(b.names.runtime("kPointerFree")),
          b.named(b.qualified({b.names.runtime("go"), spaceOf(space).back(), name})), true));
  });
  mention(*found);
  return b.named(qualify(space, name));
}

} // namespace minigo
