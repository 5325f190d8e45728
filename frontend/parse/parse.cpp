#include "frontend/parse/parse.h"

#include "frontend/parse/builder.h"
#include "frontend/parse/source_scan.h"
#include "frontend/parse/syntax_errors.h"
#include "frontend/source/stack.h"
#include "grammar/parser.h"

#include "llvm/ADT/STLExtras.h"

#include <tuple>

namespace minigo {

namespace parse {

void ErrorList::moveTo(Diagnostics& diags) {
  llvm::sort(errors_, [](const Error& a, const Error& b) {
    return std::tie(a.pos, a.number) < std::tie(b.pos, b.number);
  });
  for (Error& e : errors_)
    diags.report(e.pos, e.kind, e.detail);
  errors_.clear();
}

} // namespace parse

namespace {

// The tree's memory serves one file after the other: its pages need not be mapped anew.
grammar::ParseTree& treeFor(const SourceFile& source) {
  static thread_local grammar::ParseTree tree;
  llvm::StringRef text = source.text();
  tree.text = std::string_view(text.data(), text.size());
  return tree;
}

ast::File* parseTokens(grammar::ParseTree& tree, SourceFile& source, Arena& arena,
                       parse::ErrorList& errors, Diagnostics& diags) {
  parse::SyntaxErrors syntax(source, errors);
  const size_t stack = currentStack().size;
  grammar::parse(tree, syntax, stack / grammar::kStackPerRule);
  if (!tree.root) {
    errors.moveTo(diags);
    auto* file = arena.make<ast::File>();
    file->pos = file->eof = source.begin();
    file->packageName = arena.make<ast::Ident>(source.begin(), arena.intern("_"));
    return file;
  }
  ast::File* file =
      parse::Builder(tree, source, arena, errors, stack / parse::kStackPerExpr).buildFile();
  errors.moveTo(diags);
  return file;
}

} // namespace

ast::File* parseFile(SourceFile& source, Arena& arena, Diagnostics& diags) {
  llvm::ArrayRef<std::string> none;
  return parseFile(source, arena, diags, none);
}

ast::File* parseFile(SourceFile& source, Arena& arena, Diagnostics& diags,
                     llvm::ArrayRef<std::string>& summaries) {
  parse::ErrorList errors;
  grammar::ParseTree& tree = treeFor(source);
  parse::scanSource(source, tree, errors, summaries);
  ast::File* file = parseTokens(tree, source, arena, errors, diags);
  for (ast::Decl* decl : file->decls) {
    auto* function = llvm::dyn_cast<ast::FuncDecl>(decl);
    if (!function || !function->body || summaries.empty()) continue;
    function->summary = arena.intern(summaries.front());
    summaries = summaries.drop_front();
  }
  return file;
}

ast::File* parseImports(SourceFile& source, Arena& arena, Diagnostics& diags) {
  parse::ErrorList errors;
  grammar::ParseTree& tree = treeFor(source);
  parse::scanImports(source, tree, errors);
  return parseTokens(tree, source, arena, errors, diags);
}

} // namespace minigo
