// Collecting the declarations of all files of a package (spec: Declarations and scope, Import
// declarations), and then checking each.
#include "frontend/check/checker.h"

#include "llvm/ADT/SmallPtrSet.h"

namespace minigo {

using namespace ast;

void Checker::addObject(Object* object, DeclInfo* info) {
  objects_[object] = info;
  objectList_.push_back(object);
  object->order = objectList_.size();
}

static DeclInfo* newInfo(std::vector<std::unique_ptr<DeclInfo>>& infos, Scope* fileScope,
                         GoVersion version) {
  infos.push_back(std::make_unique<DeclInfo>());
  infos.back()->fileScope = fileScope;
  infos.back()->version = version;
  return infos.back().get();
}

void Checker::collectObjects() {
  for (File* file : package_.files) {
    Scope* scope = newScope(package_.scope);
    fileScopes_.push_back(scope);
    collectFile(file, scope);
  }
  llvm::sort(package_.imports, [](Package* a, Package* b) { return a->path < b->path; });
  checkFileScopes();
  associateMethods();
}

void Checker::collectFile(File* file, Scope* scope) {
  // A //go:build line may choose a newer or older version, but none before versions per file.
  env_.version = parseGoVersion(package_.goVersion);
  if (GoVersion own = parseGoVersion(file->goVersion); own.isSet())
    env_.version = own.atLeast(go1_21) ? own : go1_21;
  const ConstDecl* source = nullptr; // of what a specification without values repeats
  int32_t constGroup = -1;
  for (Decl* d : file->decls) {
    switch (d->kind) {
    case Kind::ImportDecl: collectImport(llvm::cast<ImportDecl>(d), scope); break;
    case Kind::VarDecl: collectVar(llvm::cast<VarDecl>(d), scope); break;
    case Kind::TypeDecl: collectType(llvm::cast<TypeDecl>(d), scope); break;
    case Kind::FuncDecl: collectFunc(llvm::cast<FuncDecl>(d), scope); break;
    case Kind::ConstDecl: {
      auto* c = llvm::cast<ConstDecl>(d);
      if (c->group < 0 || c->group != constGroup) source = nullptr;
      constGroup = c->group;
      if (c->typeExpr || !c->values.empty()) source = c;
      collectConst(c, source, scope);
      break;
    }
    default: break;
    }
  }
}

void Checker::addImport(Package* imported) {
  if (!llvm::is_contained(package_.imports, imported)) package_.imports.push_back(imported);
}

void Checker::collectImport(ImportDecl* d, Scope* fileScope) {
  if (!d->path || d->path->bad) return;
  std::optional<std::string> path = unquote(d->path->text);
  if (!path) return;
  Package* imported = *path == "unsafe" ? universe().unsafePackage : importer_(*path);
  if (!imported) {
    failed_ = true;
    return;
  }
  llvm::StringRef name = d->name ? d->name->name : imported->name;
  if (name == "init") return error(d, diag::ImportInit);
  addImport(imported);
  SourcePos pos = d->name ? d->name->pos : d->path->pos;
  PkgName* object = arena().make<PkgName>(pos, &package_, name, imported);
  object->decl = d;
  if (d->name) d->name->object = object;
  imports_.push_back(object);
  if (name == ".")
    declareDotImport(d, object, fileScope);
  else
    declare(fileScope, nullptr, object);
}

void Checker::declareDotImport(ImportDecl* d, PkgName* name, Scope* fileScope) {
  for (Object* object : name->imported->scope->objects()) {
    if (!object->isExported()) continue;
    if (Object* other = fileScope->lookup(object->name))
      redeclared(d->name->pos, other->name, other);
    else
      fileScope->insert(object);
    dotImports_[{fileScope, object}] = name;
  }
}

void Checker::declarePackageObject(Ident* name, Object* object, DeclInfo* info) {
  if (name->name == "init") return error(name, diag::DeclareInit);
  if (name->name == "main" && package_.name == "main") return error(name, diag::DeclareMain);
  declare(package_.scope, name, object);
  addObject(object, info);
}

void Checker::collectConst(ConstDecl* d, const ConstDecl* source, Scope* fileScope) {
  bool inherited = source && source != d;
  ExprList values = source ? source->values : ExprList();
  for (size_t i = 0; i < d->names.size(); ++i) {
    Ident* name = d->names[i];
    DeclInfo* info = newInfo(infos_, fileScope, env_.version);
    info->typeExpr = source ? source->typeExpr : nullptr;
    info->init = i < values.size() ? values[i] : nullptr;
    info->inherited = inherited;
    info->iota = d->iota;
    declarePackageObject(name, arena().make<Const>(name->pos, &package_, name->name, nullptr),
                         info);
  }
  checkArity(d->pos, d->names, values, true, inherited);
}

void Checker::collectVar(VarDecl* d, Scope* fileScope) {
  llvm::SmallVector<Var*, 4> vars;
  for (Ident* name : d->names)
    vars.push_back(types_.newVar(VarKind::Package, name->pos, &package_, name->name, nullptr));
  llvm::ArrayRef<Var*> lhs = arena().copy<Var*>(vars);
  // One value for several variables is one initialization.
  DeclInfo* shared = nullptr;
  if (d->values.size() <= 1) {
    shared = newInfo(infos_, fileScope, env_.version);
    shared->lhs = lhs;
    shared->typeExpr = d->typeExpr;
    shared->init = d->values.empty() ? nullptr : d->values.front();
  }
  for (size_t i = 0; i < d->names.size(); ++i) {
    DeclInfo* info = shared;
    if (!info) {
      info = newInfo(infos_, fileScope, env_.version);
      info->typeExpr = d->typeExpr;
      info->init = i < d->values.size() ? d->values[i] : nullptr;
    }
    declarePackageObject(d->names[i], lhs[i], info);
  }
  if (!d->typeExpr || !d->values.empty()) checkArity(d->pos, d->names, d->values, false, false);
}

void Checker::collectType(TypeDecl* d, Scope* fileScope) {
  auto* name = arena().make<TypeName>(d->name->pos, &package_, d->name->name, nullptr);
  name->decl = d;
  name->isAlias = d->isAlias;
  DeclInfo* info = newInfo(infos_, fileScope, env_.version);
  info->typeDecl = d;
  declarePackageObject(d->name, name, info);
}

void Checker::checkMainOrInit(FuncDecl* d) {
  llvm::StringRef name = d->name->name;
  if (!d->typeParams.empty()) error(d->typeParams.front(), diag::MainTypeParams, name);
  if (!d->signature->params.empty() || !d->signature->results.empty())
    error(d->name, diag::MainSignature, name);
}

void Checker::collectFunc(FuncDecl* d, Scope* fileScope) {
  llvm::StringRef name = d->name->name;
  auto* f = arena().make<Func>(d->name->pos, &package_, name, nullptr);
  f->decl = d;
  package_.functions.push_back(d);
  // Part of every program of Go, imported or not.
  if (!d->body && d->linkname.starts_with("runtime."))
    if (Package* runtime = importer_("runtime")) addImport(runtime);
  if (d->receiver) {
    d->name->object = f;
  } else {
    bool special = name == "init" || (name == "main" && package_.name == "main");
    if (special) checkMainOrInit(d);
    if (name == "init") {
      f->parent = package_.scope;
      d->name->object = f;
      if (!d->body) error(f, diag::InitWithoutBody);
    } else {
      declare(package_.scope, d->name, f);
    }
    if (!d->typeParams.empty() && !special)
      requireVersion(d->typeParams.front(), go1_18, "type parameter");
  }
  DeclInfo* info = newInfo(infos_, fileScope, env_.version);
  info->funcDecl = d;
  addObject(f, info);
}

void Checker::checkArity(SourcePos pos, llvm::ArrayRef<Ident*> names, ExprList values, bool isConst,
                         bool inherited) {
  if (names.size() < values.size()) {
    Expr* extra = values[names.size()];
    if (inherited)
      error(pos, diag::ExtraInitInherited, show(extra->pos));
    else
      error(extra, diag::ExtraInit, extra);
  } else if (names.size() > values.size() && (isConst || values.size() != 1)) {
    error(names[values.size()], diag::MissingInit, names[values.size()]->name);
  }
}

static std::string packageString(const Package* p) {
  return "package " + p->name.str() + " (" + quote(p->path) + ")";
}

// A name at file level must not be declared at package level too.
void Checker::checkFileScopes() {
  for (Scope* scope : fileScopes_)
    for (Object* object : scope->objects()) {
      Object* other = package_.scope->lookup(object->name);
      if (!other) continue;
      if (auto* import = llvm::dyn_cast<PkgName>(object))
        error(other, diag::DeclaredThroughImport, other->name, packageString(import->imported),
              otherDeclaration(import));
      else
        error(other, diag::DeclaredThroughDotImport, other->name, packageString(object->package),
              otherDeclaration(object));
    }
}

// The package-level type that a receiver's type names, through aliases; null if there is none.
// Nothing is checked yet, so this goes by syntax alone.
TypeName* Checker::receiverBase(Expr* e, bool& pointer) {
  llvm::SmallPtrSet<TypeName*, 4> seen;
  bool first = true;
  for (;;) {
    e = unparen(e);
    auto* star = llvm::dyn_cast<UnaryExpr>(e);
    if (star && star->op == Op::Mul) {
      if (pointer) return nullptr;
      pointer = true;
      e = unparen(star->x);
    }
    if (auto* index = llvm::dyn_cast<IndexExpr>(e); index && first) e = index->x;
    first = false;
    auto* ident = llvm::dyn_cast<Ident>(e);
    if (!ident) return nullptr;
    auto* name = llvm::dyn_cast_or_null<TypeName>(package_.scope->lookup(ident->name));
    if (!name || !seen.insert(name).second) return nullptr;
    if (!name->isAlias) return name;
    if (!name->decl->typeParams.empty()) return nullptr;
    e = name->decl->typeExpr;
  }
}

void Checker::associateMethods() {
  for (const FuncDecl* d : package_.functions) {
    if (!d->receiver || d->name->isBlank()) continue;
    auto* f = llvm::cast<Func>(d->name->object);
    bool pointer = false;
    if (TypeName* base = receiverBase(d->receiver->typeExpr, pointer)) {
      f->pointerReceiver = pointer;
      methods_[base].push_back(f);
    }
  }
}

// Types first, so that methods are known when other declarations select them; of these aliases
// last, because they have no type of their own that a cycle could go through.
void Checker::packageObjects() {
  auto isAlias = [&](Object* o) { return llvm::cast<TypeName>(o)->isAlias; };
  for (Object* o : objectList_)
    if (llvm::isa<TypeName>(o) && o->type) collectMethods(llvm::cast<TypeName>(o));
  for (Object* o : objectList_)
    if (llvm::isa<TypeName>(o) && !isAlias(o)) objDecl(o);
  for (Object* o : objectList_)
    if (llvm::isa<TypeName>(o) && isAlias(o)) objDecl(o);
  for (Object* o : objectList_)
    if (!llvm::isa<TypeName>(o)) objDecl(o);
  methods_.clear();
}

} // namespace minigo
