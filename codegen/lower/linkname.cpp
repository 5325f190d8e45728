// //go:linkname: functions without a body that are joined to one of another package, and variables
// that are.
#include "codegen/lower/func.h"
#include "codegen/names/local_names.h"

#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

namespace minigo {

namespace {

bool hasBody(const ast::FuncDecl* decl) { return decl && decl->body; }

// The function of a package that has this symbol, as "crypto/sha3.unwrap": the package's path and
// the function's name, or what its own //go:linkname says.
const Func* functionIn(const Package& package, llvm::StringRef symbol) {
  llvm::StringRef name = symbol;
  if (name.consume_front(package.path) && name.consume_front(".")) {
    const auto* func = llvm::dyn_cast_or_null<Func>(package.scope->lookup(name));
    // Without a body there it is the runtime's.
    if (func && (hasBody(func->decl) || package.builtin)) return func;
  }
  for (const ast::FuncDecl* decl : package.functions)
    if (hasBody(decl) && decl->linkname == symbol) return llvm::cast<Func>(decl->name->object);
  return nullptr;
}

// The package-level variable of a package that has this symbol.
const Var* variableIn(const Package& package, llvm::StringRef symbol) {
  if (!symbol.consume_front(package.path) || !symbol.consume_front(".")) return nullptr;
  return llvm::dyn_cast_or_null<Var>(package.scope->lookup(symbol));
}

// The same in a package that `from` imports, itself or through others.
template <class T>
const T* imported(const Package& from, llvm::StringRef symbol,
                  const T* (*find)(const Package&, llvm::StringRef)) {
  llvm::SmallVector<const Package*, 32> open(from.imports.begin(), from.imports.end());
  llvm::SmallPtrSet<const Package*, 32> seen;
  while (!open.empty()) {
    const Package* package = open.pop_back_val();
    if (!package->scope || !seen.insert(package).second) continue;
    if (const T* found = find(*package, symbol)) return found;
    open.append(package->imports.begin(), package->imports.end());
  }
  return nullptr;
}

// Calls visit(variable, symbol) for each `//go:linkname variable symbol`.
void forLinkedVariables(const Package& package,
                        llvm::function_ref<void(const Var*, llvm::StringRef)> visit) {
  for (const ast::File* file : package.files)
    for (const ast::Directive& directive : file->directives) {
      llvm::SmallVector<llvm::StringRef, 4> words;
      llvm::SplitString(directive.text, words);
      if (words.size() != 3 || words[0] != "go:linkname") continue;
      const auto* var = llvm::dyn_cast_or_null<Var>(package.scope->lookup(words[1]));
      if (var) visit(var, words[2]);
    }
}

// The function of minigo/iface.h that gives a variable of package runtime.
llvm::StringRef runtimeValue(llvm::StringRef symbol) {
  return llvm::StringSwitch<llvm::StringRef>(symbol)
      .Case("runtime.divideError", "divideError")
      .Case("runtime.overflowError", "overflowError")
      .Default("");
}

} // namespace

std::vector<LinkedVariable> linkedVariables(const Package& package) {
  std::vector<LinkedVariable> linked;
  forLinkedVariables(package, [&](const Var* var, llvm::StringRef symbol) {
    const llvm::StringRef value = runtimeValue(symbol);
    if (!value.empty()) linked.push_back({var, value});
  });
  return linked;
}

const Object* Lowerer::joined(const Object* object) {
  const auto* var = llvm::dyn_cast<Var>(object);
  if (!var || !var->package->scope) return object;
  if (joined_.try_emplace(var->package).second)
    forLinkedVariables(*var->package, [&](const Var* local, llvm::StringRef symbol) {
      if (const Var* target = imported(*var->package, symbol, variableIn))
        joined_[var->package][local] = target;
    });
  const auto& targets = joined_[var->package];
  const auto target = targets.find(var);
  return target == targets.end() ? object : target->second;
}

cxx::Function* Lowerer::linkedFunction(const ast::FuncDecl* decl, Name name) {
  const std::string symbol = (package.path + "." + decl->name->name).str();
  const bool isElsewhere = decl->linkname.contains('.');
  const Func* target =
      imported(package, isElsewhere ? decl->linkname : llvm::StringRef(symbol), functionIn);
  if (!target) return nullptr;
  const auto* signature = llvm::cast<Func>(decl->name->object)->signature();
  LocalNames locals(own);
  llvm::SmallVector<cxx::Param, 4> params;
  llvm::SmallVector<cxx::Expr*, 4> args;
  for (const Var* var : signature->params->vars) {
    Name param = var->name.empty() || var->name == "_" ? locals.temp("a") : locals.declare(var);
    params.push_back({type(var->type), param});
    args.push_back(b.name(param));
  }
  Name callee = names.of(target->package).of(target);
  cxx::Expr* call = b.call(b.name(qualify(target->package, callee)), args);
  cxx::Stmt* body = signature->results->vars.empty() ? static_cast<cxx::Stmt*>(b.exprStmt(call))
                                                     : b.returnStmt(call);
  cxx::Function* function =
      b.function(resultType(signature->results), name, params, b.block({body}));
  function->pos = decl->pos;
  return function;
}

} // namespace minigo
