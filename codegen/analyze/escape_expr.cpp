// Flows through expressions; see escape_builder.h.
#include "codegen/analyze/captures.h"
#include "codegen/analyze/escape_builder.h"
#include "codegen/analyze/eval_order.h"
#include "frontend/types/predicates.h"

#include "llvm/Support/SaveAndRestore.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

namespace {

const Var* localVariable(const ast::Expr* e) {
  auto* name = dyn_cast<ast::Ident>(e);
  auto* v = name ? dyn_cast_or_null<Var>(name->object) : nullptr;
  return v && v->varKind != VarKind::Package && v->varKind != VarKind::Field ? v : nullptr;
}

bool followsPointer(const ast::SelectorExpr* e) {
  return e->selection->indirect || asCommonUnder<Pointer>(e->x->type);
}

// Values whose conversion to an interface gc does not call an escape, or does not report.
bool isHeldInWord(const Type* t) {
  if (auto* basic = asCommonUnder<Basic>(t)) return !(basic->info & (kIsString | kIsComplex));
  return asCommonUnder<Pointer>(t) || asCommonUnder<Chan>(t) || asCommonUnder<Map>(t) ||
         asCommonUnder<Signature>(t);
}

// The length of the slice that a literal makes.
int64_t lengthOf(const ast::CompositeLit* e) {
  int64_t next = 0, length = 0;
  for (const ast::Expr* element : e->elements) {
    if (auto* pair = dyn_cast<ast::KeyValueExpr>(element))
      next = pair->key->constant->int64Value().value_or(INT32_MAX);
    length = std::max(length, ++next);
  }
  return length;
}

constexpr EscapeGraph::Hole kToHeap{EscapeGraph::kHeap, 0};

} // namespace

bool holdsAddress(const Type* t) {
  if (!t) return false;
  if (auto* basic = asCommonUnder<Basic>(t))
    return basic->basic == BasicKind::UnsafePointer || basic->basic == BasicKind::UntypedNil;
  if (auto* array = asCommonUnder<Array>(t)) return array->length != 0 && holdsAddress(array->elem);
  if (auto* s = asCommonUnder<Struct>(t))
    return llvm::any_of(s->fields, [](const Var* field) { return holdsAddress(field->type); });
  if (auto* tuple = dyn_cast<Tuple>(t))
    return llvm::any_of(tuple->vars, [](const Var* v) { return holdsAddress(v->type); });
  return true;
}

void EscapeBuilder::expr(Hole k, const ast::Expr* e) {
  e = ast::unparen(e);
  if (!e || e->mode == ast::Mode::TypeExpr || e->mode == ast::Mode::Constant ||
      e->mode == ast::Mode::NilValue || e->mode == ast::Mode::Builtin)
    return;
  if (k.derefs >= 0 && !holdsAddress(e->type)) k = {};
  switch (e->kind) {
  case ast::Kind::Ident:
    if (const Var* v = localVariable(e)) {
      use(v);
      flow(k, variable(v));
    }
    return;
  case ast::Kind::UnaryExpr: return unary(k, cast<ast::UnaryExpr>(e));
  case ast::Kind::BinaryExpr: return binary(cast<ast::BinaryExpr>(e));
  case ast::Kind::SelectorExpr: return selector(k, cast<ast::SelectorExpr>(e));
  case ast::Kind::IndexExpr: return index(k, cast<ast::IndexExpr>(e));
  case ast::Kind::SliceExpr: {
    auto* slice = cast<ast::SliceExpr>(e);
    for (const ast::Expr* operand : slice->operands)
      if (operand) discard(operand);
    return asCommonUnder<Array>(slice->x->type) ? address(k, slice->x) : expr(k, slice->x);
  }
  case ast::Kind::TypeAssertExpr: return expr(k, cast<ast::TypeAssertExpr>(e)->x);
  case ast::Kind::CallExpr: return call(k, cast<ast::CallExpr>(e));
  case ast::Kind::CompositeLit: return compositeLit(k, cast<ast::CompositeLit>(e));
  case ast::Kind::FuncLit: { // a value that nobody follows: on the heap
    Id closure = site(e, block_, ast::startPos(e));
    graph[closure].escapes = true;
    return funcLit(cast<ast::FuncLit>(e), closure);
  }
  default: return;
  }
}

void EscapeBuilder::unary(Hole k, const ast::UnaryExpr* e) {
  if (e->op == ast::Op::Mul) return expr(k.deref(), e->x);
  if (e->op != ast::Op::And) return discard(e->x);
  const ast::Expr* x = ast::unparen(e->x);
  if (isa<ast::CompositeLit>(x)) return expr({made(k, e, constantSize(x->type)), 0}, x);
  address(k, x);
}

void EscapeBuilder::binary(const ast::BinaryExpr* e) {
  // A comparison may convert one operand to the other's interface.
  const bool isComparison = e->op == ast::Op::Eql || e->op == ast::Op::Neq;
  auto operand = [&](const ast::Expr* x, const ast::Expr* other) {
    isComparison && other->type ? conversion({}, other->type, x) : discard(x);
  };
  operand(e->x, e->y);
  const bool isLogical = e->op == ast::Op::AndAnd || e->op == ast::Op::OrOr;
  llvm::SaveAndRestore atTimes(conditional_, conditional_ || isLogical);
  operand(e->y, e->x);
}

// k gets what assigning e to a variable of type `to` makes of it.
void EscapeBuilder::assignable(Hole k, const Type* to, const ast::Expr* e) {
  auto* lit = dyn_cast<ast::CompositeLit>(ast::unparen(e));
  if (lit && !lit->typeExpr && to && asCommonUnder<Pointer>(to))
    return expr(kToHeap, e); // &T elided
  conversion(k, to, e);
}

void EscapeBuilder::conversion(Hole k, const Type* to, const ast::Expr* e) {
  const Type* from = e->type;
  if (!to || !from || !asUnder<Interface>(to) || asUnder<Interface>(from) || isHeldInWord(from))
    return expr(k, e);
  expr({made(k, ast::unparen(e), constantSize(from), /*isBox=*/true), 0}, e);
}

void EscapeBuilder::selector(Hole k, const ast::SelectorExpr* e) {
  const ast::Selection* s = e->selection;
  if (!s || s->kind == ast::SelectionKind::Qualified || s->kind == ast::SelectionKind::MethodExpr)
    return;
  if (s->kind == ast::SelectionKind::Field) return expr(followsPointer(e) ? k.deref() : k, e->x);
  receiver(kToHeap, e); // a method value: called by whom nobody knows
}

// The receiver of a method, as the method gets it.
void EscapeBuilder::receiver(Hole k, const ast::SelectorExpr* e) {
  auto* method = dyn_cast_or_null<Func>(e->selection->object);
  const bool byPointer = method && method->pointerReceiver;
  if (byPointer && !followsPointer(e)) return address(k, e->x);
  if (!byPointer && followsPointer(e)) return expr(k.deref(), e->x);
  expr(k, e->x);
}

void EscapeBuilder::index(Hole k, const ast::IndexExpr* e) {
  if (!e->typeArgs.empty()) return;
  for (const ast::Expr* i : e->indices)
    discard(i);
  const Type* t = e->x->type;
  if (t && asCommonUnder<Map>(t)) return discard(e->x);
  expr(asCommonUnder<Slice>(t) || asCommonUnder<Pointer>(t) ? k.deref() : k, e->x);
}

void EscapeBuilder::compositeLit(Hole k, const ast::CompositeLit* e) {
  const Type* t = e->type;
  if (auto* slice = asCommonUnder<Slice>(t)) {
    const std::optional<int64_t> size = constantSize(slice->elem);
    const int64_t length = lengthOf(e);
    const bool fits = size && (*size == 0 || length <= INT32_MAX / *size);
    return elements({made(k, e, fits ? std::optional(*size * length) : std::nullopt), 0}, e, t);
  }
  if (asCommonUnder<Map>(t)) { // its entries are on the heap, always
    made(k, e, 0);
    return elements(kToHeap, e, t);
  }
  if (auto* pointer = asCommonUnder<Pointer>(t)) return elements(kToHeap, e, pointer->elem);
  elements(k, e, t);
}

// k gets what the values of e's fields or elements hold; t: the type that is made.
void EscapeBuilder::elements(Hole k, const ast::CompositeLit* e, const Type* t) {
  const Struct* s = asCommonUnder<Struct>(t);
  const Map* map = asCommonUnder<Map>(t);
  const Type* elem = map ? map->elem : nullptr;
  if (auto* array = asCommonUnder<Array>(t)) elem = array->elem;
  if (auto* slice = asCommonUnder<Slice>(t)) elem = slice->elem;
  size_t i = 0;
  for (const ast::Expr* element : e->elements) {
    auto* pair = dyn_cast<ast::KeyValueExpr>(element);
    const ast::Expr* value = pair ? pair->value : element;
    if (pair && map) assignable(k, map->key, pair->key);
    const Type* to = elem;
    if (s && !pair) to = s->fields[i]->type;
    if (s && pair) {
      for (const Var* field : s->fields)
        if (field->name == cast<ast::Ident>(pair->key)->name) to = field->type;
    }
    assignable(k, to, value);
    ++i;
  }
}

// k gets the address of the place e, a part of a variable or of what a pointer points to.
void EscapeBuilder::address(Hole k, const ast::Expr* e) {
  e = ast::unparen(e);
  if (auto* star = dyn_cast<ast::UnaryExpr>(e); star && star->op == ast::Op::Mul)
    return expr(k, star->x);
  if (auto* i = dyn_cast<ast::IndexExpr>(e); i && i->typeArgs.empty()) {
    for (const ast::Expr* operand : i->indices)
      discard(operand);
    const Type* t = i->x->type;
    return asCommonUnder<Slice>(t) || asCommonUnder<Pointer>(t) ? expr(k, i->x) : address(k, i->x);
  }
  auto* s = dyn_cast<ast::SelectorExpr>(e);
  if (s && s->selection && s->selection->kind == ast::SelectionKind::Field)
    return followsPointer(s) ? expr(k, s->x) : address(k, s->x);
  expr(k.address(), e);
}

EscapeBuilder::Hole EscapeBuilder::place(const ast::Expr* e) {
  e = ast::unparen(e);
  if (auto* name = dyn_cast<ast::Ident>(e)) {
    if (name->isBlank()) return {};
    const Var* v = localVariable(name);
    if (!v) return kToHeap;
    use(v);
    return {variable(v), 0};
  }
  if (auto* i = dyn_cast<ast::IndexExpr>(e)) {
    const Type* t = i->x->type;
    const Map* map = asCommonUnder<Map>(t);
    for (const ast::Expr* operand : i->indices)
      map ? assignable(kToHeap, map->key, operand) : discard(operand);
    if (asCommonUnder<Array>(t)) return place(i->x);
    discard(i->x);
    return kToHeap;
  }
  auto* s = dyn_cast<ast::SelectorExpr>(e);
  if (s && s->selection && s->selection->kind == ast::SelectionKind::Field && !followsPointer(s))
    return place(s->x);
  if (s)
    discard(s->x);
  else if (auto* star = dyn_cast<ast::UnaryExpr>(e))
    discard(star->x);
  return kToHeap;
}

} // namespace minigo
