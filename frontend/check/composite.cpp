// Composite literals (spec: Composite literals).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

// The literal's type, and in *base the one that its elements belong to: &T{} may be elided to {}.
const Type* Checker::literalType(CompositeLit* e, const Type* hint, const Type** base) {
  const Type* t = invalidType();
  if (auto* array = llvm::dyn_cast_or_null<ArrayTypeExpr>(e->typeExpr); array && !array->length) {
    t = types_.arrayOf(-1, varType(array->elem)); // its length is that of the elements
  } else if (e->typeExpr) {
    t = type(e->typeExpr);
  } else if (hint) {
    t = hint;
    *base = t;
    if (auto* p = llvm::dyn_cast_or_null<Pointer>(commonUnder(t))) *base = p->elem;
    return t;
  } else {
    error(e, diag::UntypedLiteral);
  }
  *base = t;
  return t;
}

void Checker::compositeLit(Operand& x, CompositeLit* e, const Type* hint) {
  const Type* base = nullptr;
  const Type* t = literalType(e, hint, &base);
  bool isElement = !e->typeExpr && hint;
  const Type* common = commonUnder(base);
  if (auto* s = llvm::dyn_cast_or_null<Struct>(common)) {
    structLit(x, e, s, base);
  } else if (auto* a = llvm::dyn_cast_or_null<Array>(common)) {
    int64_t n = indexedElements(e->elements, a->elem, a->length);
    if (a->length < 0) {
      const_cast<Array*>(a)->length = n; // made by literalType
      if (e->typeExpr) recordType(e->typeExpr, a);
    }
  } else if (auto* slice = llvm::dyn_cast_or_null<Slice>(common)) {
    indexedElements(e->elements, slice->elem, -1);
  } else if (auto* m = llvm::dyn_cast_or_null<Map>(common)) {
    mapLit(x, e, m);
  } else {
    for (Expr* element : e->elements) {
      auto* kv = llvm::dyn_cast<KeyValueExpr>(element);
      use(kv ? kv->value : element);
    }
    if (!common || isValid(common)) {
      error(e, diag::InvalidLiteralType, isElement ? " element" : "", t,
            common ? "" : " (no common underlying type)");
      return x.invalidate();
    }
  }
  x.setValue(t);
}

void Checker::structLit(Operand& x, CompositeLit* e, const Struct* s, const Type* base) {
  if (e->elements.empty()) return;
  if (llvm::isa<KeyValueExpr>(e->elements.front())) {
    llvm::SmallVector<bool> seen(s->fields.size());
    for (Expr* element : e->elements)
      keyedField(x, element, s, base, seen);
    return;
  }
  for (size_t i = 0; i < e->elements.size(); ++i) {
    if (llvm::isa<KeyValueExpr>(e->elements[i])) {
      error(e->elements[i], diag::MixedStructLiteral);
      continue;
    }
    expr(x, e->elements[i]);
    if (i >= s->fields.size()) {
      error(x, diag::TooManyStructValues, base);
      break;
    }
    const Var* field = s->fields[i];
    if (!field->isExported() && field->package != &package_)
      error(x, diag::ImplicitUnexportedField, field->name, base);
    else
      assignment(x, field->type, "struct literal");
  }
  if (e->elements.size() < s->fields.size()) error(e->rbrace, diag::TooFewStructValues, base);
}

void Checker::keyedField(Operand& x, Expr* e, const Struct* s, const Type* base,
                         llvm::SmallVectorImpl<bool>& seen) {
  auto* kv = llvm::dyn_cast<KeyValueExpr>(e);
  if (!kv) return error(e, diag::MixedStructLiteral);
  auto* key = llvm::dyn_cast<Ident>(kv->key);
  int i = key ? fieldIndex(s->fields, &package_, key->name) : -1;
  expr(x, kv->value);
  if (!key) return error(kv, diag::InvalidFieldName, kv->key);
  if (i < 0) {
    int similar = fieldIndex(s->fields, &package_, key->name, true);
    return error(kv->key, diag::UnknownField,
                 lookupHint(base, key->name, similar >= 0 ? s->fields[similar] : nullptr, true));
  }
  key->object = s->fields[i];
  assignment(x, s->fields[i]->type, "struct literal");
  if (seen[i]) error(kv, diag::DuplicateFieldName, key->name);
  seen[i] = true;
}

// Equal for constants of equal value: 1, 1.0 and 1+0i are.
std::string Checker::constantKey(const Constant* c) {
  bool number = c->kind() != ConstantKind::Bool && c->kind() != ConstantKind::String;
  if (number) {
    const Constant* exact = constants().toInt(c);
    if (exact->kind() == ConstantKind::Unknown) exact = constants().toFloat(c);
    if (exact->kind() != ConstantKind::Unknown) c = exact;
  }
  return std::to_string(unsigned(c->kind())) + c->exactString();
}

void Checker::mapLit(Operand& x, CompositeLit* e, const Map* m) {
  // Keys of interface type are the same only if their types are, too.
  bool anyType = isNonTypeParamInterface(m->key);
  llvm::StringMap<llvm::SmallVector<const Type*, 1>> seen;
  for (Expr* element : e->elements) {
    auto* kv = llvm::dyn_cast<KeyValueExpr>(element);
    if (!kv) {
      error(element, diag::MissingMapKey);
      continue;
    }
    exprWithHint(x, kv->key, m->key);
    assignment(x, m->key, "map literal");
    if (x.isInvalid()) continue;
    if (x.isConstant()) {
      auto& types = seen[constantKey(x.value)];
      if (llvm::any_of(types, [&](const Type* t) { return !anyType || identical(t, x.type); })) {
        error(x, diag::DuplicateMapKey, x.value->toString());
        continue;
      }
      types.push_back(x.type);
    }
    exprWithHint(x, kv->value, m->elem);
    assignment(x, m->elem, "map literal");
  }
}

// Elements of an array (length >= 0) or slice; returns one more than the largest index.
int64_t Checker::indexedElements(ExprList elements, const Type* elem, int64_t length) {
  llvm::DenseSet<int64_t> seen;
  bool keyed = llvm::any_of(elements, [](Expr* e) { return llvm::isa<KeyValueExpr>(e); });
  int64_t i = 0, max = 0;
  for (Expr* e : elements) {
    bool valid = false;
    Expr* value = e;
    if (auto* kv = llvm::dyn_cast<KeyValueExpr>(e)) {
      int64_t key;
      if (index(kv->key, length, key)) {
        valid = key >= 0;
        if (valid)
          i = key;
        else
          error(e, diag::IndexNotConstant, kv->key);
      }
      value = kv->value;
    } else if (length >= 0 && i >= length) {
      error(e, diag::ElementOutOfBounds, i, length);
    } else {
      valid = true;
    }
    if (valid && keyed && !seen.insert(i).second) error(e, diag::DuplicateIndex, i);
    max = std::max(max, ++i);
    Operand x;
    exprWithHint(x, value, elem);
    assignment(x, elem, "array or slice literal");
  }
  return max;
}

} // namespace minigo
