// Unused variables and imports (spec: Implementation restrictions of variable and import
// declarations).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

// Of the function whose body was just checked; its scopes are in the order of the source.
void Checker::unusedVars() {
  for (const Scope* scope : env_.scopes) {
    llvm::SmallVector<const Var*, 4> unused;
    for (const Object* o : scope->objects()) {
      auto* v = llvm::dyn_cast<Var>(o);
      if (v && v->varKind == VarKind::Local && !v->used) unused.push_back(v);
    }
    llvm::sort(unused, [](const Var* a, const Var* b) { return a->pos < b->pos; });
    for (const Var* v : unused)
      error(v, diag::UnusedVar, v->name);
  }
}

void Checker::unusedImports() {
  for (const PkgName* import : imports_) {
    if (import->name == "_" || import->used) continue;
    llvm::StringRef path = import->imported->path;
    llvm::StringRef last = path.substr(path.rfind('/') + 1);
    if (import->name.empty() || import->name == "." || import->name == last)
      error(import, diag::UnusedImport, quote(path));
    else
      error(import, diag::UnusedImportAs, quote(path), import->name);
  }
}

} // namespace minigo
