// A package: its types, variables, functions and initialization, in the order in which one reads
// them.
#include "codegen/lower/package.h"
#include "codegen/codegen.h"
#include "codegen/lower/func.h"
#include "codegen/lower/literal_names.h"
#include "codegen/lower/shard_units.h"
#include "codegen/lower/shards.h"
#include "codegen/lower/start.h"
#include "frontend/ast/walk.h"
#include "frontend/types/type_set.h"

#include "llvm/Support/Path.h"

#include <algorithm>
#include <set>

namespace minigo {

using llvm::ArrayRef;
using llvm::SmallVector;
using llvm::StringRef;

std::string packageFileStem(const Package& package) { return mangleImportPath(package.path); }

// --- Sinks of Lowerer

void Lowerer::define(cxx::Decl* decl, const Func* of) {
  if (of) defined_.insert(of);
  body_.push_back({spaceOf(home_), decl});
}

void Lowerer::declareEarly(cxx::Decl* decl) { early_.push_back({spaceOf(home_), decl}); }

std::string Lowerer::qualifiedText(Name name) {
  std::string text;
  for (Name part : spaceOf(home_))
    text += part.text().str() + "::";
  return text + name.text().str();
}

cxx::Decl* Lowerer::traceDecl(Name name, StringRef goName) {
  return b.macro("MG_FUNC_NAME", {b.plainString(qualifiedText(name)), b.plainString(goName)});
}

void Lowerer::traceName(Name name, StringRef goName) { addTrace(traceDecl(name, goName), name); }

void Lowerer::addTrace(cxx::Decl* trace, Name name) {
  traces_.push_back({spaceOf(&package), trace});
  traced_[trace] = ShardUnits::keyOf(spaceOf(home_), name.text());
}

// --- The package

namespace {

// "main.Point.Abs", "main.(*Point).Scale", "main.init.0", "main.Map[...]".
std::string goFunctionName(const Package& package, const ast::FuncDecl* decl, int initIndex) {
  std::string text = package.path.str() + ".";
  const auto* func = llvm::cast<Func>(decl->name->object);
  if (decl->receiver) {
    const Type* type = unalias(func->signature()->receiver->type);
    const auto* pointer = llvm::dyn_cast<Pointer>(type);
    const auto* named = llvm::cast<Named>(pointer ? unalias(pointer->elem) : type);
    std::string name = named->object->name.str();
    if (!func->signature()->receiverTypeParams.empty()) name += "[...]";
    text += pointer ? "(*" + name + ")." : name + ".";
  }
  text += func->name;
  if (initIndex >= 0) text += "." + std::to_string(initIndex);
  if (!func->signature()->typeParams.empty()) text += "[...]";
  return text;
}

bool isGeneric(const Func* func) {
  return !func->signature()->typeParams.empty() || !func->signature()->receiverTypeParams.empty();
}

// Whether a small function calls functions that it is given: where those are known, the C++
// compiler sees through all of it, but only if it puts the function in place before it looks for
// what else to inline.
bool wantsInlining(const ast::FuncDecl* decl, const Analysis& analysis) {
  constexpr int kMostNodes = 80;
  const FunctionShape& shape = analysis.defers.of(decl);
  if (shape.recovers || !shape.defers.empty() || analysis.escapes.isRecursive(decl)) return false;
  if (decl->isNoinline) return false;
  const Signature* s = llvm::cast<Func>(decl->name->object)->signature();
  if (llvm::none_of(s->params->vars, [](const Var* v) { return asUnder<Signature>(v->type); }))
    return false;
  int nodes = 0;
  ast::walk(decl->body, [&](ast::Node*) { return ++nodes <= kMostNodes; });
  return nodes <= kMostNodes;
}

// Whether calls of a function from other files of its package should see its body.
bool isSmall(const ast::FuncDecl* decl) {
  constexpr int kMostNodes = 30;
  int nodes = 0;
  ast::walk(decl->body, [&](ast::Node* node) {
    if (llvm::isa<ast::FuncLit, ast::DeferStmt, ast::GoStmt, ast::SelectStmt>(node))
      nodes = kMostNodes;
    return ++nodes <= kMostNodes;
  });
  return nodes <= kMostNodes && !decl->isNoinline;
}

// Whether the initial values of a package's variables are more code than is worth optimizing.
bool hasLargeTables(const Package& package) {
  constexpr int kMostNodes = 256;
  int nodes = 0;
  for (const Initializer& initializer : package.initOrder)
    ast::walk(const_cast<ast::Expr*>(initializer.rhs),
              [&](ast::Node*) { return ++nodes <= kMostNodes; });
  return nodes > kMostNodes;
}

bool isInit(const ast::FuncDecl* decl) { return !decl->receiver && decl->name->name == "init"; }

} // namespace

class PackageLowerer {
public:
  PackageLowerer(const Program& program, const Package& package, const CodegenOptions& options,
                 Arena& arena)
      : package_(package), l(program, package, options, arena), b(l.b),
        isMain_(package.name == "main"),
        shards_(program, package, l.own, package.builtin ? 0 : options.shardSize),
        hasHeader_(!isMain_ || shards_.isSplit()) {}

  LoweredPackage run();

private:
  void declareTypes();
  std::string headComment();
  cxx::Unit header();
  void variables();
  void functions();
  void function(const ast::FuncDecl* decl, Name name, bool isInstance);
  // Whether tracebacks tell function literals of a package apart: not those in minigo's own
  // packages, for every program would carry their names.
  bool namesLiterals(const Package& package) const {
    return l.options.lineDirectives && !package.builtin;
  }
  void instances();
  void initialization();
  cxx::Unit tablesUnit();
  cxx::Unit source();
  std::vector<cxx::Unit> shards();
  void addFunctions(ShardUnits& units);
  void addTables(ShardUnits& units);
  const Analysis& analysisOf(const Package* package);
  Name nameOf(const ast::FuncDecl* decl);
  void addIncludes(cxx::Unit& unit);
  using Placed = std::pair<ArrayRef<Name>, cxx::Decl*>;
  void addAll(cxx::Unit& unit, const std::vector<Placed>& decls, StringRef comment = {});
  void addBySpace(cxx::Unit& unit, const std::vector<Placed>& decls, bool ownFirst,
                  StringRef comment = {});

  const Package& package_;
  Lowerer l;
  cxx::Builder& b;
  bool isMain_;
  Shards shards_;
  bool hasHeader_;
  std::map<const Package*, std::unique_ptr<Analysis>> analyses_;
  std::vector<Placed> variables_;
  std::vector<std::string> headerKeys_; // of what the header declares; see ShardUnits
  std::vector<std::pair<const Func*, cxx::Function*>> functions_;
  std::vector<const TypeName*> typeNames_; // package-level types with values
  llvm::DenseMap<const ast::FuncDecl*, int> initIndex_;
  std::optional<ProgramStart> start_; // of a main package
  std::optional<cxx::Unit> tables_;   // with separateTables
};

const Analysis& PackageLowerer::analysisOf(const Package* package) {
  std::unique_ptr<Analysis>& analysis = analyses_[package];
  if (!analysis) analysis = std::make_unique<Analysis>(*package);
  return *analysis;
}

Name PackageLowerer::nameOf(const ast::FuncDecl* decl) {
  return l.own.of(llvm::cast<Func>(decl->name->object));
}

// Every package-level type is emitted, used or not: the C++ shows what the Go declares.
void PackageLowerer::declareTypes() {
  SmallVector<const TypeName*, 16> typeNames;
  for (const Object* object : package_.scope->objects())
    if (const auto* typeName = llvm::dyn_cast<TypeName>(object)) typeNames.push_back(typeName);
  llvm::stable_sort(typeNames,
                    [](const TypeName* x, const TypeName* y) { return x->pos < y->pos; });
  for (const TypeName* typeName : typeNames) {
    const auto* named = llvm::dyn_cast_or_null<Named>(typeName->type);
    if (typeName->isAlias || !named || !named->typeParams.empty()) continue;
    const auto* iface = llvm::dyn_cast<Interface>(underlying(named));
    if (iface && !typeSetOf(iface).terms.empty()) continue; // constraints have no values
    l.type(named);
    typeNames_.push_back(typeName);
    if (isMain_) continue;
    // Other packages use the descriptors of a library's types.
    l.typeDescriptor(named);
    l.typeDescriptor(l.types.pointerTo(named));
  }
}

// comment: above the first.
void PackageLowerer::addAll(cxx::Unit& unit, const std::vector<Placed>& decls, StringRef comment) {
  if (!comment.empty() && !decls.empty()) decls.front().second->comment = comment;
  for (const auto& [space, decl] : decls)
    unit.add(space, decl);
}

// The same where the order among namespaces does not matter: one section for each.
void PackageLowerer::addBySpace(cxx::Unit& unit, const std::vector<Placed>& decls, bool ownFirst,
                                StringRef comment) {
  std::vector<Placed> sorted = decls;
  llvm::stable_sort(sorted, [&](const Placed& x, const Placed& y) {
    StringRef own = l.own.space().text(), a = x.first.back().text(), b = y.first.back().text();
    if ((a == own) != (b == own)) return (a == own) == ownFirst;
    return a < b;
  });
  addAll(unit, sorted, comment);
}

void PackageLowerer::addIncludes(cxx::Unit& unit) {
  unit.includes.push_back("minigo/minigo.h");
  for (const std::string& stem : l.usedPackages_)
    unit.includes.push_back("go/" + stem + ".h");
}

// What the runtime has of a package's functions for the C++ compiler to inline.
static std::string inlineFunctions(const Package& package) {
  static constexpr llvm::StringLiteral kPackages[] = {"sync", "sync/atomic"};
  if (!llvm::is_contained(kPackages, package.path)) return "";
  return "minigo/inline/" + packageFileStem(package) + ".h";
}

// With what the first of its files that says something about the package says.
std::string PackageLowerer::headComment() {
  std::string head = "Package " + package_.path.str() + ", made by minigo.";
  for (const ast::File* file : package_.files)
    if (StringRef doc = l.docComment(file->pos); !doc.empty()) return head + "\n\n" + doc.str();
  return head;
}

cxx::Unit PackageLowerer::header() {
  cxx::Unit unit;
  unit.fileName = "go/" + packageFileStem(package_) + ".h";
  unit.comment = headComment();
  unit.isHeader = true;
  std::vector<Placed> rest;
  ArrayRef<Name> space = l.spaceOf(&package_);
  for (const ast::FuncDecl* decl : package_.functions) {
    const auto* func = llvm::cast<Func>(decl->name->object);
    if (isGeneric(func) || isInit(decl) || decl->name->name == "_") continue;
    cxx::Function* prototype = lowerPrototype(l, decl, nameOf(decl));
    cxx::Declaration* declaration = b.declaration(prototype);
    declaration->comment = l.docComment(ast::startPos(decl));
    rest.push_back({space, declaration});
    l.defined_.insert(func); // needs no other prototype
  }
  if (hasInit(package_))
    rest.push_back(
        {space, b.declaration(b.function(b.voidType(), l.own.packageInit(), {}, nullptr))});
  for (const auto& [varSpace, decl] : variables_)
    rest.push_back({varSpace, b.declaration(decl)});
  for (const TypeName* typeName : typeNames_) {
    for (Name name : {l.own.descriptor(typeName), l.own.pointerDescriptor(typeName)}) {
      rest.push_back({space, b.declaration(b.variable(b.rt("Type"), name, nullptr, cxx::kConst))});
      l.declaredInHeader_.insert(name.text());
    }
  }
  addIncludes(unit);
  l.definitions_.emit(unit, b);
  addAll(unit, rest);
  unit.lastInclude = inlineFunctions(package_);
  for (const auto& [restSpace, decl] : rest)
    headerKeys_.push_back(ShardUnits::keyOf(restSpace, ShardUnits::nameOf(decl).text()));
  return unit;
}

// Definitions of the package's variables; those whose value is a constant are initialized here.
void PackageLowerer::variables() {
  llvm::DenseMap<const Var*, cxx::Expr*> constants;
  llvm::DenseSet<const Var*> initialized;
  for (const Initializer& init : package_.initOrder) {
    initialized.insert(init.lhs.begin(), init.lhs.end());
    if (init.lhs.size() != 1) continue;
    if (cxx::Expr* value = lowerStaticInitializer(l, init)) constants[init.lhs[0]] = value;
  }
  SmallVector<const Var*, 16> vars;
  for (const Object* object : package_.scope->objects())
    if (const auto* var = llvm::dyn_cast<Var>(object)) vars.push_back(var);
  llvm::stable_sort(vars, [](const Var* x, const Var* y) { return x->pos < y->pos; });
  for (const Var* var : vars) {
    if (l.joined(var) != var) continue;
    cxx::Expr* init = initialized.contains(var) ? constants.lookup(var) : linkedString(l, var);
    cxx::Expr* zero = l.zero(var->type);
    if (!init) init = llvm::isa<cxx::ConstructExpr>(zero) ? b.initList() : zero;
    cxx::Variable* variable = b.variable(l.type(var->type), l.own.of(var), init);
    variable->comment = l.docComment(var->pos);
    variables_.push_back({l.spaceOf(&package_), variable});
  }
}

void PackageLowerer::function(const ast::FuncDecl* decl, Name name, bool isInstance) {
  const auto* func = llvm::cast<Func>(decl->name->object);
  if (!isInstance) l.defined_.insert(func); // may call itself without a prototype
  const int index = initIndex_.count(decl) ? initIndex_.lookup(decl) : -1;
  const std::string goName = goFunctionName(*func->package, decl, index);
  std::optional<LiteralNames> literals;
  if (namesLiterals(*func->package)) literals.emplace(l, name, goName).add(decl->body);
  cxx::Function* lowered = lowerFunction(l, analysisOf(func->package), decl, name);
  if (isInstance || !hasHeader_) {
    const bool inPlace = wantsInlining(decl, analysisOf(func->package));
    if (inPlace) lowered->specifiers |= cxx::kAlwaysInline;
    if (isInstance || inPlace) lowered->specifiers |= cxx::kInline;
  }
  if (lowered->comment.empty() && l.options.locationComments) {
    const SourceFile& file = l.program.sources.fileAt(decl->pos);
    uint32_t begin = file.begin().offset;
    StringRef text =
        file.text().slice(ast::startPos(decl).offset - begin, decl->body->pos.offset - begin);
    lowered->comment = l.declComment(ast::startPos(decl), l.locationComment(decl->name->pos, text));
  }
  if (!lowered->pos.isValid()) lowered->pos = decl->name->pos;
  if (goName != func->package->path.str() + "." + name.text().str()) l.traceName(name, goName);
  l.define(lowered, isInstance ? nullptr : func);
  if (!isInstance) functions_.push_back({func, lowered});
}

void PackageLowerer::functions() {
  int inits = 0;
  for (const ast::FuncDecl* decl : package_.functions)
    if (isInit(decl)) initIndex_[decl] = inits++;
  for (const ast::FuncDecl* decl : package_.functions) {
    if (isGeneric(llvm::cast<Func>(decl->name->object))) continue;
    if (decl->body)
      function(decl, nameOf(decl), false);
    else if (cxx::Function* joined = l.linkedFunction(decl, nameOf(decl)))
      l.define(joined);
    else if (!hasHeader_) // declared here, as there is no header; the linker finds what is missing
      l.declareEarly(b.declaration(lowerPrototype(l, decl, nameOf(decl))));
  }
}

// Instances and descriptors ask for each other until nothing new comes.
void PackageLowerer::instances() {
  while (!l.wantedInstances_.empty() || !l.wantedDescriptors_.empty()) {
    if (!l.wantedDescriptors_.empty()) {
      auto [type, place] = l.wantedDescriptors_.front();
      l.wantedDescriptors_.pop_front();
      l.defineDescriptor(type, place);
      continue;
    }
    Lowerer::Instance instance = l.wantedInstances_.front();
    l.wantedInstances_.pop_front();
    const ast::FuncDecl* decl = instance.generic->decl;
    const Signature* s = instance.generic->signature();
    l.home_ = instance.generic->package;
    l.substitution_ = SubstMap(
        s->receiverTypeParams.empty() ? s->typeParams : s->receiverTypeParams, instance.typeArgs);
    // Instances are used above: by functions of this package and by each other.
    l.declareEarly(b.declaration(lowerPrototype(l, decl, instance.name)));
    function(decl, instance.name, true);
    l.substitution_ = SubstMap();
    l.home_ = &package_;
  }
}

void PackageLowerer::initialization() {
  const Name name = l.own.packageInit();
  const StringRef goName = b.arena().intern(package_.path.str() + ".init");
  std::optional<LiteralNames> literals;
  if (namesLiterals(package_)) {
    literals.emplace(l, name, goName);
    for (const Initializer& initializer : package_.initOrder)
      literals->add(initializer.rhs);
  }
  std::vector<cxx::Stmt*> stmts = lowerEmbeddings(l, package_);
  for (const LinkedVariable& linked : linkedVariables(package_))
    stmts.push_back(b.exprStmt(b.assign(b.name(l.own.of(linked.var)), b.rtCall(linked.value, {}))));
  llvm::append_range(stmts, lowerInitializers(l, analysisOf(&package_), package_.initOrder));
  for (size_t i = 0; i < initIndex_.size(); ++i)
    stmts.push_back(b.exprStmt(b.call(l.own.initFunction(unsigned(i)))));
  bool needed = isMain_ ? !stmts.empty() : hasInit(package_);
  auto define = [&](Name name, StringRef goName, StringRef comment) {
    cxx::Function* init = b.function(b.voidType(), name, {}, b.block(stmts));
    init->comment = comment;
    if (name == l.own.packageInit() && hasLargeTables(package_)) init->specifiers |= cxx::kRunOnce;
    l.traceName(name, goName);
    l.define(init);
  };
  if (needed)
    define(name, goName, "Initializes the package's variables and calls its init functions.");
  if (!isMain_ || !l.options.isProgram) return;
  start_.emplace(l, needed ? name : Name());
  if (!l.options.separateStart)
    l.usedPackages_.insert(start_->packages().begin(), start_->packages().end());
}

// What is declared has a home; instances have not.
void PackageLowerer::addFunctions(ShardUnits& units) {
  llvm::DenseMap<const cxx::Decl*, const Func*> declared;
  for (const auto& [func, function] : functions_)
    declared[function] = func;
  for (const auto& [space, decl] : l.body_) {
    auto* function = llvm::cast<cxx::Function>(decl);
    const Func* func = declared.lookup(function);
    if (!func && function->specifiers & cxx::kInline) {
      units.addCopy(space, function);
      continue;
    }
    const unsigned home = shards_.of(function->pos);
    const bool isCopied =
        func && (isSmall(func->decl) || wantsInlining(func->decl, analysisOf(func->package)));
    if (isCopied) {
      function->specifiers |= cxx::kInline;
      units.addCopy(space, function);
      function = b.function(function->result, function->name, function->params, function->body,
                            function->specifiers | cxx::kUsed);
      function->pos = decl->pos;
      function->end = llvm::cast<cxx::Function>(decl)->end;
      function->owner = llvm::cast<cxx::Function>(decl)->owner;
      function->comment = decl->comment;
    }
    units.addHome(space, function, home, /*isTable=*/false);
  }
}

void PackageLowerer::addTables(ShardUnits& units) {
  for (const auto& [space, decl] : l.tables_) {
    if (const auto place = l.places_.find(decl); place != l.places_.end()) {
      units.addHome(space, decl, shards_.of(place->second), /*isTable=*/true);
      continue;
    }
    // Wrappers and method tables of this package, which every shard may hold.
    auto* function = llvm::dyn_cast<cxx::Function>(decl);
    auto* variable = llvm::dyn_cast<cxx::Variable>(decl);
    if (function) function->specifiers = (function->specifiers & ~cxx::kStatic) | cxx::kInline;
    if (variable && !(variable->specifiers & cxx::kStatic)) variable->specifiers |= cxx::kInline;
    units.addCopy(space, decl);
  }
}

std::vector<cxx::Unit> PackageLowerer::shards() {
  std::set<std::string> packages = l.usedPackages_;
  packages.insert(packageFileStem(package_));
  ShardUnits units(b, l.definitions_, l.own.space().text(), packages);
  for (const std::string& key : headerKeys_)
    units.addToHeader(key);
  for (const auto& [space, decl] : l.early_)
    units.addEarly(space, llvm::cast<cxx::Declaration>(decl));
  for (const auto& [space, decl] : variables_)
    units.addHome(space, decl, 0, /*isTable=*/false);
  addFunctions(units);
  addTables(units);
  for (const auto& [space, decl] : l.traces_)
    units.addCompanion(l.traced_.lookup(decl), space, decl);
  std::vector<cxx::Unit> sources;
  for (unsigned shard = 0; shard < shards_.count(); ++shard) {
    cxx::Unit unit;
    unit.fileName = shards_.stem(shard).str() + ".cpp";
    unit.comment = "Part of package " + package_.path.str() + ", made by minigo.";
    unit.includes.push_back("go/" + packageFileStem(package_) + ".h");
    units.fill(unit, shard);
    if (shard == 0 && start_ && !l.options.separateStart) start_->addTo(unit);
    if (!unit.sections.empty()) sources.push_back(std::move(unit));
  }
  return sources;
}

cxx::Unit PackageLowerer::tablesUnit() {
  cxx::Unit unit;
  const std::string stem = packageFileStem(package_);
  unit.fileName = stem + ".types.h";
  unit.comment = "What the runtime must know of the types and functions of package " +
                 package_.path.str() + ",\nat the end of " + stem + ".cpp. Made by minigo.";
  return unit;
}

cxx::Unit PackageLowerer::source() {
  cxx::Unit unit;
  unit.fileName = packageFileStem(package_) + ".cpp";
  unit.comment =
      hasHeader_ ? "Package " + package_.path.str() + ", made by minigo." : headComment();
  if (!isMain_) l.usedPackages_.insert(packageFileStem(package_));
  addIncludes(unit);
  l.definitions_.emit(unit, b);
  for (const auto& [func, function] : functions_)
    if (l.usedEarly_.contains(func)) unit.add(l.spaceOf(&package_), b.declaration(function));
  addBySpace(unit, l.early_, false);
  addAll(unit, variables_);
  addAll(unit, l.body_);
  cxx::Unit tables = tablesUnit();
  cxx::Unit& last = l.options.separateTables ? tables : unit;
  addBySpace(last, l.tables_, true,
             l.options.separateTables ? StringRef() : StringRef(Lowerer::kTablesComment));
  addAll(last, l.traces_, Lowerer::kTracesComment);
  if (start_ && !l.options.separateStart) start_->addTo(unit);
  if (!tables.sections.empty()) {
    unit.lastInclude = tables.fileName;
    tables_ = std::move(tables);
  }
  return unit;
}

LoweredPackage PackageLowerer::run() {
  LoweredPackage result;
  declareTypes();
  variables();
  if (hasHeader_) {
    result.header = header();
    l.usedPackages_.clear();
  }
  functions();
  initialization();
  instances();
  if (l.options.lineOrigins) result.lineOrigins = shards_.lineOrigins(l.program.sources);
  if (shards_.isSplit())
    result.sources = shards();
  else
    result.sources.push_back(source());
  if (tables_) result.sources.push_back(std::move(*tables_));
  if (start_ && l.options.separateStart) result.sources.push_back(start_->unit());
  return result;
}

LoweredPackage lowerPackage(const Program& program, const Package& package,
                            const CodegenOptions& options, Arena& arena) {
  return PackageLowerer(program, package, options, arena).run();
}

} // namespace minigo
