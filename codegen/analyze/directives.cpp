#include "codegen/analyze/directives.h"

namespace minigo {

bool hasDirective(const ast::FuncDecl* decl, llvm::StringRef verb) {
  const Package* package = llvm::cast<Func>(decl->name->object)->package;
  return package && llvm::any_of(package->files, [&](const ast::File* file) {
           return llvm::any_of(file->directives, [&](const ast::Directive& directive) {
             return directive.decl == decl && directive.verb() == verb;
           });
         });
}

} // namespace minigo
