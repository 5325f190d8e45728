// Results in the syntax tree.
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

void Checker::record(const Operand& x) {
  if (x.isInvalid()) return recordValue(x.expr, Mode::Invalid, invalidType());
  if (x.mode == Mode::NoValue) return recordValue(x.expr, x.mode, nullptr);
  if (isUntyped(x.type)) shiftOperands_.erase(x.expr);
  recordValue(x.expr, x.mode, x.type, x.isConstant() ? x.value : nullptr);
}

void Checker::recordType(Expr* e, const Type* t) { recordValue(e, Mode::TypeExpr, t); }

void Checker::recordValue(Expr* e, Mode mode, const Type* t, const Constant* value) {
  e->mode = mode;
  e->type = t;
  e->constant = value;
}

void Checker::recordSelection(SelectorExpr* e, SelectionKind kind, const Type* receiver,
                              const LookupResult& found) {
  Selection* s = arena().make<Selection>();
  s->kind = kind;
  s->indirect = found.indirect;
  s->path = arena().copy<uint32_t>(found.path);
  s->receiver = receiver;
  s->object = found.object;
  e->selection = s;
  e->sel->object = found.object;
}

static uint64_t instanceHash(const Object* generic, llvm::ArrayRef<const Type*> typeArgs) {
  uint64_t hash = reinterpret_cast<uintptr_t>(generic);
  for (const Type* t : typeArgs)
    hash = hash * 31 + typeHash(t);
  return hash;
}

// Packages checked before have recorded some already.
void Checker::indexInstances() {
  for (unsigned i = 0; i < program_.instances.size(); ++i) {
    const Instance& instance = program_.instances[i];
    instanceIndex_[instanceHash(instance.generic, instance.typeArgs)].push_back(i);
  }
}

// Each generic object with each list of type arguments once.
void Checker::recordInstance(const Object* generic, llvm::ArrayRef<const Type*> typeArgs) {
  llvm::SmallVector<unsigned, 1>& same = instanceIndex_[instanceHash(generic, typeArgs)];
  for (unsigned i : same) {
    const Instance& other = program_.instances[i];
    if (other.generic == generic && other.typeArgs.size() == typeArgs.size() &&
        std::equal(typeArgs.begin(), typeArgs.end(), other.typeArgs.begin(), identical))
      return;
  }
  same.push_back(program_.instances.size());
  program_.instances.push_back(Instance{generic, arena().copy<const Type*>(typeArgs)});
}

// Of an instantiated function: e is its name, a qualified name, or one with type arguments.
// call: e is what it calls.
void Checker::recordTypeArgs(Expr* e, llvm::ArrayRef<const Type*> typeArgs, CallExpr* call) {
  llvm::ArrayRef<const Type*> stored = arena().copy<const Type*>(typeArgs);
  if (auto* index = llvm::dyn_cast<IndexExpr>(e)) {
    index->typeArgs = stored;
    e = index->x;
  } else if (call) {
    call->typeArgs = stored;
  } else {
    package_.valueTypeArgs[e] = stored;
  }
  auto* selector = llvm::dyn_cast<SelectorExpr>(e);
  auto* name = selector ? selector->sel : llvm::dyn_cast<Ident>(e);
  if (name && name->object) recordInstance(name->object, stored);
}

} // namespace minigo
