// Types. A type is an expression; these are the forms that only types have.
#include "frontend/parse/builder.h"

#include "frontend/ast/type_expr.h"

namespace minigo::parse {

// Children: IDENT, then '.' IDENT, then typeArguments; the latter two may be missing.
Expr* Builder::buildTypeName(const Node* typeName) {
  const Node* child = typeName->first();
  Expr* x = ident(child);
  child = child->next();
  if (child && child->kind == Kind::PERIOD) {
    x = arena_.make<ast::SelectorExpr>(at(child), x, ident(child->next()));
    child = child->next()->next();
  }
  return child ? instantiate(x, child) : x;
}

// typeArguments: '[' types and commas ']'.
Expr* Builder::instantiate(Expr* generic, const Node* typeArguments) {
  llvm::SmallVector<Expr*, 4> types;
  for (const Node* child = typeArguments->first()->next(); child->next(); child = child->next())
    if (child->kind != Kind::COMMA && child->kind != Kind::TRAILING_COMMA)
      types.push_back(buildExpr(child));
  return arena_.make<ast::IndexExpr>(at(typeArguments), generic, arena_.copy(ExprList(types)));
}

// '[' ']' type, '[' '...' ']' type, '[' expression ']' type.
Expr* Builder::buildArrayType(const Node* arrayType) {
  const Node* child = arrayType->first()->next();
  if (child->kind == Kind::RBRACK)
    return arena_.make<ast::SliceTypeExpr>(at(arrayType), buildExpr(child->next()));
  Expr* length = child->kind == Kind::ELLIPSIS ? nullptr : buildExpr(child);
  Expr* elem = buildExpr(child->next()->next());
  return arena_.make<ast::ArrayTypeExpr>(at(arrayType), length, elem);
}

// What follows the name of a field or parameter and begins with '[': the type of a thing called
// `name`, or arguments of a type called `name` (then `instantiated` is set and the whole type
// returned).
Expr* Builder::buildBracketed(Ident* name, const Node* bracketed, bool& instantiated) {
  instantiated = false;
  SourcePos pos = at(bracketed);
  const Node* child = bracketed->first()->next();
  if (child->kind == Kind::RBRACK)
    return arena_.make<ast::SliceTypeExpr>(pos, buildExpr(child->next()));
  if (child->kind == Kind::ELLIPSIS)
    return arena_.make<ast::ArrayTypeExpr>(pos, nullptr, buildExpr(child->next()->next()));
  llvm::SmallVector<Expr*, 4> list;
  bool comma = false;
  for (; child->kind != Kind::RBRACK; child = child->next()) {
    if (child->kind == Kind::COMMA || child->kind == Kind::TRAILING_COMMA)
      comma = true;
    else
      list.push_back(buildExpr(child));
  }
  if (const Node* elem = child->next()) {
    if (comma) unexpected(bracketed->first(), ", expected type argument list");
    return arena_.make<ast::ArrayTypeExpr>(pos, list[0], buildExpr(elem));
  }
  instantiated = true;
  return arena_.make<ast::IndexExpr>(pos, name, arena_.copy(ExprList(list)));
}

Expr* Builder::ellipsis(const Node* dots, const Node* type) {
  return arena_.make<ast::EllipsisExpr>(at(dots), type ? buildExpr(type) : nullptr);
}

// 'struct' '{' fields and semicolons '}'.
Expr* Builder::buildStructType(const Node* structType) {
  llvm::SmallVector<Field*, 8> fields;
  const Node* child = structType->first()->next()->next();
  for (; child->next(); child = child->next())
    if (child->kind == Kind::FieldDeclaration && !child->broken) buildField(child, fields);
  return arena_.make<ast::StructTypeExpr>(at(structType), arena_.copy(FieldList(fields)),
                                          at(child));
}

void Builder::buildField(const Node* field, Fields& fields) {
  const Node* child = field->first();
  auto tag = [&](const Node* token) {
    return token ? llvm::cast<ast::BasicLit>(buildBasicLit(token)) : nullptr;
  };
  auto embed = [&](Expr* type, const Node* tagToken) {
    fields.push_back(arena_.make<Field>(at(field), nullptr, type, tag(tagToken)));
  };
  auto isTag = [](const Node* node) {
    return node->kind == Kind::INTERPRETED_STRING_LIT || node->kind == Kind::RAW_STRING_LIT;
  };
  if (child->kind == Kind::MUL) { // *T
    const Node* type = child->next();
    embed(arena_.make<ast::UnaryExpr>(at(child), ast::Op::Mul, buildExpr(type)), type->next());
    return;
  }
  llvm::SmallVector<Ident*, 4> names{ident(child)};
  child = child->next();
  if (!child || isTag(child)) { // T
    embed(names[0], child);
    return;
  }
  Expr* type = nullptr;
  if (child->kind == Kind::PERIOD) { // p.T
    type = arena_.make<ast::SelectorExpr>(at(child), names[0], ident(child->next()));
    child = child->next()->next();
    if (child && child->kind == Kind::TypeArguments) {
      type = instantiate(type, child);
      child = child->next();
    }
    embed(type, child);
    return;
  }
  for (; child->kind == Kind::COMMA; child = child->next()->next())
    names.push_back(ident(child->next()));
  if (child->kind == Kind::Bracketed) { // a [n]T or T[A]
    bool instantiated;
    type = buildBracketed(names[0], child, instantiated);
    if (instantiated) {
      embed(type, child->next());
      return;
    }
  } else {
    type = buildExpr(child);
  }
  ast::BasicLit* literal = tag(child->next());
  for (Ident* name : names)
    fields.push_back(arena_.make<Field>(name->pos, name, type, literal));
}

// 'interface' '{' elements and semicolons '}'.
Expr* Builder::buildInterfaceType(const Node* interfaceType) {
  llvm::SmallVector<Field*, 8> elements;
  const Node* child = interfaceType->first()->next()->next();
  for (; child->next(); child = child->next())
    if (child->kind != Kind::SEMI && child->kind != Kind::TRAILING_SEMI && !child->broken)
      buildInterfaceElement(child, elements);
  return arena_.make<ast::InterfaceTypeExpr>(at(interfaceType), arena_.copy(FieldList(elements)),
                                             at(child));
}

// A method `m(…) …`, or terms separated by '|'.
void Builder::buildInterfaceElement(const Node* element, Fields& fields) {
  if (element->kind != Kind::InterfaceElement) { // a single name or type
    fields.push_back(arena_.make<Field>(at(element), nullptr, buildExpr(element)));
    return;
  }
  Ident* method = nullptr;
  const Node* rest = nullptr;
  Expr* type = buildMethodOrName(element, method, rest);
  fields.push_back(arena_.make<Field>(at(element), method, method ? type : buildUnion(type, rest)));
}

// The first term, or the method; `rest` is what stands behind it.
Expr* Builder::buildMethodOrName(const Node* element, Ident*& method, const Node*& rest) {
  const Node* child = element->first();
  if (child->kind == Kind::LPAREN) { // '(' type ')'
    rest = child->next()->next()->next();
    return arena_.make<ast::ParenExpr>(at(child), buildExpr(child->next()));
  }
  if (child->kind != Kind::IDENT) return buildTerm(child, rest);
  Ident* name = ident(child);
  rest = child->next();
  if (rest->kind == Kind::Signature) {
    method = name;
    return buildSignature(name->pos, rest);
  }
  Expr* type = name;
  if (rest->kind == Kind::PERIOD) {
    type = arena_.make<ast::SelectorExpr>(at(rest), type, ident(rest->next()));
    rest = rest->next()->next();
  }
  if (rest && rest->kind == Kind::TypeArguments) {
    type = instantiate(type, rest);
    rest = rest->next();
  }
  return type;
}

// first, then '|' term …
Expr* Builder::buildUnion(Expr* first, const Node* bar) {
  while (bar) {
    const Node* rest;
    Expr* right = buildTerm(bar->next(), rest);
    first = arena_.make<ast::BinaryExpr>(at(bar), ast::Op::Or, first, right);
    bar = rest;
  }
  return first;
}

// A type, '~' type in one TypeTerm, or '~' followed by its type.
Expr* Builder::buildTerm(const Node* tildeOrType, const Node*& rest) {
  const Node* child = tildeOrType;
  if (child->kind == Kind::TypeTerm) {
    rest = child->next();
    child = child->first();
    if (child->kind != Kind::TILDE || !child->next()) return bad(tildeOrType);
    return arena_.make<ast::UnaryExpr>(at(child), ast::Op::Tilde, buildExpr(child->next()));
  }
  if (child->kind == Kind::TILDE) {
    const Node* type = child->next();
    rest = type->next();
    return arena_.make<ast::UnaryExpr>(at(child), ast::Op::Tilde, buildExpr(type));
  }
  rest = child->next();
  return buildExpr(child);
}

// 'chan' type, 'chan' '<-' type, '<-' 'chan' type.
Expr* Builder::buildChannelType(const Node* channelType) {
  const Node* child = channelType->first();
  ast::ChanDir dir = ast::ChanDir::Both;
  if (child->kind == Kind::ARROW) {
    dir = ast::ChanDir::RecvOnly;
    child = child->next();
  } else if (child->next()->kind == Kind::ARROW) {
    dir = ast::ChanDir::SendOnly;
    child = child->next();
  }
  return arena_.make<ast::ChanTypeExpr>(at(channelType), dir, buildExpr(child->next()));
}

} // namespace minigo::parse
