#include "frontend/parse/parse.h"

#include "frontend/parse/builder.h"
#include "frontend/parse/source_scan.h"
#include "frontend/parse/syntax_errors.h"
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

ast::File* parseFile(SourceFile& source, Arena& arena, Diagnostics& diags) {
  parse::ErrorList errors;
  // The tree's memory serves one file after the other: its pages need not be mapped anew.
  static thread_local grammar::ParseTree tree;
  llvm::StringRef text = source.text();
  tree.text = std::string_view(text.data(), text.size());
  parse::scanSource(source, tree, errors);
  parse::SyntaxErrors syntax(source, errors);
  grammar::parse(tree, syntax);
  if (!tree.root) {
    errors.moveTo(diags);
    auto* file = arena.make<ast::File>();
    file->pos = file->eof = source.begin();
    file->packageName = arena.make<ast::Ident>(source.begin(), arena.intern("_"));
    return file;
  }
  ast::File* file = parse::Builder(tree, source, arena, errors).buildFile();
  errors.moveTo(diags);
  return file;
}

} // namespace minigo
