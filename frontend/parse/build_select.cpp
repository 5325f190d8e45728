// select.
#include "frontend/parse/builder.h"

namespace minigo::parse {

// 'select' '{' commClauses '}'. A clause: 'case' statement ':' statements, or 'default' ':'
// statements.
Stmt* Builder::buildSelect(const Node* node) {
  llvm::SmallVector<ast::CommClause*, 8> clauses;
  const Node* child = node->first()->next()->next();
  for (; child && child->kind == Kind::CommClause; child = child->next()) {
    if (child->broken) continue;
    const Node* keyword = child->first();
    bool isDefault = keyword->kind == Kind::DEFAULT;
    Stmt* comm = isDefault ? nullptr : buildSimple(keyword->next());
    const Node* colon = isDefault ? keyword->next() : keyword->next()->next();
    ast::StmtList body = buildStmts(colon->next());
    clauses.push_back(arena_.make<ast::CommClause>(at(child), comm, body, at(colon)));
  }
  return arena_.make<ast::SelectStmt>(at(node),
                                      arena_.copy(llvm::ArrayRef<ast::CommClause*>(clauses)),
                                      child ? at(child) : source_.at(node->end));
}

} // namespace minigo::parse
