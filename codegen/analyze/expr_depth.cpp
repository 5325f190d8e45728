// Divides expressions that are too deep for C++ compilers (eval_order.h).
#include "codegen/analyze/eval_order.h"

#include "frontend/ast/walk.h"
#include "frontend/types/predicates.h"

namespace minigo {

using llvm::ArrayRef;
using llvm::dyn_cast;
using llvm::isa;

// g++ takes a time that grows with more than the square of the depth, and with that of the length
// of one concatenation. Logical operators cost much less as they are than with their values in
// variables. What people write by hand is not as deep as kDeepest and stays whole.
static constexpr unsigned kDeepest = 256;
static constexpr unsigned kDeepestLogical = 4096;
static constexpr unsigned kLongestConcatenation = 64;

static unsigned deepest(const ast::Expr* e) {
  auto* binary = dyn_cast<ast::BinaryExpr>(e);
  const bool isLogical = binary && (binary->op == ast::Op::AndAnd || binary->op == ast::Op::OrOr);
  if (isLogical) return kDeepestLogical;
  return binary && isString(binary->type) ? kLongestConcatenation : kDeepest;
}

class EvalOrder::DepthLimit {
public:
  explicit DepthLimit(EvalOrder& order) : order_(order) {}

  // Divides the full expressions of a statement and of those inside it. Returns how deep an
  // expression is, of the parentheses too.
  unsigned visit(const ast::Node* node) {
    Operands exprs;
    unsigned depth = 0;
    ast::forEachChild(const_cast<ast::Node*>(node), [&](ast::Node* child) {
      depth = std::max(depth, visit(child));
      if (auto* e = dyn_cast<ast::Expr>(child)) exprs.push_back(e);
    });
    if (isa<ast::FuncLit>(node)) return 1;
    if (isa<ast::Expr>(node)) return depth + 1;
    if (depth > kDeepest) fullExpressions(exprs);
    return 0;
  }

  // The value of a package-level variable.
  void initializer(const ast::Expr* e) {
    if (visit(e) > kDeepest) fullExpressions(e);
  }

private:
  using Operands = llvm::SmallVector<const ast::Expr*, 4>;

  // What stands around an operand in its statement.
  struct Around {
    bool openBefore;  // an event, or what an event could change, is evaluated before it
    bool eventBehind; // an event comes after it
  };

  Around around(ArrayRef<const ast::Expr*> list, size_t i, Around outer) const {
    auto hasEvent = [&](const ast::Expr* e) { return order_.hasEvent(e); };
    auto isOpen = [&](const ast::Expr* e) { return hasEvent(e) || order_.readsState(e); };
    return {outer.openBefore || llvm::any_of(list.take_front(i), isOpen),
            outer.eventBehind || llvm::any_of(list.drop_front(i + 1), hasEvent)};
  }

  // They stay where they are; only parts of them move.
  void fullExpressions(ArrayRef<const ast::Expr*> list) {
    for (size_t i = 0; i < list.size(); ++i) {
      deep_.clear();
      if (measure(list[i]) > kDeepest)
        divideOperands(operandsOf(list[i]), around(list, i, {false, false}));
    }
  }

  // How deep e is; notes what is too deep.
  unsigned measure(const ast::Expr* e) {
    unsigned depth = 1;
    for (const ast::Expr* operand : operandsOf(e))
      depth = std::max(depth, measure(operand) + 1);
    if (depth > kDeepest) deep_.insert(e);
    return depth;
  }

  // Returns the depth that is left.
  unsigned divideOperands(ArrayRef<const ast::Expr*> operands, Around outer) {
    unsigned depth = 0;
    for (size_t i = 0; i < operands.size(); ++i) {
      const bool isDeep = deep_.contains(operands[i]);
      depth = std::max(depth, isDeep ? divide(operands[i], around(operands, i, outer))
                                     : measure(operands[i]));
    }
    return depth;
  }

  unsigned divide(const ast::Expr* e, Around where) {
    const unsigned depth = divideOperands(operandsOf(e), where) + 1;
    if (depth <= deepest(e) || !mayMove(e, where)) return depth;
    order_.hoisted_.insert(e);
    return 1;
  }

  bool mayMove(const ast::Expr* e, Around where) const {
    auto* unary = dyn_cast<ast::UnaryExpr>(e);
    const bool isPlace = unary && (unary->op == ast::Op::Mul || unary->op == ast::Op::And);
    const bool isKind = unary || isa<ast::BinaryExpr>(e) || isa<ast::CallExpr>(e);
    if (!isKind || isPlace || isa<Tuple>(e->type)) return false;
    return !(where.openBefore && order_.hasEvent(e)) &&
           !(where.eventBehind && order_.readsState(e));
  }

  EvalOrder& order_;
  llvm::DenseSet<const ast::Expr*> deep_;
};

void EvalOrder::limitDepth(const Package& package) {
  DepthLimit limit(*this);
  for (const ast::FuncDecl* decl : package.functions) {
    if (decl->body) limit.visit(decl->body);
  }
  for (const Initializer& init : package.initOrder)
    limit.initializer(init.rhs);
}

} // namespace minigo
