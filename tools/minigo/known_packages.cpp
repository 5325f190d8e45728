#include "tools/minigo/known_packages.h"

#include "tools/minigo/driver.h"

#include "codegen/codegen.h"

namespace minigo {

namespace {

bool isGeneric(const ast::FuncDecl* decl) {
  const Signature* s = llvm::cast<Func>(decl->name->object)->signature();
  return !s->typeParams.empty() || !s->receiverTypeParams.empty();
}

constexpr llvm::StringLiteral kSummary = "="; // begins a summary in an entry

} // namespace

KnownPackages::KnownPackages(const Options& options, const Program& program,
                             const CxxToolchain& toolchain, const Cache& cache, bool usesSummaries)
    : BuiltinSummaries(installLayout(), program.sources), options_(options), program_(program),
      cache_(cache), usesSummaries_(usesSummaries) {
  KeyBuilder key("packages");
  key.add(toolIdentity());
  key.add(toolchain.identity());
  key.add(std::to_string(options.shardSize));
  base_ = key.key();
}

// Those that ship with minigo are part of base_, and named in the source, but for package runtime,
// which is loaded for those who import unsafe. Package unsafe is none that is loaded.
void KnownPackages::addImports(KeyBuilder& key, llvm::ArrayRef<const Package*> imports) const {
  for (const Package* import : imports)
    if (import->path != "unsafe" && !import->builtin) key.add(outputs_.at(import).interfaceKey);
}

std::string KnownPackages::goKeyOf(const Package& package, llvm::StringRef name,
                                   llvm::ArrayRef<const Package*> imports) const {
  KeyBuilder key("package");
  key.add(base_);
  for (llvm::StringRef text : {package.path, package.importPath, name})
    key.add(text);
  key.add(package.goVersion);
  for (const ast::File* file : package.files) {
    const SourceFile& source = sources_.fileAt(file->pos);
    key.add(source.recordedPath());
    key.add(source.name());
    key.add(source.text());
  }
  addImports(key, imports);
  return key.key();
}

std::string KnownPackages::interfaceKeyOf(const Package& package,
                                          llvm::ArrayRef<std::string> summaries) const {
  KeyBuilder key("interface");
  key.add(base_);
  for (llvm::StringRef text : {package.path, package.importPath, package.name})
    key.add(text);
  key.add(package.goVersion);
  size_t next = 0;
  for (const ast::File* file : package.files) {
    const SourceFile& source = sources_.fileAt(file->pos);
    key.add(source.recordedPath());
    uint32_t from = 0; // what stands before was added
    for (const ast::Decl* decl : file->decls) {
      const auto* function = llvm::dyn_cast<ast::FuncDecl>(decl);
      if (!function || !function->body) continue;
      const std::string& summary = summaries[next++];
      const ast::BlockStmt* body = function->body;
      if (summary.empty()) {
        // What importers compile tells its lines.
        if (isGeneric(function)) key.add(sources_.position(function->pos).toString());
        continue;
      }
      key.add(source.text().slice(from, body->pos.offset + 1 - source.begin().offset));
      key.add(summary);
      from = body->rbrace.offset - source.begin().offset;
    }
    key.add(source.text().drop_front(from));
  }
  addImports(key, llvm::ArrayRef(package.imports.data(), package.imports.size()));
  return key.key();
}

std::optional<std::vector<std::string>>
KnownPackages::find(const Package& package, llvm::ArrayRef<const Package*> imports) {
  if (package.builtin) return BuiltinSummaries::find(package, imports);
  if (!usesSummaries_) return std::nullopt;
  PackageOutput& output = outputs_[&package];
  output.goKey = goKeyOf(package, package.files.front()->packageName->name, imports);
  if (!readEntry(output)) return std::nullopt;
  return output.summaries;
}

void KnownPackages::checked(const Package& package) {
  if (package.builtin) return;
  PackageOutput& output = outputs_[&package];
  output.summaries = summarizePackage(program_, package);
  output.interfaceKey = interfaceKeyOf(package, output.summaries);
}

PackageOutput& KnownPackages::output(const Package& package, const LinkedStrings& strings) {
  PackageOutput& output = outputs_[&package];
  if (output.isKnown) return output;
  output.goKey = goKeyOf(package, package.name, package.imports);
  const auto linked = strings.find(&package);
  const bool hasValues =
      !package.embeddings.empty() || !package.buildInfo.empty() || linked != strings.end();
  if (!hasValues) {
    if (!usesSummaries_) readEntry(output);
    return output;
  }
  KeyBuilder key("package with values");
  key.add(output.goKey);
  key.add(package.buildInfo);
  for (const Embedding& embedding : package.embeddings) {
    key.add(embedding.var->name);
    for (const EmbeddedFile& file : embedding.files) {
      key.add(file.name);
      key.add(file.data);
    }
  }
  if (linked != strings.end())
    for (const auto& [name, value] : linked->second) {
      key.add(name);
      key.add(value);
    }
  output.goKey = key.key();
  readEntry(output);
  return output;
}

// An entry is the key of the header, which may be empty, that of the interface, those of the parts,
// one a line; then origins of lines, "17 /src/main.go#parse", and summaries.
bool KnownPackages::readEntry(PackageOutput& output) const {
  if (options_.keepWork || options_.rebuildAll) return false;
  const std::optional<std::string> entry = cache_.findText(output.goKey, ".package");
  if (!entry) return false;
  PackageOutput known;
  known.goKey = output.goKey;
  llvm::StringRef line, text = *entry;
  const auto take = [&] { std::tie(line, text) = text.split('\n'); };
  take();
  known.headerKey = line.str();
  if (!known.headerKey.empty()) {
    const std::optional<std::string> header = cache_.find(known.headerKey, ".h");
    if (!header) return false;
    known.header = *header;
  }
  take();
  known.interfaceKey = line.str();
  while (!text.empty()) {
    take();
    if (line.consume_front(kSummary)) {
      known.summaries.push_back(line.str());
      continue;
    }
    const auto [number, name] = line.split(' ');
    if (!name.empty()) {
      known.lineOrigins.push_back({{}, 0, name.rsplit('#').first.str(), name.str()});
      number.getAsInteger(10, known.lineOrigins.back().line);
      continue;
    }
    const std::optional<std::string> object = cache_.find(line, ".o");
    if (!object) return false;
    known.parts.push_back({line.str(), *object});
  }
  known.isKnown = true;
  output = std::move(known);
  return true;
}

void KnownPackages::keep(const PackageOutput& output) const {
  std::string entry = output.headerKey + "\n" + output.interfaceKey + "\n";
  for (const PackagePart& part : output.parts)
    entry += part.codeKey + "\n";
  for (const LineOrigin& origin : output.lineOrigins)
    entry += std::to_string(origin.line) + " " + origin.name + "\n";
  for (const std::string& summary : output.summaries)
    entry += (kSummary + summary + "\n").str();
  cache_.addText(output.goKey, ".package", entry);
}

} // namespace minigo
