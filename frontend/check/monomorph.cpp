// Instantiation cycles: `func f[T any]() { f[*T]() }` would need endlessly many instances (gc's
// implementation restriction).
//
// Type parameters, and local types that depend on some, are vertices. An instantiation that sets
// parameter P to a type that mentions vertex V is an edge from V to P, of weight 0 if it is V
// itself and else 1. A cycle of positive weight grows without end.
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

namespace {

struct Vertex {
  const TypeName* object;
  int weight = 0;
  unsigned length = 0;
  unsigned edge = 0; // by which weight and length came about
};

struct Edge {
  unsigned to, from;
  int weight;
  SourcePos pos;
  const Type* type;
};

class InstanceGraph {
public:
  InstanceGraph(const Package& package,
                const llvm::DenseMap<const TypeParam*, const TypeParam*>& canonical)
      : package_(package), canonical_(canonical) {}

  std::vector<Vertex> vertices;
  std::vector<Edge> edges;

  void assign(SourcePos pos, const TypeParam* param, const Type* arg) {
    if (param->object->package != &package_) return;
    pos_ = pos;
    param_ = param;
    arg_ = arg;
    mention(arg);
  }

private:
  unsigned vertex(const TypeName* object) {
    auto [it, isNew] = index_.try_emplace(object, vertices.size());
    if (isNew) vertices.push_back(Vertex{object});
    return it->second;
  }

  unsigned vertex(const TypeParam* param) {
    if (const TypeParam* declared = canonical_.lookup(param)) param = declared;
    return vertex(param->object);
  }

  // -1 unless the type is local and type parameters are in scope.
  int localType(const Named* t) {
    const TypeName* object = t->object;
    if (object->package != &package_ || !object->parent || object->parent == package_.scope)
      return -1;
    if (auto it = local_.find(object); it != local_.end()) return it->second;
    int found = -1;
    for (const Scope* s = object->parent; s && s != package_.scope; s = s->parent())
      for (const Object* o : s->objects()) {
        auto* name = llvm::dyn_cast<TypeName>(o);
        if (!name || name->isAlias || !(name->pos < object->pos)) continue;
        const TypeParam* param = asTypeParam(name->type);
        if (!param) continue;
        found = vertex(object);
        edges.push_back(Edge{unsigned(found), vertex(param), 1, object->pos, param});
      }
    return local_[object] = found;
  }

  void flow(unsigned from, const Type* mentioned) {
    edges.push_back(Edge{vertex(param_), from, mentioned == arg_ ? 0 : 1, pos_, arg_});
  }

  template <class List>
  void mentionAll(const List& list) {
    for (const auto* v : list)
      mention(v->type);
  }

  void mention(const Type* t) {
    t = unalias(t);
    switch (t->kind) {
    case TypeKind::TypeParam: flow(vertex(llvm::cast<TypeParam>(t)), t); break;
    case TypeKind::Named: {
      auto* n = llvm::cast<Named>(t);
      if (int v = localType(n->origin ? n->origin : n); v >= 0) flow(v, t);
      for (const Type* arg : n->typeArgs)
        mention(arg);
      break;
    }
    case TypeKind::Array: mention(llvm::cast<Array>(t)->elem); break;
    case TypeKind::Slice: mention(llvm::cast<Slice>(t)->elem); break;
    case TypeKind::Pointer: mention(llvm::cast<Pointer>(t)->elem); break;
    case TypeKind::Chan: mention(llvm::cast<Chan>(t)->elem); break;
    case TypeKind::Map:
      mention(llvm::cast<Map>(t)->key);
      mention(llvm::cast<Map>(t)->elem);
      break;
    case TypeKind::Interface: mentionAll(typeSetOf(llvm::cast<Interface>(t)).methods); break;
    case TypeKind::Struct: mentionAll(llvm::cast<Struct>(t)->fields); break;
    case TypeKind::Signature:
      mentionAll(llvm::cast<Signature>(t)->params->vars);
      mentionAll(llvm::cast<Signature>(t)->results->vars);
      break;
    default: break;
    }
  }

  const Package& package_;
  const llvm::DenseMap<const TypeParam*, const TypeParam*>& canonical_;
  llvm::DenseMap<const TypeName*, unsigned> index_;
  llvm::DenseMap<const TypeName*, int> local_;
  // The assignment at hand.
  SourcePos pos_;
  const TypeParam* param_ = nullptr;
  const Type* arg_ = nullptr;
};

// The vertex that a path of as many edges as there are vertices leads to, or -1.
int findGrowth(InstanceGraph& g) {
  for (bool again = true; again;) {
    again = false;
    for (unsigned i = 0; i < g.edges.size(); ++i) {
      const Edge& e = g.edges[i];
      const Vertex& from = g.vertices[e.from];
      Vertex& to = g.vertices[e.to];
      if (from.weight + e.weight <= to.weight) continue;
      to.edge = i;
      to.length = from.length + 1;
      if (to.length == g.vertices.size()) return e.to;
      to.weight = from.weight + e.weight;
      again = true;
    }
  }
  return -1;
}

} // namespace

void Checker::noteInstance(SourcePos pos, llvm::ArrayRef<TypeParam*> params,
                           llvm::ArrayRef<const Type*> typeArgs, ExprList exprs) {
  for (size_t i = 0; i < params.size(); ++i)
    instanceUses_.push_back(
        InstanceUse{i < exprs.size() ? startPos(exprs[i]) : pos, params[i], typeArgs[i]});
}

void Checker::checkInstanceLoops() {
  InstanceGraph g(package_, canonical_);
  for (const InstanceUse& use : instanceUses_)
    g.assign(use.pos, use.param, use.arg);
  int v = findGrowth(g);
  if (v < 0) return;
  // Go back until a vertex repeats: from there on it is the loop.
  std::vector<unsigned> stack;
  std::vector<bool> seen(g.vertices.size());
  for (; !seen[v]; v = g.edges[g.vertices[v].edge].from) {
    stack.push_back(v);
    seen[v] = true;
  }
  stack.erase(stack.begin(), llvm::find(stack, unsigned(v)));
  std::string lines;
  for (unsigned u : stack) {
    const Edge& e = g.edges[g.vertices[u].edge];
    const TypeName* object = g.vertices[e.to].object;
    bool param = isTypeParam(object->type);
    lines += "\n\t" + show(e.pos) + ": " + object->name.str() +
             (param ? " instantiated as " : " implicitly parameterized by ") + show(e.type);
  }
  error(g.vertices[v].object, diag::InstantiationCycle, lines);
}

} // namespace minigo
