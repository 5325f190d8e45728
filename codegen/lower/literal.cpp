// Composite literals (spec: Composite literals).
#include "codegen/lower/func.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

namespace {

// Elements of a keyed literal may be spread this much wider than there are values before the
// literal is built by assignments.
constexpr int64_t kSparseFactor = 8;
constexpr int64_t kSmallLength = 64;

struct Indexed {
  int64_t index;
  const ast::Expr* value;
};

// The elements of an array or slice literal with their indices; *length: one beyond the largest.
llvm::SmallVector<Indexed, 8> indexedElements(const ast::CompositeLit* e, int64_t* length) {
  llvm::SmallVector<Indexed, 8> elements;
  int64_t next = 0;
  *length = 0;
  for (const ast::Expr* element : e->elements) {
    if (auto* pair = dyn_cast<ast::KeyValueExpr>(element)) {
      next = *pair->key->constant->int64Value();
      element = pair->value;
    }
    elements.push_back({next++, element});
    *length = std::max(*length, next);
  }
  return elements;
}

} // namespace

cxx::Expr* FunctionLowerer::compositeLit(const ast::CompositeLit* e, const Type* t) {
  t = l.resolve(t);
  if (const Struct* s = asUnder<Struct>(t)) return structLit(e, t, s);
  if (const Map* m = asUnder<Map>(t)) return mapLit(e, t, m);
  if (const Array* array = asUnder<Array>(t)) return elementsLit(e, t, array->elem, array->length);
  if (const Slice* slice = asUnder<Slice>(t)) return elementsLit(e, t, slice->elem, -1);
  // &T{…} with the & elided inside a literal of pointers.
  const Type* elem = asUnder<Pointer>(t)->elem;
  return newObject(e, elem, compositeLit(e, elem));
}

// An element or field: exactly of the C++ type, because braces do not narrow.
cxx::Expr* FunctionLowerer::elementAs(const ast::Expr* e, const Type* t) {
  auto* lit = dyn_cast<ast::CompositeLit>(ast::unparen(e));
  if (lit && !lit->typeExpr && !analysis.order.isHoisted(lit))
    return exactType(compositeLit(lit, t), l.resolve(t));
  if (e->mode == ast::Mode::NilValue) return b.null();
  const Basic* basic = under<Basic>(t);
  if (basic && e->mode == ast::Mode::Constant) return constant(e->constant, t, e);
  return exactAs(e, t);
}

cxx::Expr* FunctionLowerer::structLit(const ast::CompositeLit* e, const Type* t, const Struct* s) {
  llvm::SmallVector<const ast::Expr*, 8> values;
  llvm::SmallVector<unsigned, 8> fields;
  for (const ast::Expr* element : e->elements) {
    auto* pair = dyn_cast<ast::KeyValueExpr>(element);
    unsigned i = unsigned(values.size());
    if (pair) {
      auto* key = cast<ast::Ident>(pair->key);
      for (i = 0; s->fields[i]->name != key->name;)
        ++i;
    }
    fields.push_back(i);
    values.push_back(pair ? pair->value : element);
  }
  Exprs lowered = inSequence(
      values, [&](size_t i) { return elementAs(values[i], s->fields[fields[i]]->type); });
  if (!e->hasKeys) return b.construct(l.type(t), lowered);
  // C++ wants designators in the order of the fields.
  llvm::SmallVector<cxx::Init, 8> inits;
  for (unsigned field = 0; field < s->fields.size(); ++field) {
    for (size_t i = 0; i < fields.size(); ++i) {
      if (fields[i] == field) inits.push_back({l.field(s, field), lowered[i]});
    }
  }
  return b.constructFields(l.type(t), inits);
}

cxx::Expr* FunctionLowerer::elementsLit(const ast::CompositeLit* e, const Type* t, const Type* elem,
                                        int64_t arrayLength) {
  int64_t length = 0;
  auto elements = indexedElements(e, &length);
  bool isSlice = arrayLength < 0;
  if (elements.empty())
    return isSlice ? static_cast<Expr*>(b.rtCall("makeSlice", {l.type(elem)}, {b.integer(0)}))
                   : b.construct(l.type(t));
  if (length > kSmallLength && length > kSparseFactor * int64_t(elements.size()))
    return sparseLit(e, t, elem, isSlice ? length : arrayLength);
  llvm::SmallVector<const ast::Expr*, 8> values;
  for (const Indexed& element : elements)
    values.push_back(element.value);
  Exprs lowered = inSequence(values, [&](size_t i) { return elementAs(values[i], elem); });
  Exprs placed(size_t(length), nullptr);
  for (size_t i = 0; i < elements.size(); ++i)
    placed[size_t(elements[i].index)] = lowered[i];
  for (Expr*& value : placed)
    if (!value) value = exactType(l.zero(elem), l.resolve(elem));
  if (!isSlice) return b.construct(l.type(t), placed);
  return newSlice(e, elem, placed);
}

// A few elements of a long array or slice: assigned one by one.
cxx::Expr* FunctionLowerer::sparseLit(const ast::CompositeLit* e, const Type* t, const Type* elem,
                                      int64_t length) {
  int64_t used = 0;
  auto elements = indexedElements(e, &used);
  Expr* empty = asUnder<Array>(t) ? static_cast<Expr*>(b.construct(l.type(t)))
                                  : b.rtCall("makeSlice", {l.type(elem)}, {b.integer(length)});
  Expr* whole = tempOf(empty, l.type(t), "elements");
  for (const Indexed& element : elements) {
    Expr* value = elementAs(element.value, elem);
    emit(b.assign(b.index(whole, b.integer(element.index)), value));
  }
  return whole;
}

cxx::Expr* FunctionLowerer::mapLit(const ast::CompositeLit* e, const Type* t, const Map* m) {
  if (e->elements.empty())
    return b.rtCall("makeMap", {l.type(m->key), l.type(m->elem)}, {l.typeDescriptor(t)});
  llvm::SmallVector<const ast::Expr*, 8> operands;
  for (const ast::Expr* element : e->elements) {
    operands.push_back(cast<ast::KeyValueExpr>(element)->key);
    operands.push_back(cast<ast::KeyValueExpr>(element)->value);
  }
  Exprs lowered = inSequence(
      operands, [&](size_t i) { return elementAs(operands[i], i % 2 == 0 ? m->key : m->elem); },
      /*group=*/2);
  Exprs entries;
  for (size_t i = 0; i < lowered.size(); i += 2)
    entries.push_back(b.initList({lowered[i], lowered[i + 1]}));
  return b.rtCall("mapOf", {l.type(m->key), l.type(m->elem)},
                  {l.typeDescriptor(t), b.initList(entries, entries.size() > 4)});
}

} // namespace minigo
