#include "codegen/lower/loop_slices.h"

#include "codegen/lower/func.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

namespace {

bool isSum(ast::Op op) { return op == ast::Op::Add || op == ast::Op::Sub || op == ast::Op::Mul; }

std::string variableKey(const Var* v) {
  return v ? "v" + std::to_string(reinterpret_cast<uintptr_t>(v)) : "";
}

std::string indexKey(const ast::Expr* e) {
  e = ast::unparen(e);
  if (e->mode == ast::Mode::Constant) {
    auto value = e->constant->int64Value();
    return value ? std::to_string(*value) : "";
  }
  if (const Var* v = variableIn(e)) return v->varKind == VarKind::Package ? "" : variableKey(v);
  auto* binary = dyn_cast<ast::BinaryExpr>(e);
  if (!binary || !isSum(binary->op)) return "";
  std::string x = indexKey(binary->x), y = indexKey(binary->y);
  if (x.empty() || y.empty()) return "";
  return "(" + x + " " + std::to_string(int(binary->op)) + " " + y + ")";
}

} // namespace

const Var* variableIn(const ast::Expr* e) {
  e = ast::unparen(e);
  auto* selector = dyn_cast<ast::SelectorExpr>(e);
  if (selector && selector->selection && selector->selection->kind == ast::SelectionKind::Qualified)
    return dyn_cast_or_null<Var>(selector->sel->object);
  auto* name = dyn_cast<ast::Ident>(e);
  auto* v = name ? dyn_cast_or_null<Var>(name->object) : nullptr;
  return v && v->varKind != VarKind::Field && v->name != "_" ? v : nullptr;
}

std::string sliceKey(const ast::Expr* e) {
  e = ast::unparen(e);
  if (const Var* v = variableIn(e)) return variableKey(v);
  if (auto* index = dyn_cast<ast::IndexExpr>(e)) {
    if (!index->typeArgs.empty() || index->indices.size() != 1) return "";
    std::string base = sliceKey(index->x), at = indexKey(index->indices[0]);
    return base.empty() || at.empty() ? "" : base + "[" + at + "]";
  }
  auto* selector = dyn_cast<ast::SelectorExpr>(e);
  if (!selector || !selector->selection) return "";
  const ast::Selection* s = selector->selection;
  if (s->kind != ast::SelectionKind::Field || s->path.size() != 1) return "";
  const Var* v = variableIn(selector->x);
  if (!v || v->varKind == VarKind::Package || !asUnder<Pointer>(v->type)) return "";
  return variableKey(v) + "." + std::to_string(s->path[0]);
}

LoopSlices::LoopSlices(Lowerer& lowerer, const EvalOrder& order, const ast::Stmt* loop)
    : l_(lowerer), order_(order), loop_(loop) {
  ast::walk(const_cast<ast::Stmt*>(loop), [&](ast::Node* node) {
    if (quiet_) look(node);
    return quiet_;
  });
}

void LoopSlices::look(const ast::Node* node) {
  switch (node->kind) {
  case ast::Kind::FuncLit:
  case ast::Kind::GoStmt:
  case ast::Kind::DeferStmt:
  case ast::Kind::SendStmt:
  case ast::Kind::SelectStmt: quiet_ = false; return;
  case ast::Kind::UnaryExpr: quiet_ &= cast<ast::UnaryExpr>(node)->op != ast::Op::Recv; return;
  case ast::Kind::CallExpr: quiet_ &= isHarmless(cast<ast::CallExpr>(node)); return;
  case ast::Kind::AssignStmt: {
    auto* s = cast<ast::AssignStmt>(node);
    for (size_t i = 0; i < s->lhs.size(); ++i) {
      if (!s->define || i >= s->newVars.size() || !s->newVars[i]) assign(s->lhs[i]);
    }
    return;
  }
  case ast::Kind::ForStmt: innermost_ &= node == loop_; return;
  case ast::Kind::RangeStmt: {
    auto* s = cast<ast::RangeStmt>(node);
    innermost_ &= node == loop_;
    const Type* t = l_.resolve(s->x->type);
    quiet_ &= !asUnder<Map>(t) && !asUnder<Chan>(t) && !asUnder<Signature>(t);
    for (const ast::Expr* to : s->lhs) {
      if (!s->define) assign(to);
    }
    return;
  }
  case ast::Kind::IndexExpr: {
    auto* index = cast<ast::IndexExpr>(node);
    if (index->typeArgs.empty() && isSlice(index->x)) elements_.push_back(index);
    return;
  }
  default: return;
  }
}

bool LoopSlices::isSlice(const ast::Expr* e) const {
  return e->type && asUnder<Slice>(l_.resolve(e->type));
}

void LoopSlices::assign(const ast::Expr* to) {
  to = ast::unparen(to);
  if (isBlank(to)) return;
  const Var* v = rootVariable(to);
  if (!v) v = variableIn(to);
  if (v) assigned_.insert(v);
  if (v && !order_.isShared(v)) return;
  auto* index = dyn_cast<ast::IndexExpr>(to);
  const bool isMap = index && asUnder<Map>(l_.resolve(index->x->type));
  quiet_ &= !isMap && to->type && storesSafely(to->type);
}

// Whether storing a value of this type leaves slices as they are.
bool LoopSlices::storesSafely(const Type* t) const {
  t = l_.resolve(t);
  if (!l_.isPointerFree(t)) return false;
  const Basic* basic = asUnder<Basic>(t);
  if (basic && (!(basic->info & kIsInteger) || l_.sizeOf(t) < 8)) return true;
  return !l_.mayBuildSlices();
}

bool Lowerer::mayBuildSlices() {
  auto [known, isNew] = mayBuildSlices_.try_emplace(home_, false);
  if (!isNew) return known->second;
  for (const ast::File* file : home_->files) {
    for (const ast::Decl* decl : file->decls) {
      auto* import = dyn_cast<ast::ImportDecl>(decl);
      if (!import) break;
      llvm::StringRef path = import->path->text.drop_front().drop_back();
      known->second |= path == "unsafe" || path == "reflect";
    }
  }
  return known->second;
}

bool LoopSlices::isHarmless(const ast::CallExpr* call) const {
  if (call->mode == ast::Mode::Constant) return true;
  if (isConversion(call)) {
    const Basic* to = asUnder<Basic>(l_.resolve(call->type));
    return to && to->info & (kIsInteger | kIsFloat | kIsComplex | kIsBoolean);
  }
  if (const Builtin* builtin = builtinOf(call)) {
    switch (builtin->id) {
    case BuiltinId::Len:
    case BuiltinId::Cap:
    case BuiltinId::Min:
    case BuiltinId::Max:
    case BuiltinId::Real:
    case BuiltinId::Imag:
    case BuiltinId::Complex: return true;
    default: return false;
    }
  }
  auto* selector = dyn_cast<ast::SelectorExpr>(ast::unparen(call->fun));
  auto* name = selector ? selector->sel : dyn_cast<ast::Ident>(ast::unparen(call->fun));
  auto* function = name ? dyn_cast_or_null<Func>(name->object) : nullptr;
  return function && !machineOperation(function).empty();
}

// Declared outside of the loop and assigned nothing in it.
bool LoopSlices::isUnchanged(const Var* v) const {
  const bool isInside = v->pos >= ast::startPos(loop_) && v->pos < ast::endPos(loop_);
  return !isInside && !assigned_.contains(v);
}

bool LoopSlices::isUnchangedValue(const ast::Expr* e) const {
  e = ast::unparen(e);
  if (e->mode == ast::Mode::Constant) return true;
  if (const Var* v = variableIn(e)) return isUnchanged(v) && !order_.isShared(v);
  if (auto* binary = dyn_cast<ast::BinaryExpr>(e))
    return isSum(binary->op) && isUnchangedValue(binary->x) && isUnchangedValue(binary->y);
  auto* call = dyn_cast<ast::CallExpr>(e);
  const Builtin* builtin = call && !isConversion(call) ? builtinOf(call) : nullptr;
  if (!builtin || builtin->id != BuiltinId::Len) return false;
  return isSlice(call->args[0]) && variableIn(call->args[0]) && isUnchangedValue(call->args[0]);
}

// Whether an index's value fits into an int.
bool LoopSlices::isSignedIndex(const ast::Expr* e) const {
  if (e->mode == ast::Mode::Constant) return true;
  const Basic* basic = asUnder<Basic>(l_.resolve(e->type));
  return basic && (!(basic->info & kIsUnsigned) || l_.sizeOf(basic) < 8);
}

bool LoopSlices::isUnchangedSlice(const ast::Expr* e) const {
  e = ast::unparen(e);
  if (const Var* v = variableIn(e)) return isSlice(e) && isUnchanged(v);
  if (auto* index = dyn_cast<ast::IndexExpr>(e)) {
    return isSlice(e) && isSlice(index->x) && isUnchangedSlice(index->x) &&
           isSignedIndex(index->indices[0]) && isUnchangedValue(index->indices[0]);
  }
  auto* selector = dyn_cast<ast::SelectorExpr>(e);
  return selector && isSlice(e) && isUnchangedValue(selector->x);
}

llvm::SmallVector<const ast::Expr*, 4> LoopSlices::unchangedInMemory() const {
  llvm::SmallVector<const ast::Expr*, 4> found;
  llvm::StringSet<> keys;
  for (const ast::IndexExpr* element : elements_) {
    const ast::Expr* slice = ast::unparen(element->x);
    const Var* v = variableIn(slice);
    if ((v && !order_.isShared(v)) || !isUnchangedSlice(slice)) continue;
    if (isUnchangedSlice(element)) continue; // its elements count
    const std::string key = sliceKey(slice);
    if (!key.empty() && keys.insert(key).second) found.push_back(slice);
  }
  return found;
}

llvm::SmallVector<const ast::Expr*, 4> LoopSlices::indexedBy(const Var* counter) const {
  llvm::SmallVector<const ast::Expr*, 4> found;
  llvm::StringSet<> keys;
  for (const ast::IndexExpr* element : elements_) {
    if (variableIn(element->indices[0]) != counter || !isUnchangedSlice(element->x)) continue;
    const std::string key = sliceKey(element->x);
    if (!key.empty() && keys.insert(key).second) found.push_back(ast::unparen(element->x));
  }
  return found;
}

// --- Lowering

FunctionLowerer::LoopScope::LoopScope(FunctionLowerer& f, const ast::Stmt* loop)
    : f_(f), found_(f.foundSlices_.size()), counted_(std::exchange(f.counted_, {})) {
  LoopSlices slices(f.l, f.analysis.order, loop);
  if (!slices.isQuiet()) return;
  for (const ast::Expr* slice : slices.unchangedInMemory())
    f.findSlice(slice);
  if (slices.isInnermost()) f.findCounter(loop, slices);
}

FunctionLowerer::LoopScope::~LoopScope() {
  f_.foundSlices_.truncate(found_);
  f_.counted_ = std::move(counted_);
}

const FunctionLowerer::FoundSlice* FunctionLowerer::foundSlice(const ast::Expr* e) const {
  if (foundSlices_.empty()) return nullptr;
  const std::string key = sliceKey(e);
  const auto* found = llvm::find_if(foundSlices_, [&](auto& s) { return s.key == key; });
  return key.empty() || found == foundSlices_.end() ? nullptr : found;
}

// Looks a slice up before a loop that does not change it; false if it is in no form for that.
bool FunctionLowerer::findSlice(const ast::Expr* e) {
  e = ast::unparen(e);
  if (foundSlice(e)) return true;
  Expr* value = nullptr;
  bool mayBeMissing = true;
  if (variableIn(e)) {
    mayBeMissing = false;
    value = expr(e);
  } else if (auto* index = dyn_cast<ast::IndexExpr>(e)) {
    if (!variableIn(index->x) && !findSlice(index->x)) return false;
    const FoundSlice* outer = foundSlice(index->x);
    Expr* base = outer ? b.name(outer->name) : expr(index->x);
    value = b.rtCall("loopSlice", {base, expr(index->indices[0])});
  } else {
    auto* selector = cast<ast::SelectorExpr>(e);
    const Type* pointee = under<Pointer>(selector->x->type)->elem;
    auto* structType = dyn_cast<cxx::NamedType>(l.type(pointee));
    if (!structType || !structType->args.empty() || references_.contains(variableIn(selector->x)))
      return false;
    llvm::SmallVector<Name, 4> parts(structType->name.parts.begin(), structType->name.parts.end());
    parts.push_back(l.field(under<Struct>(pointee), selector->selection->path[0]));
    Expr* field = b.addressOf(b.name(b.qualified(parts, structType->name.global)));
    value = b.rtCall("loopSlice", {expr(selector->x), field});
  }
  Name name = locals_.temp(hintFor(e));
  cxx::Type* type =
      mayBeMissing ? b.rtOf("LoopSlice", {l.type(under<Slice>(e->type)->elem)}) : l.type(typeOf(e));
  emit(b.varStmt(type, name, value));
  foundSlices_.push_back({sliceKey(e), name, mayBeMissing});
  return true;
}

// Asks before an innermost loop that counts whether all values of its counter are indices of the
// slices that it indexes.
void FunctionLowerer::findCounter(const ast::Stmt* loop, const LoopSlices& slices) {
  Counter counter = counterOf(loop);
  if (!counter.var || !counter.limit) return;
  const Basic* basic = under<Basic>(counter.var->type);
  if (!basic || !(basic->info & kIsInteger) || basic->info & kIsUnsigned) return;
  if (counter.first && !slices.isUnchangedValue(counter.first)) return;
  // The C++ compiler knows about the slice whose length is the limit.
  const ast::Expr* measured = counter.measured;
  if (!slices.isUnchangedValue(measured ? measured : counter.limit)) return;
  if (measured && !variableIn(measured)) return;
  const ast::Expr* from = counter.first;
  const bool startsInside = !from || (from->mode == ast::Mode::Constant &&
                                      from->constant->int64Value().value_or(-1) >= 0);
  counted_.var = counter.var;
  if (measured && startsInside) counted_.measured = variableIn(measured);
  Exprs args;
  llvm::StringSet<> keys;
  for (const ast::Expr* slice : slices.indexedBy(counter.var)) {
    const FoundSlice* found = foundSlice(slice);
    const std::string key = sliceKey(slice);
    if (measured && key == sliceKey(measured)) continue;
    if (!found && (!variableIn(slice) || analysis.order.isShared(variableIn(slice)))) continue;
    args.push_back(found ? static_cast<Expr*>(b.name(found->name)) : expr(slice));
    keys.insert(key);
  }
  if (args.empty()) return;
  Expr* limit = measured ? b.member(expr(measured), "len") : expr(counter.limit);
  Expr* first = counter.first ? expr(counter.first) : b.integer(0);
  args.insert(args.begin(), {first, limit});
  Name inside = locals_.temp("inside");
  emit(b.varStmt(b.boolType(), inside, b.rtCall("inside", args)));
  counted_.inside = inside;
  counted_.keys = std::move(keys);
}

// The variable that a loop counts up, below a limit that it compares with before each round.
FunctionLowerer::Counter FunctionLowerer::counterOf(const ast::Stmt* loop) {
  Counter counter;
  if (auto* range = dyn_cast<ast::RangeStmt>(loop)) {
    const Var* v = rangeVar(range, 0);
    if (!v || !canBeCounter(v)) return {};
    counter = {v, nullptr, range->x, nullptr};
    if (under<Slice>(range->x->type))
      counter.measured = ast::unparen(range->x);
    else if (const Basic* basic = under<Basic>(range->x->type);
             !basic || !(basic->info & kIsInteger))
      return {};
    return counter;
  }
  auto* s = cast<ast::ForStmt>(loop);
  auto* post = dyn_cast_or_null<ast::AssignStmt>(s->post);
  auto* init = dyn_cast_or_null<ast::AssignStmt>(s->init);
  const ast::Expr* cond = s->cond ? ast::unparen(s->cond) : nullptr;
  auto* binary = dyn_cast_or_null<ast::BinaryExpr>(cond);
  while (binary && binary->op == ast::Op::AndAnd)
    binary = dyn_cast<ast::BinaryExpr>(ast::unparen(binary->x));
  if (!post || !init || !binary || binary->op != ast::Op::Lss) return {};
  const Var* v = variableIn(binary->x);
  if (!v || !canBeCounter(v) || !init->define || !post->incDec || post->op != ast::Op::Add)
    return {};
  if (variableIn(post->lhs[0]) != v || init->lhs.size() != init->rhs.size()) return {};
  const auto* at = llvm::find(init->newVars, v);
  if (at == init->newVars.end()) return {};
  counter = {v, init->rhs[size_t(at - init->newVars.begin())], binary->y, nullptr};
  auto* call = dyn_cast<ast::CallExpr>(ast::unparen(binary->y));
  const Builtin* builtin = call && !isConversion(call) ? builtinOf(call) : nullptr;
  if (builtin && builtin->id == BuiltinId::Len && under<Slice>(call->args[0]->type))
    counter.measured = ast::unparen(call->args[0]);
  return counter;
}

// An element of a slice that was looked up before the loop, or whose index needs no question.
cxx::Expr* FunctionLowerer::loopElement(const ast::IndexExpr* e) {
  const FoundSlice* found = foundSlice(e->x);
  const ast::Expr* at = e->indices[0];
  Expr* base = found ? b.name(found->name) : nullptr;
  if (counted_.var && variableIn(at) == counted_.var && counted_.keys.contains(sliceKey(e->x))) {
    if (!base) base = expr(e->x);
    return b.methodCall(base, "at", {expr(at), b.name(counted_.inside)});
  }
  return base ? b.index(base, expr(at)) : nullptr;
}

} // namespace minigo
