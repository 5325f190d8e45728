// for … range (spec: For statements with range clause). The range expression is evaluated once.
#include "codegen/lower/func.h"

#include "frontend/types/universe.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

void FunctionLowerer::rangeStmt(const ast::RangeStmt* s) {
  LocalNames::Scope scope(locals_);
  Sink sink(*this);
  LoopScope slices(*this, s);
  const Type* t = typeOf(s->x);
  const Basic* basic = asUnder<Basic>(t);
  const Pointer* pointer = asUnder<Pointer>(t);
  if (basic && basic->info & kIsInteger)
    rangeInt(s);
  else if (basic)
    rangeString(s);
  else if (asUnder<Map>(t))
    rangeMap(s);
  else if (asUnder<Signature>(t))
    rangeFunc(s);
  else if (pointer || asUnder<Array>(t))
    rangeArray(s, under<Array>(pointer ? pointer->elem : t));
  else if (asUnder<Slice>(t))
    rangeSlice(s);
  else
    rangeFor(s, 0, expr(s->x), under<Chan>(s->x->type)->elem);
  Stmts stmts = sink.take();
  bool needsBlock = stmts.size() > 1 && llvm::any_of(stmts, [](cxx::Stmt* p) {
                      return isa<cxx::VarStmt>(p) || isa<cxx::BindingStmt>(p);
                    });
  if (needsBlock) return emit(blockOf(stmts));
  statements_.insert(statements_.end(), stmts.begin(), stmts.end());
}

// The i-th left side, or null if it is absent or blank.
const ast::Expr* FunctionLowerer::rangeTarget(const ast::RangeStmt* s, unsigned i) {
  if (i >= s->lhs.size()) return nullptr;
  auto* name = dyn_cast<ast::Ident>(ast::unparen(s->lhs[i]));
  return name && name->isBlank() ? nullptr : s->lhs[i];
}

// The variable that the range clause declares at i, or null.
const Var* FunctionLowerer::rangeVar(const ast::RangeStmt* s, unsigned i) {
  if (!s->define || !rangeTarget(s, i)) return nullptr;
  return dyn_cast_or_null<Var>(s->newVars[i]);
}

// At the start of the body: gives the i-th left side its value.
void FunctionLowerer::bindRange(const ast::RangeStmt* s, unsigned i, Expr* value, const Type* t) {
  if (const Var* v = rangeVar(s, i)) return declareVar(v, value);
  const ast::Expr* target = rangeTarget(s, i);
  if (!target) return;
  Expr* to = i == 1 && secondPlace_ ? secondPlace_ : place(target);
  secondPlace_ = nullptr;
  // The operands of the second place are evaluated before the first assignment.
  const ast::Expr* second = i == 0 && !s->define ? rangeTarget(s, 1) : nullptr;
  if (second && assignmentAffects(target, second) && !isa<ast::Ident>(ast::unparen(second)))
    secondPlace_ = fixedPlace(second);
  emit(b.assign(to, converted(value, t, target->type)));
}

// A range variable may be the C++ loop's own if the body cannot change or keep it.
bool FunctionLowerer::canBeCounter(const Var* v) {
  VariableFacts facts = analysis.variables.of(v);
  return !facts.reassigned && !facts.addressTaken;
}

// Whether a loop may read x again in each iteration instead of keeping a copy.
bool FunctionLowerer::isUnchangedIn(const ast::Expr* x, const ast::Stmt* body) {
  auto* name = dyn_cast<ast::Ident>(ast::unparen(x));
  auto* v = name ? dyn_cast_or_null<Var>(name->object) : nullptr;
  return v && !analysis.order.isShared(v) && !assignsTo(body, v);
}

void FunctionLowerer::rangeInt(const ast::RangeStmt* s) {
  SourcePos pos = ast::startPos(s);
  const Var* v = rangeVar(s, 0);
  const Type* t = v ? v->type : typeOf(s->x);
  if (!v && rangeTarget(s, 0)) t = typeOf(s->lhs[0]);
  Expr* limit = s->x->mode == ast::Mode::Constant ? constant(s->x->constant, t, s->x) : expr(s->x);
  bool keep = isLiteral(limit) || isUnchangedIn(s->x, s->body);
  bool counterIsVar = v && canBeCounter(v);
  Name counter =
      counterIsVar ? locals_.declare(v) : locals_.temp(v ? v->name : llvm::StringRef("i"));
  if (counterIsVar) {
    fn_->declared.insert(v);
    used_.insert(v);
  }
  cxx::VarStmt* init = b.varStmt(l.type(t), counter, b.integer(0));
  llvm::SmallVector<cxx::VarStmt*, 1> more;
  if (!keep) {
    Name n = locals_.temp("n");
    more.push_back(b.varStmt(l.type(t), n, withoutNarrowing(limit)));
    limit = b.name(n);
  }
  Stmts before;
  {
    Sink sink(*this);
    if (!counterIsVar) bindRange(s, 0, b.name(counter), t);
    before = sink.take();
  }
  cxx::BlockStmt* body = loopBody(s, s->body, before);
  emitLoop(b.forStmt(init, b.binary(cxx::BinaryOp::Less, b.name(counter), limit),
                     b.unary(cxx::UnaryOp::PreInc, b.name(counter)), body, more),
           pos);
}

// The loop over indices 0 to limit-1; `element` gives the value at an index.
void FunctionLowerer::rangeIndices(const ast::RangeStmt* s, Expr* limit, bool keepLimit,
                                   const Type* elem, llvm::function_ref<Expr*(Expr*)> element) {
  SourcePos pos = ast::startPos(s);
  const Type* intType = basicType(BasicKind::Int);
  const Var* key = rangeVar(s, 0);
  bool counterIsVar = key && canBeCounter(key);
  Name counter =
      counterIsVar ? locals_.declare(key) : locals_.temp(key ? key->name : llvm::StringRef("i"));
  if (counterIsVar) {
    fn_->declared.insert(key);
    used_.insert(key);
  }
  llvm::SmallVector<cxx::VarStmt*, 1> more;
  if (!keepLimit) {
    Name n = locals_.temp("n");
    more.push_back(b.varStmt(l.type(intType), n, limit));
    limit = b.name(n);
  }
  cxx::VarStmt* init = b.varStmt(l.type(intType), counter, b.integer(0));
  Stmts before;
  {
    Sink sink(*this);
    if (!counterIsVar) bindRange(s, 0, b.name(counter), intType);
    if (rangeTarget(s, 1)) bindRange(s, 1, element(b.name(counter)), elem);
    before = sink.take();
  }
  cxx::BlockStmt* body = loopBody(s, s->body, before);
  emitLoop(b.forStmt(init, b.binary(cxx::BinaryOp::Less, b.name(counter), limit),
                     b.unary(cxx::UnaryOp::PreInc, b.name(counter)), body, more),
           pos);
}

// The elements of x, one after the other, as the i-th left side: `for (T v : x)`.
void FunctionLowerer::rangeFor(const ast::RangeStmt* s, unsigned i, Expr* x, const Type* elem) {
  SourcePos pos = ast::startPos(s);
  const Var* v = rangeVar(s, i);
  bool isOwn = v && !analysis.onHeap(v);
  Name name = isOwn ? locals_.declare(v) : locals_.temp(v ? v->name : llvm::StringRef("value"));
  cxx::VarStmt* element = b.varStmt(l.type(elem), name, nullptr);
  Stmts before;
  if (isOwn) {
    fn_->declared.insert(v);
    declarations_[v] = element;
  } else {
    if (!rangeTarget(s, i)) element->specifiers |= cxx::kMaybeUnused;
    Sink sink(*this);
    bindRange(s, i, b.name(name), elem);
    before = sink.take();
  }
  cxx::BlockStmt* body = loopBody(s, s->body, before);
  emitLoop(b.rangeForStmt(element, x, body), pos);
}

void FunctionLowerer::rangeSlice(const ast::RangeStmt* s) {
  const Slice* slice = under<Slice>(s->x->type);
  Expr* x = borrowed(s->x);
  // Pointers cannot count elements without size.
  if (!rangeTarget(s, 0) && rangeTarget(s, 1) && l.sizeOf(slice->elem) > 0)
    return rangeFor(s, 1, exactType(x, typeOf(s->x)), slice->elem);
  bool keep = isUnchangedIn(s->x, s->body);
  if (!keep && rangeTarget(s, 1)) x = temp(exactType(x, typeOf(s->x)), s->x->type, hintFor(s->x));
  bool isOwn = keep || rangeTarget(s, 1);
  rangeIndices(s, b.member(x, "len"), isOwn, slice->elem, [&](Expr* i) {
    return b.index(b.member(x, "ptr"), i); // within bounds: the length does not change
  });
}

// A value needs a copy of the array, unless the loop cannot change it; an index alone does not even
// evaluate the operand, whose length is constant.
void FunctionLowerer::rangeArray(const ast::RangeStmt* s, const Array* array) {
  bool isPointer = under<Pointer>(s->x->type) != nullptr;
  bool needsValue = rangeTarget(s, 1) != nullptr;
  Expr* x = nullptr;
  if (needsValue) {
    x = expr(s->x);
    bool fresh = s->x->mode != ast::Mode::Variable;
    if (isPointer ? !isUnchangedIn(s->x, s->body) : fresh || !isUnchangedIn(s->x, s->body))
      x = temp(exactType(x, typeOf(s->x)), s->x->type, hintFor(s->x));
  } else if (analysis.order.hasEvent(s->x)) {
    emit(b.staticCast(b.voidType(), expr(s->x)));
  }
  rangeIndices(s, b.integer(array->length), true, array->elem,
               [&](Expr* i) { return b.index(isPointer ? derefValue(x) : x, i); });
}

void FunctionLowerer::rangeString(const ast::RangeStmt* s) {
  SourcePos pos = ast::startPos(s);
  const Type* intType = basicType(BasicKind::Int);
  const Type* runeType = universe().runeType;
  Expr* x = expr(s->x);
  if (!isLiteral(x) && !isUnchangedIn(s->x, s->body)) x = temp(x, s->x->type, hintFor(s->x));
  if (isLiteral(x)) x = temp(x, s->x->type, "text");
  const Var* key = rangeVar(s, 0);
  bool counterIsVar = key && canBeCounter(key);
  Name counter =
      counterIsVar ? locals_.declare(key) : locals_.temp(key ? key->name : llvm::StringRef("i"));
  if (counterIsVar) {
    fn_->declared.insert(key);
    used_.insert(key);
  }
  Name width = locals_.temp("width");
  cxx::VarStmt* init = b.varStmt(l.type(intType), counter, b.integer(0));
  cxx::VarStmt* more = b.varStmt(l.type(intType), width, b.integer(0));
  Stmts before;
  {
    Sink sink(*this);
    Name decoded = locals_.temp("decoded");
    emit(b.varStmt(b.rt("DecodedRune"), decoded, b.rtCall("decodeRune", {x, b.name(counter)})));
    emit(b.assign(b.name(width), b.member(b.name(decoded), "width")));
    if (!counterIsVar) bindRange(s, 0, b.name(counter), intType);
    if (rangeTarget(s, 1)) bindRange(s, 1, b.member(b.name(decoded), "rune"), runeType);
    before = sink.take();
  }
  cxx::BlockStmt* body = loopBody(s, s->body, before);
  emitLoop(b.forStmt(init, b.binary(cxx::BinaryOp::Less, b.name(counter), b.member(x, "len")),
                     b.binary(cxx::BinaryOp::AddAssign, b.name(counter), b.name(width)), body,
                     {more}),
           pos);
}

void FunctionLowerer::rangeMap(const ast::RangeStmt* s) {
  SourcePos pos = ast::startPos(s);
  const Map* m = under<Map>(s->x->type);
  Name iter = locals_.temp("iter");
  auto* init = b.arena().make<cxx::VarStmt>(b.rtOf("MapIter", {l.type(m->key), l.type(m->elem)}),
                                            iter, expr(s->x), cxx::InitStyle::Parens, uint16_t(0));
  Stmts before;
  {
    Sink sink(*this);
    if (rangeTarget(s, 0)) bindRange(s, 0, b.methodCall(b.name(iter), "key"), m->key);
    if (rangeTarget(s, 1)) bindRange(s, 1, b.methodCall(b.name(iter), "elem"), m->elem);
    before = sink.take();
  }
  cxx::BlockStmt* body = loopBody(s, s->body, before);
  emitLoop(b.forStmt(init, b.methodCall(b.name(iter), "next"), nullptr, body), pos);
}

} // namespace minigo
