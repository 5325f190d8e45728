// Flows through calls; see escape_builder.h.
#include "codegen/analyze/defer_info.h"
#include "codegen/analyze/escape_builder.h"
#include "codegen/analyze/eval_order.h"
#include "frontend/ast/walk.h"
#include "frontend/types/predicates.h"

#include "llvm/Support/SaveAndRestore.h"

namespace minigo {

using llvm::ArrayRef;
using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

namespace {

constexpr EscapeGraph::Hole kToHeap{EscapeGraph::kHeap, 0};

const ast::SelectorExpr* methodSelector(const ast::Expr* fun) {
  auto* selector = dyn_cast<ast::SelectorExpr>(ast::unparen(fun));
  const ast::Selection* s = selector ? selector->selection : nullptr;
  return s && s->kind == ast::SelectionKind::Method ? selector : nullptr;
}

// The literal that is all that a function ever returns.
const ast::FuncLit* returnedLiteral(const ast::FuncDecl* decl) {
  const ast::FuncLit* literal = nullptr;
  int returns = 0;
  ast::walk(decl->body, [&](ast::Node* n) {
    if (auto* s = dyn_cast<ast::ReturnStmt>(n)) {
      ++returns;
      if (s->results.size() == 1) literal = dyn_cast<ast::FuncLit>(ast::unparen(s->results[0]));
    }
    return !isa<ast::FuncLit>(n);
  });
  return returns == 1 ? literal : nullptr;
}

const Var* receiverOf(const ast::FuncDecl* decl) {
  return decl->receiver && decl->receiver->name
             ? dyn_cast_or_null<Var>(decl->receiver->name->object)
             : nullptr;
}

} // namespace

CalledCode EscapeBuilder::calledCode(const ast::Expr* fun) const {
  fun = ast::unparen(fun);
  CalledCode code;
  if ((code.literal = dyn_cast<ast::FuncLit>(fun))) return code;
  auto* selector = dyn_cast<ast::SelectorExpr>(fun);
  if (selector && selector->selection &&
      selector->selection->kind == ast::SelectionKind::MethodExpr)
    return code;
  if (auto* name = dyn_cast<ast::Ident>(fun)) {
    auto found = literals_.find(dyn_cast_or_null<Var>(name->object));
    if (found != literals_.end()) code.literal = found->second;
  }
  if (auto* call = dyn_cast<ast::CallExpr>(fun)) {
    if (isConversion(call)) return calledCode(call->args[0]);
    const Func* f = builtinOf(call) ? nullptr : staticCallee(call);
    if (f && f->origin) f = f->origin;
    if (!f || !f->decl || !f->decl->body) return code;
    if ((code.literal = returnedLiteral(f->decl))) code.literalIn = f->decl;
    return code;
  }
  const Func* f = staticFunction(fun);
  if (f && f->origin) f = f->origin;
  code.decl = f ? f->decl : nullptr;
  return code;
}

const Var* EscapeBuilder::paramAt(const CalledCode& code, size_t i) {
  const ast::FuncTypeExpr* signature = code.decl      ? code.decl->signature
                                       : code.literal ? code.literal->signature
                                                      : nullptr;
  if (!signature || i >= signature->params.size()) return nullptr;
  const ast::Ident* name = signature->params[i]->name;
  return name ? dyn_cast_or_null<Var>(name->object) : nullptr;
}

// The value in a location is an argument for a parameter.
void EscapeBuilder::argument(const CalledCode& code, const Var* param, Id value,
                             ArrayRef<Hole> results, const ast::CallExpr* call) {
  const ast::FuncDecl* decl = code.decl ? code.decl : code.literalIn;
  if (decl) {
    ArgumentFlow flow{value, decl, param, EscapeGraph::kNone, {}};
    if (call && !code.literalIn && decl->signature->results.size()) {
      flow.held = heldInStatement(call->pos);
      flow.into.append(results.begin(), results.end());
    }
    arguments.push_back(std::move(flow));
  } else if (code.literal) {
    if (param && vars.contains(param)) graph.flow(vars.lookup(param), value, 0, true);
  } else {
    graph.flow(EscapeGraph::kHeap, value, 0);
  }
}

// A literal or method value that is an argument lives until the end of the call.
void EscapeBuilder::argumentValue(Id value, const Type* to, const ast::Expr* e,
                                  const ast::CallExpr* call) {
  e = ast::unparen(e);
  auto* lit = dyn_cast<ast::FuncLit>(e);
  const ast::SelectorExpr* method = methodSelector(e);
  if ((!lit && !method) || !asCommonUnder<Signature>(to)) return assignable({value, 0}, to, e);
  Id closure = site(e, rangeOf(call), ast::startPos(e));
  graph.flow(value, closure, -1);
  if (lit) return funcLit(lit, closure);
  receiver(kToHeap, method); // whoever calls it may keep it
}

// The pointer that `uintptr(unsafe.Pointer(p))` makes a number of, or null.
static const ast::Expr* pointerInNumber(const ast::Expr* e) {
  const auto* call = dyn_cast<ast::CallExpr>(ast::unparen(e));
  if (!call || !isConversion(call) || !asUnder<Basic>(call->type)) return nullptr;
  const auto* from = asUnder<Basic>(call->args[0]->type);
  return from && from->basic == BasicKind::UnsafePointer ? call->args[0] : nullptr;
}

void EscapeBuilder::passArguments(const CalledCode& code, const ast::CallExpr* e,
                                  ArrayRef<Hole> results) {
  const auto* type = asCommonUnder<Signature>(e->fun->type);
  ArrayRef<Var*> params = type->params->vars;
  const TextRange range = rangeOf(e);
  if (e->args.size() == 1 && e->args[0]->type && isa<Tuple>(e->args[0]->type)) {
    llvm::SmallVector<Hole, 4> values;
    for (size_t i = 0; i < cast<Tuple>(e->args[0]->type)->vars.size(); ++i)
      values.push_back(type->variadic ? kToHeap : Hole{temporary(range), 0});
    tuple(values, e->args[0]);
    for (size_t i = 0; i < values.size() && !type->variadic; ++i)
      argument(code, paramAt(code, i), values[i].to, results, e);
    return;
  }
  const size_t fixed = params.size() - (type->variadic && !e->hasDots ? 1 : 0);
  for (size_t i = 0; i < fixed && i < e->args.size(); ++i) {
    const bool escapesAsNumber = code.decl && code.decl->isUintptrescapes;
    if (const ast::Expr* pointer = escapesAsNumber ? pointerInNumber(e->args[i]) : nullptr) {
      expr(kToHeap, pointer);
      continue;
    }
    if (!holdsAddress(e->args[i]->type) && !asUnder<Interface>(params[i]->type)) {
      discard(e->args[i]);
      continue;
    }
    Id value = temporary(range);
    argumentValue(value, params[i]->type, e->args[i], e);
    argument(code, paramAt(code, i), value, results, e);
  }
  if (fixed == params.size() || e->args.size() <= fixed) return;
  // The others in a slice.
  const Slice* slice = asCommonUnder<Slice>(params.back()->type);
  Id array = site(e, range, e->pos);
  for (const ast::Expr* arg : e->args.drop_front(fixed))
    assignable({array, 0}, slice ? slice->elem : nullptr, arg);
  Id value = temporary(range);
  graph.flow(value, array, -1);
  argument(code, paramAt(code, fixed), value, results, e);
}

void EscapeBuilder::call(ArrayRef<Hole> results, const ast::CallExpr* e) {
  Hole k = results.empty() ? Hole{} : results[0];
  if (isConversion(e)) return conversion(k, e->type, e->args[0]);
  if (const Builtin* b = builtinOf(e)) return builtin(k, e, b);
  CalledCode code = calledCode(e->fun);
  if (const ast::SelectorExpr* method = methodSelector(e->fun)) {
    Id value = temporary(rangeOf(e));
    receiver({value, 0}, method);
    argument(code, code.decl ? receiverOf(code.decl) : nullptr, value, results, e);
  } else if (auto* lit = dyn_cast<ast::FuncLit>(ast::unparen(e->fun))) {
    funcLit(lit, EscapeGraph::kNone);
  } else {
    expr({temporary(rangeOf(e)), 0}, e->fun);
  }
  passArguments(code, e, results);
}

// The operands of a go or defer statement are kept in holder.
void EscapeBuilder::started(const ast::Expr* e, Id holder) {
  auto* c = dyn_cast<ast::CallExpr>(ast::unparen(e));
  if (!c) return;
  const bool isGo = holder == EscapeGraph::kHeap;
  const bool isCall = !isConversion(c) && !builtinOf(c);
  CalledCode code = isCall ? calledCode(c->fun) : CalledCode{};
  llvm::SaveAndRestore later(conditional_, true); // that it runs
  auto keep = [&](const Var* param, llvm::function_ref<void(Hole)> lower) {
    if (isGo) return lower(kToHeap);
    Id value = temporary(rangeOf(owner() ? owner() : c));
    lower({value, 0});
    graph.flow(holder, value, 0);
    if (isCall) argument(code, param, value, {}, c);
  };
  auto* lit = dyn_cast<ast::FuncLit>(ast::unparen(c->fun));
  if (const ast::SelectorExpr* method = isCall ? methodSelector(c->fun) : nullptr)
    keep(code.decl ? receiverOf(code.decl) : nullptr, [&](Hole k) { receiver(k, method); });
  else if (lit)
    funcLit(lit, holder);
  else if (isCall)
    expr({holder, 0}, c->fun);
  const auto* type = isCall ? asCommonUnder<Signature>(c->fun->type) : nullptr;
  const size_t fixed =
      !type ? 0 : type->params->vars.size() - (type->variadic && !c->hasDots ? 1 : 0);
  for (size_t i = 0; i < c->args.size(); ++i) {
    const ast::Expr* arg = c->args[i];
    const bool isPlain = i < fixed && !(arg->type && isa<Tuple>(arg->type));
    if (isPlain)
      keep(paramAt(code, i), [&](Hole k) { assignable(k, type->params->vars[i]->type, arg); });
    else if (arg->type && isa<Tuple>(arg->type))
      tuple(llvm::SmallVector<Hole, 4>(cast<Tuple>(arg->type)->vars.size(), kToHeap), arg);
    else
      expr(kToHeap, arg);
  }
}

void EscapeBuilder::builtin(Hole k, const ast::CallExpr* e, const Builtin* builtin) {
  ArrayRef<ast::Expr*> args = e->args;
  if (args.size() == 1 && args[0]->type && isa<Tuple>(args[0]->type))
    return tuple(llvm::SmallVector<Hole, 4>(cast<Tuple>(args[0]->type)->vars.size(), kToHeap),
                 args[0]);
  switch (builtin->id) {
  case BuiltinId::Append: return append(k, e);
  case BuiltinId::Copy: {
    const Slice* slice = asCommonUnder<Slice>(args[0]->type);
    discard(args[0]);
    return expr(slice && !holdsAddress(slice->elem) ? Hole{} : kToHeap.deref(), args[1]);
  }
  case BuiltinId::UnsafeAdd:
  case BuiltinId::UnsafeSlice:
  case BuiltinId::UnsafeSliceData:
    expr(k, args[0]);
    for (const ast::Expr* arg : args.drop_front())
      discard(arg);
    return;
  case BuiltinId::New: {
    const Type* elem = asCommonUnder<Pointer>(e->type)->elem;
    return assignable({made(k, e, constantSize(elem)), 0}, elem, args[0]);
  }
  case BuiltinId::Make: return make(k, e);
  case BuiltinId::Panic:
  case BuiltinId::UnsafeString:
    for (const ast::Expr* arg : args)
      assignable(kToHeap, builtin->id == BuiltinId::Panic ? args[0]->type : nullptr, arg);
    return;
  default:
    for (const ast::Expr* arg : args)
      discard(arg);
  }
}

void EscapeBuilder::append(Hole k, const ast::CallExpr* e) {
  const Slice* slice = asCommonUnder<Slice>(e->type);
  // The elements may move to a new array, on the heap.
  const bool holds = !slice || holdsAddress(slice->elem);
  Id old = temporary(rangeOf(e));
  expr({old, 0}, e->args[0]);
  flow(k, old);
  if (holds) graph.flow(EscapeGraph::kHeap, old, 1);
  for (const ast::Expr* arg : e->args.drop_front()) {
    if (e->hasDots)
      expr(holds ? kToHeap.deref() : Hole{}, arg);
    else
      assignable(kToHeap, slice ? slice->elem : nullptr, arg);
  }
}

// The array of a slice of a size that the compiler knows may be in the frame.
void EscapeBuilder::make(Hole k, const ast::CallExpr* e) {
  for (const ast::Expr* size : e->args.drop_front())
    discard(size);
  if (asCommonUnder<Map>(e->type)) return void(made(k, e, 0));
  const Slice* slice = asCommonUnder<Slice>(e->type);
  if (!slice) return;
  const ast::Expr* capacity = e->args.back();
  std::optional<int64_t> size = constantSize(slice->elem);
  std::optional<int64_t> count;
  if (capacity->mode == ast::Mode::Constant) count = capacity->constant->int64Value();
  if (size && count && (*count < 0 || *count > INT32_MAX)) count.reset();
  made(k, e, size && count ? std::optional(*size * *count) : std::nullopt);
}

} // namespace minigo
