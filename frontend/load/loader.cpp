#include "frontend/load/loader.h"

#include "frontend/check/check.h"
#include "frontend/check/labels.h"
#include "frontend/load/import_path.h"
#include "frontend/parse/parse.h"
#include "frontend/types/universe.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <algorithm>

namespace minigo {

namespace {

// gc's name for a package that is given as a list of files.
constexpr llvm::StringLiteral kCommandLine("command-line-arguments");

bool hasSyntaxError(const Diagnostics& diags) {
  return llvm::any_of(diags.all(), [](const Diagnostic& d) {
    return llvm::StringRef(d.message).starts_with("syntax error");
  });
}

} // namespace

// Relative to the directory of the build where that is shorter, as the go command shows names:
// "./main.go", "sub/main.go".
std::string Loader::shownName(llvm::StringRef path) const {
  namespace fs = llvm::sys::fs;
  namespace ps = llvm::sys::path;
  llvm::SmallString<256> absolute(path), directory(options_.directory);
  fs::make_absolute(absolute);
  fs::make_absolute(directory);
  ps::remove_dots(absolute, true);
  ps::remove_dots(directory, true);
  auto a = ps::begin(absolute), aEnd = ps::end(absolute);
  auto d = ps::begin(directory), dEnd = ps::end(directory);
  while (a != aEnd && d != dEnd && *a == *d) {
    ++a;
    ++d;
  }
  llvm::SmallString<256> relative;
  for (; d != dEnd; ++d)
    ps::append(relative, "..");
  for (; a != aEnd; ++a)
    ps::append(relative, *a);
  if (relative.size() >= absolute.size()) return std::string(absolute);
  return (ps::has_parent_path(relative) ? "" : "./") + std::string(relative);
}

bool Loader::addFile(Package& package, llvm::StringRef path, const std::string& shown) {
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
  SourceFile& source = program_.sources.add(shown, path, std::move(*buffer));
  package.files.push_back(parseFile(source, program_.arena, parseErrors_));
  return true;
}

bool Loader::checkPackageClauses(const Package& package, llvm::ArrayRef<std::string> files) {
  auto nameOf = [](const ast::File* file) {
    return file->packageName ? file->packageName->name : llvm::StringRef();
  };
  llvm::StringRef first = nameOf(package.files.front());
  for (auto [file, path] : llvm::zip(package.files, files)) {
    llvm::StringRef name = nameOf(file);
    if (name == first || name.empty() || first.empty()) continue;
    llvm::SmallString<256> directory(llvm::sys::path::parent_path(path));
    llvm::sys::fs::make_absolute(directory);
    llvm::sys::path::remove_dots(directory, true);
    diags_.report(SourcePos(), diag::PackageMismatch, first,
                  llvm::sys::path::filename(files.front()), name, llvm::sys::path::filename(path),
                  directory.str());
    return false;
  }
  return true;
}

// Each import path once, at its first import, sorted as the go command goes through them.
std::vector<Loader::ImportSite> Loader::importsOf(const Package& package) {
  std::vector<ImportSite> sites;
  for (const ast::File* file : package.files)
    for (const ast::Decl* decl : file->decls) {
      const auto* import = llvm::dyn_cast<ast::ImportDecl>(decl);
      if (!import || !import->path || import->path->bad) continue;
      std::optional<std::string> path = unquote(import->path->text);
      if (path && llvm::none_of(sites, [&](const ImportSite& s) { return s.path == *path; }))
        sites.push_back({*path, import->path->pos});
    }
  llvm::sort(sites, [](const ImportSite& a, const ImportSite& b) { return a.path < b.path; });
  return sites;
}

void Loader::loadImports(Package& package) {
  chain_.push_back(package.path.str());
  for (const ImportSite& site : importsOf(package))
    loadImport(package, site);
  chain_.pop_back();
}

void Loader::loadImport(const Package& importer, const ImportSite& site) {
  if (site.path == "unsafe") return;
  if (site.path == "C") {
    diags_.report(site.pos, diag::ImportNotSupportedYet, "import \"C\" (cgo)");
    return;
  }
  if (std::string problem = importPathProblem(site.path); !problem.empty()) {
    diags_.report(site.pos, diag::InvalidImportPath, problem);
    return;
  }
  if (isInternalPath(site.path) && !importer.builtin) {
    std::string position = diags_.positionString(site.pos);
    llvm::StringRef shown = position;
    shown.consume_front("./");
    diags_.report(SourcePos(), diag::UseOfInternal, importer.path, shown, site.path);
    return;
  }
  auto [it, isNew] = packages_.try_emplace(site.path, nullptr);
  if (!isNew) {
    if (llvm::is_contained(chain_, site.path)) reportCycle(site.path);
    return;
  }
  std::vector<std::string> files = builtinFiles(site.path);
  if (files.empty()) {
    reportMissing(site);
    return;
  }
  std::unique_ptr<Package> package = loadBuiltin(site, files);
  if (!package) return;
  packages_[site.path] = package.get();
  program_.packages.push_back(std::move(package));
}

std::unique_ptr<Package> Loader::loadBuiltin(const ImportSite& site,
                                             llvm::ArrayRef<std::string> files) {
  auto package = std::make_unique<Package>();
  package->path = program_.arena.intern(site.path);
  package->builtin = true;
  package->goVersion = kNewestGoVersion;
  for (const std::string& file : files)
    if (!addFile(*package, file, file)) return nullptr;
  if (!checkPackageClauses(*package, files)) return nullptr;
  const ast::Ident* name = package->files.front()->packageName;
  if (name && name->name == "main") {
    diags_.report(site.pos, diag::ImportOfProgram, site.path);
    return nullptr;
  }
  loadImports(*package);
  return package;
}

// The Go files of a package that ships with minigo, sorted; none if there is no such package.
std::vector<std::string> Loader::builtinFiles(llvm::StringRef path) const {
  namespace fs = llvm::sys::fs;
  std::vector<std::string> files;
  if (options_.builtinDir.empty()) return files;
  llvm::SmallString<256> directory(options_.builtinDir);
  llvm::sys::path::append(directory, path);
  std::error_code error;
  for (fs::directory_iterator it(directory, error), end; it != end && !error; it.increment(error)) {
    llvm::StringRef name = llvm::sys::path::filename(it->path());
    bool skipped = name.starts_with(".") || name.starts_with("_") || name.ends_with("_test.go");
    if (name.ends_with(".go") && !skipped) files.push_back(it->path());
  }
  llvm::sort(files);
  return files;
}

void Loader::reportCycle(llvm::StringRef path) {
  std::string text = "package " + chain_.front();
  for (const std::string& element : llvm::drop_begin(chain_))
    text += "\n\timports " + element;
  text += ("\n\timports " + path).str();
  diags_.report(SourcePos(), diag::ImportCycle, text);
}

void Loader::reportMissing(const ImportSite& site) {
  if (isStandardPackage(site.path))
    diags_.report(site.pos, diag::ImportNotSupportedYet, "package " + site.path);
  else if (isModulePath(site.path))
    diags_.report(site.pos, diag::NoRequiredModule, site.path);
  else
    diags_.report(site.pos, diag::PackageNotInStd, site.path);
}

bool Loader::checkAll() {
  auto import = [this](llvm::StringRef path) -> Package* { return packages_.lookup(path); };
  for (const std::unique_ptr<Package>& package : program_.packages)
    if (!checkPackage(program_, *package, import, diags_)) return false;
  const Package& root = *program_.root();
  if (root.name == "main" && !llvm::isa_and_nonnull<Func>(root.scope->lookup("main")))
    diags_.report(SourcePos(), diag::NoMainFunction);
  return diags_.empty();
}

bool Loader::load(llvm::ArrayRef<std::string> files) {
  auto root = std::make_unique<Package>();
  root->path = kCommandLine;
  root->goVersion = options_.goVersion;
  for (const std::string& file : files)
    if (!addFile(*root, file, shownName(file))) return false;
  if (root->files.empty() || !checkPackageClauses(*root, files)) return false;
  loadImports(*root);
  if (!diags_.empty()) return false;
  const ast::Ident* name = root->files.front()->packageName;
  if (name && name->name == "main") root->path = "main";
  program_.packages.push_back(std::move(root));
  for (const Diagnostic& d : parseErrors_.all())
    diags_.add(d.pos, d.kind, d.message);
  if (hasSyntaxError(diags_)) {
    // gc reports misplaced branches while it parses.
    llvm::DenseSet<const ast::Stmt*> ignored;
    checkBranches(program_.root()->files, diags_, ignored);
    return false;
  }
  return checkAll();
}

} // namespace minigo
