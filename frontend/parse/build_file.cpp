// The file: package clause, imports, top-level declarations, and the comments that mean something.
#include "frontend/parse/builder.h"
#include "frontend/source/build_constraint.h"

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
  for (; child; child = child->next())
    if (g::isRule(child->kind) && !child->broken && child->kind != Kind::PackageClause)
      buildTopLevel(child, decls);
  readDirectives(file, decls);
  file->decls = arena_.copy(llvm::ArrayRef<ast::Decl*>(decls));
  return file;
}

void Builder::buildTopLevel(const Node* declaration, Decls& decls) {
  enclosing_ = Enclosing::TopLevel;
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

// //go:build before the package clause, //go:linkname anywhere.
void Builder::readDirectives(ast::File* file, const Decls& decls) {
  for (const g::Comment& comment : tree_.comments) {
    llvm::StringRef text(tree_.text.data() + comment.offset, comment.end - comment.offset);
    if (!text.consume_front("//go:")) continue;
    if (text.consume_front("build ")) {
      if (source_.at(comment.offset) < file->pos && file->buildConstraint.empty())
        file->buildConstraint = arena_.intern(text.trim());
    } else if (text.consume_front("linkname ")) {
      applyLinkname(text, decls);
    }
  }
  std::optional<BuildConstraint> constraint = BuildConstraint::parse(file->buildConstraint);
  int minor = constraint ? constraint->minimumGoMinor() : -1;
  if (minor >= 0) file->goVersion = arena_.intern("go1." + std::to_string(minor));
}

// `local other`: the function `local` has the symbol `other`.
void Builder::applyLinkname(llvm::StringRef text, const Decls& decls) {
  auto [local, target] = text.trim().split(' ');
  for (ast::Decl* decl : decls)
    if (auto* func = llvm::dyn_cast<ast::FuncDecl>(decl))
      if (!func->receiver && func->name->name == local)
        func->linkname = arena_.intern(target.empty() ? local : target.trim());
}

} // namespace minigo::parse
