// Interface types, their method tables, and conversions to them.
#include "codegen/lower/lower.h"
#include "frontend/types/identical.h"
#include "frontend/types/type_set.h"

namespace minigo {

using llvm::SmallVector;

// Both lists of methods, Type::methods and Type::ifaceMethods, are in this order: by name, then by
// package.
bool inTableOrder(const Func* x, const Func* y) {
  auto path = [](const Func* f) { return f->isExported() ? llvm::StringRef() : f->package->path; };
  return x->name != y->name ? x->name < y->name : path(x) < path(y);
}

SmallVector<const Func*, 8> tableMethods(const Interface* i) {
  llvm::ArrayRef<Func*> all = typeSetOf(i).methods;
  SmallVector<const Func*, 8> methods(all.begin(), all.end());
  llvm::sort(methods, inTableOrder);
  return methods;
}

// The same in every package that calls the method: a method of another package than the interface's
// has that package in its name.
Name Lowerer::tableMember(const Type* iface, const Func* method) {
  const auto* named = llvm::dyn_cast<Named>(resolve(iface));
  const Package* owner = named ? named->object->package : nullptr;
  if (method->isExported() || method->package == owner) return b.names.identifier(method->name);
  return b.names.shared((names.of(method->package).space().text() + "_" + method->name).str());
}

// How a method is called with the data word.
cxx::Type* Lowerer::methodType(const Func* method) {
  const Signature* s = method->signature();
  SmallVector<cxx::Type*, 4> params{b.pointer(b.voidType())};
  for (const Var* param : s->params->vars)
    params.push_back(type(param->type));
  return b.pointer(b.functionType(resultType(s->results), params));
}

void Lowerer::defineTable(Definition& definition, Name name, const Type* iface) {
  const auto* i = llvm::cast<Interface>(underlying(iface));
  // Known as a struct before its members are spelled, which may mention it.
  definition.decl = b.structDecl(name, nullptr, {});
  llvm::StringSet<> memberNames; // hide types of the same name
  for (const Func* method : tableMethods(i))
    memberNames.insert(tableMember(iface, method).text());
  llvm::StringSet<>* outerAvoid = std::exchange(avoid_, &memberNames);
  SmallVector<cxx::StructField, 8> members;
  for (const Func* method : tableMethods(i))
    members.push_back(
        {methodType(method), tableMember(iface, method), nullptr, docComment(method->pos)});
  avoid_ = outerAvoid;
  definition.decl = b.structDecl(name, b.rt("MethodTable"), members);
}

cxx::NamedType* Lowerer::tableType(const Type* iface) {
  iface = resolve(iface);
  const auto* named = llvm::dyn_cast<Named>(iface);
  if (named && !named->object->package) return b.rt("ErrorMethods");
  const Package* space = named ? named->object->package : nullptr;
  Name name;
  if (!named)
    name = b.names.shared(typeWord(iface, nullptr, names) + "_methods");
  else if (named->typeArgs.empty())
    name = names.of(space).methodTable(named->object);
  else
    name = b.names.derived(nameOf(named), "_methods");
  bool shared = !named || !named->typeArgs.empty();
  Definition* found = definition(
      space, name, shared, [&](Definition& definition) { defineTable(definition, name, iface); });
  if (found) mention(*found);
  return b.named(qualify(space, name));
}

cxx::Type* Lowerer::interfaceType(const Type* t, const Interface* i) {
  if (typeSetOf(i).methods.empty()) return b.rt("Any");
  return b.rtOf("Iface", tableType(t));
}

cxx::Expr* Lowerer::methodTable(const Type* iface, const Type* concrete) {
  iface = resolve(iface);
  concrete = resolve(concrete);
  std::string key = typeWord(iface, nullptr, names) + " " + typeWord(concrete, nullptr, names);
  auto [entry, added] = methodTables_.try_emplace(key);
  if (!added) return b.name(qualify(&package, entry->second));
  const Package* outerHome = std::exchange(home_, &package);
  std::string hint = shortTypeWord(concrete, &package, names) + "_as_" +
                     shortTypeWord(iface, &package, names) + "_";
  Name name = own.fresh(hint);
  entry->second = name;
  SmallVector<cxx::Expr*, 8> values{b.initList(b.addressOf(typeDescriptor(concrete)))};
  std::vector<MethodSetEntry> methods = methodSetOf(types, concrete);
  for (const Func* wanted : tableMethods(llvm::cast<Interface>(underlying(iface)))) {
    auto found = llvm::find_if(methods, [&](const MethodSetEntry& one) {
      return sameId(one.method, wanted->package, wanted->name);
    });
    if (found == methods.end()) fault({}, "a method table of a type that lacks a method");
    bool isCast = false;
    cxx::Expr* code = methodCode(concrete, *found, &isCast);
    values.push_back(isCast ? b.reinterpretCast(methodType(wanted), code) : code);
  }
  cxx::Variable* table = b.variable(tableType(iface), name, b.initList(values), cxx::kConst);
  table->style = cxx::InitStyle::Equals;
  tables_.push_back({spaceOf(&package), table});
  early_.push_back({spaceOf(&package), b.declaration(table)});
  home_ = outerHome;
  return b.name(qualify(&package, name));
}

// Types that toAny knows from the C++ type of a value: the default types of constants, most of all.
static bool isKnownToAny(const Type* t) {
  auto* basic = llvm::dyn_cast<Basic>(t);
  if (!basic) return false;
  switch (basic->basic) {
  case BasicKind::Bool:
  case BasicKind::Int:
  case BasicKind::Float64:
  case BasicKind::String: return true;
  default: return false;
  }
}

// toAny takes a literal of C++'s int for one of Go's int.
static cxx::Expr* withoutInt(cxx::Expr* value) {
  auto* construct = llvm::dyn_cast<cxx::ConstructExpr>(value);
  if (!construct || !construct->parens || construct->inits.size() != 1) return value;
  auto* literal = llvm::dyn_cast<cxx::IntLit>(construct->inits[0].value);
  return literal && literal->magnitude <= INT32_MAX ? literal : value;
}

cxx::Expr* Lowerer::toAny(const Type* from, cxx::Expr* value) {
  if (isEmptyInterface(from)) return value;
  if (!isInterface(from) && !isKnownToAny(from))
    return b.rtCall("toAny", {typeDescriptor(from), value});
  cxx::Expr* call = b.rtCall("toAny", withoutInt(value));
  plainToAny_.insert(call);
  return call;
}

cxx::Expr* Lowerer::withoutToAny(cxx::Expr* x) const {
  return plainToAny_.contains(x) ? llvm::cast<cxx::CallExpr>(x)->args[0] : x;
}

cxx::Expr* Lowerer::inInterface(const Type* to, const Type* from, cxx::Expr* word) {
  cxx::Expr* first = isEmptyInterface(to) ? typeDescriptor(resolve(from)) : methodTable(to, from);
  return b.construct(type(to), {b.addressOf(first), word});
}

cxx::Expr* Lowerer::toInterface(const Type* to, const Type* from, cxx::Expr* value) {
  to = resolve(to);
  from = resolve(from);
  if (isEmptyInterface(to)) return toAny(from, value);
  if (!isInterface(from)) return inInterface(to, from, b.rtCall("box", {value}));
  if (identical(to, from)) return value;
  if (!isEmptyInterface(from)) value = b.rtCall("toAny", value);
  return b.rtCall("convertIface", tableType(to), {value, typeDescriptor(to)});
}

} // namespace minigo
