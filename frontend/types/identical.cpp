// Type identity (spec: Type identity).
#include "frontend/types/identical.h"

#include "frontend/program.h"
#include "frontend/source/unicode.h"
#include "frontend/types/predicates.h"
#include "frontend/types/subst.h"
#include "frontend/types/type_set.h"

#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/STLExtras.h"

namespace minigo {

namespace {

// Interfaces may contain themselves through the parameters of their methods without a type name in
// between; the pairs under comparison end such circles.
struct InterfacePair {
  const Interface* x;
  const Interface* y;
  const InterfacePair* previous;
};

class Comparer {
public:
  explicit Comparer(bool ignoreTags) : ignoreTags_(ignoreTags) {}

  bool identical(const Type* x, const Type* y, const InterfacePair* pairs) {
    x = unalias(x);
    y = unalias(y);
    if (x == y) return true;
    if (!x || !y || x->kind != y->kind) return false;
    switch (x->kind) {
    case TypeKind::Basic: return llvm::cast<Basic>(x)->basic == llvm::cast<Basic>(y)->basic;
    case TypeKind::Named: return named(llvm::cast<Named>(x), llvm::cast<Named>(y));
    case TypeKind::Pointer:
      return identical(llvm::cast<Pointer>(x)->elem, llvm::cast<Pointer>(y)->elem, pairs);
    case TypeKind::Slice:
      return identical(llvm::cast<Slice>(x)->elem, llvm::cast<Slice>(y)->elem, pairs);
    case TypeKind::Array: return arrays(llvm::cast<Array>(x), llvm::cast<Array>(y), pairs);
    case TypeKind::Map:
      return identical(llvm::cast<Map>(x)->key, llvm::cast<Map>(y)->key, pairs) &&
             identical(llvm::cast<Map>(x)->elem, llvm::cast<Map>(y)->elem, pairs);
    case TypeKind::Chan:
      return llvm::cast<Chan>(x)->dir == llvm::cast<Chan>(y)->dir &&
             identical(llvm::cast<Chan>(x)->elem, llvm::cast<Chan>(y)->elem, pairs);
    case TypeKind::Struct: return structs(llvm::cast<Struct>(x), llvm::cast<Struct>(y), pairs);
    case TypeKind::Tuple: return tuples(llvm::cast<Tuple>(x), llvm::cast<Tuple>(y), pairs);
    case TypeKind::Signature:
      return signatures(llvm::cast<Signature>(x), llvm::cast<Signature>(y), pairs);
    case TypeKind::Interface:
      return interfaces(llvm::cast<Interface>(x), llvm::cast<Interface>(y), pairs);
    case TypeKind::Union: return unions(llvm::cast<Union>(x), llvm::cast<Union>(y));
    case TypeKind::TypeParam: return false; // identical only to itself
    case TypeKind::Alias: break;
    }
    return false;
  }

private:
  bool arrays(const Array* x, const Array* y, const InterfacePair* pairs) {
    // An unknown length was reported; it equals any.
    return (x->length < 0 || y->length < 0 || x->length == y->length) &&
           identical(x->elem, y->elem, pairs);
  }

  bool named(const Named* x, const Named* y) {
    if (x->typeArgs.size() != y->typeArgs.size()) return false;
    for (auto [a, b] : llvm::zip(x->typeArgs, y->typeArgs))
      if (!minigo::identical(a, b)) return false;
    return identicalOrigin(x, y);
  }

  static llvm::StringRef tagOf(const Struct* s, size_t i) {
    return s->tags.empty() ? llvm::StringRef() : s->tags[i];
  }

  bool structs(const Struct* x, const Struct* y, const InterfacePair* pairs) {
    if (x->fields.size() != y->fields.size()) return false;
    for (size_t i = 0; i < x->fields.size(); ++i) {
      const Var *f = x->fields[i], *g = y->fields[i];
      if (f->embedded != g->embedded || (!ignoreTags_ && tagOf(x, i) != tagOf(y, i)) ||
          !sameId(f, g->package, g->name) || !identical(f->type, g->type, pairs))
        return false;
    }
    return true;
  }

  bool tuples(const Tuple* x, const Tuple* y, const InterfacePair* pairs) {
    size_t n = x ? x->vars.size() : 0;
    if (n != (y ? y->vars.size() : 0)) return false;
    for (size_t i = 0; i < n; ++i)
      if (!identical(x->vars[i]->type, y->vars[i]->type, pairs)) return false;
    return true;
  }

  bool signatures(const Signature* x, const Signature* y, const InterfacePair* pairs) {
    if (x->variadic != y->variadic || x->typeParams.size() != y->typeParams.size()) return false;
    if (!x->typeParams.empty()) return genericSignatures(x, y, pairs);
    return tuples(x->params, y->params, pairs) && tuples(x->results, y->results, pairs);
  }

  // Names of type parameters do not matter: y is compared with its parameters replaced by those of
  // x.
  bool genericSignatures(const Signature* x, const Signature* y, const InterfacePair* pairs) {
    Arena arena;
    ConstantPool constants;
    SourceManager sources;
    TypeContext context(arena, constants, sources);
    SubstMap map = SubstMap::renaming(y->typeParams, x->typeParams);
    for (auto [p, q] : llvm::zip(x->typeParams, y->typeParams))
      if (!identical(p->constraint, subst(context, q->constraint, map), pairs)) return false;
    auto replaced = [&](const Tuple* t) {
      return t ? llvm::cast<Tuple>(subst(context, t, map)) : nullptr;
    };
    return tuples(x->params, replaced(y->params), pairs) &&
           tuples(x->results, replaced(y->results), pairs);
  }

  static bool unions(const Union* x, const Union* y) {
    TermList a = normalizeTerms(x->terms), b = normalizeTerms(y->terms);
    return termsSubsetOf(a, b) && termsSubsetOf(b, a);
  }

  bool interfaces(const Interface* x, const Interface* y, const InterfacePair* pairs) {
    const TypeSet &a = typeSetOf(x), &b = typeSetOf(y);
    if (a.comparable != b.comparable || a.hasTerms != b.hasTerms ||
        a.methods.size() != b.methods.size() || !termsSubsetOf(a.terms, b.terms) ||
        !termsSubsetOf(b.terms, a.terms))
      return false;
    // A pair that is under comparison already is identical, or the comparison would have ended.
    for (const InterfacePair* p = pairs; p; p = p->previous)
      if ((p->x == x && p->y == y) || (p->x == y && p->y == x)) return true;
    InterfacePair here{x, y, pairs};
    for (auto [f, g] : llvm::zip(a.methods, b.methods))
      if (!sameId(f, g->package, g->name) || !identical(f->type, g->type, &here)) return false;
    return true;
  }

  bool ignoreTags_;
};

} // namespace

bool identical(const Type* x, const Type* y) { return Comparer(false).identical(x, y, nullptr); }
bool identicalIgnoreTags(const Type* x, const Type* y) {
  return Comparer(true).identical(x, y, nullptr);
}

bool identicalOrigin(const Named* x, const Named* y) {
  const Named* a = x->origin ? x->origin : x;
  const Named* b = y->origin ? y->origin : y;
  return a == b || a->object == b->object;
}

bool samePackage(const Package* a, const Package* b) {
  if (!a || !b) return a == b;
  return a == b || a->path == b->path;
}

bool sameId(const Object* object, const Package* package, llvm::StringRef name, bool foldCase) {
  // Without regard to case it is a search for what was meant: packages do not matter either.
  if (foldCase && equalFold(object->name, name)) return true;
  if (object->name != name) return false;
  return object->isExported() || samePackage(object->package, package);
}

namespace {

class Hasher {
public:
  llvm::hash_code of(const Type* t) {
    t = unalias(t);
    if (!t) return 0;
    llvm::hash_code kind = llvm::hash_value(static_cast<int>(t->kind));
    if (++depth_ > 8) { // deep parts do not tell types apart often enough to pay
      --depth_;
      return kind;
    }
    llvm::hash_code result = llvm::hash_combine(kind, parts(t));
    --depth_;
    return result;
  }

private:
  llvm::hash_code vars(llvm::ArrayRef<Var*> list) {
    llvm::hash_code h = llvm::hash_value(list.size());
    for (const Var* v : list)
      h = llvm::hash_combine(h, of(v->type));
    return h;
  }

  llvm::hash_code parts(const Type* t) {
    switch (t->kind) {
    case TypeKind::Basic: return llvm::hash_value(static_cast<int>(llvm::cast<Basic>(t)->basic));
    case TypeKind::Pointer: return of(llvm::cast<Pointer>(t)->elem);
    case TypeKind::Slice: return of(llvm::cast<Slice>(t)->elem);
    // Unknown lengths are identical to all others, but follow errors only.
    case TypeKind::Array:
      return llvm::hash_combine(llvm::cast<Array>(t)->length, of(llvm::cast<Array>(t)->elem));
    case TypeKind::Map:
      return llvm::hash_combine(of(llvm::cast<Map>(t)->key), of(llvm::cast<Map>(t)->elem));
    case TypeKind::Chan:
      return llvm::hash_combine(static_cast<int>(llvm::cast<Chan>(t)->dir),
                                of(llvm::cast<Chan>(t)->elem));
    case TypeKind::Struct: {
      llvm::hash_code h = vars(llvm::cast<Struct>(t)->fields);
      for (const Var* f : llvm::cast<Struct>(t)->fields)
        h = llvm::hash_combine(h, f->name);
      return h;
    }
    case TypeKind::Tuple: return vars(llvm::cast<Tuple>(t)->vars);
    case TypeKind::Signature: {
      const auto* s = llvm::cast<Signature>(t);
      return llvm::hash_combine(s->params ? s->params->vars.size() : 0,
                                s->results ? s->results->vars.size() : 0, s->variadic);
    }
    case TypeKind::Named: {
      const auto* n = llvm::cast<Named>(t);
      return n->origin ? llvm::hash_code(instance(n)) : llvm::hash_value(n);
    }
    case TypeKind::TypeParam: return llvm::hash_value(t);
    // Equal interfaces may be written in many ways.
    case TypeKind::Interface:
    case TypeKind::Union:
    case TypeKind::Alias: return 0;
    }
    return 0;
  }

  // To any depth: instances inside instances are many where they are deep.
  static uint64_t instance(const Named* n) {
    if (n->hash) return n->hash;
    llvm::hash_code h = llvm::hash_value(n->origin);
    for (const Type* arg : n->typeArgs)
      h = llvm::hash_combine(h, Hasher().of(arg));
    return n->hash = size_t(h);
  }

  unsigned depth_ = 0;
};

} // namespace

uint64_t typeHash(const Type* type) { return static_cast<uint64_t>(size_t(Hasher().of(type))); }

} // namespace minigo
