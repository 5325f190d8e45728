// Operands and what may follow them: selectors, indices, slices, assertions, calls.
#include "frontend/parse/builder.h"

#include "frontend/ast/type_expr.h"

#include "llvm/Support/SaveAndRestore.h"

namespace minigo::parse {

// Children: operand, suffixes.
Expr* Builder::buildPrimary(const Node* node) {
  const Node* operand = node->first();
  uint32_t length = 0;
  for (const Node* child = operand->next(); child; child = child->next())
    ++length;
  llvm::SaveAndRestore<size_t> restore(depth_, depth_ + length);
  if (depth_ > maxDepth_) {
    error(at(node), diag::SyntaxNestedTooDeeply);
    return bad(node);
  }
  return buildSuffixes(buildExpr(operand), operand->next());
}

Expr* Builder::buildSuffixes(Expr* x, const Node* suffix) {
  for (; suffix; suffix = suffix->next())
    x = buildSuffix(x, suffix);
  return x;
}

Expr* Builder::buildSuffix(Expr* x, const Node* suffix) {
  if (suffix->broken) return bad(suffix);
  switch (suffix->kind) {
  case Kind::Selector: return buildSelector(x, suffix);
  case Kind::Index: return buildIndex(x, suffix);
  case Kind::Arguments: return buildCall(x, suffix);
  case Kind::LiteralValue: return buildCompositeLit(x, suffix);
  default: return bad(suffix);
  }
}

// Children: '.', then an identifier or '(' type ')'.
Expr* Builder::buildSelector(Expr* x, const Node* selector) {
  const Node* name = selector->first()->next();
  if (name->kind == Kind::IDENT)
    return arena_.make<ast::SelectorExpr>(at(selector), x, ident(name));
  const Node* type = name->next();
  Expr* typeExpr = type->kind == Kind::TYPE ? nullptr : buildExpr(type);
  return arena_.make<ast::TypeAssertExpr>(at(selector), x, typeExpr);
}

namespace {

// The first token of an expression that can't be part of a type, and what belongs there.
struct NoType {
  const g::Node* token = nullptr;
  const char* expected = nullptr;
};

NoType notOfTypeArguments(const g::Node* first);

// closer: what ends the type.
NoType notOfType(const g::Node* element, const char* closer, const char* atBegin) {
  using Kind = g::Kind;
  const g::Node* first = element->first();
  switch (element->kind) {
  case Kind::INT_LIT:
  case Kind::FLOAT_LIT:
  case Kind::IMAGINARY_LIT:
  case Kind::RUNE_LIT:
  case Kind::RAW_STRING_LIT:
  case Kind::INTERPRETED_STRING_LIT: return {element, atBegin};
  case Kind::Expression: {
    const NoType inside = notOfType(first, closer, atBegin);
    return inside.token ? inside : NoType{first->next(), closer};
  }
  case Kind::UnaryExpression:
    if (first->kind == Kind::MUL) return notOfType(first->next(), closer, ", expected type");
    return first->kind == Kind::ARROW ? NoType() : NoType{first, atBegin};
  case Kind::Operand:
    if (first->kind != Kind::LPAREN) return {};
    return notOfType(first->next(), ", expected )", ", expected type");
  case Kind::PrimaryExpression: {
    NoType found = notOfType(first, closer, atBegin);
    for (const g::Node* suffix = first->next(); suffix && !found.token; suffix = suffix->next()) {
      if (suffix->kind == Kind::Arguments || suffix->kind == Kind::LiteralValue)
        found = {suffix->first(), closer};
      else if (suffix->kind == Kind::Selector && suffix->first()->next()->kind == Kind::LPAREN)
        found = {suffix->first()->next(), ", expected name"};
      else if (suffix->kind == Kind::Index && !suffix->broken)
        found = notOfTypeArguments(suffix->first()->next());
    }
    return found;
  }
  default: return {};
  }
}

// In brackets that may hold an index or the bounds of a slice.
NoType notOfTypeArguments(const g::Node* first) {
  if (first->kind == g::Kind::SliceTail) return {first->first(), ", expected type"};
  const NoType found = notOfType(first, ", expected ]", ", expected type");
  const g::Node* behind = first->next();
  const bool isSlice = behind && behind->kind == g::Kind::SliceTail;
  return !found.token && isSlice ? NoType{behind->first(), ", expected ]"} : found;
}

} // namespace

// Children: '[', expressions and commas or a sliceTail, ']'. Behind a comma there are types.
Expr* Builder::buildIndex(Expr* x, const Node* index) {
  const Node* child = index->first()->next();
  llvm::SmallVector<Expr*, 4> indices;
  for (; child; child = child->next()) {
    if (child->kind == Kind::SliceTail)
      return buildSlice(x, indices.empty() ? nullptr : indices[0], at(index), child, child->next());
    if (child->kind == Kind::RBRACK) break;
    if (child->kind == Kind::COMMA || child->kind == Kind::TRAILING_COMMA) continue;
    if (!indices.empty() && !child->broken) {
      const NoType stray = notOfType(child, ", expected ]", ", expected ]");
      if (stray.token) {
        unexpected(stray.token, stray.expected);
        return bad(index);
      }
    }
    indices.push_back(buildExpr(child));
  }
  return arena_.make<ast::IndexExpr>(at(index), x, arena_.copy(ExprList(indices)));
}

// tail: ':' high? (':' max?)?
Expr* Builder::buildSlice(Expr* x, Expr* low, SourcePos bracket, const Node* tail,
                          const Node* end) {
  Expr* bounds[2] = {nullptr, nullptr};
  const Node* secondColon = nullptr;
  for (const Node* child = tail->first()->next(); child; child = child->next()) {
    if (child->kind == Kind::COLON)
      secondColon = child;
    else
      bounds[secondColon ? 1 : 0] = buildExpr(child);
  }
  if (secondColon && !bounds[0]) {
    error(at(secondColon), diag::MiddleIndexRequired);
    bounds[0] = bad(secondColon);
  }
  if (secondColon && !bounds[1]) {
    error(at(end), diag::FinalIndexRequired);
    bounds[1] = bad(end);
  }
  return arena_.make<ast::SliceExpr>(bracket, x, low, bounds[0], bounds[1], secondColon != nullptr);
}

// Children: '(', arguments (an expression, or an Argument with '...') and commas, ')'.
Expr* Builder::buildCall(Expr* x, const Node* arguments) {
  llvm::SmallVector<Expr*, 8> args;
  bool dots = false;
  const Node* child = arguments->first()->next();
  for (; child->next(); child = child->next()) {
    if (child->kind == Kind::COMMA || child->kind == Kind::TRAILING_COMMA) continue;
    if (dots) {
      const Node* token = child;
      while (g::isRule(token->kind) && token->first())
        token = token->first();
      unexpected(token, ", expected )");
      return bad(child);
    }
    dots = child->kind == Kind::Argument;
    args.push_back(buildExpr(dots ? child->first() : child));
  }
  return arena_.make<ast::CallExpr>(at(arguments), x, arena_.copy(ExprList(args)), dots, at(child));
}

// '(' expression or type ')'.
Expr* Builder::buildParen(const Node* node) {
  if (node->first()->kind != Kind::LPAREN) return bad(node);
  return arena_.make<ast::ParenExpr>(at(node), buildExpr(node->first()->next()));
}

// 'func' signature block?
Expr* Builder::buildFuncLit(const Node* node) {
  const Node* signature = node->first()->next();
  ast::FuncTypeExpr* type = buildSignature(at(signature), signature);
  if (!signature->next()) return type;
  llvm::SaveAndRestore<size_t> outermost(depth_, depth_ + 1);
  return arena_.make<ast::FuncLit>(at(node), type, buildBody(signature->next()));
}

} // namespace minigo::parse
