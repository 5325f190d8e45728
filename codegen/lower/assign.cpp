// Assignments and short variable declarations (spec: Assignment statements).
#include "codegen/lower/func.h"

#include "frontend/types/constant_pool.h"
#include "frontend/types/identical.h"
#include "frontend/types/universe.h"

namespace minigo {

using llvm::ArrayRef;
using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

bool isBlank(const ast::Expr* e) {
  auto* name = dyn_cast<ast::Ident>(ast::unparen(e));
  return name && name->isBlank();
}

namespace {

bool isDeref(const cxx::Expr* x) {
  auto* unary = dyn_cast<cxx::UnaryExpr>(x);
  return unary && unary->op == cxx::UnaryOp::Deref;
}

cxx::BinaryOp assigning(ast::Op op) {
  switch (op) {
  case ast::Op::Add: return cxx::BinaryOp::AddAssign;
  case ast::Op::Sub: return cxx::BinaryOp::SubAssign;
  case ast::Op::Mul: return cxx::BinaryOp::MulAssign;
  case ast::Op::Div: return cxx::BinaryOp::DivAssign;
  case ast::Op::Rem: return cxx::BinaryOp::RemAssign;
  case ast::Op::And:
  case ast::Op::AndNot: return cxx::BinaryOp::AndAssign;
  case ast::Op::Or: return cxx::BinaryOp::OrAssign;
  case ast::Op::Xor: return cxx::BinaryOp::XorAssign;
  case ast::Op::Shl: return cxx::BinaryOp::ShlAssign;
  default: return cxx::BinaryOp::ShrAssign;
  }
}

} // namespace

void FunctionLowerer::assignStmt(const ast::AssignStmt* s) {
  if (s->incDec) return incDec(s);
  if (s->op != ast::Op::None) return assignOp(s);
  if (s->define) return define(s);
  if (s->lhs.size() > 1 && s->rhs.size() == 1) return assignTuple(s->lhs, {}, s->rhs[0]);
  if (s->lhs.size() > 1) return assignPairs(s);
  if (isBlank(s->lhs[0])) {
    Expr* x = s->rhs[0]->mode == ast::Mode::NilValue ? nullptr : expr(s->rhs[0]);
    if (x && !isLiteral(x)) emit(b.staticCast(b.voidType(), withoutNarrowing(x)));
    return;
  }
  Expr* to = place(s->lhs[0]);
  Expr* value = exprAs(s->rhs[0], s->lhs[0]->type);
  if (under<Array>(s->lhs[0]->type) && isDeref(to) && isDeref(value))
    return emit(b.rtCall("moveArray", {to, value}));
  // g++ makes T{…} in its place, and finds that before it evaluates the elements.
  if (isa<cxx::ConstructExpr>(value) && analysis.order.keepsEvent(s->rhs[0]) &&
      !isa<ast::Ident>(ast::unparen(s->lhs[0])))
    value = temp(value, s->lhs[0]->type, "value");
  emit(b.assign(to, value));
}

// Operands of index expressions and pointer indirections of a place are evaluated now, so that
// later assignments do not change which place it is.
cxx::Expr* FunctionLowerer::fixedPlace(const ast::Expr* e) {
  e = ast::unparen(e);
  auto fixed = [&](const ast::Expr* operand) -> Expr* {
    Expr* x = expr(operand);
    auto* address = dyn_cast<cxx::UnaryExpr>(x);
    const bool isReference =
        address && address->op == cxx::UnaryOp::AddressOf && isa<cxx::NameExpr>(address->x);
    return isLiteral(x) || isReference ? x : temp(x, operand->type, hintFor(operand));
  };
  if (auto* index = dyn_cast<ast::IndexExpr>(e)) {
    const Type* t = typeOf(index->x);
    if (const Map* m = asUnder<Map>(t)) {
      Expr* map = fixed(index->x);
      Expr* key = exactAs(index->indices[0], m->key);
      if (!isLiteral(key)) key = temp(key, m->key, "key");
      return b.methodCall(map, "slot", {key});
    }
    const FoundSlice* found = foundSlice(index->x);
    Expr* base = found               ? b.name(found->name)
                 : asUnder<Array>(t) ? fixedPlace(index->x)
                                     : fixed(index->x);
    if (asUnder<Pointer>(t)) base = derefValue(base);
    return b.index(base, fixed(index->indices[0]));
  }
  if (auto* star = dyn_cast<ast::UnaryExpr>(e); star && star->op == ast::Op::Mul)
    return derefValue(fixed(star->x));
  auto* selector = dyn_cast<ast::SelectorExpr>(e);
  if (selector && selector->selection && selector->selection->kind == ast::SelectionKind::Field) {
    const Type* t = typeOf(selector->x);
    const Type* end = nullptr;
    Expr* base = asUnder<Pointer>(t) ? fixed(selector->x) : fixedPlace(selector->x);
    return fieldOf(base, t, selector->selection->path, &end);
  }
  return place(e);
}

// Whether evaluating e reads v.
bool FunctionLowerer::refersTo(const ast::Expr* e, const Var* v) {
  bool found = false;
  ast::walk(const_cast<ast::Expr*>(e), [&](ast::Node* n) {
    auto* name = dyn_cast<ast::Ident>(n);
    found |= name && name->object == v;
    return !found;
  });
  return found;
}

// Whether assigning to `to` can change what `e`, evaluated afterwards, gives.
bool FunctionLowerer::assignmentAffects(const ast::Expr* to, const ast::Expr* e) {
  if (isBlank(to) || e->mode == ast::Mode::Constant || e->mode == ast::Mode::NilValue) return false;
  if (analysis.order.readsState(e)) return true;
  const Var* v = rootVariable(to);
  return v && refersTo(e, v);
}

// a, b = x, y in two phases: first the operands of the places on the left and all values, then the
// assignments from left to right. Only what an earlier assignment could change, or what can panic,
// needs a temporary.
void FunctionLowerer::assignPairs(const ast::AssignStmt* s) {
  const size_t n = s->lhs.size();
  Exprs places;
  for (size_t i = 0; i < n; ++i) {
    bool moved = false;
    for (size_t j = 0; j < i; ++j)
      moved |= !isBlank(s->lhs[i]) && assignmentAffects(s->lhs[j], s->lhs[i]) &&
               !isa<ast::Ident>(ast::unparen(s->lhs[i]));
    places.push_back(isBlank(s->lhs[i]) ? nullptr : moved ? placeForLater(s, i) : place(s->lhs[i]));
  }
  Exprs values(n, nullptr);
  for (size_t i = 0; i < n; ++i) {
    const Type* t = isBlank(s->lhs[i]) ? typeOf(s->rhs[i]) : typeOf(s->lhs[i]);
    values[i] = exprAs(s->rhs[i], t);
    bool affected = false;
    for (size_t j = 0; j < i; ++j)
      affected |= assignmentAffects(s->lhs[j], s->rhs[i]);
    if (affected && !isLiteral(values[i])) values[i] = temp(values[i], t, hintFor(s->rhs[i]));
  }
  for (size_t i = 0; i < n; ++i) {
    if (places[i])
      emit(b.assign(places[i], values[i]));
    else if (!isSimple(values[i]))
      emit(b.staticCast(b.voidType(), values[i]));
  }
}

// The i-th place of a parallel assignment, of which earlier assignments could change an operand.
// Reading an operand again is fine where only memory behind it changes: xs[i] in
// `xs[i], xs[j] = xs[j], xs[i]`.
cxx::Expr* FunctionLowerer::placeForLater(const ast::AssignStmt* s, size_t i) {
  bool operandsChange = false;
  for (const ast::Expr* operand : operandsOf(ast::unparen(s->lhs[i]))) {
    for (size_t j = 0; j < i; ++j)
      operandsChange |= assignmentAffects(s->lhs[j], operand);
  }
  return operandsChange ? fixedPlace(s->lhs[i]) : place(s->lhs[i]);
}

void FunctionLowerer::incDec(const ast::AssignStmt* s) {
  bool inc = s->op == ast::Op::Add;
  if (asUnder<Basic>(typeOf(s->lhs[0]))->info & kIsComplex) {
    Expr* x = fixedPlace(s->lhs[0]); // it is named twice
    Expr* one = b.construct(l.type(s->lhs[0]->type), {b.integer(1), b.integer(0)});
    return emit(b.assign(x, b.binary(inc ? cxx::BinaryOp::Add : cxx::BinaryOp::Sub, x, one)));
  }
  Expr* x = place(s->lhs[0]);
  emit(b.unary(inc ? cxx::UnaryOp::PreInc : cxx::UnaryOp::PreDec, x));
}

// What the panics of an expression can be about. Early: it holds what gc evaluates before the rest
// (calls, slices, type assertions), so that whatever else may panic comes later.
struct FunctionLowerer::Panics {
  bool index = false, nil = false, arithmetic = false, early = false;
  bool any() const { return index || nil || arithmetic; }
};

FunctionLowerer::Panics FunctionLowerer::panicsOf(const ast::Expr* e) {
  Panics panics;
  ast::walk(const_cast<ast::Expr*>(e), [&](ast::Node* node) {
    auto* x = dyn_cast<ast::Expr>(node);
    if (x && (x->mode == ast::Mode::Constant || x->mode == ast::Mode::TypeExpr)) return false;
    if (x && analysis.order.isHoisted(x)) return false; // it is a temporary already
    if (auto* index = dyn_cast<ast::IndexExpr>(node)) {
      panics.index |= index->typeArgs.empty() && !isInRange(index);
    } else if (auto* unary = dyn_cast<ast::UnaryExpr>(node)) {
      panics.nil |= unary->op == ast::Op::Mul;
    } else if (auto* selector = dyn_cast<ast::SelectorExpr>(node)) {
      panics.nil |= selector->selection && !references_.contains(variableIn(selector->x)) &&
                    selector->selection->kind == ast::SelectionKind::Field &&
                    asUnder<Pointer>(typeOf(selector->x));
    } else if (auto* binary = dyn_cast<ast::BinaryExpr>(node)) {
      const bool isShift = binary->op == ast::Op::Shl || binary->op == ast::Op::Shr;
      const bool isDivision = binary->op == ast::Op::Div || binary->op == ast::Op::Rem;
      panics.arithmetic |= (isShift || isDivision) && binary->y->mode != ast::Mode::Constant &&
                           asUnder<Basic>(typeOf(binary->y))->info & kIsInteger;
    } else if (auto* call = dyn_cast<ast::CallExpr>(node)) {
      panics.early |= !isConversion(call);
    } else {
      panics.early |= isa<ast::SliceExpr, ast::TypeAssertExpr>(node);
    }
    return true;
  });
  return panics;
}

// Whether this element is there without question: of an array at a constant index, or of a slice
// that a loop around counts through.
bool FunctionLowerer::isInRange(const ast::IndexExpr* e) {
  const Type* t = typeOf(e->x);
  if (asUnder<Map>(t)) return true;
  if (asUnder<Array>(t)) return e->indices[0]->mode == ast::Mode::Constant;
  const Var* v = variableIn(e->x);
  return v && counted_.var && variableIn(e->indices[0]) == counted_.var && counted_.measured == v;
}

// Whether `to op= value` must look at the place first: both may panic, and not about the same. C++
// evaluates the right side first.
bool FunctionLowerer::panicsFirst(const ast::Expr* to, const ast::Expr* value) {
  auto* index = dyn_cast<ast::IndexExpr>(ast::unparen(to));
  if (index && asUnder<Map>(typeOf(index->x))) return false;
  const Panics left = panicsOf(to);
  if (!left.any() || value->mode == ast::Mode::Constant) return false;
  const Panics right = panicsOf(value);
  return !right.early && (right.index || right.arithmetic || (right.nil && left.index));
}

void FunctionLowerer::assignOp(const ast::AssignStmt* s) {
  const Type* t = typeOf(s->lhs[0]);
  const Basic* basic = asUnder<Basic>(t);
  const ast::Expr* rhs = s->rhs[0];
  bool isShift = s->op == ast::Op::Shl || s->op == ast::Op::Shr;
  bool isInteger = basic->info & kIsInteger;
  bool checked = false; // needs a call of the runtime
  if (isShift) {
    std::optional<uint64_t> n;
    if (rhs->mode == ast::Mode::Constant)
      n = l.program.constants->toInt(rhs->constant)->uint64Value();
    checked = !n || *n >= l.sizeOf(t) * 8;
  } else if (isInteger && (s->op == ast::Op::Div || s->op == ast::Op::Rem)) {
    checked = rhs->mode != ast::Mode::Constant || rhs->constant->int64Value() == int64_t(-1);
  }
  if (checked || basic->info & kIsComplex) {
    // The place is named twice: its operands must be evaluated once.
    const bool isFirst = panicsFirst(s->lhs[0], rhs);
    Expr* to = isFirst || isa<ast::Ident>(ast::unparen(s->lhs[0])) ? place(s->lhs[0])
                                                                   : fixedPlace(s->lhs[0]);
    if (isFirst) to = tempOf(to, b.reference(l.type(t)), hintFor(s->lhs[0]));
    Expr* from = to;
    // The operation may panic, and then a map must not have a new entry.
    if (auto* slot = dyn_cast<cxx::CallExpr>(to))
      from = b.methodCall(cast<cxx::MemberExpr>(slot->callee)->base, "get", slot->args);
    Expr* value = isShift ? shift(s->op, from, rhs, t)
                          : arithmetic(s->op, from, exprAs(rhs, t), t,
                                       rhs->mode == ast::Mode::Constant ? rhs->constant : nullptr);
    return emit(b.assign(to, withoutNarrowing(value)));
  }
  Expr* to = place(s->lhs[0]);
  Expr* value = isShift
                    ? b.integer(int64_t(*l.program.constants->toInt(rhs->constant)->uint64Value()))
                    : exprAs(rhs, t);
  if (s->op == ast::Op::AndNot) value = b.unary(cxx::UnaryOp::BitNot, value);
  if (panicsFirst(s->lhs[0], rhs)) to = tempOf(to, b.reference(l.type(t)), hintFor(s->lhs[0]));
  emit(b.binary(assigning(s->op), to, value));
}

void FunctionLowerer::define(const ast::AssignStmt* s) {
  if (s->lhs.size() > 1 && s->rhs.size() == 1) return assignTuple(s->lhs, s->newVars, s->rhs[0]);
  const size_t n = s->lhs.size();
  auto* only = n == 1 ? dyn_cast_or_null<Var>(s->newVars[0]) : nullptr;
  if (only && isReference(only, s->rhs[0])) return declareReference(only, s->rhs[0]);
  Exprs values;
  llvm::SmallVector<const Type*, 4> types;
  for (size_t i = 0; i < n; ++i) {
    auto* v = dyn_cast_or_null<Var>(s->newVars[i]);
    types.push_back(v ? v->type : isBlank(s->lhs[i]) ? typeOf(s->rhs[i]) : s->lhs[i]->type);
    Expr* value = v && n == 1 ? initialValue(v, s->rhs[i]) : exprAs(s->rhs[i], types[i]);
    // An old variable that is assigned to before may occur in this value, or in what it calls.
    bool affected = false;
    for (size_t j = 0; j < i; ++j)
      affected |= !s->newVars[j] && !isBlank(s->lhs[j]) &&
                  (analysis.order.hasEvent(s->rhs[i]) || assignmentAffects(s->lhs[j], s->rhs[i]));
    if (affected && !isLiteral(value)) value = temp(value, types[i], hintFor(s->rhs[i]));
    values.push_back(value);
  }
  for (size_t i = 0; i < n; ++i) {
    if (auto* v = dyn_cast_or_null<Var>(s->newVars[i]))
      declareVar(v, values[i]);
    else if (!isBlank(s->lhs[i]))
      emit(b.assign(place(s->lhs[i]), values[i]));
    else if (!isSimple(values[i]))
      emit(b.staticCast(b.voidType(), values[i]));
  }
}

// The values of an expression that gives several: of a call, or with `ok`.
cxx::Expr* FunctionLowerer::commaOk(const ast::Expr* e) {
  e = ast::unparen(e);
  if (auto* index = dyn_cast<ast::IndexExpr>(e)) return mapIndex(index, true);
  if (auto* assertion = dyn_cast<ast::TypeAssertExpr>(e)) return typeAssert(assertion, true);
  if (auto* unary = dyn_cast<ast::UnaryExpr>(e)) return receive(unary, true);
  return plain(e);
}

// `auto [a, b] = f();` where all are new variables, else one by one from a temporary.
void FunctionLowerer::bindTuple(ArrayRef<const Var*> vars, Expr* value) {
  unsigned named = 0, first = 0;
  bool onHeap = false;
  for (unsigned i = 0; i < vars.size(); ++i) {
    if (vars[i]->name == "_") continue;
    if (named++ == 0) first = i;
    onHeap |= analysis.onHeap(vars[i]);
  }
  if (named == 0) return emit(b.staticCast(b.voidType(), value));
  if (named == 1 && isa<cxx::CallExpr>(value))
    return declareVar(vars[first], b.member(value, b.names.result(first)));
  if (!onHeap) {
    llvm::SmallVector<Name, 4> names;
    for (const Var* v : vars) {
      fn_->declared.insert(v);
      names.push_back(v->name == "_" ? locals_.temp("unused") : locals_.declare(v));
    }
    cxx::BindingStmt* binding = b.binding(names, value);
    bindings_.push_back({binding, vars.vec()});
    return emit(binding);
  }
  Expr* all = tempOf(value, b.autoType(), "results");
  for (unsigned i = 0; i < vars.size(); ++i)
    declareVar(vars[i], b.member(all, b.names.result(i)));
}

// var a, b T = f(): T may be another type than that of f's results.
void FunctionLowerer::declareTuple(ArrayRef<const Var*> vars, const ast::Expr* rhs,
                                   ArrayRef<const Type*> types) {
  bool same = true;
  for (size_t i = 0; i < vars.size(); ++i)
    same &= identical(l.resolve(vars[i]->type), types[i]);
  if (same) return bindTuple(vars, commaOk(rhs));
  Expr* all = tempOf(commaOk(rhs), b.autoType(), hintFor(rhs));
  for (unsigned i = 0; i < vars.size(); ++i)
    declareVar(vars[i], converted(b.member(all, b.names.result(i)), types[i], vars[i]->type));
}

void FunctionLowerer::assignTuple(ast::ExprList lhs, ArrayRef<Object*> newVars,
                                  const ast::Expr* rhs) {
  llvm::SmallVector<const Var*, 4> vars;
  for (size_t i = 0; i < lhs.size() && i < newVars.size(); ++i) {
    if (newVars[i]) vars.push_back(cast<Var>(newVars[i]));
  }
  auto types = tupleTypes(rhs, lhs.size());
  if (vars.size() == lhs.size()) return declareTuple(vars, rhs, types);

  Exprs places;
  for (size_t i = 0; i < lhs.size(); ++i) {
    bool isNew = i < newVars.size() && newVars[i];
    // The call may change what the operands of a place are.
    places.push_back(isNew || isBlank(lhs[i])                ? nullptr
                     : isa<ast::Ident>(ast::unparen(lhs[i])) ? place(lhs[i])
                                                             : fixedPlace(lhs[i]));
  }
  Expr* value = commaOk(rhs);
  unsigned used = 0;
  for (size_t i = 0; i < lhs.size(); ++i)
    used += places[i] || (i < newVars.size() && newVars[i] && !isBlank(lhs[i]));
  if (used == 0) return emit(b.staticCast(b.voidType(), value));
  if (used > 1) value = tempOf(value, b.autoType(), hintFor(rhs));
  for (size_t i = 0; i < lhs.size(); ++i) {
    Expr* part = b.member(value, b.names.result(unsigned(i)));
    if (auto* v = i < newVars.size() ? dyn_cast_or_null<Var>(newVars[i]) : nullptr)
      used > 1 || v->name != "_" ? declareVar(v, converted(part, types[i], v->type)) : void();
    else if (places[i])
      emit(b.assign(places[i], converted(part, types[i], lhs[i]->type)));
  }
}

// Types of the values that rhs gives in an assignment to n places.
llvm::SmallVector<const Type*, 4> FunctionLowerer::tupleTypes(const ast::Expr* rhs, size_t n) {
  llvm::SmallVector<const Type*, 4> types;
  const Type* t = typeOf(rhs);
  if (auto* tuple = dyn_cast<Tuple>(t)) {
    for (const Var* v : tuple->vars)
      types.push_back(l.resolve(v->type));
    return types;
  }
  types.push_back(t);
  types.resize(n, basicType(BasicKind::Bool));
  return types;
}

} // namespace minigo
