// Literals: basic and composite.
#include "frontend/parse/builder.h"

#include "frontend/ast/type_expr.h"

#include "llvm/Support/SaveAndRestore.h"

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
  llvm::SaveAndRestore<Enclosing> inside(enclosing_, Enclosing::CompositeLiteral);
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

// Expressions that cannot be part of a type.
static bool isValue(const Expr* x) {
  switch (x->kind) {
  case ast::Kind::BasicLit:
  case ast::Kind::CompositeLit:
  case ast::Kind::FuncLit:
  case ast::Kind::SliceExpr:
  case ast::Kind::TypeAssertExpr:
  case ast::Kind::BinaryExpr:
  case ast::Kind::CallExpr: return true;
  case ast::Kind::UnaryExpr: return llvm::cast<ast::UnaryExpr>(x)->op != ast::Op::Mul;
  case ast::Kind::ParenExpr: return isValue(llvm::cast<ast::ParenExpr>(x)->inner);
  case ast::Kind::IndexExpr: {
    auto* index = llvm::cast<ast::IndexExpr>(x);
    if (isValue(index->x)) return true;
    for (const Expr* i : index->indices)
      if (isValue(i)) return true;
    return false;
  }
  default: return false;
  }
}

static bool isLiteralType(const Expr* type) {
  switch (type->kind) {
  case ast::Kind::Ident:
  case ast::Kind::SelectorExpr:
  case ast::Kind::ArrayTypeExpr:
  case ast::Kind::SliceTypeExpr:
  case ast::Kind::StructTypeExpr:
  case ast::Kind::MapTypeExpr:
  case ast::Kind::BadExpr: return true;
  case ast::Kind::IndexExpr: {
    for (const Expr* index : llvm::cast<ast::IndexExpr>(type)->indices)
      if (isValue(index)) return false;
    return true;
  }
  default: return false;
  }
}

// Whether `{` behind `type` begins a literal: behind a value it fits nowhere.
bool Builder::mayHaveLiteral(Expr* type, const Node* literalValue) {
  Expr* inner = ast::unparen(type);
  const Node* brace = literalValue->first();
  if (isLiteralType(inner)) {
    if (inner != type)
      error(at(brace), diag::SyntaxError, "cannot parenthesize type in composite literal");
    return true;
  }
  switch (enclosing_) {
  case Enclosing::TopLevel: unexpected(brace, " after top level declaration"); break;
  case Enclosing::Statement: unexpected(brace, " at end of statement"); break;
  case Enclosing::ArgumentList:
    unexpected(brace, " in argument list; possibly missing comma or )");
    break;
  case Enclosing::CompositeLiteral:
    unexpected(brace, " in composite literal; possibly missing comma or }");
    break;
  case Enclosing::Parentheses: unexpected(brace, ", expected )"); break;
  case Enclosing::Brackets: unexpected(brace, ", expected comma, : or ]"); break;
  }
  return false;
}

} // namespace minigo::parse
