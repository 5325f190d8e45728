// Interface types and unions (spec: Interface types).
#include "frontend/check/checker.h"

#include "frontend/types/method_set.h"

namespace minigo {

using namespace ast;

const Type* Checker::interfaceType(InterfaceTypeExpr* e, TypeName* def) {
  Interface* t = types_.newInterface();
  interfaces_.push_back({e, t});
  const Named* named = def && def->type ? asNamed(def->type) : nullptr;
  llvm::SmallVector<Func*, 8> methods;
  llvm::SmallVector<const Type*, 4> embedded;
  llvm::SmallVector<SourcePos, 4> positions;
  for (Field* f : e->elements) {
    if (!f->name) {
      positions.push_back(startPos(f->typeExpr));
      embedded.push_back(unionType(f->typeExpr));
      continue;
    }
    if (f->name->isBlank()) {
      error(f->name, diag::BlankMethod);
      continue;
    }
    auto* s = llvm::dyn_cast<Signature>(type(f->typeExpr));
    if (!s) continue;
    auto* signature = const_cast<Signature*>(s);
    signature->receiver = types_.newVar(VarKind::Receiver, f->name->pos, &package_, "",
                                        named ? static_cast<const Type*>(named) : t);
    auto* m = arena().make<Func>(f->name->pos, &package_, f->name->name, signature);
    f->name->object = m;
    methods.push_back(m);
  }
  llvm::sort(methods, [](const Func* a, const Func* b) { return methodId(a) < methodId(b); });
  t->methods = arena().copy<Func*>(methods);
  t->embedded = arena().copy<const Type*>(embedded);
  t->embeddedPos = arena().copy<SourcePos>(positions);
  t->complete = true;
  checkInterface(t, e->pos);
  return t;
}

// Computes the type set, which reports what is wrong with it, once all types are complete.
void Checker::checkInterface(Interface* t, SourcePos pos) {
  if (t->typeSet) return;
  if (t->methods.empty() && t->embedded.empty()) return;
  later([this, t, pos] {
    computeTypeSet(t, pos, this);
    if (!allows(go1_18)) checkElementVersions(t);
  });
}

// Before Go 1.18 interfaces embed interfaces only.
void Checker::checkElementVersions(const Interface* t) {
  for (size_t i = 0; i < t->embedded.size() && i < t->embeddedPos.size(); ++i) {
    const Type* element = t->embedded[i];
    if (!isValid(underlying(element))) continue;
    std::string what = "non-interface type ";
    if (llvm::isa<Union>(element))
      what = "interface element ";
    else if (isImportedConstraint(element))
      what = "constraint interface ";
    else if (isInterface(element))
      continue;
    versionError(t->embeddedPos[i], go1_18, "embedding " + what + show(element));
  }
}

void Checker::duplicateMethod(SourcePos pos, const Func* method, SourcePos otherPos,
                              const Func* other, bool embedded) {
  auto report = [this, pos, method, otherPos] {
    error(pos, diag::DuplicateInterfaceMethod, method->name, show(otherPos), method->name);
  };
  if (!embedded) return report();
  later([this, method, other, report] {
    if (!allows(go1_14) || !identical(method->type, other->type)) report();
  });
}

void Checker::tooManyTerms(SourcePos pos, unsigned limit) { error(pos, diag::TooManyTerms, limit); }

static void flattenUnion(Expr* e, llvm::SmallVectorImpl<Expr*>& terms,
                         llvm::SmallVectorImpl<Expr*>& unions) {
  while (auto* binary = llvm::dyn_cast<BinaryExpr>(e)) {
    if (binary->op != Op::Or) break;
    terms.push_back(binary->y);
    unions.push_back(binary);
    e = binary->x;
  }
  terms.push_back(e);
  std::reverse(terms.begin(), terms.end());
  std::reverse(unions.begin(), unions.end());
}

// An embedded element: a type, ~T, or a union of them.
const Type* Checker::unionType(Expr* e) {
  constexpr size_t kMaxTerms = 100;
  llvm::SmallVector<Expr*, 8> exprs, unions;
  flattenUnion(e, exprs, unions);
  llvm::SmallVector<Term, 8> terms;
  bool tooMany = false;
  for (Expr* x : exprs) {
    Term term = unionTerm(x);
    if (exprs.size() == 1 && !term.tilde) return term.type;
    if (terms.size() < kMaxTerms) {
      terms.push_back(term);
    } else if (!tooMany) {
      error(x, diag::TooManyTerms, kMaxTerms);
      tooMany = true;
    }
  }
  const Type* result = invalidType();
  if (!tooMany) {
    Union* u = arena().make<Union>(arena().copy<Term>(terms));
    later([this, u, exprs] { checkUnion(u, exprs); });
    result = u;
  }
  for (Expr* x : unions)
    recordType(x, result);
  return result;
}

Term Checker::unionTerm(Expr* e) {
  auto* unary = llvm::dyn_cast<UnaryExpr>(e);
  bool tilde = unary && unary->op == Op::Tilde;
  Expr* operand = tilde ? unary->x : e;
  const Type* t = type(operand);
  if (isTypeParam(t)) {
    if (tilde)
      error(operand, diag::TypeParamInTilde, e);
    else
      error(operand, diag::TypeParamAsTerm);
    t = invalidType();
  }
  Term term{tilde, t};
  if (tilde) recordType(e, arena().make<Union>(arena().copy<Term>({term})));
  return term;
}

void Checker::checkUnion(const Union* u, llvm::ArrayRef<Expr*> exprs) {
  // gc qualifies terms with the package path, that of its own too.
  auto spell = [&](const Term& t) {
    return (t.tilde ? "~" : "") + typeString(t.type, Qualifier{nullptr, &types_.sources, true});
  };
  for (size_t i = 0; i < u->terms.size(); ++i) {
    const Term& term = u->terms[i];
    if (!isValid(term.type)) continue;
    const Type* under = underlying(term.type);
    auto* iface = llvm::dyn_cast<Interface>(under);
    if (term.tilde && iface) {
      error(exprs[i], diag::TildeInterface, term.type);
    } else if (term.tilde && !identical(under, term.type)) {
      error(exprs[i], diag::TildeDefinedType, term.type, under);
    } else if (iface) {
      const TypeSet& set = typeSetOf(iface);
      if (!set.methods.empty())
        error(exprs[i], diag::UnionWithMethods, spell(term), spell(term));
      else if (term.type == universe().comparable)
        error(exprs[i], diag::UnionWithComparable);
      else if (set.comparable)
        error(exprs[i], diag::UnionEmbedsComparable, spell(term), spell(term));
    } else {
      for (const Term& other : u->terms.take_front(i))
        if (isValid(other.type) && !isInterface(other.type) && !termsDisjoint(other, term)) {
          error(exprs[i], diag::OverlappingTerms, spell(term), spell(other));
          break;
        }
    }
  }
}

} // namespace minigo
