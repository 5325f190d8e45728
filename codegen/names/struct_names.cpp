// Names of struct types that no declaration names: `var tests = []struct{ in string }{…}` has
// tests_struct_.
//
// Only types with an unexported field: they belong to one package, and so does their name. Others
// may be written in any package, so their names say what they consist of (typeWord).
#include "codegen/names/mangle.h"
#include "frontend/ast/walk.h"
#include "frontend/program.h"
#include "frontend/types/identical.h"

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

Name PackageNames::structName(const Struct* s) const {
  for (const auto& [type, name] : structs_)
    if (identical(type, s)) return name;
  return Name();
}

// Names the types written in `node`, which declares or gives a value to what `hint` names.
// `function` is the name of the function around, with `_`.
void PackageNames::nameStructs(ast::Node* node, const std::string& function,
                               const std::string& hint) {
  std::string inner = hint;
  auto join = [&](const ast::Ident* name) { return hint + "_" + name->name.str(); };
  if (auto* field = dyn_cast<ast::Field>(node); field && field->name) inner = join(field->name);
  if (auto* var = dyn_cast<ast::VarDecl>(node)) inner = function + var->names[0]->name.str();
  if (auto* type = dyn_cast<ast::TypeDecl>(node)) inner = function + type->name->name.str();
  auto* assign = dyn_cast<ast::AssignStmt>(node);
  auto* name = assign && assign->define ? dyn_cast<ast::Ident>(assign->lhs[0]) : nullptr;
  if (name && !name->isBlank()) inner = function + name->name.str();
  auto* expr = dyn_cast<ast::StructTypeExpr>(node);
  auto* type = expr ? dyn_cast_or_null<Struct>(expr->type) : nullptr;
  if (type && ownerOf(type) == &package_ && structName(type).isEmpty())
    structs_.push_back({type, unique(inner + "_struct_")});
  ast::forEachChild(node, [&](ast::Node* child) { nameStructs(child, function, inner); });
}

// What importers see comes first, so that its names are the same for them, who may not have the
// bodies of other functions.
void PackageNames::addStructs() {
  auto nameOf = [&](const ast::FuncDecl* decl) {
    const auto* func = dyn_cast_or_null<Func>(decl->name->object);
    return func && names_.count(func) ? of(func).text().str() : decl->name->name.str();
  };
  std::vector<const ast::FuncDecl*> generic, others;
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
      (isGeneric ? generic : others).push_back(function);
    }
  }
  for (const auto* functions : {&generic, &others})
    for (const ast::FuncDecl* decl : *functions)
      if (decl->body) nameStructs(decl->body, nameOf(decl) + "_", nameOf(decl));
}

} // namespace minigo
