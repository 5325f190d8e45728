// Interface literals that mention themselves through methods, without a name in between: gc's
// implementation restriction (go.dev/issue/56103).
#include "frontend/check/checker.h"

namespace minigo {
namespace {

class InterfaceCycles {
public:
  // Whether a method of t leads back to an interface that is being visited.
  bool hasCycle(const Interface* t) {
    auto [it, isNew] = onPath_.try_emplace(t, true);
    if (!isNew) return it->second;
    for (const Func* m : typeSetOf(t).methods)
      if (mentions(m->type)) return true;
    onPath_[t] = false;
    return false;
  }

  // Suppresses further errors about the interfaces visited so far.
  void forget() {
    for (auto& entry : onPath_)
      entry.second = false;
  }

private:
  bool mentions(const Type* t) {
    t = unalias(t);
    auto any = [&](auto list) {
      return llvm::any_of(list, [&](const Var* v) { return mentions(v->type); });
    };
    switch (t->kind) {
    case TypeKind::Pointer: return mentions(llvm::cast<Pointer>(t)->elem);
    case TypeKind::Slice: return mentions(llvm::cast<Slice>(t)->elem);
    case TypeKind::Array: return mentions(llvm::cast<Array>(t)->elem);
    case TypeKind::Chan: return mentions(llvm::cast<Chan>(t)->elem);
    case TypeKind::Map:
      return mentions(llvm::cast<Map>(t)->key) || mentions(llvm::cast<Map>(t)->elem);
    case TypeKind::Struct: return any(llvm::cast<Struct>(t)->fields);
    case TypeKind::Signature:
      return any(llvm::cast<Signature>(t)->params->vars) ||
             any(llvm::cast<Signature>(t)->results->vars);
    case TypeKind::Interface: return hasCycle(llvm::cast<Interface>(t));
    default: return false;
    }
  }

  llvm::DenseMap<const Interface*, bool> onPath_; // false: visited, without a cycle
};

} // namespace

void Checker::checkInterfaceCycles() {
  InterfaceCycles cycles;
  // In the order of the source, outermost literals only.
  llvm::sort(interfaces_, [](auto& a, auto& b) { return a.first->pos < b.first->pos; });
  SourcePos end;
  for (auto [e, t] : interfaces_) {
    if (e->pos < end) continue;
    end = e->rbrace;
    if (!cycles.hasCycle(t)) continue;
    error(e->pos, diag::InterfaceCycle);
    cycles.forget();
  }
}

} // namespace minigo
