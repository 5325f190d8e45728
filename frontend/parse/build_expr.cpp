// Operators: flat lists of the grammar become trees.
#include "frontend/parse/builder.h"

#include "frontend/ast/type_expr.h"

namespace minigo::parse {

using ast::Op;

Op binaryOp(g::Kind token) {
  switch (token) {
  case g::Kind::LOR: return Op::OrOr;
  case g::Kind::LAND: return Op::AndAnd;
  case g::Kind::EQL: return Op::Eql;
  case g::Kind::NEQ: return Op::Neq;
  case g::Kind::LSS: return Op::Lss;
  case g::Kind::LEQ: return Op::Leq;
  case g::Kind::GTR: return Op::Gtr;
  case g::Kind::GEQ: return Op::Geq;
  case g::Kind::ADD: return Op::Add;
  case g::Kind::SUB: return Op::Sub;
  case g::Kind::OR: return Op::Or;
  case g::Kind::XOR: return Op::Xor;
  case g::Kind::MUL: return Op::Mul;
  case g::Kind::DIV: return Op::Div;
  case g::Kind::REM: return Op::Rem;
  case g::Kind::AND: return Op::And;
  case g::Kind::AND_NOT: return Op::AndNot;
  case g::Kind::SHL: return Op::Shl;
  case g::Kind::SHR: return Op::Shr;
  default: return Op::None;
  }
}

static Op unaryOp(g::Kind token) {
  switch (token) {
  case g::Kind::NOT: return Op::Not;
  case g::Kind::ARROW: return Op::Recv;
  case g::Kind::TILDE: return Op::Tilde;
  default: return binaryOp(token);
  }
}

// Builds what the grammar calls an expression, a type, or any part of one.
Expr* Builder::buildExpr(const Node* node) {
  if (node->broken) return bad(node);
  switch (node->kind) {
  case Kind::IDENT: return ident(node);
  case Kind::INT_LIT:
  case Kind::FLOAT_LIT:
  case Kind::IMAGINARY_LIT:
  case Kind::RUNE_LIT:
  case Kind::RAW_STRING_LIT:
  case Kind::INTERPRETED_STRING_LIT: return buildBasicLit(node);
  case Kind::Expression:
  case Kind::HeaderExpression: return buildBinary(node);
  case Kind::UnaryExpression:
  case Kind::HeaderUnaryExpression: return buildUnary(node);
  case Kind::PrimaryExpression:
  case Kind::HeaderPrimaryExpression: return buildPrimary(node);
  case Kind::Operand:
  case Kind::AnyType:
  case Kind::TypeNoBracket:
  case Kind::Parameter: return buildParen(node);
  case Kind::FunctionLiteral: return buildFuncLit(node);
  case Kind::TypeName: return buildTypeName(node);
  case Kind::PointerType:
    return arena_.make<ast::UnaryExpr>(at(node), Op::Mul, buildExpr(node->first()->next()));
  case Kind::FunctionType: // as in gc, it begins behind the keyword
    return buildSignature(at(node->first()->next()), node->first()->next());
  case Kind::ChannelType:
  case Kind::ChannelOperand: return buildChannelType(node);
  case Kind::ArrayType: return buildArrayType(node);
  case Kind::StructType: return buildStructType(node);
  case Kind::MapType: {
    const Node* key = node->first()->next()->next();
    Expr* keyType = buildExpr(key);
    return arena_.make<ast::MapTypeExpr>(at(node), keyType, buildExpr(key->next()->next()));
  }
  case Kind::InterfaceType: return buildInterfaceType(node);
  case Kind::LiteralValue: return buildCompositeLit(nullptr, node);
  default: return bad(node);
  }
}

// Children: operand, operator, operand, …
Expr* Builder::buildBinary(const Node* node) {
  uint32_t length = 0;
  for (const Node* child = node->first(); child; child = child->next())
    ++length;
  depth_ += length / 2;
  if (depth_ > maxDepth_) {
    depth_ -= length / 2;
    error(at(node), diag::SyntaxNestedTooDeeply);
    return bad(node);
  }
  const Node* first = node->first();
  Expr* x = buildBinaryTail(buildExpr(first), first->next());
  depth_ -= length / 2;
  return x;
}

// Precedence: operators wait until one comes that does not bind tighter.
Expr* Builder::buildBinaryTail(Expr* first, const Node* op) {
  struct Waiting {
    Expr* left;
    Op op;
    const Node* token;
  };
  llvm::SmallVector<Waiting, 8> waiting;
  Expr* right = first;
  auto reduce = [&](int precedence) {
    while (!waiting.empty() && ast::precedence(waiting.back().op) >= precedence) {
      const Waiting& top = waiting.back();
      right = arena_.make<ast::BinaryExpr>(at(top.token), top.op, top.left, right);
      waiting.pop_back();
    }
  };
  for (; op && op->next(); op = op->next()->next()) {
    Op kind = binaryOp(op->kind);
    reduce(ast::precedence(kind));
    waiting.push_back({right, kind, op});
    right = buildExpr(op->next());
  }
  reduce(1);
  return right;
}

// Children: operators, then the operand.
Expr* Builder::buildUnary(const Node* node) {
  llvm::SmallVector<const Node*, 4> ops;
  const Node* child = node->first();
  for (; child->next(); child = child->next())
    ops.push_back(child);
  if (depth_ + ops.size() > maxDepth_) {
    error(at(node), diag::SyntaxNestedTooDeeply);
    return bad(node);
  }
  depth_ += ops.size();
  Expr* x = buildExpr(child);
  depth_ -= ops.size();
  while (!ops.empty()) {
    const Node* op = ops.pop_back_val();
    auto* channel = llvm::dyn_cast<ast::ChanTypeExpr>(x);
    if (op->kind == Kind::ARROW && channel)
      x = receiveChannel(channel, op);
    else
      x = arena_.make<ast::UnaryExpr>(at(op), unaryOp(op->kind), x);
  }
  return x;
}

// `<-` before a channel type makes it receive-only. `<-chan<- E` reads (<-chan)(<-E): the arrow
// moves on to the element until it meets a channel of both directions.
Expr* Builder::receiveChannel(ast::ChanTypeExpr* channel, const Node* arrow) {
  channel->pos = at(arrow);
  for (ast::ChanTypeExpr* inner = channel;;) {
    ast::ChanDir dir = inner->dir;
    if (dir == ast::ChanDir::RecvOnly)
      error(at(arrow), diag::SyntaxError, "unexpected <-, expected chan");
    inner->dir = ast::ChanDir::RecvOnly;
    if (dir != ast::ChanDir::SendOnly) return channel;
    auto* next = llvm::dyn_cast<ast::ChanTypeExpr>(inner->elem);
    if (!next) {
      error(at(arrow), diag::SyntaxError, "unexpected channel element, expected chan");
      return channel;
    }
    inner = next;
  }
}

// An expressionList rule, or its only expression.
ExprList Builder::buildList(const Node* list) {
  llvm::SmallVector<Expr*, 8> exprs;
  if (list->kind == Kind::ExpressionList || list->kind == Kind::HeaderExpressionList) {
    for (const Node* child = list->first(); child; child = child->next())
      if (child->kind != Kind::COMMA) exprs.push_back(buildExpr(child));
  } else {
    exprs.push_back(buildExpr(list));
  }
  return arena_.copy(ExprList(exprs));
}

} // namespace minigo::parse
