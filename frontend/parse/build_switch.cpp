// switch, of values and of types.
#include "frontend/parse/builder.h"

namespace minigo::parse {

// 'switch' header '{' caseClauses '}'
Stmt* Builder::buildSwitch(const Node* node) {
  Header header = readHeader(node->first());
  SourcePos pos = at(node);
  Stmt* init = header.init ? buildSimple(header.init) : nullptr;
  Stmt* guard = header.cond ? buildSimple(header.cond) : nullptr;
  const Node* clauses = header.body->next();
  if (auto* expr = llvm::dyn_cast_or_null<ast::ExprStmt>(guard)) {
    auto* assertion = llvm::dyn_cast<ast::TypeAssertExpr>(expr->x);
    if (assertion && !assertion->typeExpr)
      return buildTypeSwitch(pos, init, nullptr, assertion, clauses);
  }
  auto* assign = llvm::dyn_cast_or_null<ast::AssignStmt>(guard);
  if (assign && assign->define && assign->lhs.size() == 1 && assign->rhs.size() == 1) {
    auto* name = llvm::dyn_cast<Ident>(assign->lhs[0]);
    auto* assertion = llvm::dyn_cast<ast::TypeAssertExpr>(assign->rhs[0]);
    if (name && assertion && !assertion->typeExpr)
      return buildTypeSwitch(pos, init, name, assertion, clauses);
  }
  Expr* tag = guard ? asValue(header.cond, guard) : nullptr;
  SourcePos end;
  llvm::ArrayRef<ast::CaseClause*> list = buildCases(clauses, end);
  return arena_.make<ast::SwitchStmt>(pos, init, tag, list, end);
}

Stmt* Builder::buildTypeSwitch(SourcePos pos, Stmt* init, Ident* name, ast::TypeAssertExpr* guard,
                               const Node* clauses) {
  SourcePos end;
  llvm::ArrayRef<ast::CaseClause*> list = buildCases(clauses, end);
  return arena_.make<ast::TypeSwitchStmt>(pos, init, name, guard->x, ast::startPos(guard), list,
                                          end);
}

// caseClauses '}'. A clause: 'case' list ':' statements, or 'default' ':' statements.
llvm::ArrayRef<ast::CaseClause*> Builder::buildCases(const Node* child, SourcePos& end) {
  llvm::SmallVector<ast::CaseClause*, 8> clauses;
  for (; child && child->kind == Kind::CaseClause; child = child->next()) {
    if (child->broken) continue;
    const Node* keyword = child->first();
    bool isDefault = keyword->kind == Kind::DEFAULT;
    ExprList values = isDefault ? ExprList() : buildList(keyword->next());
    const Node* colon = isDefault ? keyword->next() : keyword->next()->next();
    ast::StmtList body = buildStmts(colon->next());
    clauses.push_back(arena_.make<ast::CaseClause>(at(child), isDefault, values, body, at(colon)));
  }
  if (child) end = at(child);
  return arena_.copy(llvm::ArrayRef<ast::CaseClause*>(clauses));
}

} // namespace minigo::parse
