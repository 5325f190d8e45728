#include "codegen/names/mangle.h"
#include "frontend/ast/walk.h"
#include "frontend/program.h"

#include "llvm/ADT/StringExtras.h"

#include <algorithm>
#include <cassert>

namespace minigo {

using llvm::ArrayRef;
using llvm::StringRef;

namespace {

// The ends of the host names that module paths begin with.
bool isTopLevelDomain(StringRef text) {
  static const llvm::StringSet<> domains = {"ai", "ch", "co", "com", "cz", "de",  "dev", "edu",
                                            "eu", "fr", "in", "io",  "jp", "net", "nl",  "org",
                                            "pl", "ru", "se", "sh",  "uk", "xyz"};
  return domains.contains(text);
}

// Whether the path begins with a host name whose dots can be read back: it ends where the first `_`
// stands with a top-level domain behind it.
bool beginsWithHost(StringRef path) {
  llvm::SmallVector<StringRef, 4> labels;
  path.split('/').first.split(labels, '.');
  auto first = llvm::find_if(llvm::drop_begin(labels), isTopLevelDomain);
  return labels.size() > 1 && first == labels.end() - 1;
}

} // namespace

std::string mangleImportPath(StringRef path) {
  std::string text;
  const bool hasHost = beginsWithHost(path);
  const size_t host = hasHost ? path.find('/') : 0;
  for (size_t i = 0; i < path.size(); ++i) {
    char c = path[i];
    bool plain = llvm::isAlpha(c) || (llvm::isDigit(c) && i > 0);
    bool seemsHost = !hasHost && isTopLevelDomain(path.substr(i + 1).split('/').first);
    if (plain)
      text += c;
    else if ((c == '/' && !seemsHost) || (c == '.' && i < host))
      text += '_';
    else
      text += "_x" + llvm::toHex(StringRef(&c, 1), true) + "_";
  }
  if (isReserved(text)) text += '_';
  return text;
}

NameMaker& PackageNames::maker() const { return all_.maker; }

PackageNames::PackageNames(ProgramNames& all, const Package& package)
    : all_(all), package_(package), space_(all.maker.packageNamespace(package.path)) {
  for (const Package* import : package.imports)
    namespaces_.insert(mangleImportPath(import->path));
  llvm::SmallVector<const Object*, 32> objects(package.scope->objects().begin(),
                                               package.scope->objects().end());
  std::stable_sort(objects.begin(), objects.end(), [](const Object* a, const Object* b) {
    return a->order != b->order ? a->order < b->order : a->pos < b->pos;
  });
  for (const Object* object : objects)
    names_[object] = unique(maker().identifier(object->name).text());
  addMethods();
  addLocalTypes();
  for (const Object* object : objects)
    if (const auto* type = llvm::dyn_cast<TypeName>(object)) addTypeParts(type);
  for (const TypeName* type : localTypes_)
    addTypeParts(type);
  addStructs();
  packageInit_ = unique("initPackage_");
}

// The type that a method belongs to, without pointer.
static const Named* receiverType(const Func* method) {
  const Type* type = unalias(method->signature()->receiver->type);
  if (const auto* pointer = llvm::dyn_cast<Pointer>(type)) type = unalias(pointer->elem);
  return llvm::cast<Named>(type);
}

void PackageNames::addMethods() {
  for (const ast::FuncDecl* decl : package_.functions) {
    const Func* func = llvm::cast_or_null<Func>(decl->name->object);
    if (!func) continue;
    if (decl->receiver) {
      const Named* type = receiverType(func);
      names_[func] = unique((of(type->object).text() + "_" + func->name).str());
    } else if (func->name == "init") {
      inits_.push_back(unique("init"));
      names_[func] = inits_.back();
    } else if (func->name == "_") {
      names_[func] = unique("blank_");
    }
  }
}

void PackageNames::addLocalTypes() {
  std::string prefix;
  auto visit = [&](ast::Node* node) {
    auto* decl = llvm::dyn_cast<ast::TypeDecl>(node);
    const auto* type = decl ? llvm::dyn_cast_or_null<TypeName>(decl->name->object) : nullptr;
    if (type && type->name != "_") {
      names_[type] = unique(prefix + type->name.str());
      localTypes_.push_back(type);
    }
    return true;
  };
  for (const ast::FuncDecl* decl : package_.functions) {
    prefix = decl->name->name.str() + "_";
    if (decl->body) ast::walk(decl->body, visit);
  }
  for (const Initializer& init : package_.initOrder) {
    prefix = init.lhs.empty() ? "" : init.lhs[0]->name.str() + "_";
    ast::walk(const_cast<ast::Expr*>(init.rhs), visit);
  }
}

void PackageNames::addTypeParts(const TypeName* type) {
  if (type->isAlias) return;
  std::string name = of(type).text().str();
  TypeParts parts{unique(name + "_methods"), unique("type_" + name), unique("type_ptr_" + name)};
  types_[type] = parts;
}

Name PackageNames::unique(StringRef base) {
  std::string text = base.str();
  for (unsigned n = 2; !taken_.insert(text).second; ++n)
    text = (base.rtrim('_') + llvm::Twine(n) + "_").str();
  return maker().made(text);
}

Name PackageNames::of(const Object* object) const {
  auto found = names_.find(object);
  assert(found != names_.end() && "name of an object of another package");
  return found->second;
}

Name PackageNames::method(const Func* method) const {
  return of(method->origin ? method->origin : method);
}

Name PackageNames::instance(const Object* generic, ArrayRef<const Type*> typeArgs) {
  std::string text = of(generic).text().str() + "_of";
  for (const Type* arg : typeArgs)
    text += "_" + typeWord(arg, &package_, all_);
  while (taken_.contains(text))
    text += '_';
  return maker().made(text);
}

Name PackageNames::fresh(StringRef hint) { return unique(hint); }

PackageNames& ProgramNames::of(const Package* package) {
  std::unique_ptr<PackageNames>& names = packages_[package];
  if (!names) {
    auto made = std::make_unique<PackageNames>(*this, *package);
    return *(packages_[package] = std::move(made));
  }
  return *names;
}

} // namespace minigo
