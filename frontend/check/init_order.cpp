// The order in which package-level variables are initialized (spec: Package initialization).
#include "frontend/check/checker.h"

#include <set>

namespace minigo {

using namespace ast;

namespace {

// A constant or variable, and the constants and variables that it needs, directly or through
// functions.
struct InitNode {
  Object* object;
  std::vector<InitNode*> dependents;
  size_t needs = 0;
};

// Constants first, then what needs least, then as declared.
struct Earlier {
  bool operator()(const InitNode* a, const InitNode* b) const {
    bool aVar = llvm::isa<Var>(a->object), bVar = llvm::isa<Var>(b->object);
    return std::tie(aVar, a->needs, a->object->order) < std::tie(bVar, b->needs, b->object->order);
  }
};

using DepsOf = llvm::function_ref<llvm::ArrayRef<Object*>(const Object*)>;

// Constants and variables reachable from `from` through functions only.
llvm::SmallVector<Object*, 8> neededBy(Object* from, DepsOf deps) {
  llvm::SmallVector<Object*, 8> needed, work(deps(from));
  llvm::DenseSet<Object*> seen;
  while (!work.empty()) {
    Object* o = work.pop_back_val();
    if (!seen.insert(o).second) continue;
    if (llvm::isa<Func>(o))
      llvm::append_range(work, deps(o));
    else if (llvm::isa<Const, Var>(o))
      needed.push_back(o);
  }
  return needed;
}

// A path of dependencies from `object` back to itself, without its start; empty if there is none.
std::vector<Object*> pathToItself(Object* object, DepsOf deps) {
  struct Step {
    Object* object;
    llvm::SmallVector<Object*, 8> next; // still to try, last first
  };
  auto step = [&](Object* o) {
    llvm::SmallVector<Object*, 8> next(deps(o));
    llvm::sort(next, [](Object* a, Object* b) { return a->order > b->order; });
    return Step{o, std::move(next)};
  };
  llvm::DenseSet<Object*> seen{object};
  std::vector<Step> path{step(object)};
  while (!path.empty()) {
    if (path.back().next.empty()) {
      path.pop_back();
      continue;
    }
    Object* next = path.back().next.pop_back_val();
    if (next == object) {
      std::vector<Object*> result;
      for (size_t i = 1; i < path.size(); ++i)
        result.push_back(path[i].object);
      result.push_back(object);
      return result;
    }
    if (seen.insert(next).second) path.push_back(step(next));
  }
  return {};
}

} // namespace

// path: what object (its last element) refers to, in turn.
void Checker::initCycle(llvm::ArrayRef<Object*> path) {
  Object* object = path.back();
  if (path.size() == 1) return error(object, diag::InitCycleSelf, object->name);
  std::string lines;
  const Object* from = object;
  for (const Object* to : path) {
    lines += "\n\t" + show(from->pos) + ": " + from->name.str() + " refers to " + to->name.str();
    from = to;
  }
  error(object, diag::InitCycle, object->name, lines);
}

void Checker::initOrder() {
  auto deps = [&](const Object* o) -> llvm::ArrayRef<Object*> {
    DeclInfo* info = infoOf(o);
    return info ? info->deps.getArrayRef() : llvm::ArrayRef<Object*>();
  };
  std::deque<InitNode> nodes;
  llvm::DenseMap<Object*, InitNode*> nodeOf;
  for (Object* o : objectList_)
    if (llvm::isa<Const, Var>(o)) nodeOf[o] = &nodes.emplace_back(InitNode{o, {}, 0});
  for (InitNode& n : nodes)
    for (Object* o : neededBy(n.object, deps)) {
      nodeOf[o]->dependents.push_back(&n);
      ++n.needs;
    }

  std::set<InitNode*, Earlier> waiting;
  for (InitNode& n : nodes)
    waiting.insert(&n);
  llvm::DenseSet<DeclInfo*> emitted;
  while (!waiting.empty()) {
    InitNode* n = *waiting.begin();
    waiting.erase(waiting.begin());
    if (n->needs > 0)
      if (std::vector<Object*> cycle = pathToItself(n->object, deps); !cycle.empty())
        initCycle(cycle);
    for (InitNode* dependent : n->dependents) {
      bool waits = waiting.erase(dependent);
      --dependent->needs;
      if (waits) waiting.insert(dependent);
    }
    auto* v = llvm::dyn_cast<Var>(n->object);
    DeclInfo* info = v ? infoOf(v) : nullptr;
    if (!info || !info->init || !emitted.insert(info).second) continue;
    llvm::ArrayRef<Var*> lhs = info->lhs.empty() ? arena().copy<Var*>({v}) : info->lhs;
    package_.initOrder.push_back(Initializer{lhs, info->init});
  }
}

} // namespace minigo
