// Run-time type descriptors (minigo/type.h).
//
// A declared type's descriptor, and that of a pointer to it, belongs to the type's package:
// libraries define both for every type, main those that it uses. All others are inline variables,
// which the linker merges; their names are made from the type alone.
#include "codegen/lower/lower.h"
#include "frontend/types/predicates.h"
#include "frontend/types/type_set.h"
#include "frontend/types/universe.h"

#include "llvm/ADT/SmallPtrSet.h"

namespace minigo {

using cxx::Init;
using llvm::ArrayRef;
using llvm::SmallVector;
using llvm::SmallVectorImpl;
using llvm::StringRef;

// Names of the runtime's enumerators.
static StringRef kindWord(const Type* under) {
  switch (under->kind) {
  case TypeKind::Pointer: return "Pointer";
  case TypeKind::Slice: return "Slice";
  case TypeKind::Array: return "Array";
  case TypeKind::Map: return "Map";
  case TypeKind::Chan: return "Chan";
  case TypeKind::Struct: return "Struct";
  case TypeKind::Signature: return "Func";
  case TypeKind::Interface: return "Interface";
  default: break;
  }
  // In the order of BasicKind.
  static constexpr StringRef kBasic[] = {
      "Invalid", "Bool",      "Int",        "Int8",   "Int16",        "Int32",   "Int64",
      "Uint",    "Uint8",     "Uint16",     "Uint32", "Uint64",       "Uintptr", "Float32",
      "Float64", "Complex64", "Complex128", "String", "UnsafePointer"};
  static_assert(std::size(kBasic) == size_t(BasicKind::UnsafePointer) + 1);
  auto kind = size_t(llvm::cast<Basic>(under)->basic);
  return kind < std::size(kBasic) ? kBasic[kind] : kBasic[0];
}

static uint32_t nameHash(StringRef name) {
  uint32_t hash = 2166136261u; // as mg::typeHash
  for (unsigned char c : name)
    hash = (hash ^ c) * 16777619u;
  return hash;
}

// The declared type that t is, or points to; null if there is none.
static const Named* declaredType(const Type* t, bool* isPointer) {
  *isPointer = false;
  if (const auto* pointer = llvm::dyn_cast<Pointer>(t)) {
    *isPointer = true;
    t = unalias(pointer->elem);
  }
  const auto* named = llvm::dyn_cast<Named>(t);
  return named && named->object->package ? named : nullptr;
}

Lowerer::DescriptorPlace Lowerer::descriptorPlace(const Type* t) {
  bool isPointer = false;
  const Named* named = declaredType(t, &isPointer);
  if (!named) return {nullptr, b.names.shared("type_" + typeWord(t, nullptr, names)), false};
  const Package* home = named->object->package;
  if (!named->typeArgs.empty()) {
    std::string prefix = isPointer ? "type_ptr_" : "type_";
    return {home, b.names.shared(prefix + nameOf(named).text().str()), false};
  }
  PackageNames& names = this->names.of(home);
  Name name = isPointer ? names.pointerDescriptor(named->object) : names.descriptor(named->object);
  return {home, name, named->object->enclosing == nullptr || home == &package};
}

// The descriptors that the runtime has: of basic types, any and error.
static std::string runtimeDescriptor(const Type* t) {
  if (const auto* basic = llvm::dyn_cast<Basic>(t)) {
    if (basic->basic == BasicKind::UnsafePointer) return "type_unsafe_Pointer";
    return "type_" + runtimeTypeName(basic);
  }
  if (const auto* named = llvm::dyn_cast<Named>(t); named && !named->object->package)
    return "type_" + named->object->name.str();
  const auto* i = llvm::dyn_cast<Interface>(t);
  return i && typeSetOf(i).methods.empty() ? "type_any" : "";
}

cxx::Expr* Lowerer::typeDescriptor(const Type* t) {
  t = resolve(t);
  if (isUntyped(t)) t = defaultType(t);
  if (std::string name = runtimeDescriptor(t); !name.empty()) return b.rtName(name);
  DescriptorPlace place = descriptorPlace(t);
  bool elsewhere = place.isStrong && place.package != &package;
  std::string key = (spaceOf(place.package).back().text() + "::" + place.name.text()).str();
  if (!elsewhere && descriptors_.insert(key).second) wantedDescriptors_.push_back({t, place});
  return b.name(qualify(place.package, place.name));
}

cxx::Expr* Lowerer::descriptorAddress(const Type* t) { return b.addressOf(typeDescriptor(t)); }

unsigned Lowerer::typeFlags(const Type* t) {
  enum { kNamed = 1, kComparable = 2, kInWord = 4, kNoPointers = 8, kVariadic = 16 };
  unsigned flags = 0;
  if (llvm::isa<Named>(t)) flags |= kNamed;
  if (isComparable(t)) flags |= kComparable;
  if (isHeldInWord(t)) flags |= kInWord;
  if (isPointerFree(t)) flags |= kNoPointers;
  if (const auto* s = asUnder<Signature>(t); s && s->variadic) flags |= kVariadic;
  return flags;
}

// The flags by name: mg::kNamed | mg::kComparable.
static cxx::Expr* flagsExpr(cxx::Builder& b, unsigned flags) {
  constexpr StringRef kNames[] = {"kNamed", "kComparable", "kInWord", "kNoPointers", "kVariadic"};
  cxx::Expr* all = nullptr;
  for (unsigned i = 0; i < std::size(kNames); ++i) {
    if (!(flags & (1u << i))) continue;
    cxx::Expr* one = b.rtName(kNames[i]);
    all = all ? b.binary(cxx::BinaryOp::BitOr, all, one) : one;
  }
  return all;
}

// A constant array beside a descriptor, `const mg::Field type_Point_fields[] = {…}`; its name.
cxx::Expr* Lowerer::descriptorTable(Name name, StringRef elem, ArrayRef<cxx::Expr*> rows,
                                    bool isStrong) {
  cxx::Type* type = elem == "Type"
                        ? static_cast<cxx::Type*>(b.constant(b.pointer(b.constant(b.rt(elem)))))
                        : b.constant(b.rt(elem));
  cxx::Variable* table = b.variable(b.arrayType(type), name, b.initList(rows, elem != "Type"),
                                    isStrong ? cxx::kStatic : cxx::kInline);
  table->style = cxx::InitStyle::Equals;
  tables_.push_back({spaceOf(home_), table});
  return b.name(name);
}

// As mg::Type::chanDir.
static int64_t chanDirection(const Chan* chan) {
  return chan->dir == Chan::Both ? 3 : chan->dir == Chan::SendOnly ? 2 : 1;
}

static cxx::Expr* packagePath(cxx::Builder& b, const Object* member) {
  return b.string(member->isExported() || !member->package ? StringRef() : member->package->path);
}

namespace {

// Appends `.field = value` to the initializer of a descriptor.
struct Adder {
  cxx::Builder& b;
  SmallVectorImpl<Init>& inits;

  void operator()(StringRef field, cxx::Expr* value) {
    inits.push_back({b.names.runtime(field), value});
  }
  void count(StringRef field, size_t n) {
    if (n) (*this)(field, b.integer(int64_t(n)));
  }
};

} // namespace

// Parameters, then results of a function type.
void Lowerer::addSignature(SmallVectorImpl<Init>& inits, const Signature* s, Name name,
                           bool isStrong) {
  Adder add{b, inits};
  SmallVector<cxx::Expr*, 8> parts;
  for (const Tuple* tuple : {s->params, s->results})
    for (const Var* var : tuple->vars)
      parts.push_back(descriptorAddress(var->type));
  add.count("len", s->params->vars.size());
  if (!parts.empty())
    add("signature", descriptorTable(b.names.derived(name, "_signature"), "Type", parts, isStrong));
  add.count("resultCount", s->results->vars.size());
}

void Lowerer::addFields(SmallVectorImpl<Init>& inits, const Type* t, const Struct* s, Name name,
                        bool isStrong) {
  if (s->fields.empty()) return;
  Adder add{b, inits};
  SmallVector<cxx::Expr*, 8> rows;
  cxx::Type* self = type(t);
  for (size_t i = 0; i < s->fields.size(); ++i) {
    const Var* var = s->fields[i];
    StringRef tag = i < s->tags.size() ? s->tags[i] : StringRef();
    rows.push_back(b.initList({b.string(var->name), descriptorAddress(var->type),
                               b.offsetOf(self, field(s, unsigned(i))), b.string(tag),
                               packagePath(b, var), b.boolean(var->embedded)}));
  }
  add("fields", descriptorTable(b.names.derived(name, "_fields"), "Field", rows, isStrong));
  add.count("fieldCount", rows.size());
}

void Lowerer::addIfaceMethods(SmallVectorImpl<Init>& inits, const Interface* i, Name name,
                              bool isStrong) {
  Adder add{b, inits};
  SmallVector<cxx::Expr*, 8> rows;
  for (const Func* method : tableMethods(i))
    rows.push_back(b.initList(
        {b.string(method->name), packagePath(b, method), descriptorAddress(method->signature())}));
  if (rows.empty()) return;
  add("ifaceMethods",
      descriptorTable(b.names.derived(name, "_methods"), "IfaceMethod", rows, isStrong));
  add.count("ifaceMethodCount", rows.size());
}

// What the kind of a type asks for, in the order of mg::Type's fields.
void Lowerer::addShape(SmallVectorImpl<Init>& inits, const Type* t, Name name, bool isStrong) {
  Adder add{b, inits};
  const Type* under = underlying(t);
  if (const auto* x = llvm::dyn_cast<Pointer>(under)) add("elem", descriptorAddress(x->elem));
  if (const auto* x = llvm::dyn_cast<Slice>(under)) add("elem", descriptorAddress(x->elem));
  if (const auto* x = llvm::dyn_cast<Chan>(under)) add("elem", descriptorAddress(x->elem));
  if (const auto* x = llvm::dyn_cast<Map>(under)) {
    add("elem", descriptorAddress(x->elem));
    add("key", descriptorAddress(x->key));
  }
  if (const auto* x = llvm::dyn_cast<Array>(under)) {
    add("elem", descriptorAddress(x->elem));
    add.count("len", size_t(x->length));
  }
  if (const auto* x = llvm::dyn_cast<Signature>(under)) addSignature(inits, x, name, isStrong);
  if (const auto* x = llvm::dyn_cast<Struct>(under)) addFields(inits, t, x, name, isStrong);
  if (const auto* x = llvm::dyn_cast<Interface>(under)) addIfaceMethods(inits, x, name, isStrong);
}

void Lowerer::addMethods(SmallVectorImpl<Init>& inits, const Type* t, Name name, bool isStrong) {
  if (isInterface(t)) return;
  std::vector<MethodSetEntry> methods = methodSetOf(types, t);
  if (methods.empty()) return;
  llvm::stable_sort(methods, [](const MethodSetEntry& x, const MethodSetEntry& y) {
    return inTableOrder(x.method, y.method);
  });
  SmallVector<cxx::Expr*, 8> rows;
  cxx::Type* code = b.pointer(b.functionType(b.voidType(), {}));
  for (const MethodSetEntry& entry : methods) {
    bool isCast = false;
    rows.push_back(b.initList({b.string(entry.method->name), packagePath(b, entry.method),
                               descriptorAddress(entry.method->signature()),
                               b.reinterpretCast(code, methodCode(t, entry, &isCast))}));
  }
  inits.push_back({b.names.runtime("methods"),
                   descriptorTable(b.names.derived(name, "_methods"), "Method", rows, isStrong)});
  inits.push_back({b.names.runtime("methodCount"), b.integer(int64_t(rows.size()))});
}

// Whether descriptors of declared types lead to those of pointers to them. Package reflect makes
// pointers of values, and those must have their methods. Who uses it is unknown, except to a main
// package.
bool Lowerer::describesPointers() {
  if (describesPointers_) return *describesPointers_;
  llvm::SmallPtrSet<const Package*, 32> seen = {&package};
  SmallVector<const Package*, 32> open = {&package};
  bool found = package.name != "main";
  while (!open.empty() && !found)
    for (const Package* import : open.pop_back_val()->imports) {
      found |= import->path == "reflect";
      if (seen.insert(import).second) open.push_back(import);
    }
  describesPointers_ = found;
  return found;
}

// `mg::sliceType("[]int"_s, &mg::type_int)`; null for types that need more words.
cxx::Expr* Lowerer::shortDescriptor(const Type* t) {
  cxx::Expr* name = b.string(runtimeTypeName(t));
  if (const auto* x = llvm::dyn_cast<Slice>(t))
    return b.rtCall("sliceType", {name, descriptorAddress(x->elem)});
  if (const auto* x = llvm::dyn_cast<Map>(t))
    return b.rtCall("mapType", {name, descriptorAddress(x->key), descriptorAddress(x->elem)});
  if (const auto* x = llvm::dyn_cast<Pointer>(t); x && methodSetOf(types, t).empty())
    return b.rtCall("pointerType", {name, descriptorAddress(x->elem)});
  if (const auto* x = llvm::dyn_cast<Chan>(t)) {
    SmallVector<cxx::Expr*, 3> args = {name, descriptorAddress(x->elem)};
    if (x->dir != Chan::Both) args.push_back(b.integer(chanDirection(x)));
    return b.rtCall("chanType", args);
  }
  return nullptr;
}

SmallVector<Init, 16> Lowerer::descriptorFields(const Type* t, const DescriptorPlace& place) {
  std::string text = runtimeTypeName(t);
  cxx::Type* held = type(t);
  SmallVector<Init, 16> inits;
  Adder add{b, inits};
  // In the order of mg::Type's fields.
  add("size", b.sizeOf(held));
  add("hash", b.unsignedInteger(nameHash(text), "u", cxx::IntForm::Hex));
  add("kind", b.name(b.qualified({b.names.runtime("mg"), b.names.runtime("Kind"),
                                  b.names.runtime(kindWord(underlying(t)))})));
  add("align", b.alignOf(held));
  if (unsigned flags = typeFlags(t)) add("flags", flagsExpr(b, flags));
  if (const auto* chan = llvm::dyn_cast<Chan>(underlying(t)))
    add("chanDir", b.integer(chanDirection(chan)));
  add("name", b.string(text));
  if (const auto* named = llvm::dyn_cast<Named>(t); named && named->object->package)
    add("pkgPath", b.string(named->object->package->path));
  addShape(inits, t, place.name, place.isStrong);
  addMethods(inits, t, place.name, place.isStrong);
  if (llvm::isa<Named>(t) && !isInterface(t) && describesPointers())
    if (const Type* pointer = types.pointerTo(t); !methodSetOf(types, pointer).empty())
      add("pointerTo", descriptorAddress(pointer));
  return inits;
}

void Lowerer::defineDescriptor(const Type* t, const DescriptorPlace& place) {
  const Package* outerHome = std::exchange(home_, place.package);
  cxx::Expr* value = shortDescriptor(t);
  if (!value) value = b.initFields(descriptorFields(t, place), true);
  cxx::Variable* descriptor = b.variable(
      b.rt("Type"), place.name, value, uint16_t((place.isStrong ? 0 : cxx::kInline) | cxx::kConst));
  descriptor->style = cxx::InitStyle::Equals;
  ArrayRef<Name> space = spaceOf(place.package);
  tables_.push_back({space, descriptor});
  bool isPointer = false;
  if (place.isStrong) places_[descriptor] = declaredType(t, &isPointer)->object->pos;
  if (!place.isStrong || !declaredInHeader_.contains(place.name.text()))
    early_.push_back({space, b.declaration(descriptor)});
  home_ = outerHome;
}

} // namespace minigo
