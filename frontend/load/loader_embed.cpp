// //go:embed: which files, before packages are checked, as the go command does; which variables,
// after.
#include "frontend/load/embed.h"
#include "frontend/load/loader.h"
#include "frontend/types/predicates.h"
#include "frontend/types/type_string.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <map>
#include <set>

namespace minigo {

bool importsEmbed(const ast::File& file) {
  return llvm::any_of(file.decls, [](const ast::Decl* decl) {
    const auto* import = llvm::dyn_cast<ast::ImportDecl>(decl);
    return import && import->path && import->path->text == "\"embed\"";
  });
}

namespace {

std::optional<Embedding::Kind> kindOf(const Type* type) {
  const auto* named = llvm::dyn_cast<Named>(unalias(type));
  if (named && named->object->name == "FS" && named->object->package &&
      named->object->package->path == "embed")
    return Embedding::Kind::Files;
  const auto* basic = llvm::dyn_cast<Basic>(underlying(type));
  if (basic && basic->basic == BasicKind::String) return Embedding::Kind::String;
  const auto* slice = llvm::dyn_cast<Slice>(underlying(type));
  const auto* elem = slice ? llvm::dyn_cast<Basic>(underlying(slice->elem)) : nullptr;
  if (elem && elem->basic == BasicKind::Uint8) return Embedding::Kind::Bytes;
  return std::nullopt;
}

} // namespace

// Reports the first pattern, in the order of their texts, that means no file; true if there is
// none.
bool Loader::findEmbedded(Entry& entry) {
  std::map<std::string, EmbedPattern> patterns;
  std::vector<std::pair<const ast::Directive*, std::vector<EmbedPattern>>> directives;
  for (const ast::File* file : entry.package->files) {
    if (!importsEmbed(*file)) continue;
    for (const ast::Directive& directive : file->directives) {
      if (directive.verb() != "go:embed") continue;
      std::optional<std::vector<EmbedPattern>> own = embedPatterns(directive);
      if (!own) continue; // the checker's affair
      for (const EmbedPattern& pattern : *own)
        patterns.try_emplace(pattern.text, pattern);
      directives.push_back({&directive, std::move(*own)});
    }
  }
  std::map<std::string, std::vector<std::string>> matches;
  std::set<std::string> inputs;
  for (const auto& [text, pattern] : patterns) {
    EmbedMatch match = matchEmbedded(entry.source.directory, text);
    if (!match.problem.empty()) {
      diags_.report(pattern.pos, diag::EmbedPattern, text, match.problem);
      return false;
    }
    inputs.insert(match.directories.begin(), match.directories.end());
    matches[text] = std::move(match.files);
  }
  for (const auto& [directive, own] : directives) {
    std::set<std::string> files;
    for (const EmbedPattern& pattern : own)
      files.insert(matches[pattern.text].begin(), matches[pattern.text].end());
    for (const std::string& file : files)
      inputs.insert(entry.source.directory + "/" + file);
    entry.embedded.push_back({directive, {files.begin(), files.end()}});
  }
  entry.package->embedInputs.assign(inputs.begin(), inputs.end());
  return true;
}

bool Loader::readEmbedded(const Entry& entry, const std::string& name, EmbeddedFile& file) {
  file.name = program_.arena.intern(name);
  if (file.name.ends_with("/")) return true;
  const std::string path = entry.source.directory + "/" + name;
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (buffer) {
    file.data = program_.arena.intern((*buffer)->getBuffer());
    return true;
  }
  std::string why = buffer.getError().message();
  if (!why.empty()) why[0] = llvm::toLower(why[0]);
  diags_.report(SourcePos(), diag::CannotReadFile, path, why);
  return false;
}

// Several directives may stand in front of one variable.
bool Loader::addEmbeddings(Entry& entry, Diagnostics& diags) {
  std::vector<std::pair<const Var*, std::set<std::string>>> vars;
  for (const auto& [directive, files] : entry.embedded) {
    const auto* decl = llvm::dyn_cast_or_null<ast::VarDecl>(directive->decl);
    if (!decl || decl->names.empty()) continue;
    const auto* var = llvm::dyn_cast_or_null<Var>(decl->names.front()->object);
    if (!var) continue;
    auto known = llvm::find_if(vars, [&](const auto& v) { return v.first == var; });
    if (known == vars.end()) known = vars.insert(vars.end(), {var, {}});
    known->second.insert(files.begin(), files.end());
  }
  bool ok = true;
  for (const auto& [var, files] : vars) {
    const std::optional<Embedding::Kind> kind = kindOf(var->type);
    const std::string type = typeString(var->type, {entry.package, &program_.sources});
    if (!kind || (*kind != Embedding::Kind::Files && files.size() > 1)) {
      diags.report(var->pos, kind ? diag::EmbedSeveralFiles : diag::EmbedType, type);
      ok = false;
      continue;
    }
    Embedding embedding{var, *kind, {}};
    std::vector<std::string> names(files.begin(), files.end());
    if (*kind == Embedding::Kind::Files) names = embeddedTree(names);
    for (const std::string& name : names)
      ok &= readEmbedded(entry, name, embedding.files.emplace_back());
    entry.package->embeddings.push_back(std::move(embedding));
  }
  return ok;
}

} // namespace minigo
