// Variables with //go:embed.
#include "codegen/lower/func.h"

#include "llvm/ADT/STLExtras.h"

namespace minigo {

namespace {

// embed::embedded(mg::sliceOf<embed::entry>({{"a.txt"_s, "…"_s}, …})), of package embed.
cxx::Expr* lowerFiles(Lowerer& l, const Embedding& embedding) {
  cxx::Builder& b = l.b;
  const auto* fs = llvm::cast<Named>(unalias(embedding.var->type));
  const Package* embed = fs->object->package;
  llvm::SmallVector<cxx::Expr*, 8> entries;
  for (const EmbeddedFile& file : embedding.files)
    entries.push_back(b.initList({b.string(file.name), b.string(file.data)}));
  const Type* entry = embed->scope->lookup("entry")->type;
  cxx::Expr* slice = b.rtCall("sliceOf", {l.type(entry)}, {b.initList(entries)});
  return b.call(l.object(embed->scope->lookup("embedded")), {slice});
}

} // namespace

std::vector<cxx::Stmt*> lowerEmbeddings(Lowerer& l, const Package& package) {
  cxx::Builder& b = l.b;
  std::vector<cxx::Stmt*> stmts;
  for (const Embedding& embedding : package.embeddings) {
    if (embedding.var->name == "_") continue;
    cxx::Expr* value = nullptr;
    if (embedding.kind == Embedding::Kind::Files) {
      value = lowerFiles(l, embedding);
    } else {
      value = b.string(embedding.files.front().data);
      if (embedding.kind == Embedding::Kind::Bytes)
        value = b.rtCall("clip", {b.rtCall("toBytes", {value})});
    }
    stmts.push_back(b.exprStmt(b.assign(b.name(l.own.of(embedding.var)), value)));
  }
  return stmts;
}

} // namespace minigo
