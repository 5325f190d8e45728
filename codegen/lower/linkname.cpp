// //go:linkname: functions without a body that are joined to one of another package.
#include "codegen/lower/lower.h"
#include "codegen/names/local_names.h"

#include "llvm/ADT/SmallPtrSet.h"

namespace minigo {

namespace {

// The function that a symbol "crypto/sha3.unwrap" names.
const Func* functionOf(const Package& from, llvm::StringRef symbol) {
  const size_t slash = symbol.rfind('/');
  const size_t dot = symbol.find('.', slash == llvm::StringRef::npos ? 0 : slash);
  if (dot == llvm::StringRef::npos) return nullptr;
  llvm::SmallVector<const Package*, 32> open{&from};
  llvm::SmallPtrSet<const Package*, 32> seen;
  while (!open.empty()) {
    const Package* package = open.pop_back_val();
    if (!seen.insert(package).second) continue;
    if (package != &from && package->path == symbol.take_front(dot)) {
      const auto* func =
          llvm::dyn_cast_or_null<Func>(package->scope->lookup(symbol.drop_front(dot + 1)));
      return func && func->decl && func->decl->body ? func : nullptr;
    }
    open.append(package->imports.begin(), package->imports.end());
  }
  return nullptr;
}

} // namespace

cxx::Function* Lowerer::linkedFunction(const ast::FuncDecl* decl, Name name) {
  const Func* target = functionOf(package, decl->linkname);
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
