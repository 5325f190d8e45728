// Names of struct types that no declaration names: `var tests = []struct{ in string }{…}` has
// tests_struct_.
//
// Only types with an unexported field: they belong to one package, and so does their name. Others
// may be written in any package, so their names say what they consist of (typeWord).
#include "codegen/names/mangle.h"
#include "frontend/ast/walk.h"
#include "frontend/program.h"
#include "frontend/types/identical.h"

#include <utility>

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::StringRef;

const Package* ownerOf(const Struct* s) {
  for (const Var* field : s->fields)
    if (!field->isExported()) return field->package;
  return nullptr;
}

Name PackageNames::knownStruct(const Struct* s) const {
  for (const auto& [type, name] : structs_)
    if (identical(type, s)) return name;
  return Name();
}

Name PackageNames::structName(const Struct* s) {
  Name name = knownStruct(s);
  if (!name.isEmpty() || unreadBodies_.empty()) return name;
  addStructsIn(std::exchange(unreadBodies_, {}));
  return knownStruct(s);
}

// Names the types written in `node`, which declares or gives a value to what `hint` names.
// `function` is the name of the function around, with `_`.
void PackageNames::nameStructs(ast::Node* node, const std::string& function,
                               const std::string& hint) {
  std::string own; // a new hint
  if (auto* field = dyn_cast<ast::Field>(node); field && field->name)
    own = hint + "_" + field->name->name.str();
  if (auto* var = dyn_cast<ast::VarDecl>(node)) own = function + var->names[0]->name.str();
  if (auto* type = dyn_cast<ast::TypeDecl>(node)) own = function + type->name->name.str();
  auto* assign = dyn_cast<ast::AssignStmt>(node);
  auto* name = assign && assign->define ? dyn_cast<ast::Ident>(assign->lhs[0]) : nullptr;
  if (name && !name->isBlank()) own = function + name->name.str();
  const std::string& inner = own.empty() ? hint : own;
  auto* expr = dyn_cast<ast::StructTypeExpr>(node);
  auto* type = expr ? dyn_cast_or_null<Struct>(expr->type) : nullptr;
  if (type && ownerOf(type) == &package_ && knownStruct(type).isEmpty())
    structs_.push_back({type, unique(inner + "_struct_")});
  ast::forEachChild(node, [&](ast::Node* child) { nameStructs(child, function, inner); });
}

std::string PackageNames::nameOf(const ast::FuncDecl* decl) const {
  const auto* func = dyn_cast_or_null<Func>(decl->name->object);
  return func && names_.count(func) ? of(func).text().str() : decl->name->name.str();
}

void PackageNames::addStructsIn(llvm::ArrayRef<const ast::FuncDecl*> functions) {
  for (const ast::FuncDecl* decl : functions)
    if (decl->body) nameStructs(decl->body, nameOf(decl) + "_", nameOf(decl));
}

// What importers see comes first, so that its names are the same for them, who may not have the
// bodies of other functions, and seldom ask for a type there.
void PackageNames::addStructs() {
  std::vector<const ast::FuncDecl*> generic;
  for (const ast::File* file : package_.files) {
    for (ast::Decl* decl : file->decls) {
      auto* function = dyn_cast<ast::FuncDecl>(decl);
      if (!function) {
        nameStructs(decl, "", "");
        continue;
      }
      nameStructs(function->signature, "", nameOf(function));
      const auto* func = dyn_cast_or_null<Func>(function->name->object);
      const Signature* s = func ? func->signature() : nullptr;
      const bool isGeneric = s && (!s->typeParams.empty() || !s->receiverTypeParams.empty());
      (isGeneric ? generic : unreadBodies_).push_back(function);
    }
  }
  addStructsIn(generic);
}

} // namespace minigo
