#include "frontend/load/loader.h"

#include "frontend/check/check.h"
#include "frontend/check/directives.h"
#include "frontend/check/labels.h"
#include "frontend/load/build_info.h"
#include "frontend/load/embed.h"
#include "frontend/load/godebug.h"
#include "frontend/load/import_path.h"
#include "frontend/load/package_patterns.h"
#include "frontend/load/shown_path.h"
#include "frontend/parse/import_header.h"
#include "frontend/parse/parse.h"
#include "frontend/types/constant_pool.h"
#include "frontend/types/universe.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <algorithm>

namespace minigo {

namespace {

bool hasSyntaxError(const Diagnostics& diags) {
  return llvm::any_of(diags.all(), [](const Diagnostic& d) {
    return llvm::StringRef(d.message).starts_with("syntax error");
  });
}

bool importsC(const ast::File* file) {
  return llvm::any_of(file->decls, [](const ast::Decl* decl) {
    const auto* import = llvm::dyn_cast<ast::ImportDecl>(decl);
    return import && import->path && import->path->text == "\"C\"";
  });
}

// Files that only look like ones of the package: documentation, and in Go's library what cgo would
// replace.
bool isLeftOut(const ast::File& file, const PackageSource& source) {
  if (source.origin == PackageSource::Origin::Files) return false;
  if (file.packageName && file.packageName->name == "documentation") return true;
  return source.origin == PackageSource::Origin::Standard && importsC(&file);
}

} // namespace

// As the go command shows names of files: "./main.go", "sub/main.go".
std::string Loader::shownName(llvm::StringRef path) const {
  const std::string shown = shownPath(path, options_.directory);
  return (llvm::sys::path::has_parent_path(shown) ? "" : "./") + shown;
}

bool Loader::addFile(Entry& entry, llvm::StringRef path) {
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer) {
    std::string why = buffer.getError().message();
    if (!why.empty()) why[0] = llvm::toLower(why[0]);
    diags_.report(SourcePos(), diag::CannotReadFile, path, why);
    return false;
  }
  if (!program_.sources.hasRoomFor((*buffer)->getBufferSize())) {
    diags_.report(SourcePos(), diag::SourceTooLarge);
    return false;
  }
  bool isBuiltin = entry.source.origin == PackageSource::Origin::Builtin;
  std::string shown = isBuiltin ? path.str() : shownName(path);
  llvm::SmallString<256> absolute(path); // what tracebacks show, wherever the program is built
  llvm::sys::fs::make_absolute(absolute);
  llvm::sys::path::remove_dots(absolute, /*remove_dot_dot=*/true);
  SourceFile& source = program_.sources.add(shown, absolute, std::move(*buffer));
  // Built-in packages are compiled once, and lie wherever minigo is moved to.
  if (options_.trimPath || isBuiltin) {
    const PackageSource& from = entry.source;
    const bool hasPath = from.origin != PackageSource::Origin::Files;
    const std::string& known = from.version.empty() ? from.path : from.version;
    source.setRecordedPath((hasPath ? known : ".") + "/" + llvm::sys::path::filename(path).str());
  }
  Diagnostics unseen(program_.sources); // they come again
  const size_t known = entry.syntaxErrors.all().size();
  ast::File* file = options_.summaries ? parseImports(source, program_.arena, unseen)
                                       : parseFile(source, program_.arena, entry.syntaxErrors);
  if (!isBuiltin && (!unseen.empty() || entry.syntaxErrors.all().size() > known) &&
      reportHeaderError(source))
    return false;
  if (isLeftOut(*file, entry.source)) return true;
  entry.package->files.push_back(file);
  if (options_.summaries) entry.unparsed.push_back(&source);
  return true;
}

// What the go command sees before the compiler. Reports it and returns true, if there is anything.
bool Loader::reportHeaderError(const SourceFile& source) {
  std::optional<parse::HeaderError> error = parse::findHeaderError(source.text());
  if (!error) return false;
  const bool behindLastLine =
      error->offset == source.text().size() && source.text().ends_with("\n");
  SourcePos pos = source.at(error->offset - behindLastLine);
  if (!behindLastLine) {
    diags_.report(pos, diag::ImportHeader, error->message);
    return true;
  }
  Position place = program_.sources.position(pos); // no line begins behind the last newline
  ++place.column;
  std::string where = place.toString();
  llvm::StringRef shown = where;
  shown.consume_front("./");
  diags_.report(SourcePos(), diag::ImportHeader, shown.str() + ": " + error->message);
  return true;
}

// Parses the rest of files of which only the imports were read. Bodies with a summary are left out.
void Loader::parseRest(Entry& entry, llvm::ArrayRef<std::string> summaries) {
  if (entry.unparsed.empty()) return;
  entry.package->files.clear();
  for (SourceFile* source : std::exchange(entry.unparsed, {}))
    entry.package->files.push_back(
        parseFile(*source, program_.arena, entry.syntaxErrors, summaries));
}

bool Loader::addFiles(Entry& entry, const ImportSite* site) {
  for (const std::string& file : entry.source.files)
    if (!addFile(entry, file)) return false;
  // Which files are part of a program is found out before anything is checked.
  if (llvm::any_of(entry.package->files, [](const ast::File* f) { return importsEmbed(*f); }))
    parseRest(entry, {});
  return !entry.package->files.empty() && checkPackageClauses(entry, site) && findEmbedded(entry);
}

bool Loader::checkPackageClauses(Entry& entry, const ImportSite* site) {
  const std::vector<ast::File*>& files = entry.package->files;
  auto nameOf = [](const ast::File* file) {
    return file->packageName ? file->packageName->name : llvm::StringRef();
  };
  auto fileName = [&](const ast::File* file) {
    return llvm::sys::path::filename(program_.sources.fileAt(file->pos).path());
  };
  llvm::StringRef first = nameOf(files.front());
  for (const ast::File* file : files) {
    llvm::StringRef name = nameOf(file);
    if (name == first || name.empty() || first.empty()) continue;
    diags_.report(site ? site->pos : SourcePos(), diag::PackageMismatch, first,
                  fileName(files.front()), name, fileName(file), entry.source.directory);
    return false;
  }
  return true;
}

// Each import path once, at its first import, sorted as the go command goes through them. Modules
// that import unsafe may join functions to some of package runtime, which Go has in every program.
std::vector<Loader::ImportSite> Loader::importsOf(const Package& package) const {
  std::vector<ImportSite> sites;
  auto find = [&](llvm::StringRef path) {
    return llvm::find_if(sites, [&](const ImportSite& s) { return s.path == path; });
  };
  for (const ast::File* file : package.files)
    for (const ast::Decl* decl : file->decls) {
      const auto* import = llvm::dyn_cast<ast::ImportDecl>(decl);
      if (!import || !import->path || import->path->bad) continue;
      std::optional<std::string> path = unquote(import->path->text);
      if (!path || find(*path) != sites.end()) continue;
      llvm::StringRef name = program_.sources.fileAt(file->pos).path();
      sites.push_back({*path, import->pos, llvm::sys::path::filename(name).str()});
    }
  auto unsafe = find("unsafe");
  if (unsafe != sites.end() && !package.builtin && !package.standard &&
      find("runtime") == sites.end()) {
    ImportSite site = *unsafe;
    site.path = "runtime";
    sites.push_back(site);
  }
  llvm::sort(sites, [](const ImportSite& a, const ImportSite& b) { return a.path < b.path; });
  return sites;
}

// Loads a package and what it imports. `site`: the import that asks for it; null for a root.
// Null if it could not be loaded.
Loader::Entry* Loader::load(PackageSource source, const ImportSite* site) {
  if (!isDistinct(source.path, site)) return nullptr;
  Entry& entry = *entries_.emplace_back(std::make_unique<Entry>(program_.sources));
  byPath_[source.path] = &entry;
  entry.source = std::move(source);
  entry.owned = std::make_unique<Package>();
  entry.package = entry.owned.get();
  Package& package = *entry.package;
  package.path = package.importPath = program_.arena.intern(entry.source.path);
  package.goVersion = entry.source.goVersion;
  package.builtin = entry.source.origin == PackageSource::Origin::Builtin;
  package.standard = entry.source.origin == PackageSource::Origin::Standard;
  package.hasForeignCode = entry.source.hasForeignCode;
  if (!addFiles(entry, site)) return nullptr;
  if (!entry.source.foreignSources.empty() && llvm::none_of(package.files, importsC)) {
    const PackageProblem problem{diag::ForeignSources, entry.source.foreignSources,
                                 entry.source.path};
    site ? report(problem, *site) : reportRoot(problem);
    return nullptr;
  }
  const ast::Ident* name = package.files.front()->packageName;
  bool isProgram = name && name->name == "main";
  if (isProgram && site) {
    chain_.back().blame(site->pos, diag::ImportOfProgram,
                        "import \"" + site->path + "\" is a program, not an importable package");
    return nullptr;
  }
  loadImports(entry);
  if (isProgram) package.path = "main";
  entry.loading = false;
  loaded_.push_back(&entry);
  return &entry;
}

void Loader::loadImports(Entry& entry) {
  chain_.push_back({&entry, {}, {}});
  for (const ImportSite& site : importsOf(*entry.package)) {
    chain_.back().file = site.file;
    entry.imports[site.path] = loadImport(entry, site);
  }
  if (const std::optional<Diagnostic>& problem = chain_.back().problem)
    diags_.add(problem->pos, problem->kind, problem->message);
  chain_.pop_back();
}

// Whether the path may stand in an import at all; if not, it was reported.
bool Loader::isImportable(const ImportSite& site) {
  if (site.path == "C") {
    diags_.report(site.pos, diag::ImportNotSupportedYet, "import \"C\" (cgo)");
    return false;
  }
  if (std::string problem = importPathProblem(site.path); !problem.empty()) {
    diags_.report(site.pos, diag::InvalidImportPath, problem);
    return false;
  }
  return true;
}

// Whether the package `path`, which the import means, is not kept from the importer by a directory
// "internal". The go command tells that of one import, behind what is wrong with all of them.
bool Loader::isVisible(const Entry& importer, const ImportSite& site, llvm::StringRef path) {
  if (options_.importsAny || finder_.mayImport(importer.source, path)) return true;
  std::string position = diags_.positionString(site.pos);
  llvm::StringRef shown = position;
  shown.consume_front("./");
  std::string text = "package " + chain_.front().entry->source.path;
  for (const Link& link : llvm::drop_begin(chain_))
    text += "\n\timports " + link.entry->source.path;
  text += ("\n\t" + shown + ": use of internal package " + site.path + " not allowed").str();
  chain_.back().blame(SourcePos(), diag::UseOfInternal, std::move(text));
  return false;
}

Loader::Entry* Loader::loadImport(Entry& importer, const ImportSite& site) {
  if (site.path == "unsafe" || !isImportable(site)) return nullptr;
  FoundPackage found = finder_.find(site.path, importer.source);
  if (auto* problem = std::get_if<PackageProblem>(&found)) {
    bool exists = problem->kind == diag::ImportNotSupportedYet;
    if (!exists || isVisible(importer, site, site.path)) report(*problem, site);
    return nullptr;
  }
  auto& source = std::get<PackageSource>(found);
  isVisible(importer, site, source.path);
  auto it = byPath_.find(source.path);
  if (it == byPath_.end()) return load(std::move(source), &site);
  if (!it->second->loading) return it->second;
  auto first = llvm::find_if(chain_, [&](const Link& link) { return link.entry == it->second; });
  if (first != chain_.end())
    first->blame(SourcePos(), diag::ImportCycle,
                 chainText(source.path) + ": import cycle not allowed");
  return nullptr;
}

// package a
//         imports b from a.go
//         imports c from b.go
std::string Loader::chainText(llvm::StringRef path) const {
  std::string text = "package " + chain_.front().entry->source.path;
  for (size_t i = 0; i < chain_.size(); ++i) {
    bool isLast = i + 1 == chain_.size();
    llvm::StringRef next = isLast ? path : llvm::StringRef(chain_[i + 1].entry->source.path);
    text += ("\n\timports " + next + " from " + chain_[i].file).str();
  }
  return text;
}

void Loader::report(const PackageProblem& problem, const ImportSite& site) {
  if (problem.kind == diag::OnlyTestFiles) {
    reportRoot(problem);
  } else if (problem.kind == diag::BuildConstraint) {
    if (isFirstReport(problem.path)) diags_.report(site.pos, problem.kind, problem.text);
  } else if (!problem.path.empty()) { // comes with the way to the package instead of a position
    if (!isFirstReport(problem.path)) return;
    std::string way = chainText(problem.path);
    way.erase(way.rfind(" from "));
    diags_.report(SourcePos(), problem.kind, way + ": ", problem.text);
  } else if (problem.kind == diag::GoModProblem) {
    diags_.report(SourcePos(), problem.kind, problem.text);
  } else if (isFirstReport(site.path)) {
    if (!problem.note.empty()) diags_.report(SourcePos(), diag::IgnoredPackage, problem.note);
    diags_.report(site.pos, problem.kind, problem.text);
  }
}

// The same for a package that an argument names.
void Loader::reportRoot(const PackageProblem& problem) {
  // Problems with modules belong to no package, and concern all arguments.
  if (!isFirstReport(problem.path.empty() ? problem.text : problem.path)) return;
  if (!problem.note.empty()) diags_.report(SourcePos(), diag::IgnoredPackage, problem.note);
  if (problem.path.empty() || problem.kind == diag::BuildConstraint) {
    diags_.report(SourcePos(), problem.kind, problem.text);
    return;
  }
  if (problem.kind == diag::OnlyTestFiles && !options_.programToRun.empty()) {
    diags_.report(SourcePos(), diag::NotMainPackage, problem.path);
    return;
  }
  std::string way;
  if (problem.kind == diag::OnlyTestFiles)
    way = problem.path;
  else if (problem.kind != diag::NoGoFiles)
    way = "package " + problem.path + ": ";
  diags_.report(SourcePos(), problem.kind, way, problem.text);
}

// What is wrong with a package is told where it is met first.
bool Loader::isFirstReport(llvm::StringRef path) { return reported_.insert(path).second; }

// Import paths of a build differ in more than upper and lower case.
bool Loader::isDistinct(llvm::StringRef path, const ImportSite* site) {
  const auto [known, isNew] = foldedPaths_.try_emplace(path.lower(), path.str());
  if (isNew || known->second == path) return true;
  if (!isFirstReport(path)) return false;
  diags_.report(site ? site->pos : SourcePos(), diag::ImportCollision, quote(path),
                quote(known->second));
  return false;
}

// Checks a package whose imports were; false if something is wrong with it or with one of them.
bool Loader::check(Entry& entry) {
  bool importsComplete = llvm::all_of(entry.imports, [](const auto& import) {
    return !import.second || import.second->package->complete;
  });
  if (!importsComplete) {
    if (!isReplaceable(entry)) reportUnusable(entry);
    return false;
  }
  if (isReplaceable(entry)) {
    Diagnostics unseen(program_.sources);
    return check(entry, unseen);
  }
  diags_.beginPackage(entry.source.path);
  return check(entry, diags_);
}

// Whether the package is one of Go's library where packages that ship with minigo stand in for
// others: what it misses in those is no mistake of the user, who only imported it.
bool Loader::isReplaceable(const Entry& entry) const {
  return !options_.builtinDir.empty() && entry.source.origin == PackageSource::Origin::Standard &&
         !llvm::is_contained(program_.roots, entry.package);
}

void Loader::reportUnusable(const Entry& entry) {
  diags_.beginPackage(entry.source.path);
  for (const ImportSite& site : importsOf(*entry.package)) {
    const Entry* import = entry.imports.lookup(site.path);
    if (import && isReplaceable(*import) && !import->package->complete)
      diags_.report(site.pos, diag::ImportNotSupportedYet, "package " + site.path);
  }
}

// Parses the bodies, unless an earlier build knows what they come to.
void Loader::parseBodies(Entry& entry) {
  std::vector<const Package*> imports;
  for (const auto& import : entry.imports)
    if (import.second) imports.push_back(import.second->package);
  llvm::sort(imports, [](const Package* a, const Package* b) { return a->path < b->path; });
  std::optional<std::vector<std::string>> known = options_.summaries->find(*entry.package, imports);
  entry.isSummarized = known.has_value();
  parseRest(entry, known ? *known : std::vector<std::string>());
}

// The settings of GODEBUG that a program has for itself, in //go:debug lines above its package
// clauses.
bool Loader::checkSettings(const Package& package, Diagnostics& diags) {
  const size_t before = diags.all().size();
  for (const ast::File* file : package.files) {
    for (const ast::Directive& directive : file->directives) {
      llvm::StringRef setting = directive.text;
      if (!(directive.pos < file->pos) || !setting.consume_front("go:debug ")) continue;
      const auto [name, value] = setting.trim().split('=');
      if (isGodebugDefault(name, value)) continue;
      const SourcePos begin{directive.pos.offset - 2}; // where the comment begins
      diags.report(begin, diag::NotSupportedYet, ("//go:debug " + setting.trim()).str());
    }
  }
  return diags.all().size() == before;
}

// What the main package's program can read about its build; "" if it has no package for that.
std::string Loader::buildInfoOf(const Entry& main) {
  std::vector<const Entry*> found{&main};
  llvm::DenseSet<const Entry*> seen{&main};
  std::vector<const PackageSource*> sources;
  bool isRead = false;
  for (size_t i = 0; i < found.size(); ++i) {
    const PackageSource& source = found[i]->source;
    sources.push_back(&source);
    isRead |= source.origin == PackageSource::Origin::Builtin && source.path == "runtime/debug";
    for (const auto& import : found[i]->imports)
      if (import.second && seen.insert(import.second).second) found.push_back(import.second);
  }
  return isRead ? buildInfo(main.source, sources, finder_.modules(), options_) : "";
}

bool Loader::check(Entry& entry, Diagnostics& diags) {
  Package& package = *entry.package;
  if (!entry.unparsed.empty()) parseBodies(entry);
  for (const Diagnostic& d : entry.syntaxErrors.all())
    diags.add(d.pos, d.kind, d.message);
  if (hasSyntaxError(entry.syntaxErrors)) {
    // gc reports these while it parses.
    checkPlacesOfDirectives(package, /*hasSyntaxErrors=*/true, diags);
    llvm::DenseSet<const ast::Stmt*> ignored;
    checkBranches(package.files, diags, ignored);
    return false;
  }
  auto import = [&](llvm::StringRef path) -> Package* {
    Entry* found = entry.imports.lookup(path);
    return found ? found->package : nullptr;
  };
  bool ok = checkPackage(program_, package, import, diags) && entry.syntaxErrors.empty();
  if (ok) ok = addEmbeddings(entry, diags);
  bool isRoot = package.path == "main";
  if (ok && isRoot) ok = checkSettings(package, diags);
  if (ok && isRoot && !llvm::isa_and_nonnull<Func>(package.scope->lookup("main"))) {
    diags.report(SourcePos(), diag::NoMainFunction);
    ok = false;
  }
  if (ok && isRoot) package.buildInfo = buildInfoOf(entry);
  if (ok && options_.summaries && !entry.isSummarized) options_.summaries->checked(package);
  return package.complete = ok;
}

// Whether a package that a pattern matched is none that could be run.
bool Loader::isLeftOutOfRun(const PackageSource& source) {
  if (!isPackagePattern(options_.programToRun)) return false;
  auto text = llvm::MemoryBuffer::getFile(source.files.front());
  if (!text) return false; // who cannot read it will say so
  SourceManager sources;
  Arena arena;
  Diagnostics unseen(sources);
  const ast::File* file = parseImports(sources.add("", "", std::move(*text)), arena, unseen);
  return file->packageName && file->packageName->name != "main" && unseen.empty();
}

void Loader::checkProgramToRun() {
  if (options_.programToRun.empty() || !diags_.empty()) return;
  if (program_.roots.size() > 1) {
    std::string names;
    for (const Package* root : program_.roots)
      names += "\n\t" + root->importPath.str();
    diags_.report(SourcePos(), diag::SeveralPrograms, options_.programToRun, names);
  } else if (program_.roots.size() == 1 && program_.roots.front()->path != "main") {
    diags_.report(SourcePos(), diag::NotMainPackage, program_.roots.front()->importPath);
  }
}

bool Loader::checkAll() {
  checkProgramToRun();
  if (!diags_.empty()) return false;
  for (Entry* entry : loaded_) {
    check(*entry);
    program_.packages.push_back(std::move(entry->owned));
  }
  return diags_.empty();
}

bool Loader::loadFiles(llvm::ArrayRef<std::string> files) {
  FoundPackage found = finder_.ofFiles(files);
  if (auto* problem = std::get_if<PackageProblem>(&found)) {
    reportRoot(*problem);
    return false;
  }
  Entry* entry = load(std::move(std::get<PackageSource>(found)), nullptr);
  if (!entry) return false;
  program_.roots.push_back(entry->package);
  return checkAll();
}

bool Loader::loadNamed(llvm::ArrayRef<std::string> names) {
  for (const std::string& name : names) {
    FoundPackage found = finder_.named(name);
    if (auto* problem = std::get_if<PackageProblem>(&found)) {
      reportRoot(*problem);
      continue;
    }
    auto& source = std::get<PackageSource>(found);
    if (isLeftOutOfRun(source)) continue;
    const auto loaded = byPath_.find(source.path); // another one may import it
    Entry* entry = loaded == byPath_.end() ? load(std::move(source), nullptr) : loaded->second;
    if (entry) program_.roots.push_back(entry->package);
  }
  return checkAll();
}

} // namespace minigo
