#include "tools/minigo/foreign_functions.h"

#include "codegen/names/mangle.h"
#include "frontend/types/constant_pool.h"

#include "llvm/ADT/SmallPtrSet.h"
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

bool leadsTo(const Package* from, const Package* to, llvm::SmallPtrSetImpl<const Package*>& seen) {
  if (from == to) return true;
  return seen.insert(from).second &&
         llvm::any_of(from->imports, [&](const Package* p) { return leadsTo(p, to, seen); });
}

// Where the program imports what needs a package of Go's library. An invalid position if the
// program is of that library itself.
std::pair<SourcePos, std::string> importOf(const Program& program, const Package* needed) {
  for (const std::unique_ptr<Package>& package : program.packages) {
    if (package->builtin || package->standard) continue;
    for (const Package* import : package->imports) {
      llvm::SmallPtrSet<const Package*, 32> seen;
      if (!import->standard || !leadsTo(import, needed, seen)) continue;
      for (const ast::File* file : package->files)
        for (const ast::Decl* decl : file->decls)
          if (const auto* site = llvm::dyn_cast<ast::ImportDecl>(decl))
            if (unquote(site->path->text) == import->importPath.str())
              return {site->pos, import->importPath.str()};
    }
  }
  return {};
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
    // What a package of the library needs is no matter of who imports it.
    if (auto [pos, path] = importOf(program, at.package); at.package->standard && pos.isValid()) {
      diagnostics.report(pos, diag::ImportNotSupportedYet, "package " + path);
      continue;
    }
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
