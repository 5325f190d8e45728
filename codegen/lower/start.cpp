#include "codegen/lower/start.h"
#include "codegen/codegen.h"
#include "codegen/lower/func.h"

namespace minigo {

using llvm::StringRef;

bool hasInit(const Package& package) {
  auto isInit = [](const ast::FuncDecl* decl) {
    return !decl->receiver && decl->name->name == "init";
  };
  return !package.initOrder.empty() || !package.embeddings.empty() ||
         !linkedVariables(package).empty() || llvm::any_of(package.functions, isInit);
}

// What a program initializes before its main package: of the packages whose imports are done,
// always the one that comes first by path (spec: Program initialization).
static std::vector<const Package*> initializationOrder(const Package& root) {
  std::set<std::pair<StringRef, const Package*>> waiting;
  std::vector<const Package*> open = {&root}, order;
  while (!open.empty()) {
    const Package* package = open.back();
    open.pop_back();
    for (const Package* import : package->imports)
      if (waiting.insert({import->path, import}).second) open.push_back(import);
  }
  llvm::DenseSet<const Package*> done;
  while (!waiting.empty()) {
    auto ready = llvm::find_if(waiting, [&](const auto& entry) {
      return llvm::all_of(entry.second->imports, [&](Package* p) { return done.contains(p); });
    });
    order.push_back(ready->second);
    done.insert(ready->second);
    waiting.erase(ready);
  }
  return order;
}

ProgramStart::ProgramStart(Lowerer& l, Name packageInit)
    : l_(l), packageInit_(packageInit), programInit_(packageInit) {
  cxx::Builder& b = l.b;
  std::vector<cxx::Stmt*> calls;
  for (const Package* other : initializationOrder(l.package)) {
    if (!hasInit(*other)) continue;
    packages_.insert(packageFileStem(*other));
    cxx::QualifiedName init =
        b.qualified({l.spaceOf(other).back(), l.names.of(other).packageInit()});
    calls.push_back(b.exprStmt(b.call(b.name(init))));
  }
  if (calls.empty()) return;
  if (!packageInit.isEmpty()) calls.push_back(b.exprStmt(b.call(packageInit)));
  programInit_ = l.own.fresh("initProgram_");
  cxx::Function* init = b.function(b.voidType(), programInit_, {}, b.block(calls));
  init->comment = "Initializes all packages of the program, dependencies first.";
  decls_ = {init, l.traceDecl(programInit_, "")};
}

void ProgramStart::addTo(cxx::Unit& unit) const {
  cxx::Builder& b = l_.b;
  for (cxx::Decl* decl : decls_)
    unit.add(l_.spaceOf(&l_.package), decl);
  cxx::Type* intType = b.builtinType("int");
  cxx::Type* argvType = b.pointer(b.pointer(b.builtinType("char")));
  Name argc = b.names.runtime("argc"), argv = b.names.runtime("argv");
  auto address = [&](Name name) {
    return b.addressOf(b.name(b.qualified({b.names.runtime("go"), l_.own.space(), name})));
  };
  const Object* main = l_.package.scope->lookup("main");
  cxx::Expr* init = b.null();
  if (!programInit_.isEmpty()) init = address(programInit_);
  std::vector<cxx::Expr*> arguments{b.name(argc), b.name(argv), init, address(l_.own.of(main))};
  if (const std::string& text = l_.package.buildInfo; !text.empty())
    arguments.push_back(b.plainString(text));
  cxx::Expr* start = b.rtCall("start", arguments);
  unit.add({}, b.function(intType, b.names.runtime("main"), {{intType, argc}, {argvType, argv}},
                          b.block(b.returnStmt(start))));
}

cxx::Unit ProgramStart::unit() const {
  cxx::Builder& b = l_.b;
  cxx::Unit unit;
  unit.fileName = "program_.cpp"; // no package has such a file: mangleImportPath
  unit.comment = "How the program starts, made by minigo.";
  unit.includes.push_back("minigo/minigo.h");
  for (const std::string& stem : packages_)
    unit.includes.push_back("go/" + stem + ".h");
  for (Name name : {packageInit_, l_.own.of(l_.package.scope->lookup("main"))})
    if (!name.isEmpty())
      unit.add(l_.spaceOf(&l_.package), b.declaration(b.function(b.voidType(), name, {}, nullptr)));
  addTo(unit);
  return unit;
}

} // namespace minigo
