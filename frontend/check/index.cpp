// Index expressions (spec: Index expressions) and instantiations in the same syntax.
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

// Checks x[i]. Returns true if x is a generic function, to be instantiated by the caller.
bool Checker::indexExpr(Operand& x, IndexExpr* e) {
  x = Operand();
  exprOrType(x, e->x, true);
  if (x.isInvalid()) {
    use(e->indices);
    return false;
  }
  if (x.mode == Mode::TypeExpr) {
    x.type = varType(e);
    if (!isValid(x.type)) x.invalidate();
    return false;
  }
  if (x.mode == Mode::Value) {
    auto* s = asUnder<Signature>(x.type);
    if (s && !s->typeParams.empty()) return true;
  }
  nonGeneric(x);
  if (x.isInvalid()) return false;

  int64_t length = -1;
  const Type* elem = nullptr;
  const Type* under = underlying(x.type);
  if (auto* m = llvm::dyn_cast<Map>(under)) {
    mapIndex(x, e, m->key, m->elem);
    return false;
  }
  if (isTypeParam(x.type)) {
    bool isMap = false;
    elem = indexTypeParam(x, e, length, isMap);
    if (isMap) return false;
  } else if (isString(under)) {
    elem = universe().byteType;
    if (x.isConstant()) length = x.value->stringValue().size();
    x.mode = Mode::Value;
  } else if (auto* a = llvm::dyn_cast<Array>(under)) {
    elem = a->elem;
    length = a->length;
    if (x.mode != Mode::Variable) x.mode = Mode::Value;
  } else if (auto* s = llvm::dyn_cast<Slice>(under)) {
    elem = s->elem;
    x.mode = Mode::Variable;
  } else if (auto* p = llvm::dyn_cast<Pointer>(under)) {
    if (auto* a = asUnder<Array>(p->elem)) {
      elem = a->elem;
      length = a->length;
      x.mode = Mode::Variable;
    }
  }
  if (!elem) {
    error(e->pos, diag::CannotIndex, x);
    use(e->indices);
    x.invalidate();
    return false;
  }
  x.type = elem;
  int64_t value;
  index(singleIndex(e), length, value);
  return false;
}

void Checker::mapIndex(Operand& x, IndexExpr* e, const Type* key, const Type* elem) {
  Operand k;
  expr(k, singleIndex(e));
  assignment(k, key, "map index");
  x.mode = Mode::MapIndex;
  x.type = elem;
  x.expr = e;
}

// The element type that all types of type parameter x's type set have, or null. Checks the whole
// expression if they are maps.
const Type* Checker::indexTypeParam(Operand& x, IndexExpr* e, int64_t& length, bool& isMap) {
  const Type* key = nullptr;
  const Type* elem = nullptr;
  Mode mode = Mode::Variable;
  bool ok = forAllInTypeSet(x.type, [&](const Type*, const Type* under) {
    const Type *k = nullptr, *el = nullptr;
    int64_t n = -1;
    if (!under) return false;
    auto* p = llvm::dyn_cast<Pointer>(under);
    if (auto* a = p ? asUnder<Array>(p->elem) : llvm::dyn_cast<Array>(under)) {
      n = a->length;
      el = a->elem;
      if (!p && x.mode != Mode::Variable) mode = Mode::Value;
    } else if (auto* s = llvm::dyn_cast<Slice>(under)) {
      el = s->elem;
    } else if (auto* m = llvm::dyn_cast<Map>(under)) {
      k = m->key;
      el = m->elem;
    } else if (isString(under)) {
      el = universe().byteType;
      mode = Mode::Value;
    }
    if (!el) return false;
    if (!elem) {
      length = n;
      key = k;
      elem = el;
      return true;
    }
    if (!key != !k || (k && !identical(key, k)) || !identical(elem, el)) return false;
    if (n >= 0 && n < length) length = n;
    return true;
  });
  if (!ok) return nullptr;
  if (key) {
    isMap = true;
    mapIndex(x, e, key, elem);
    return elem;
  }
  x.mode = mode;
  return elem;
}

Expr* Checker::singleIndex(IndexExpr* e) {
  if (e->indices.size() > 1) error(e->indices[1], diag::MoreThanOneIndex);
  return e->indices.front();
}

// Checks an index, below max unless that is negative. Returns false after an error; value is -1 if
// the index is not constant.
bool Checker::index(Expr* e, int64_t max, int64_t& value, const Type** type) {
  value = -1;
  Operand x;
  expr(x, e);
  if (!isValidIndex(x, "index", false)) return false;
  if (type) *type = x.type;
  if (!x.isConstant()) return true;
  if (x.value->kind() == ConstantKind::Unknown) return false;
  int64_t v = x.value->int64Value().value_or(0);
  if (max >= 0 && v >= max) {
    error(x, diag::IndexOutOfBounds, x.value->toString(), max);
    return false;
  }
  value = v;
  return true;
}

bool Checker::isValidIndex(Operand& x, llvm::StringRef what, bool allowNegative) {
  if (x.isInvalid()) return false;
  convertUntyped(x, basicType(BasicKind::Int));
  if (x.isInvalid()) return false;
  if (!allInteger(x.type)) {
    error(x, diag::IndexNotInteger, what, x);
    return false;
  }
  if (!x.isConstant()) return true;
  if (!allowNegative && x.value->sign() < 0) {
    error(x, diag::IndexNegative, what, x);
    return false;
  }
  if (!constants().representable(x.value, basicType(BasicKind::Int), &x.value)) {
    error(x, diag::IndexOverflowsInt, what, x);
    return false;
  }
  return true;
}

} // namespace minigo
