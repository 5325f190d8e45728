// The file: package clause, imports, top-level declarations.
#include "frontend/parse/builder.h"

namespace minigo::parse {

// packageClause ';' declarations and semicolons.
ast::File* Builder::buildFile() {
  auto* file = arena_.make<ast::File>();
  const Node* child = tree_.root->first();
  const Node* name = child ? childOf(child, Kind::IDENT) : nullptr;
  file->pos = at(tree_.root);
  file->eof = source_.at(static_cast<uint32_t>(tree_.text.size()));
  file->packageName = name ? ident(name) : arena_.make<Ident>(file->pos, arena_.intern("_"));
  llvm::SmallVector<ast::Decl*, 64> decls;
  for (; child; child = child->next()) {
    if (child->broken && child->kind == Kind::TopLevelDeclaration)
      checkBrokenReceiver(child->first());
    if (g::isRule(child->kind) && !child->broken && child->kind != Kind::PackageClause)
      buildTopLevel(child, decls);
  }
  readDirectives(file, decls);
  file->decls = arena_.copy(llvm::ArrayRef<ast::Decl*>(decls));
  return file;
}

void Builder::buildTopLevel(const Node* declaration, Decls& decls) {
  if (declaration->kind == Kind::FunctionDeclaration)
    decls.push_back(buildFunc(declaration));
  else
    buildDeclaration(declaration, decls);
}

// ('.' | IDENT)? path
ast::ImportDecl* Builder::buildImport(const Node* spec) {
  const Node* path = spec->first();
  Ident* name = nullptr;
  if (path->next()) {
    name = ident(path);
    path = path->next();
  }
  return arena_.make<ast::ImportDecl>(at(spec), name,
                                      llvm::cast<ast::BasicLit>(buildBasicLit(path)));
}

} // namespace minigo::parse
