// Functions: declarations, receivers, signatures, parameter lists.
#include "frontend/parse/builder.h"

#include <utility>

namespace minigo::parse {

// 'func' parameters? IDENT typeParameters? signature block?
ast::FuncDecl* Builder::buildFunc(const Node* declaration) {
  const Node* child = declaration->first();
  SourcePos pos = at(child);
  child = child->next();
  Field* receiver = nullptr;
  if (child->kind == Kind::Parameters) {
    receiver = buildReceiver(child, at(child->next()));
    child = child->next();
  }
  Ident* name = ident(child);
  child = child->next();
  FieldList typeParams;
  if (child->kind == Kind::TypeParameters) {
    typeParams = buildTypeParameters(child);
    if (receiver) error(at(child), diag::MethodTypeParameters);
    child = child->next();
  }
  ast::FuncTypeExpr* signature = buildSignature(name->pos, child);
  ast::BlockStmt* body = child->next() ? buildBody(child->next()) : nullptr;
  return arena_.make<ast::FuncDecl>(pos, receiver, name, typeParams, signature, body);
}

ast::BlockStmt* Builder::buildBody(const Node* block) {
  ast::BlockStmt* body = buildBlock(block);
  body->hasSyntaxErrors = errors_.hasAny(body->pos, body->rbrace);
  return body;
}

// The only parameter of the receiver list; gc reports another number behind the list.
Field* Builder::buildReceiver(const Node* parameters, SourcePos behind) {
  FieldList list = buildParameters(parameters);
  checkReceivers(list.size(), behind);
  if (!list.empty()) return list[0];
  return arena_.make<Field>(at(parameters), nullptr, bad(parameters));
}

void Builder::checkReceivers(size_t count, SourcePos behind) {
  if (count > 1) errors_.addBefore(behind, diag::MultipleReceivers);
  if (count == 0) errors_.addBefore(behind, diag::NoReceiver);
}

// The same in a declaration that is not built because of a syntax error.
void Builder::checkBrokenReceiver(const Node* declaration) {
  if (!declaration || declaration->kind != Kind::FunctionDeclaration) return;
  const Node* receiver = declaration->first()->next();
  if (!receiver || receiver->kind != Kind::Parameters) return;
  size_t count = 0;
  for (const Node* child = receiver->first(); child; child = child->next())
    count += g::isRule(child->kind) ? child->first() != nullptr : child->kind == Kind::IDENT;
  checkReceivers(count, at(tokenBehind(receiver)));
}

// parameters result?
ast::FuncTypeExpr* Builder::buildSignature(SourcePos pos, const Node* signature) {
  const Node* parameters = signature->first();
  FieldList params = buildParameters(parameters, /*mayBeVariadic=*/true);
  FieldList results;
  if (const Node* result = parameters->next()) {
    if (result->kind == Kind::Parameters) {
      results = buildParameters(result);
    } else {
      Field* only = arena_.make<Field>(at(result), nullptr, buildExpr(result));
      results = arena_.copy(FieldList(only));
    }
  }
  return arena_.make<ast::FuncTypeExpr>(pos, params, results);
}

// '(' parameters and commas ')'.
FieldList Builder::buildParameters(const Node* parameters, bool mayBeVariadic) {
  llvm::SmallVector<Parameter, 8> list;
  const Node* child = parameters->first()->next();
  for (; child->next(); child = child->next())
    if (child->kind != Kind::COMMA && child->kind != Kind::TRAILING_COMMA)
      list.push_back(buildParameter(child));
  FieldList fields = completeParameters(list, false, at(child));
  checkEllipses(fields, mayBeVariadic);
  return fields;
}

// Only the last parameter may be variadic. Reports the first other `...`, and removes all.
void Builder::checkEllipses(FieldList fields, bool mayBeVariadic) {
  bool reported = false;
  for (Field* field : fields) {
    auto* ellipsis = llvm::dyn_cast_or_null<ast::EllipsisExpr>(field->typeExpr);
    if (!ellipsis || (mayBeVariadic && field == fields.back())) continue;
    if (!std::exchange(reported, true))
      error(ellipsis->pos, mayBeVariadic ? diag::NonFinalEllipsis : diag::MisplacedEllipsis);
    field->typeExpr = ellipsis->elem ? ellipsis->elem : arena_.make<ast::BadExpr>(ellipsis->pos);
  }
}

// A name, '...' type, name '...' type, name type, type.
Builder::Parameter Builder::buildParameter(const Node* parameter) {
  if (parameter->kind == Kind::IDENT) return {ident(parameter), nullptr};
  if (parameter->kind != Kind::Parameter || parameter->broken)
    return {nullptr, buildExpr(parameter)};
  const Node* child = parameter->first();
  if (child->kind == Kind::ELLIPSIS) return {nullptr, ellipsis(child, child->next())};
  if (child->kind != Kind::IDENT) return {nullptr, buildExpr(parameter)};
  Ident* name = ident(child);
  child = child->next();
  switch (child->kind) {
  case Kind::PERIOD: {
    Expr* type = arena_.make<ast::SelectorExpr>(at(child), name, ident(child->next()));
    const Node* arguments = child->next()->next();
    return {nullptr, arguments ? instantiate(type, arguments) : type};
  }
  case Kind::ELLIPSIS: return {name, ellipsis(child, child->next())};
  case Kind::Bracketed: {
    bool instantiated;
    Expr* type = buildBracketed(name, child, instantiated);
    return {instantiated ? nullptr : name, type};
  }
  default: return {name, buildExpr(child)};
  }
}

// '[' typeParameter and commas ']'.
FieldList Builder::buildTypeParameters(const Node* typeParameters) {
  llvm::SmallVector<Parameter, 8> list;
  const Node* child = typeParameters->first()->next();
  for (; child->next(); child = child->next())
    if (child->kind == Kind::TypeParameter) list.push_back(buildTypeParameter(child));
  return completeParameters(list, true, at(child));
}

// IDENT typeElement?, or a type element without a name.
Builder::Parameter Builder::buildTypeParameter(const Node* parameter) {
  const Node* child = parameter->first();
  if (parameter->broken) return {nullptr, bad(parameter)};
  Ident* name = nullptr;
  if (child->kind == Kind::IDENT) {
    name = ident(child);
    child = child->next();
    if (!child) return {name, nullptr};
  }
  const Node* rest = nullptr;
  if (child->kind == Kind::TypeElement) child = child->first();
  Expr* first = nullptr;
  if (child->kind == Kind::LPAREN) { // '(' type ')'
    first = arena_.make<ast::ParenExpr>(at(child), buildExpr(child->next()));
    rest = child->next()->next()->next();
  } else {
    first = buildTerm(child, rest);
  }
  return {name, buildUnion(first, rest)};
}

// Tells names from types (spec: "within a list of parameters or results, the names must either all
// be present or all be absent") and gives each name its type. `end` is the closing bracket.
FieldList Builder::completeParameters(llvm::MutableArrayRef<Parameter> list, bool typeParameters,
                                      SourcePos end) {
  size_t named = 0, typed = 0;
  for (const Parameter& p : list) {
    named += p.name && p.type;
    typed += p.type != nullptr;
  }
  SourcePos firstError;
  if (named == 0 && !typeParameters) {
    for (Parameter& p : list)
      if (!p.type) p = {nullptr, p.name};
  } else if (named != list.size()) {
    Expr* type = nullptr; // from right to left
    for (Parameter& p : llvm::reverse(list)) {
      if (p.type) {
        type = p.type;
        if (!p.name) {
          firstError = ast::startPos(type);
          p.name = arena_.make<Ident>(firstError, arena_.intern("_"));
        }
      } else if (type) {
        p.type = type;
      } else {
        firstError = p.name->pos;
        p.type = arena_.make<ast::BadExpr>(firstError);
      }
    }
  }
  if (firstError.isValid()) {
    bool typesMissing = named == typed;
    std::string what =
        typeParameters ? typesMissing ? "missing type constraint" : "missing type parameter name"
        : typesMissing ? "missing parameter type"
                       : "missing parameter name";
    if (typeParameters && !typesMissing && list.size() == 1) what += " or invalid array length";
    error(typesMissing ? end : firstError, diag::SyntaxError, what);
  }
  llvm::SmallVector<Field*, 8> fields;
  for (const Parameter& p : list)
    fields.push_back(
        arena_.make<Field>(p.name ? p.name->pos : ast::startPos(p.type), p.name, p.type));
  return arena_.copy(FieldList(fields));
}

} // namespace minigo::parse
