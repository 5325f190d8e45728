// Declarations: entering scopes, checking objects on demand (spec: Declarations and scope).
#include "frontend/check/checker.h"

#include "llvm/ADT/ScopeExit.h"

namespace minigo {

using namespace ast;

void Checker::declare(Scope* scope, Ident* name, Object* object) {
  if (object->name != "_") {
    if (Object* other = scope->insert(object)) return redeclared(object->pos, object->name, other);
    object->parent = scope;
  }
  if (name) name->object = object;
}

void Checker::addDependency(Object* to) {
  if (env_.decl && objects_.contains(to)) env_.decl->deps.insert(to);
}

// Gives object its type. Objects being declared are on path_; meeting one again is a cycle, which
// may be fine (a struct that points to itself).
void Checker::objDecl(Object* object) {
  if (pathIndex_.contains(object)) {
    bool valid = validCycle(object);
    bool isValue = llvm::isa<Const, Var>(object);
    if ((isValue && (!valid || !object->type)) || (llvm::isa<TypeName>(object) && !valid))
      object->type = invalidType();
    return;
  }
  if (object->type) return;
  DeclInfo* info = infoOf(object);
  if (!info || deep(object)) {
    object->type = invalidType();
    if (llvm::isa<Func>(object)) object->type = newSignature();
    return;
  }
  pathIndex_[object] = path_.size();
  path_.push_back(object);
  Environment saved = std::move(env_);
  env_ = Environment();
  env_.scope = info->fileScope;
  env_.version = info->version;
  checkObject(object, info);
  env_ = std::move(saved);
  path_.pop_back();
  pathIndex_.erase(object);
}

void Checker::checkObject(Object* object, DeclInfo* info) {
  switch (object->kind) {
  case ObjectKind::Const:
    env_.decl = info;
    constDecl(llvm::cast<Const>(object), info->typeExpr, info->init, info->inherited, info->iota);
    break;
  case ObjectKind::Var:
    env_.decl = info;
    varDecl(llvm::cast<Var>(object), info->lhs, info->typeExpr, info->init);
    break;
  case ObjectKind::TypeName:
    typeDecl(llvm::cast<TypeName>(object), info->typeDecl);
    collectMethods(llvm::cast<TypeName>(object));
    break;
  case ObjectKind::Func: funcDecl(llvm::cast<Func>(object), info); break;
  default: break;
  }
}

void Checker::declStmt(DeclStmt* s) {
  const ConstDecl* source = nullptr;
  int32_t group = -1;
  for (Decl* d : s->decls) {
    if (auto* c = llvm::dyn_cast<ConstDecl>(d)) {
      if (c->group < 0 || c->group != group) source = nullptr;
      group = c->group;
      if (c->typeExpr || !c->values.empty()) source = c;
      localConst(c, source);
    } else if (auto* v = llvm::dyn_cast<VarDecl>(d)) {
      localVar(v);
    } else if (auto* t = llvm::dyn_cast<TypeDecl>(d)) {
      localType(t);
    }
  }
}

} // namespace minigo
