// for: with a condition, with clauses, with range.
#include "frontend/parse/builder.h"

namespace minigo::parse {

// 'for' header block
Stmt* Builder::buildFor(const Node* node) {
  Header header = readHeader(node->first());
  const Node* first = header.semi ? header.init : header.cond;
  const Node* left = nullptr;
  const Node* op = nullptr;
  if (const Node* clause = first ? rangeOf(first, left, op) : nullptr)
    return buildRange(at(node), clause, left, op, header);
  Stmt* init = header.init ? buildSimple(header.init) : nullptr;
  Expr* cond = buildCondition(header.cond, header, "for");
  Stmt* post = header.post ? buildSimple(header.post) : nullptr;
  auto* assign = llvm::dyn_cast_or_null<ast::AssignStmt>(post);
  if (assign && assign->define)
    error(assign->pos, diag::SyntaxError, "cannot declare in post statement of for loop");
  return arena_.make<ast::ForStmt>(at(node), init, cond, post, buildBlock(header.body));
}

// The range clause of a header's first statement, or null: `range x`, or `left op range x`.
const g::Node* Builder::rangeOf(const Node* init, const Node*& left, const Node*& op) {
  if (init->kind == Kind::RangeClause) return init;
  if (init->kind != Kind::ForHeaderStatement) return nullptr;
  const Node* tail = init->first()->next();
  const Node* last = tail->first()->next();
  if (!last || last->kind != Kind::RangeClause) return nullptr;
  left = init->first();
  op = tail->first();
  return last;
}

Stmt* Builder::buildRange(SourcePos pos, const Node* clause, const Node* left, const Node* op,
                          const Header& header) {
  if (header.semi) {
    unexpected(header.semi, ", expected { after for clause");
    return arena_.make<ast::BadStmt>(pos);
  }
  if (op && assignOp(op->kind) != ast::Op::None) {
    unexpected(clause->first(), ", expected expression");
    return arena_.make<ast::BadStmt>(pos);
  }
  ExprList targets = left ? buildList(left) : ExprList();
  Expr* x = buildExpr(clause->first()->next());
  return arena_.make<ast::RangeStmt>(pos, at(clause), op && op->kind == Kind::DEFINE, targets, x,
                                     buildBlock(header.body));
}

} // namespace minigo::parse
