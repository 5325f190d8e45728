// Literals: basic and composite.
#include "frontend/parse/builder.h"

namespace minigo::parse {

// The scanner's pass over literals (literals.cpp) has marked malformed ones as broken.
Expr* Builder::buildBasicLit(const Node* token) {
  ast::LitKind kind = ast::LitKind::String;
  switch (token->kind) {
  case Kind::INT_LIT: kind = ast::LitKind::Int; break;
  case Kind::FLOAT_LIT: kind = ast::LitKind::Float; break;
  case Kind::IMAGINARY_LIT: kind = ast::LitKind::Imag; break;
  case Kind::RUNE_LIT: kind = ast::LitKind::Rune; break;
  default: break;
  }
  auto* literal = arena_.make<ast::BasicLit>(at(token), kind, text(token));
  literal->bad = token->broken;
  return literal;
}

// Children: '{', elements and commas, '}'.
Expr* Builder::buildCompositeLit(Expr* type, const Node* literalValue) {
  if (type && type->kind == ast::Kind::ParenExpr)
    error(at(literalValue), diag::SyntaxError, "cannot parenthesize type in composite literal");
  llvm::SmallVector<Expr*, 16> elements;
  bool hasKeys = false;
  const Node* child = literalValue->first()->next();
  for (; child->next(); child = child->next()) {
    if (child->kind == Kind::COMMA || child->kind == Kind::TRAILING_COMMA) continue;
    Expr* element = buildElement(child);
    hasKeys |= element->kind == ast::Kind::KeyValueExpr;
    elements.push_back(element);
  }
  return arena_.make<ast::CompositeLit>(at(literalValue), type, arena_.copy(ExprList(elements)),
                                        hasKeys, at(child));
}

// element (':' element)?; a nested '{…}' is a LiteralValue.
Expr* Builder::buildElement(const Node* element) {
  if (element->kind != Kind::KeyedElement) return buildExpr(element);
  const Node* key = element->first();
  const Node* colon = key->next();
  Expr* keyExpr = buildExpr(key);
  return arena_.make<ast::KeyValueExpr>(at(colon), keyExpr, buildExpr(colon->next()));
}

} // namespace minigo::parse
