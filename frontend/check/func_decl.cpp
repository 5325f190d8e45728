// Function and method declarations, and function bodies (spec: Function declarations, Method
// declarations).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

void Checker::funcDecl(Func* f, DeclInfo* info) {
  FuncDecl* d = info->funcDecl;
  Signature* s = newSignature();
  f->type = s;
  funcType(d->receiver, d->typeParams, d->signature, s);
  if (s->receiver) f->pointerReceiver = deref(s->receiver->type).wasPointer;
  if (!d->typeParams.empty() && !d->body) error(d->name, diag::GenericWithoutBody);
  if (!d->summary.empty())
    isSummarized_ = true;
  else if (d->body)
    later([this, info, s, d] { funcBody(info, s, d, d->body, nullptr); });
}

void Checker::funcBody(DeclInfo* decl, const Signature* signature, Node* function, BlockStmt* body,
                       const Constant* iota) {
  Environment saved = std::move(env_);
  env_ = Environment();
  env_.decl = decl;
  env_.scope = signature->scope;
  env_.version = saved.version;
  env_.iota = iota;
  env_.signature = signature;
  env_.function = function;
  env_.outermost = llvm::isa<FuncDecl>(function) || !saved.outermost ? function : saved.outermost;
  if (signature->receiver) signature->receiver->function = function;
  for (const Tuple* list : {signature->params, signature->results})
    for (Var* v : list->vars)
      v->function = function;
  env_.scopes.push_back(signature->scope);

  stmtList(body->stmts);
  if (!signature->results->vars.empty() && !isTerminatingList(body->stmts))
    error(body->rbrace, diag::MissingReturn);
  unusedVars();
  env_ = std::move(saved);
}

} // namespace minigo
