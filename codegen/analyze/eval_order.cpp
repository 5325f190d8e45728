#include "codegen/analyze/eval_order.h"

#include "codegen/analyze/captures.h"
#include "codegen/analyze/escape.h"
#include "frontend/types/predicates.h"

namespace minigo {

using llvm::ArrayRef;
using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

namespace {

const ast::BinaryExpr* asLogical(const ast::Expr* e) {
  auto* binary = dyn_cast<ast::BinaryExpr>(e);
  if (!binary || binary->mode == ast::Mode::Constant) return nullptr;
  return binary->op == ast::Op::AndAnd || binary->op == ast::Op::OrOr ? binary : nullptr;
}

// Built-ins that neither change nor wait for anything. How much is in a map or a channel is read
// when its turn comes, as in gc.
bool isPureBuiltin(const Builtin* builtin, const ast::CallExpr* call) {
  switch (builtin->id) {
  case BuiltinId::Len:
  case BuiltinId::Cap:
    return !asCommonUnder<Map>(call->args[0]->type) && !asCommonUnder<Chan>(call->args[0]->type);
  case BuiltinId::Append:
  case BuiltinId::Clear:
  case BuiltinId::Close:
  case BuiltinId::Copy:
  case BuiltinId::Delete:
  case BuiltinId::Panic:
  case BuiltinId::Print:
  case BuiltinId::Println:
  case BuiltinId::Recover: return false;
  default: return true;
  }
}

// Whether e itself, operands aside, is a call, receive or the like. A map literal is made by
// insertions, which gc does in its turn, like a call.
bool isCallOrReceive(const ast::Expr* e) {
  if (e->mode == ast::Mode::Constant) return false;
  if (auto* lit = dyn_cast<ast::CompositeLit>(e))
    return asCommonUnder<Map>(literalType(lit)) && !lit->elements.empty();
  if (auto* unary = dyn_cast<ast::UnaryExpr>(e)) return unary->op == ast::Op::Recv;
  auto* call = dyn_cast<ast::CallExpr>(e);
  if (!call || isConversion(call)) return false;
  const Builtin* builtin = builtinOf(call);
  return !builtin || !isPureBuiltin(builtin, call);
}

// How long something is changes nothing, though its time may matter.
bool isLength(const ast::Expr* e) {
  auto* call = dyn_cast<ast::CallExpr>(e);
  const Builtin* builtin = call && !isConversion(call) ? builtinOf(call) : nullptr;
  return builtin && (builtin->id == BuiltinId::Len || builtin->id == BuiltinId::Cap);
}

// Whether evaluating e may change what other expressions give.
bool hasEffect(const ast::Expr* e) {
  if (isCallOrReceive(e) && !isLength(e)) return true;
  return llvm::any_of(operandsOf(e), hasEffect);
}

// Operations whose result gc keeps in a temporary from their turn on, as it does with calls: those
// of built-ins without effect, slicing, what an interface holds unless that is a pointer, logical
// operators, and bytes and runes of a string.
bool keepsTurn(const ast::Expr* e) {
  if (e->mode == ast::Mode::Constant || e->mode == ast::Mode::TypeExpr) return false;
  if (isa<ast::SliceExpr>(e)) return true;
  if (isa<ast::TypeAssertExpr>(e))
    return !asCommonUnder<Pointer>(e->type) && !asCommonUnder<Map>(e->type) &&
           !asCommonUnder<Chan>(e->type) && !asCommonUnder<Signature>(e->type);
  if (asLogical(e)) return true;
  auto* call = dyn_cast<ast::CallExpr>(e);
  if (!call) return false;
  if (isConversion(call))
    return asCommonUnder<Slice>(call->type) && !asCommonUnder<Slice>(call->args[0]->type);
  const Builtin* builtin = builtinOf(call);
  return builtin && isPureBuiltin(builtin, call);
}

bool indexReads(const ast::IndexExpr* e) {
  const Array* array = e->x->type ? asCommonUnder<Array>(e->x->type) : nullptr;
  return !array || e->indices[0]->mode != ast::Mode::Constant;
}

// Whether the operation of e, operands aside, reads memory that others can change, or may panic.
bool operationReads(const ast::Expr* e) {
  switch (e->kind) {
  case ast::Kind::IndexExpr:
    return cast<ast::IndexExpr>(e)->typeArgs.empty() && indexReads(cast<ast::IndexExpr>(e));
  case ast::Kind::SliceExpr:
  case ast::Kind::TypeAssertExpr: return true;
  case ast::Kind::SelectorExpr: {
    const ast::Selection* s = cast<ast::SelectorExpr>(e)->selection;
    if (!s || s->kind == ast::SelectionKind::MethodExpr) return false;
    if (s->kind == ast::SelectionKind::Qualified)
      return llvm::isa_and_nonnull<Var>(cast<ast::SelectorExpr>(e)->sel->object);
    return s->indirect || asCommonUnder<Pointer>(s->receiver) || asUnder<Interface>(s->receiver);
  }
  case ast::Kind::UnaryExpr: return cast<ast::UnaryExpr>(e)->op == ast::Op::Mul;
  case ast::Kind::BinaryExpr: {
    auto* binary = cast<ast::BinaryExpr>(e);
    switch (binary->op) {
    case ast::Op::Div:
    case ast::Op::Rem:
    case ast::Op::Shl:
    case ast::Op::Shr: return binary->y->mode != ast::Mode::Constant;
    case ast::Op::Eql:
    case ast::Op::Neq:
      return !asCommonUnder<Basic>(binary->x->type) && !asCommonUnder<Pointer>(binary->x->type);
    default: return false;
    }
  }
  case ast::Kind::CallExpr: {
    auto* call = cast<ast::CallExpr>(e);
    // string(bytes) reads the bytes.
    return isConversion(call) &&
           (!asCommonUnder<Basic>(call->type) || asCommonUnder<Slice>(call->args[0]->type));
  }
  default: return false;
  }
}

} // namespace

bool EvalOrder::isShared(const Var* v) const {
  if (v->varKind == VarKind::Package) return true;
  VariableFacts facts = variables_.of(v);
  return facts.addressTaken || (facts.captured && !capturedByValue(v, facts));
}

bool EvalOrder::hasEvent(const ast::Expr* e) const {
  if (isCallOrReceive(e)) return true;
  for (const ast::Expr* operand : operandsOf(e)) {
    if (hasEvent(operand)) return true;
  }
  return false;
}

bool EvalOrder::keepsEvent(const ast::Expr* e) const {
  if (isHoisted(e)) return false;
  if (isCallOrReceive(e)) return true;
  for (const ast::Expr* operand : operandsOf(e)) {
    if (keepsEvent(operand)) return true;
  }
  return false;
}

bool EvalOrder::readsState(const ast::Expr* e) const {
  if (e->mode == ast::Mode::Constant || isCallOrReceive(e)) return false;
  if (auto* ident = dyn_cast<ast::Ident>(e)) {
    auto* v = dyn_cast_or_null<Var>(ident->object);
    return v && isShared(v);
  }
  if (operationReads(e)) return true;
  for (const ast::Expr* operand : operandsOf(e)) {
    if (readsState(operand)) return true;
  }
  return false;
}

bool EvalOrder::hoistsWithin(const ast::Expr* e) const {
  if (isHoisted(e)) return true;
  for (const ast::Expr* operand : operandsOf(e)) {
    if (hoistsWithin(operand)) return true;
  }
  return false;
}

// Walks the statements and marks within each full expression.
class EvalOrder::Marker {
public:
  explicit Marker(EvalOrder& order) : order_(order) {}

  void visit(const ast::Node* node) {
    statement(node);
    ast::forEachChild(const_cast<ast::Node*>(node), [&](ast::Node* child) { visit(child); });
  }

  // e's events stay in place as far as they can.
  void expression(const ast::Expr* e) {
    if (!e || !order_.hasEvent(e)) return;
    if (const ast::BinaryExpr* logical = asLogical(e)) return logicalOperator(logical);
    auto operands = operandsOf(e);
    // p[i] through a pointer to an array: that p is not nil is only asked when i is known.
    auto* index = dyn_cast<ast::IndexExpr>(e);
    if (index && asCommonUnder<Pointer>(index->x->type)) {
      for (const ast::Expr* operand : operands)
        hoist(operand);
      return;
    }
    if (auto* slice = dyn_cast<ast::SliceExpr>(e)) return bounds(slice);
    auto* lit = dyn_cast<ast::CompositeLit>(e);
    if (lit && asCommonUnder<Map>(literalType(lit))) {
      // As in gc one entry after the other, each with its reads.
      for (size_t i = 0; i + 1 < operands.size(); i += 2)
        inSequence(Operands(operands).slice(i, 2));
      return;
    }
    if (lit) return isOrderedByBraces(lit) ? inSequence(operands) : inAnyOrder(operands);
    if (const size_t inBraces = argumentsInBraces(e)) {
      const Operands others = Operands(operands).drop_back(inBraces);
      if (llvm::none_of(others, [&](const ast::Expr* other) { return isOpen(other); }))
        return inSequence(Operands(operands).take_back(inBraces));
    }
    inAnyOrder(operands);
  }

private:
  using Operands = ArrayRef<const ast::Expr*>;

  void statement(const ast::Node* node) {
    switch (node->kind) {
    case ast::Kind::ExprStmt: return expression(cast<ast::ExprStmt>(node)->x);
    case ast::Kind::SendStmt:
      return inAnyOrder({cast<ast::SendStmt>(node)->channel, cast<ast::SendStmt>(node)->value});
    case ast::Kind::AssignStmt: return assign(cast<ast::AssignStmt>(node));
    case ast::Kind::GoStmt: return started(cast<ast::GoStmt>(node)->call);
    case ast::Kind::DeferStmt: return started(cast<ast::DeferStmt>(node)->call);
    case ast::Kind::ReturnStmt: return inSequence(list(cast<ast::ReturnStmt>(node)->results));
    case ast::Kind::IfStmt: return expression(cast<ast::IfStmt>(node)->cond);
    case ast::Kind::ForStmt: return expression(cast<ast::ForStmt>(node)->cond);
    case ast::Kind::RangeStmt: return expression(cast<ast::RangeStmt>(node)->x);
    case ast::Kind::SwitchStmt: return expression(cast<ast::SwitchStmt>(node)->tag);
    case ast::Kind::TypeSwitchStmt: return expression(cast<ast::TypeSwitchStmt>(node)->x);
    case ast::Kind::CaseClause:
      for (const ast::Expr* value : cast<ast::CaseClause>(node)->values)
        expression(value);
      return;
    case ast::Kind::CommClause: return communication(cast<ast::CommClause>(node));
    case ast::Kind::VarDecl: return inSequence(list(cast<ast::VarDecl>(node)->values));
    default: return;
    }
  }

  static llvm::SmallVector<const ast::Expr*, 4> list(ast::ExprList exprs) {
    return llvm::SmallVector<const ast::Expr*, 4>(exprs.begin(), exprs.end());
  }

  void logicalOperator(const ast::BinaryExpr* e) {
    expression(e->x);
    if (!order_.hasEvent(e->y)) return;
    expression(e->y);
    if (order_.hoistsWithin(e->y)) order_.hoisted_.insert(e);
  }

  // Whether it matters when e is evaluated.
  bool isOpen(const ast::Expr* e) const { return order_.hasEvent(e) || order_.readsState(e); }

  // How many of a call's arguments are the elements of the slice for a variadic parameter.
  static size_t argumentsInBraces(const ast::Expr* e) {
    auto* call = dyn_cast<ast::CallExpr>(e);
    if (!call || isConversion(call) || builtinOf(call) || call->hasDots) return 0;
    const auto* signature = asCommonUnder<Signature>(call->fun->type);
    if (!signature || !signature->variadic) return 0;
    const size_t fixed = signature->params->vars.size() - 1;
    const bool isTuple =
        call->args.size() == 1 && call->args[0]->type && isa<Tuple>(call->args[0]->type);
    return isTuple || call->args.size() <= fixed ? 0 : call->args.size() - fixed;
  }

  // Evaluates e into a temporary if it is an event, else the events inside it.
  void hoist(const ast::Expr* e) {
    if (!order_.hasEvent(e) && !readsInTurn(e)) return;
    if (keepsTurn(e) && order_.readsState(e)) {
      expression(e);
      order_.hoisted_.insert(e);
      return;
    }
    const ast::BinaryExpr* logical = asLogical(e);
    if (isCallOrReceive(e) || (logical && order_.hasEvent(logical->y))) {
      expression(e);
      order_.hoisted_.insert(e);
      return;
    }
    for (const ast::Expr* operand : operandsOf(e))
      hoist(operand);
  }

  // Whether e holds an operation whose result an event could change, and that keeps its place among
  // the events, unlike other reads.
  bool readsInTurn(const ast::Expr* e) const {
    if (keepsTurn(e)) return order_.readsState(e);
    for (const ast::Expr* operand : operandsOf(e)) {
      if (readsInTurn(operand)) return true;
    }
    return false;
  }

  // As in gc each bound, unless it is a name, is in a temporary before the next one; what is sliced
  // is read after them.
  void bounds(const ast::SliceExpr* e) {
    const auto operands = operandsOf(e);
    size_t last = operands.size() - 1;
    while (last > 0 && !order_.hasEvent(operands[last]))
      --last;
    if (last == 0) return inAnyOrder(operands);
    bool othersRead = false;
    for (size_t i = 0; i < operands.size(); ++i) {
      const ast::Expr* operand = operands[i];
      const bool isBefore = i > 0 && i < last && !isa<ast::Ident>(ast::unparen(operand));
      if (isBefore && isOpen(operand)) {
        expression(operand);
        order_.hoisted_.insert(operand);
      } else if (i != last) {
        hoist(operand);
        othersRead |= order_.readsState(operand);
      }
    }
    if (othersRead)
      hoist(operands[last]);
    else
      expression(operands[last]);
  }

  // Operands that C++ may evaluate in any order.
  void inAnyOrder(Operands operands) {
    if (llvm::none_of(operands, hasEffect)) return;
    int last = -1;
    bool othersRead = false;
    for (size_t i = 0; i < operands.size(); ++i) {
      if (order_.hasEvent(operands[i])) last = int(i);
    }
    if (last < 0) return;
    for (int i = 0; i < int(operands.size()); ++i) {
      if (i == last) continue;
      hoist(operands[i]);
      othersRead |= order_.readsState(operands[i]);
    }
    if (othersRead)
      hoist(operands[last]);
    else
      expression(operands[last]);
  }

  // Operands that C++ evaluates from left to right.
  void inSequence(Operands operands) {
    if (llvm::none_of(operands, hasEffect)) return;
    int events = 0;
    bool readsBefore = false, mustHoist = false;
    for (const ast::Expr* operand : operands) {
      if (order_.hasEvent(operand)) {
        ++events;
        mustHoist |= readsBefore;
      }
      readsBefore |= order_.readsState(operand);
    }
    if (!events) return;
    if (!mustHoist) {
      int seen = 0;
      for (const ast::Expr* operand : operands) {
        if (!order_.hasEvent(operand)) continue;
        expression(operand);
        mustHoist |= seen++ > 0 && order_.hoistsWithin(operand);
      }
    }
    if (!mustHoist) return;
    for (const ast::Expr* operand : operands)
      hoist(operand);
  }

  // Of an array or slice.
  static bool hasAscendingKeys(const ast::CompositeLit* lit) {
    int64_t last = -1;
    for (const ast::Expr* element : lit->elements) {
      auto* pair = dyn_cast<ast::KeyValueExpr>(element);
      int64_t index = pair ? pair->key->constant->int64Value().value_or(0) : last + 1;
      if (index <= last) return false;
      last = index;
    }
    return true;
  }

  static bool isOrderedByBraces(const ast::CompositeLit* lit) {
    const Struct* s = asCommonUnder<Struct>(literalType(lit));
    if (!s) return hasAscendingKeys(lit);
    size_t next = 0;
    for (const ast::Expr* element : lit->elements) {
      auto* pair = dyn_cast<ast::KeyValueExpr>(element);
      auto* key = pair ? dyn_cast<ast::Ident>(pair->key) : nullptr;
      if (!key) return true;
      size_t i = 0;
      while (i < s->fields.size() && s->fields[i]->name != key->name)
        ++i;
      if (i < next) return false;
      next = i;
    }
    return true;
  }

  void assign(const ast::AssignStmt* stmt) {
    if (stmt->lhs.size() == 1 && stmt->rhs.size() == 1) {
      const ast::Expr* lhs = stmt->lhs[0];
      // C++ evaluates the right side of an assignment first; a map element is no such assignment.
      auto* index = dyn_cast<ast::IndexExpr>(ast::unparen(lhs));
      bool isMap = index && index->x->type && asCommonUnder<Map>(index->x->type);
      if (stmt->define || (!order_.hasEvent(lhs) && !isMap)) return expression(stmt->rhs[0]);
      return inAnyOrder({lhs, stmt->rhs[0]});
    }
    llvm::SmallVector<const ast::Expr*, 4> operands;
    if (!stmt->define) operands.append(stmt->lhs.begin(), stmt->lhs.end());
    if (stmt->rhs.size() == 1 && stmt->lhs.size() > 1) {
      // One call, assertion, index or receive that gives several values.
      for (const ast::Expr* lhs : operands)
        hoist(lhs);
      return expression(stmt->rhs[0]);
    }
    operands.append(stmt->rhs.begin(), stmt->rhs.end());
    if (stmt->define) return inSequence(operands);
    for (const ast::Expr* operand : operands)
      hoist(operand);
  }

  // go and defer: the operands of the call are evaluated now.
  void started(const ast::Expr* e) {
    auto* call = dyn_cast<ast::CallExpr>(ast::unparen(e));
    if (call) inAnyOrder(operandsOf(call));
  }

  // select evaluates channels and values to send of all cases first, in order.
  void communication(const ast::CommClause* clause) {
    if (auto* send = dyn_cast_or_null<ast::SendStmt>(clause->comm)) {
      hoist(send->channel);
      hoist(send->value);
      return;
    }
    const ast::Expr* x = nullptr;
    if (auto* expr = dyn_cast_or_null<ast::ExprStmt>(clause->comm)) x = expr->x;
    if (auto* assign = dyn_cast_or_null<ast::AssignStmt>(clause->comm)) x = assign->rhs[0];
    auto* receive = x ? dyn_cast<ast::UnaryExpr>(ast::unparen(x)) : nullptr;
    if (receive) hoist(receive->x);
  }

  EvalOrder& order_;
};

EvalOrder::EvalOrder(const Package& package, const VariableUses& variables)
    : variables_(variables) {
  Marker marker(*this);
  for (const ast::FuncDecl* decl : package.functions) {
    if (decl->body) marker.visit(decl->body);
  }
  for (const Initializer& init : package.initOrder) {
    marker.expression(init.rhs);
    marker.visit(init.rhs);
  }
  limitDepth(package);
}

} // namespace minigo
