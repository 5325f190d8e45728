// Unification (spec: Type unification).
#include "frontend/types/unify.h"

#include "frontend/types/identical.h"
#include "frontend/types/lookup.h"
#include "frontend/types/method_set.h"
#include "frontend/types/predicates.h"
#include "frontend/types/type_set.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

namespace minigo {

namespace {
// Deeper than any program nests types; ends recursion through infinitely expanding types.
constexpr unsigned kDepthLimit = 50;

const Interface* asInterface(const Type* t) {
  return isTypeParam(t) ? nullptr : asUnder<Interface>(t);
}

bool sameTerms(const TypeSet& a, const TypeSet& b) {
  return a.comparable == b.comparable && a.hasTerms == b.hasTerms &&
         termsSubsetOf(a.terms, b.terms) && termsSubsetOf(b.terms, a.terms);
}

bool same(const Type* x, const Type* y) { return x == y || unalias(x) == unalias(y); }
} // namespace

Unifier::Unifier(TypeContext& context, llvm::ArrayRef<TypeParam*> params,
                 llvm::ArrayRef<const Type*> args)
    : context_(context) {
  for (size_t i = 0; i < params.size(); ++i) {
    handles_[params[i]] = static_cast<unsigned>(i);
    types_.push_back(i < args.size() ? args[i] : nullptr);
  }
}

const Type* Unifier::at(const TypeParam* param) const { return types_[handles_.lookup(param)]; }
void Unifier::set(const TypeParam* param, const Type* type) {
  types_[handles_.lookup(param)] = type;
}

unsigned Unifier::unknowns() const {
  return static_cast<unsigned>(
      llvm::count_if(handles_, [this](auto& entry) { return !types_[entry.second]; }));
}

llvm::SmallVector<const Type*, 4> Unifier::inferred(llvm::ArrayRef<TypeParam*> params) const {
  llvm::SmallVector<const Type*, 4> result;
  for (const TypeParam* param : params)
    result.push_back(at(param));
  return result;
}

const TypeParam* Unifier::asBound(const Type* t) const {
  const TypeParam* param = asTypeParam(t);
  return param && handles_.count(param) ? param : nullptr;
}

// From now on both stand for one type. False if both have one already.
bool Unifier::join(const TypeParam* x, const TypeParam* y) {
  unsigned hx = handles_.lookup(x), hy = handles_.lookup(y);
  if (hx == hy) return true;
  if (types_[hx] && types_[hy]) return false;
  unsigned keep = types_[hx] ? hx : hy, drop = keep == hx ? hy : hx;
  for (auto& entry : handles_)
    if (entry.second == drop) entry.second = keep;
  return true;
}

bool Unifier::unify(const Type* x, const Type* y, unsigned mode) {
  return nify(x, y, mode, nullptr);
}

bool Unifier::nify(const Type* x, const Type* y, unsigned mode, const InterfacePair* pairs) {
  if (!x || !y) return x == y;
  if (same(x, y)) return true;
  if (depth_ >= kDepthLimit) return false;
  ++depth_;
  bool result = nifyDifferent(x, y, mode, pairs);
  --depth_;
  return result;
}

bool Unifier::nifyDifferent(const Type* x, const Type* y, unsigned mode,
                            const InterfacePair* pairs) {
  // The operands are interchangeable: if there is a defined type one goes to y, if there is a bound
  // type parameter one goes to x.
  if (asNamed(x) || asBound(y)) std::swap(x, y);
  // Unless types must be the same, a defined type matches a type literal by its underlying type.
  const Named* defined = asNamed(y);
  bool matchInterfaces = context_.allows(21); // inexactly, by their methods
  if (!(mode & Exact) && defined && isTypeLit(x) && !(matchInterfaces && isInterface(x))) {
    y = underlying(defined);
    if (same(x, y)) return true;
  }
  const TypeParam *px = asBound(x), *py = asBound(y);
  if (px && py) return join(px, py) || nify(at(px), at(py), mode, pairs);
  if (px) return nifyBoundParam(px, y, mode, pairs);
  if (matchInterfaces && !(mode & Exact) && (asInterface(x) || asInterface(y)))
    return nifyInterfaces(x, y, mode, pairs);
  // Type parameters from here on are others' than ours; one, if any, goes to x.
  if (isTypeParam(y)) std::swap(x, y);
  // In an assignment only the outermost types may differ in name.
  unsigned elementMode = mode & Assign ? mode | Exact : mode;
  return nifyStructure(unalias(x), unalias(y), y, mode, elementMode, pairs);
}

bool Unifier::nifyBoundParam(const TypeParam* param, const Type* y, unsigned mode,
                             const InterfacePair* pairs) {
  const Type* x = at(param);
  if (!x) {
    set(param, y);
    return true;
  }
  if (!nify(x, y, mode, pairs)) return false;
  const Interface *xi = asInterface(x), *yi = asInterface(y);
  bool xDefined = asNamed(x), yDefined = asNamed(y);
  if (xi && yi) {
    // Two defined types must be one; else it is open which of them is meant. Method sets must be
    // equal.
    if (xDefined && yDefined) return identical(x, y);
    if (typeSetOf(xi).methods.size() != typeSetOf(yi).methods.size()) return false;
  } else if (xi || yi) {
    return false; // either could be meant, by the order of arguments
  }
  if (mode & Exact || xDefined) return true;
  // A defined type is preferred, and a channel with direction, so that the order of arguments does
  // not matter.
  const Chan* chan = asUnder<Chan>(y);
  if (yDefined || (chan && chan->dir != Chan::Both)) set(param, y);
  return true;
}

// At least one is an interface and the match is inexact: the methods of the smaller must be in the
// other.
bool Unifier::nifyInterfaces(const Type* x, const Type* y, unsigned, const InterfacePair* pairs) {
  const Interface *xi = asInterface(x), *yi = asInterface(y);
  if (xi && yi) {
    const TypeSet &a = typeSetOf(xi), &b = typeSetOf(yi);
    if (!sameTerms(a, b)) return false;
    for (const InterfacePair* p = pairs; p; p = p->previous)
      if ((p->x == xi && p->y == yi) || (p->x == yi && p->y == xi)) return true;
    InterfacePair here{xi, yi, pairs};
    llvm::ArrayRef<Func*> fewer = a.methods, more = b.methods;
    if (fewer.size() > more.size()) std::swap(fewer, more);
    return llvm::all_of(fewer, [&](const Func* m) {
      int i = methodIndex(more, m->package, m->name);
      return i >= 0 && nify(m->type, more[static_cast<size_t>(i)]->type, Exact, &here);
    });
  }
  const Interface* iface = xi ? xi : yi;
  const Type* other = xi ? y : x;
  return llvm::all_of(typeSetOf(iface).methods, [&](const Func* m) {
    auto* found = llvm::dyn_cast_or_null<Func>(
        lookupFieldOrMethod(context_, other, false, m->package, m->name).object);
    if (!found) return false;
    context_.resolve(found);
    return nify(m->type, found->type, Exact, pairs);
  });
}

bool Unifier::nifyTuples(const Tuple* x, const Tuple* y, unsigned mode,
                         const InterfacePair* pairs) {
  size_t n = x ? x->vars.size() : 0;
  if (n != (y ? y->vars.size() : 0)) return false;
  for (size_t i = 0; i < n; ++i)
    if (!nify(x->vars[i]->type, y->vars[i]->type, mode, pairs)) return false;
  return true;
}

bool Unifier::nifySignatures(const Signature* x, const Signature* y, unsigned mode,
                             const InterfacePair* pairs) {
  return x->variadic == y->variadic && nifyTuples(x->params, y->params, mode, pairs) &&
         nifyTuples(x->results, y->results, mode, pairs);
}

bool Unifier::nifyExactInterfaces(const Interface* x, const Interface* y,
                                  const InterfacePair* pairs) {
  const TypeSet &a = typeSetOf(x), &b = typeSetOf(y);
  if (!sameTerms(a, b) || a.methods.size() != b.methods.size()) return false;
  for (const InterfacePair* p = pairs; p; p = p->previous)
    if ((p->x == x && p->y == y) || (p->x == y && p->y == x)) return true;
  InterfacePair here{x, y, pairs};
  for (auto [f, g] : llvm::zip(a.methods, b.methods))
    if (!sameId(f, g->package, g->name) || !nify(f->type, g->type, Exact, &here)) return false;
  return true;
}

bool Unifier::nifyStructs(const Struct* x, const Struct* y, unsigned mode,
                          const InterfacePair* pairs) {
  if (x->fields.size() != y->fields.size()) return false;
  auto tag = [](const Struct* s, size_t i) {
    return s->tags.empty() ? llvm::StringRef() : s->tags[i];
  };
  for (size_t i = 0; i < x->fields.size(); ++i) {
    const Var *f = x->fields[i], *g = y->fields[i];
    if (f->embedded != g->embedded || tag(x, i) != tag(y, i) || !sameId(f, g->package, g->name) ||
        !nify(f->type, g->type, mode, pairs))
      return false;
  }
  return true;
}

bool Unifier::nifyNamed(const Named* x, const Named* y, unsigned mode, const InterfacePair* pairs) {
  // Arguments first: they may give types even if the origins differ, for better messages.
  if (x->typeArgs.size() != y->typeArgs.size()) return false;
  for (auto [a, b] : llvm::zip(x->typeArgs, y->typeArgs))
    if (!nify(a, b, mode, pairs)) return false;
  return identicalOrigin(x, y);
}

bool Unifier::nifyStructure(const Type* x, const Type* y, const Type* yOriginal, unsigned mode,
                            unsigned elementMode, const InterfacePair* pairs) {
  if (x->kind == TypeKind::TypeParam) {
    // Not one of ours: all we know of it is the underlying type that its types share.
    const Type* core = commonUnder(x);
    return core && nify(core, yOriginal, Assign, pairs);
  }
  if (x->kind != y->kind) return false;
  auto elements = [&](const Type* a, const Type* b) { return nify(a, b, elementMode, pairs); };
  switch (x->kind) {
  case TypeKind::Basic: return llvm::cast<Basic>(x)->basic == llvm::cast<Basic>(y)->basic;
  case TypeKind::Pointer:
    return elements(llvm::cast<Pointer>(x)->elem, llvm::cast<Pointer>(y)->elem);
  case TypeKind::Slice: return elements(llvm::cast<Slice>(x)->elem, llvm::cast<Slice>(y)->elem);
  case TypeKind::Array: {
    const auto *a = llvm::cast<Array>(x), *b = llvm::cast<Array>(y);
    bool lengths = a->length < 0 || b->length < 0 || a->length == b->length;
    return lengths && elements(a->elem, b->elem);
  }
  case TypeKind::Map:
    return elements(llvm::cast<Map>(x)->key, llvm::cast<Map>(y)->key) &&
           elements(llvm::cast<Map>(x)->elem, llvm::cast<Map>(y)->elem);
  case TypeKind::Chan: {
    const auto *a = llvm::cast<Chan>(x), *b = llvm::cast<Chan>(y);
    return (!(mode & Exact) || a->dir == b->dir) && elements(a->elem, b->elem);
  }
  case TypeKind::Struct:
    return nifyStructs(llvm::cast<Struct>(x), llvm::cast<Struct>(y), elementMode, pairs);
  case TypeKind::Tuple: return nifyTuples(llvm::cast<Tuple>(x), llvm::cast<Tuple>(y), mode, pairs);
  case TypeKind::Signature:
    return nifySignatures(llvm::cast<Signature>(x), llvm::cast<Signature>(y), elementMode, pairs);
  case TypeKind::Interface:
    return nifyExactInterfaces(llvm::cast<Interface>(x), llvm::cast<Interface>(y), pairs);
  case TypeKind::Named: return nifyNamed(llvm::cast<Named>(x), llvm::cast<Named>(y), mode, pairs);
  default: return false;
  }
}

} // namespace minigo
