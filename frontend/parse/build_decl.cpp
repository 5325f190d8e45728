// Declarations of constants, types and variables.
#include "frontend/parse/builder.h"

#include "frontend/ast/type_expr.h"

namespace minigo::parse {

// keyword spec, or keyword '(' specs and semicolons ')'.
void Builder::buildDeclaration(const Node* declaration, Decls& decls) {
  const Node* child = declaration->first()->next();
  bool group = child->kind == Kind::LPAREN;
  if (group) child = child->next();
  int32_t number = group ? groups_++ : -1;
  uint32_t index = 0;
  for (; child; child = child->next()) {
    if (!g::isRule(child->kind)) continue;
    if (!child->broken) {
      ast::Decl* decl = buildSpec(child, index);
      decl->group = number;
      decls.push_back(decl);
    }
    ++index;
  }
}

ast::Decl* Builder::buildSpec(const Node* spec, uint32_t index) {
  switch (spec->kind) {
  case Kind::ConstSpec: return buildConst(spec, index);
  case Kind::VarSpec: return buildVar(spec);
  case Kind::TypeSpec: return buildTypeSpec(spec);
  default: return buildImport(spec);
  }
}

llvm::ArrayRef<Ident*> Builder::buildNames(const Node* identifierList) {
  llvm::SmallVector<Ident*, 4> names;
  for (const Node* child = identifierList->first(); child; child = child->next())
    if (child->kind == Kind::IDENT) names.push_back(ident(child));
  return arena_.copy(llvm::ArrayRef<Ident*>(names));
}

// identifierList type? ('=' expressionList)?
ast::ConstDecl* Builder::buildConst(const Node* spec, uint32_t iota) {
  const Node* child = spec->first();
  llvm::ArrayRef<Ident*> names = buildNames(child);
  child = child->next();
  Expr* type = nullptr;
  ExprList values;
  if (child && child->kind != Kind::ASSIGN) {
    type = buildExpr(child);
    child = child->next();
  }
  if (child) values = buildList(child->next());
  return arena_.make<ast::ConstDecl>(at(spec), names, type, values, iota);
}

// identifierList type ('=' expressionList)?, or identifierList '=' expressionList.
ast::VarDecl* Builder::buildVar(const Node* spec) {
  const Node* child = spec->first();
  llvm::ArrayRef<Ident*> names = buildNames(child);
  child = child->next();
  Expr* type = nullptr;
  ExprList values;
  if (child->kind != Kind::ASSIGN) {
    type = buildExpr(child);
    child = child->next();
  }
  if (child) values = buildList(child->next());
  return arena_.make<ast::VarDecl>(at(spec), names, type, values);
}

// IDENT, then '=' type, a type, or '[' typeSpecBracket.
ast::TypeDecl* Builder::buildTypeSpec(const Node* spec) {
  const Node* child = spec->first();
  Ident* name = ident(child);
  child = child->next();
  if (child->kind == Kind::LBRACK) return buildBracketedTypeSpec(name, child);
  bool alias = child->kind == Kind::ASSIGN;
  if (alias) child = child->next();
  return arena_.make<ast::TypeDecl>(name->pos, name, FieldList(), alias, buildExpr(child));
}

// Behind `type name [` stands one of
//   ']' type                                          a slice
//   '...' ']' type
//   expression ']' type                               an array
//   IDENT constraint (',' …)* ']' '='? type           type parameters
//   IDENT expressionTail (',' …)* ']' '='? type       an array or type parameters
ast::TypeDecl* Builder::buildBracketedTypeSpec(Ident* name, const Node* bracket) {
  const Node* first = bracket->next()->first();
  auto declare = [&](Expr* type) {
    return arena_.make<ast::TypeDecl>(name->pos, name, FieldList(), false, type);
  };
  if (first->kind == Kind::RBRACK)
    return declare(arena_.make<ast::SliceTypeExpr>(at(bracket), buildExpr(first->next())));
  if (first->kind == Kind::ELLIPSIS)
    return declare(
        arena_.make<ast::ArrayTypeExpr>(at(bracket), nullptr, buildExpr(first->next()->next())));
  Expr* length = nullptr;
  const Node* behind = first->next();
  if (first->kind != Kind::IDENT) {
    length = buildExpr(first);
  } else {
    Parameter parameter{ident(first), nullptr};
    if (startsTypeParameters(behind, parameter, length))
      return buildGenericTypeSpec(name, parameter, behind->next());
    behind = behind->next();
    if (behind->kind != Kind::RBRACK)
      error(at(behind), diag::SyntaxError, "unexpected comma; expected ]");
  }
  while (behind->kind != Kind::RBRACK)
    behind = behind->next();
  if (behind->next()->kind == Kind::ASSIGN) {
    unexpected(behind->next(), ", expected type");
    return declare(bad(first));
  }
  return declare(arena_.make<ast::ArrayTypeExpr>(at(bracket), length, buildExpr(behind->next())));
}

// Decides whether the name in `parameter`, followed by `rest`, begins type parameters, whose first
// it completes; if not, `length` is set to what it is: an array length.
bool Builder::startsTypeParameters(const Node* rest, Parameter& parameter, Expr*& length) {
  if (rest->kind != Kind::ExpressionTail) {
    const Node* bar = nullptr;
    Expr* first = buildTerm(rest->kind == Kind::Constraint ? rest->first() : rest, bar);
    parameter.type = buildUnion(first, rest->kind == Kind::Constraint ? bar : nullptr);
    return true;
  }
  length = parameter.name;
  const Node* child = rest->first();
  for (; child && (child->kind == Kind::Selector || child->kind == Kind::Index ||
                   child->kind == Kind::Arguments || child->kind == Kind::LiteralValue);
       child = child->next())
    length = buildSuffix(length, child);
  length = buildBinaryTail(length, child);
  bool comma = rest->next()->kind != Kind::RBRACK;
  return splitTypeParameter(length, comma, parameter) && (parameter.type || comma);
}

// `child`: what follows the first type parameter.
ast::TypeDecl* Builder::buildGenericTypeSpec(Ident* name, Parameter first, const Node* child) {
  llvm::SmallVector<Parameter, 8> list{first};
  for (; child->kind != Kind::RBRACK; child = child->next())
    if (child->kind == Kind::TypeParameter) list.push_back(buildTypeParameter(child));
  FieldList parameters = completeParameters(list, true, at(child));
  child = child->next();
  bool alias = child->kind == Kind::ASSIGN;
  if (alias) child = child->next();
  return arena_.make<ast::TypeDecl>(name->pos, name, parameters, alias, buildExpr(child));
}

// Expressions that can only be type elements.
static bool isTypeElement(const Expr* x) {
  switch (x->kind) {
  case ast::Kind::ArrayTypeExpr:
  case ast::Kind::SliceTypeExpr:
  case ast::Kind::StructTypeExpr:
  case ast::Kind::InterfaceTypeExpr:
  case ast::Kind::FuncTypeExpr:
  case ast::Kind::MapTypeExpr:
  case ast::Kind::ChanTypeExpr: return true;
  case ast::Kind::BinaryExpr: {
    auto* binary = llvm::cast<ast::BinaryExpr>(x);
    return isTypeElement(binary->x) || isTypeElement(binary->y);
  }
  case ast::Kind::UnaryExpr: {
    auto* unary = llvm::cast<ast::UnaryExpr>(x);
    return unary->op == ast::Op::Tilde || isTypeElement(unary->x);
  }
  case ast::Kind::ParenExpr: return isTypeElement(llvm::cast<ast::ParenExpr>(x)->inner);
  default: return false;
  }
}

// If x reads as `name`, `name *type`, `name (type)`, or one of these with `| term` behind it,
// splits it into the name and its constraint. Without `force`, the constraint must be something
// that can only be a type (spec: Type parameter declarations).
bool Builder::splitTypeParameter(Expr* x, bool force, Parameter& result) {
  if (auto* name = llvm::dyn_cast<Ident>(x)) {
    result = {name, nullptr};
    return true;
  }
  if (auto* call = llvm::dyn_cast<ast::CallExpr>(x)) {
    auto* name = llvm::dyn_cast<Ident>(call->fun);
    if (!name || call->args.size() != 1 || call->hasDots ||
        !(force || isTypeElement(call->args[0])))
      return false;
    result = {name, arena_.make<ast::ParenExpr>(call->pos, call->args[0])};
    return true;
  }
  auto* binary = llvm::dyn_cast<ast::BinaryExpr>(x);
  if (!binary) return false;
  if (binary->op == ast::Op::Mul) {
    auto* name = llvm::dyn_cast<Ident>(binary->x);
    if (!name || !(force || isTypeElement(binary->y))) return false;
    result = {name, arena_.make<ast::UnaryExpr>(binary->pos, ast::Op::Mul, binary->y)};
    return true;
  }
  if (binary->op != ast::Op::Or) return false;
  if (!splitTypeParameter(binary->x, force || isTypeElement(binary->y), result) || !result.type)
    return false;
  result.type = arena_.make<ast::BinaryExpr>(binary->pos, ast::Op::Or, result.type, binary->y);
  return true;
}

} // namespace minigo::parse
