// Statements, but for switch, select and for, which have files of their own.
#include "frontend/parse/builder.h"

#include "llvm/Support/SaveAndRestore.h"

namespace minigo::parse {

using ast::BranchKind;
using ast::Op;

Op assignOp(g::Kind token) {
  switch (token) {
  case g::Kind::ADD_ASSIGN: return Op::Add;
  case g::Kind::SUB_ASSIGN: return Op::Sub;
  case g::Kind::MUL_ASSIGN: return Op::Mul;
  case g::Kind::DIV_ASSIGN: return Op::Div;
  case g::Kind::REM_ASSIGN: return Op::Rem;
  case g::Kind::AND_ASSIGN: return Op::And;
  case g::Kind::OR_ASSIGN: return Op::Or;
  case g::Kind::XOR_ASSIGN: return Op::Xor;
  case g::Kind::SHL_ASSIGN: return Op::Shl;
  case g::Kind::SHR_ASSIGN: return Op::Shr;
  case g::Kind::AND_NOT_ASSIGN: return Op::AndNot;
  default: return Op::None;
  }
}

// '{' statementList '}'
ast::BlockStmt* Builder::buildBlock(const Node* block) {
  const Node* list = block->first();
  while (list && list->kind != Kind::StatementList)
    list = list->next();
  ast::StmtList stmts = list ? buildStmts(list) : ast::StmtList();
  const Node* end = list ? list->next() : nullptr;
  return arena_.make<ast::BlockStmt>(at(block), stmts, end ? at(end) : source_.at(block->end));
}

// Statements and semicolons. The semicolon of an empty statement makes one, as in gc.
ast::StmtList Builder::buildStmts(const Node* statementList) {
  llvm::SaveAndRestore<size_t> outermost(depth_, 0);
  llvm::SmallVector<Stmt*, 16> stmts;
  bool pending = true; // a statement may stand here
  for (const Node* child = statementList->first(); child; child = child->next()) {
    if (child->kind == Kind::SEMI || child->kind == Kind::TRAILING_SEMI) {
      if (pending) stmts.push_back(arena_.make<ast::EmptyStmt>(at(child)));
      pending = true;
    } else {
      stmts.push_back(buildStmt(child));
      pending = false;
    }
  }
  return arena_.copy(ast::StmtList(stmts));
}

Stmt* Builder::buildStmt(const Node* node) {
  if (node->broken && node->kind != Kind::Block) return arena_.make<ast::BadStmt>(at(node));
  switch (node->kind) {
  case Kind::ConstDeclaration:
  case Kind::TypeDeclaration:
  case Kind::VarDeclaration: return buildDeclStmt(node);
  case Kind::GoStatement:
    return arena_.make<ast::GoStmt>(at(node), buildCallOperand(node->first()));
  case Kind::DeferStatement:
    return arena_.make<ast::DeferStmt>(at(node), buildCallOperand(node->first()));
  case Kind::ReturnStatement: {
    const Node* results = node->first()->next();
    return arena_.make<ast::ReturnStmt>(at(node), results ? buildList(results) : ExprList());
  }
  case Kind::BreakStatement: return buildBranch(node, BranchKind::Break);
  case Kind::ContinueStatement: return buildBranch(node, BranchKind::Continue);
  case Kind::GotoStatement: return buildBranch(node, BranchKind::Goto);
  case Kind::FallthroughStatement: return buildBranch(node, BranchKind::Fallthrough);
  case Kind::Block: return buildBlock(node);
  case Kind::IfStatement: return buildIf(node);
  case Kind::SwitchStatement: return buildSwitch(node);
  case Kind::SelectStatement: return buildSelect(node);
  case Kind::ForStatement: return buildFor(node);
  default: return buildSimple(node);
  }
}

Stmt* Builder::buildDeclStmt(const Node* node) {
  llvm::SmallVector<ast::Decl*, 4> decls;
  buildDeclaration(node, decls);
  return arena_.make<ast::DeclStmt>(at(node), arena_.copy(llvm::ArrayRef<ast::Decl*>(decls)));
}

// keyword IDENT?
Stmt* Builder::buildBranch(const Node* node, BranchKind kind) {
  const Node* label = node->first()->next();
  return arena_.make<ast::BranchStmt>(at(node), kind, label ? ident(label) : nullptr);
}

// What `go` or `defer` calls.
Expr* Builder::buildCallOperand(const Node* keyword) {
  Expr* x = buildExpr(keyword->next());
  Expr* inner = ast::unparen(x);
  if (inner != x) error(x->pos, diag::ParenthesizedCall, text(keyword).str());
  return inner;
}

// An expression, a simpleTail behind a list, or a label. Also the statements of headers.
Stmt* Builder::buildSimple(const Node* node) {
  const Node* list = node;
  const Node* rest = nullptr;
  switch (node->kind) {
  case Kind::SimpleOrLabeledStatement:
  case Kind::SimpleStatement:
  case Kind::HeaderStatement:
  case Kind::ForHeaderStatement:
    list = node->first();
    rest = list->next();
    break;
  default: break;
  }
  if (rest && rest->kind == Kind::COLON) return buildLabeled(list, rest);
  if (rest) return buildSimpleTail(list, rest);
  if (list->kind == Kind::ExpressionList || list->kind == Kind::HeaderExpressionList) {
    unexpectedBehind(list, ", expected := or = or comma");
    return arena_.make<ast::BadStmt>(at(list));
  }
  if (text(list).front() == '~') { // an operator of types, which begins no statement
    unexpected(tokenAt(list->offset), ", expected }");
    return arena_.make<ast::BadStmt>(at(list));
  }
  Expr* x = buildExpr(list);
  return arena_.make<ast::ExprStmt>(x->pos, x);
}

// IDENT ':' statement?
Stmt* Builder::buildLabeled(const Node* label, const Node* colon) {
  if (label->kind != Kind::IDENT) {
    unexpected(colon, label->kind == Kind::ExpressionList ? ", expected := or = or comma"
                                                          : " at end of statement");
    return arena_.make<ast::BadStmt>(at(label));
  }
  Stmt* stmt = nullptr;
  if (colon->next()) {
    stmt = buildStmt(colon->next());
  } else {
    stmt = arena_.make<ast::EmptyStmt>(at(tokenBehind(colon)));
  }
  return arena_.make<ast::LabeledStmt>(at(label), ident(label), stmt);
}

// list, then '<-' value, '++', '--', or operator list.
Stmt* Builder::buildSimpleTail(const Node* list, const Node* tail) {
  bool several = list->kind == Kind::ExpressionList || list->kind == Kind::HeaderExpressionList;
  const Node* op = tail->first();
  if (several && op->kind != Kind::ASSIGN && op->kind != Kind::DEFINE) {
    unexpected(op, ", expected := or = or comma");
    return arena_.make<ast::BadStmt>(at(list));
  }
  if (op->kind == Kind::INC || op->kind == Kind::DEC) {
    Op kind = op->kind == Kind::INC ? Op::Add : Op::Sub;
    return arena_.make<ast::AssignStmt>(at(op), kind, false, true, buildList(list), ExprList());
  }
  if (op->kind == Kind::ARROW) {
    Expr* channel = buildExpr(list);
    return arena_.make<ast::SendStmt>(at(op), channel, buildExpr(op->next()));
  }
  return buildAssignment(list, op, op->next());
}

Stmt* Builder::buildAssignment(const Node* list, const Node* op, const Node* right) {
  Op kind = assignOp(op->kind);
  if (kind != Op::None &&
      (right->kind == Kind::ExpressionList || right->kind == Kind::HeaderExpressionList)) {
    unexpected(right->first()->next(), " at end of statement");
    return arena_.make<ast::BadStmt>(at(list));
  }
  ExprList left = buildList(list);
  return arena_.make<ast::AssignStmt>(at(op), kind, op->kind == Kind::DEFINE, false, left,
                                      buildList(right));
}

// Reads the children behind `if`, `switch` or `for` up to the block. With one statement and no
// semicolon it is both init and condition: it is given as cond.
Builder::Header Builder::readHeader(const Node* keyword) {
  Header header;
  unsigned semis = 0;
  for (const Node* child = keyword->next(); child; child = child->next()) {
    if (child->kind == Kind::Block || child->kind == Kind::LBRACE) {
      header.body = child;
      break;
    }
    if (child->kind == Kind::SEMI) {
      if (semis++ == 0) header.semi = child;
    } else {
      (semis == 0 ? header.init : semis == 1 ? header.cond : header.post) = child;
    }
  }
  if (semis == 0) std::swap(header.init, header.cond);
  return header;
}

// The condition of an if or for, the tag of a switch.
Expr* Builder::buildCondition(const Node* condition, const Header& header,
                              llvm::StringRef keyword) {
  if (condition) return asValue(condition, buildSimple(condition));
  if (keyword != "if") return nullptr;
  bool newline = header.semi && text(header.semi) != ";";
  if (newline) {
    std::string token = unexpectedToken(tree_, *header.semi);
    error(at(header.semi), diag::SyntaxError,
          "unexpected " + token + ", expected { after if clause");
  } else {
    error(at(header.semi ? header.semi : header.body), diag::SyntaxError,
          "missing condition in if statement");
  }
  return bad(header.body);
}

// 'if' header block ('else' (if | block))?
Stmt* Builder::buildIf(const Node* node) {
  Header header = readHeader(node->first());
  Stmt* init = header.init ? buildSimple(header.init) : nullptr;
  Expr* cond = buildCondition(header.cond, header, "if");
  ast::BlockStmt* then = buildBlock(header.body);
  const Node* keyword = header.body->next();
  Stmt* otherwise = keyword ? buildStmt(keyword->next()) : nullptr;
  return arena_.make<ast::IfStmt>(at(node), init, cond, then, otherwise);
}

// The value of a statement that must be an expression; `node` is its rule.
Expr* Builder::asValue(const Node* node, Stmt* statement) {
  if (auto* expr = llvm::dyn_cast<ast::ExprStmt>(statement)) return expr->x;
  if (llvm::isa<ast::BadStmt>(statement)) return bad(node);
  const Node* list = node->first();
  const Node* op = list->next()->first();
  std::string what = "cannot use ";
  // gc parenthesizes binary operands of `=`, which was probably meant to be `==`.
  auto addOperand = [&](const Node* x) {
    bool binary = op->kind == Kind::ASSIGN && x->kind == Kind::HeaderExpression;
    what.append(binary ? "(" : "").append(text(x)).append(binary ? ")" : "");
  };
  if (op->kind == Kind::ASSIGN) what += "assignment ";
  addOperand(list);
  if (op->kind == Kind::INC || op->kind == Kind::DEC) {
    what += text(op);
  } else {
    what.append(" ").append(text(op)).append(" ");
    addOperand(op->next());
  }
  error(statement->pos, diag::SyntaxError, what + " as value");
  return bad(node);
}

} // namespace minigo::parse
