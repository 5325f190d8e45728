// What &T{…}, new, make and slice literals make, and the copies of values that interfaces hold: on
// the heap or, where nothing keeps it longer (analyze/escape.h), in a variable of the frame.
#include "codegen/lower/func.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

namespace {

// What the variables of one function may take together.
constexpr int64_t kFrameBytes = 64 << 10;
constexpr int64_t kFrameVariables = 100;

} // namespace

// Whether there is room for `count` values in the frame; takes it.
bool FunctionLowerer::takeFrame(const Type* t, int64_t count) {
  if (frameVariables_ >= kFrameVariables) return false;
  const int64_t bytes = int64_t(l.sizeOf(t)) * count;
  if (frameBytes_ + bytes > kFrameBytes) return false;
  frameBytes_ += bytes;
  ++frameVariables_;
  return true;
}

// A variable whose value is assigned later.
cxx::Expr* FunctionLowerer::frameVariable(cxx::Type* type, llvm::StringRef hint) {
  Name name = locals_.temp(hint);
  emit(b.varStmt(type, name, nullptr));
  return b.name(name);
}

// A pointer to a new variable of type t, which site makes. value: null for zero.
cxx::Expr* FunctionLowerer::newObject(const ast::Expr* site, const Type* t, Expr* value) {
  if (!analysis.escapes.onHeap(site) && takeFrame(t)) {
    Expr* variable = frameVariable(l.type(t), hintFor(t));
    return b.rtCall("newIn", {variable, value ? value : exactType(l.zero(t), t)});
  }
  if (!value) return b.rtCall("newObject", {l.type(t)}, {});
  if (isa<ast::CompositeLit>(ast::unparen(site)) || isa<ast::UnaryExpr>(site))
    return b.rtCall("newObject", {value});
  return b.rtCall("newObject", {l.type(t)}, {value});
}

// []T{…} with these elements.
cxx::Expr* FunctionLowerer::newSlice(const ast::CompositeLit* site, const Type* elem,
                                     const Exprs& elements) {
  Expr* list = b.initList(elements);
  if (analysis.escapes.onHeap(site) || !takeFrame(elem, int64_t(elements.size())))
    return b.rtCall("sliceOf", {l.type(elem)}, {list});
  Expr* array = frameArray(elem, int64_t(elements.size()), "elements");
  return b.rtCall("sliceIn", {l.type(elem)}, {array, list});
}

cxx::Expr* FunctionLowerer::frameArray(const Type* elem, int64_t length, llvm::StringRef hint) {
  return frameVariable(b.rt("Array", {cxx::TemplateArg{l.type(elem), nullptr},
                                      cxx::TemplateArg{nullptr, b.integer(length)}}),
                       hint);
}

// make([]T, len) or make([]T, len, cap).
cxx::Expr* FunctionLowerer::makeSlice(const ast::CallExpr* e, const Type* elem) {
  auto constantAt = [&](size_t i) -> int64_t {
    const ast::Expr* arg = e->args[i];
    const bool isConstant = arg->mode == ast::Mode::Constant;
    return isConstant ? arg->constant->int64Value().value_or(0) : 0;
  };
  const int64_t capacity = constantAt(e->args.size() - 1);
  if (!analysis.escapes.onHeap(e) && capacity > 0 && takeFrame(elem, capacity)) {
    Expr* array = frameArray(elem, capacity, "elements");
    if (e->args.size() == 2) return b.rtCall("makeSliceIn", {array});
    return b.rtCall("makeSliceIn", {array, expr(e->args[1])});
  }
  Exprs sizes;
  for (const ast::Expr* arg : e->args.drop_front())
    sizes.push_back(expr(arg));
  return b.rtCall("makeSlice", {l.type(elem)}, sizes);
}

// e, of a type that is none, as an interface.
cxx::Expr* FunctionLowerer::toInterface(const Type* to, const ast::Expr* e) {
  const Type* from = typeOf(e);
  Expr* value = exact(e);
  const bool isBoxed = !l.isInterface(from) && !l.isHeldInWord(from);
  if (!isBoxed || analysis.escapes.boxOnHeap(ast::unparen(e)) || !takeFrame(from))
    return l.toInterface(to, from, value);
  Expr* box = frameVariable(l.type(from), "box");
  return l.inInterface(to, from, b.rtCall("boxIn", {box, value}));
}

// The literal of `&T{…}`, or null.
static const ast::CompositeLit* literalOf(const ast::Expr* pointer) {
  auto* address = dyn_cast<ast::UnaryExpr>(ast::unparen(pointer));
  return address ? dyn_cast<ast::CompositeLit>(ast::unparen(address->x)) : nullptr;
}

// Whether a pointer variable is never nil and never changes: `p := &x`. It is a reference in C++,
// or what it points to itself: `Point p{1, 2};`.
bool FunctionLowerer::isReference(const Var* v, const ast::Expr* value) {
  const VariableFacts facts = analysis.variables.of(v);
  const bool changes = facts.reassigned || facts.stepped || facts.addressTaken;
  if (v->name == "_" || changes || analysis.onHeap(v) || !under<Pointer>(v->type)) return false;
  value = ast::unparen(value);
  if (auto* call = dyn_cast<ast::CallExpr>(value)) {
    const Builtin* built = isConversion(call) ? nullptr : builtinOf(call);
    return built && built->id == BuiltinId::New;
  }
  auto* address = dyn_cast<ast::UnaryExpr>(value);
  return address && address->op == ast::Op::And;
}

void FunctionLowerer::declareReference(const Var* v, const ast::Expr* value) {
  value = ast::unparen(value);
  const Type* t = under<Pointer>(v->type)->elem;
  auto* call = dyn_cast<ast::CallExpr>(value);
  const ast::CompositeLit* lit = literalOf(value);
  references_.insert(v);
  if (!call && !lit) {
    Expr* object = derefValue(addressOf(cast<ast::UnaryExpr>(value)));
    return emit(varStmtOf(v, b.reference(l.type(t)), object));
  }
  Expr* init = nullptr;
  if (lit)
    init = compositeLit(lit, t);
  else if (call->args[0]->mode != ast::Mode::TypeExpr)
    init = exprAs(call->args[0], t);
  if (!analysis.escapes.onHeap(value) && takeFrame(t)) return emit(varStmtFor(v, t, init));
  Exprs args;
  if (init) args.push_back(init);
  emit(varStmtOf(v, b.reference(b.autoType()), b.rtCall("onHeap", {l.type(t)}, args)));
}

} // namespace minigo
