// From the concrete syntax tree of one file to its AST. One function per construct, in the file
// named after it; a function for a rule takes the rule's node.
#pragma once

#include "frontend/ast/decl.h"
#include "frontend/parse/error_list.h"
#include "frontend/source/source_file.h"
#include "grammar/parse_tree.h"

#include "llvm/ADT/SmallVector.h"

namespace minigo::parse {

namespace g = grammar;
using ast::Expr;
using ast::ExprList;
using ast::Field;
using ast::FieldList;
using ast::Ident;
using ast::Stmt;

// Bytes of stack that a phase may take for an expression inside another.
inline constexpr size_t kStackPerExpr = 4096;

class Builder {
public:
  // maxDepth: how deep the AST may be, so that phases may recurse over it.
  Builder(const g::ParseTree& tree, const SourceFile& source, Arena& arena, ErrorList& errors,
          size_t maxDepth)
      : tree_(tree), source_(source), arena_(arena), errors_(errors), maxDepth_(maxDepth) {}

  ast::File* buildFile();

private:
  using Decls = llvm::SmallVectorImpl<ast::Decl*>;
  using Fields = llvm::SmallVectorImpl<Field*>;
  using Node = g::Node;
  using Kind = g::Kind;

  // A parameter as written: which of name and type it has shows when the list is complete.
  struct Parameter {
    Ident* name;
    Expr* type;
  };

  // The statement that stands between a keyword and its block, and the semicolon behind it.
  struct Header {
    const Node* init = nullptr; // rules or null
    const Node* cond = nullptr;
    const Node* post = nullptr;
    const Node* semi = nullptr; // the first one
    const Node* body = nullptr; // the block, or '{'
  };

  // build_file.cpp
  void buildTopLevel(const Node* declaration, Decls& decls);
  void buildImports(const Node* declaration, Decls& decls);
  ast::ImportDecl* buildImport(const Node* spec);

  // directives.cpp
  void readDirectives(ast::File* file, const Decls& decls);
  void readBuildConstraint(ast::File* file, const ast::Directive& directive);
  void applyLinkname(llvm::StringRef text, const Decls& decls);

  // build_decl.cpp
  void buildDeclaration(const Node* declaration, Decls& decls);
  ast::Decl* buildSpec(const Node* spec, uint32_t index);
  ast::ConstDecl* buildConst(const Node* spec, uint32_t iota);
  ast::VarDecl* buildVar(const Node* spec);
  ast::TypeDecl* buildTypeSpec(const Node* spec);
  ast::TypeDecl* buildBracketedTypeSpec(Ident* name, const Node* bracket);
  ast::TypeDecl* buildGenericTypeSpec(Ident* name, Parameter first, const Node* child);
  bool startsTypeParameters(const Node* rest, Parameter& parameter, Expr*& length);
  bool splitTypeParameter(Expr* x, bool force, Parameter& result);
  llvm::ArrayRef<Ident*> buildNames(const Node* identifierList);

  // build_func.cpp
  ast::FuncDecl* buildFunc(const Node* declaration);
  Field* buildReceiver(const Node* parameters, SourcePos behind);
  void checkReceivers(size_t count, SourcePos behind);
  void checkBrokenReceiver(const Node* declaration);
  ast::FuncTypeExpr* buildSignature(SourcePos pos, const Node* signature);
  FieldList buildParameters(const Node* parameters, bool mayBeVariadic = false);
  void checkEllipses(FieldList fields, bool mayBeVariadic);
  FieldList buildTypeParameters(const Node* typeParameters);
  Parameter buildParameter(const Node* parameter);
  Parameter buildTypeParameter(const Node* parameter);
  FieldList completeParameters(llvm::MutableArrayRef<Parameter> list, bool typeParameters,
                               SourcePos end);

  // build_type.cpp
  Expr* buildTypeName(const Node* typeName);
  Expr* buildArrayType(const Node* arrayType);
  Expr* buildBracketed(Ident* name, const Node* bracketed, bool& instantiated);
  Expr* buildStructType(const Node* structType);
  void buildField(const Node* field, Fields& fields);
  Expr* buildInterfaceType(const Node* interfaceType);
  void buildInterfaceElement(const Node* element, Fields& fields);
  Expr* buildMethodOrName(const Node* element, Ident*& method, const Node*& rest);
  Expr* buildUnion(Expr* first, const Node* bar);
  Expr* buildTerm(const Node* tildeOrType, const Node*& rest);
  Expr* buildChannelType(const Node* channelType);
  Expr* instantiate(Expr* generic, const Node* typeArguments);
  Expr* ellipsis(const Node* dots, const Node* type);

  // build_expr.cpp
  Expr* buildExpr(const Node* node);
  Expr* buildBinary(const Node* node);
  Expr* buildBinaryTail(Expr* first, const Node* op);
  Expr* buildUnary(const Node* node);
  Expr* receiveChannel(ast::ChanTypeExpr* channel, const Node* arrow);
  ExprList buildList(const Node* list);

  // build_operand.cpp
  Expr* buildPrimary(const Node* node);
  Expr* buildSuffixes(Expr* x, const Node* suffix);
  Expr* buildSuffix(Expr* x, const Node* suffix);
  Expr* buildSelector(Expr* x, const Node* selector);
  Expr* buildIndex(Expr* x, const Node* index);
  Expr* buildSlice(Expr* x, Expr* low, SourcePos bracket, const Node* tail, const Node* end);
  Expr* buildCall(Expr* x, const Node* arguments);
  Expr* buildParen(const Node* node);
  Expr* buildFuncLit(const Node* node);

  // build_literal.cpp
  Expr* buildBasicLit(const Node* token);
  Expr* buildCompositeLit(Expr* type, const Node* literalValue);
  Expr* buildElement(const Node* element);

  // build_stmt.cpp
  Stmt* buildStmt(const Node* node);
  ast::BlockStmt* buildBlock(const Node* block);
  ast::BlockStmt* buildBody(const Node* block); // of a function
  ast::StmtList buildStmts(const Node* statementList);
  Stmt* buildSimple(const Node* node);
  Stmt* buildSimpleTail(const Node* list, const Node* tail);
  Stmt* buildAssignment(const Node* list, const Node* op, const Node* right);
  Stmt* buildLabeled(const Node* label, const Node* colon);
  Stmt* buildIf(const Node* node);
  Stmt* buildBranch(const Node* node, ast::BranchKind kind);
  Stmt* buildDeclStmt(const Node* node);
  Expr* buildCallOperand(const Node* keyword);
  Header readHeader(const Node* keyword);
  Expr* buildCondition(const Node* condition, const Header& header, llvm::StringRef keyword);
  Expr* asValue(const Node* node, Stmt* statement);

  // build_switch.cpp
  Stmt* buildSwitch(const Node* node);
  llvm::ArrayRef<ast::CaseClause*> buildCases(const Node* first, SourcePos& end);
  Stmt* buildTypeSwitch(SourcePos pos, Stmt* init, Ident* name, ast::TypeAssertExpr* guard,
                        const Node* clauses);
  // build_select.cpp
  Stmt* buildSelect(const Node* node);
  // build_for.cpp
  Stmt* buildFor(const Node* node);
  Stmt* buildRange(SourcePos pos, const Node* clause, const Node* left, const Node* op,
                   const Header& header);
  const Node* rangeOf(const Node* init, const Node*& left, const Node*& op);

  Ident* ident(const Node* token) {
    return arena_.make<Ident>(at(token), arena_.intern(text(token)));
  }
  SourcePos at(const Node* node) const { return source_.at(node->offset); }
  llvm::StringRef text(const Node* node) const {
    return llvm::StringRef(tree_.text.data() + node->offset, node->end - node->offset);
  }
  Expr* bad(const Node* node) { return arena_.make<ast::BadExpr>(at(node)); }
  void error(SourcePos pos, diag::Kind kind, std::string detail = {}) {
    errors_.add(pos, kind, std::move(detail));
  }
  // "unexpected <token><what>", at the token that follows `node`.
  void unexpectedBehind(const Node* node, llvm::StringRef what);
  void unexpected(const Node* token, llvm::StringRef what);
  const Node* tokenBehind(const Node* node) const { return tokenAt(node->end); }
  // The first token from `offset` on.
  const Node* tokenAt(uint32_t offset) const;

  const g::ParseTree& tree_;
  const SourceFile& source_;
  Arena& arena_;
  ErrorList& errors_;
  const size_t maxDepth_;
  size_t depth_ = 0; // of the AST above the node being built
  int32_t groups_ = 0;
};

// The child of `kind`, or null.
inline const g::Node* childOf(const g::Node* node, g::Kind kind) {
  const g::Node* child = node->first();
  while (child && child->kind != kind)
    child = child->next();
  return child;
}

ast::Op binaryOp(g::Kind token);
ast::Op assignOp(g::Kind token);

// How gc names a token in "unexpected …" and in "expected …".
std::string unexpectedToken(const g::ParseTree& tree, const g::Node& token);
llvm::StringRef expectedToken(g::Kind token);

} // namespace minigo::parse
