#include "tools/minigo/foreign_functions.h"

#include "codegen/names/mangle.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/Support/raw_ostream.h"

namespace minigo {

namespace {

struct Declared {
  const Package* package = nullptr;
  const ast::FuncDecl* decl = nullptr;
};

llvm::StringMap<Declared> foreignFunctions(const Program& program) {
  llvm::StringMap<Declared> found;
  for (const std::unique_ptr<Package>& package : program.packages) {
    if (package->builtin) continue;
    const std::string space = mangleImportPath(package->path) + "::";
    for (const ast::FuncDecl* decl : package->functions)
      if (!decl->body && !decl->receiver)
        found[space + decl->name->name.str()] = {package.get(), decl};
  }
  return found;
}

} // namespace

bool reportForeignFunctions(const Program& program, llvm::ArrayRef<std::string> undefined) {
  const llvm::StringMap<Declared> known = foreignFunctions(program);
  Diagnostics diagnostics(program.sources);
  const Package* last = nullptr;
  for (const std::string& name : undefined) {
    Declared at = known.lookup(name);
    // C++ may have needed another name.
    if (!at.decl) at = known.lookup(llvm::StringRef(name).rtrim('_'));
    if (!at.decl) return false;
    if (at.package != last) diagnostics.beginPackage(at.package->importPath);
    last = at.package;
    diagnostics.report(at.decl->name->pos, diag::NotSupportedYet,
                       at.decl->name->name.str() +
                           ", a function that is implemented outside of Go");
  }
  diagnostics.print(llvm::errs());
  return true;
}

} // namespace minigo
