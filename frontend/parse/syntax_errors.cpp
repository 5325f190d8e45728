#include "frontend/parse/syntax_errors.h"

#include "frontend/parse/builder.h"

namespace minigo::parse {

namespace {

using g::Kind;
using g::OpenRule;

bool isKeyword(Kind kind) { return kind >= Kind::BREAK && kind <= Kind::VAR; }

// Broken nodes keep the rules around them that only choose.
const g::Node& statementIn(const g::Node& node) {
  const g::Node* inner = &node;
  while (inner->broken && inner->first() && !inner->first()->next())
    inner = inner->first();
  return *inner;
}

// The wording for one error. Texts that begin with a space or comma follow "unexpected <token>".
class Wording {
public:
  explicit Wording(const g::SyntaxErrorSite& site)
      : site_(site), rule_(site.open.back()), token_(site.token.kind) {}

  std::string text() const {
    std::string what = site_.expected == Kind::EndOfFile ? ofChoice() : ofMismatch();
    if (what.front() != ' ' && what.front() != ',') return what;
    return "unexpected " + unexpectedToken(site_.tree, site_.token) + what;
  }

private:
  std::string ofMismatch() const;
  std::string ofChoice() const;
  std::string ofBrace() const;
  std::string ofMissingCondition() const;
  std::string ofHeaderBrace(llvm::StringRef keyword) const;
  std::string ofType() const;
  std::string ofField() const;
  std::string ofListEnd() const;
  std::string ofFirstElement() const;
  std::string ofOutermost() const;
  std::string ofMissingOperand() const;
  std::string ofImportPath() const;
  std::string ofTypeParameterName() const;

  Kind enclosing(size_t level) const {
    return site_.open.size() > level ? site_.open[site_.open.size() - 1 - level].kind
                                     : Kind::EndOfFile;
  }
  // The last child so far of the innermost rule or of one around it.
  Kind lastChild(size_t level = 0) const {
    const OpenRule& rule = site_.open[site_.open.size() - 1 - level];
    return rule.children ? site_.tree.nodes[rule.last].kind : Kind::EndOfFile;
  }
  // `var x int := 1`, `const x := 1`
  bool definesWhereAssigned() const {
    if (token_ != Kind::DEFINE || rule_.children == 0) return false;
    const g::Node& last = site_.tree.nodes[rule_.last];
    if (last.kind != Kind::ConstDeclaration && last.kind != Kind::VarDeclaration) return false;
    const g::Node* spec = last.first()->next();
    return spec && !childOf(spec, Kind::ASSIGN);
  }
  std::string expected() const { return ", expected " + expectedToken(site_.expected).str(); }

  const g::SyntaxErrorSite& site_;
  const OpenRule& rule_;
  Kind token_;
};

const char* listName(Kind rule) {
  switch (rule) {
  case Kind::Arguments: return "argument list";
  case Kind::LiteralValue: return "composite literal";
  case Kind::Parameters:
  case Kind::TypeParameters: return "parameter list";
  case Kind::StructType: return "struct type";
  case Kind::InterfaceType: return "interface type";
  case Kind::ConstDeclaration:
  case Kind::TypeDeclaration:
  case Kind::VarDeclaration:
  case Kind::ImportDeclaration: return "grouped declaration";
  default: return nullptr;
  }
}

// A list has elements, and behind one of them stands neither a separator nor the end.
std::string Wording::ofListEnd() const {
  Kind last = lastChild();
  if (last == Kind::TRAILING_COMMA || last == Kind::TRAILING_SEMI) return expected();
  const g::Node& element = site_.tree.nodes[rule_.last];
  bool nameAlone =
      element.first() && element.first()->kind == Kind::IDENT && !element.first()->next();
  if (rule_.kind == Kind::StructType && nameAlone) return ", expected type";
  bool semicolons = site_.expected == Kind::RBRACE ? rule_.kind != Kind::LiteralValue
                                                   : listName(rule_.kind)[0] == 'g';
  return std::string(" in ") + listName(rule_.kind) + "; possibly missing " +
         (semicolons ? "semicolon or newline" : "comma") + " or " +
         expectedToken(site_.expected).str();
}

// Neither an element nor the end of the list.
std::string Wording::ofFirstElement() const {
  if (token_ == Kind::EndOfFile) return expected();
  switch (rule_.kind) {
  case Kind::Arguments:
  case Kind::LiteralValue: return ", expected expression";
  case Kind::StructType: return ofField();
  case Kind::InterfaceType: return ", expected ~ term or type";
  case Kind::TypeParameters:
    return token_ == Kind::RBRACK ? "empty type parameter list" : ", expected ]";
  case Kind::ConstDeclaration:
  case Kind::TypeDeclaration:
  case Kind::VarDeclaration: return ", expected name";
  case Kind::ImportDeclaration: return ofImportPath();
  default: return expected();
  }
}

std::string Wording::ofImportPath() const {
  bool literal = token_ >= Kind::INT_LIT && token_ <= Kind::RUNE_LIT;
  return literal ? "import path must be a string" : "missing import path";
}

std::string Wording::ofField() const {
  return token_ == Kind::LPAREN ? "cannot parenthesize embedded type"
                                : ", expected field name or embedded type";
}

// Between a statement's keyword and its block.
std::string Wording::ofHeaderBrace(llvm::StringRef keyword) const {
  // Level 1 is the statement: its last child tells how far the header has come.
  const OpenRule& statement = site_.open[site_.open.size() - 2];
  Kind last = lastChild(1);
  if (statement.children == 1 || last == Kind::SEMI || last == Kind::TRAILING_SEMI)
    return ", expected expression";
  if (last == Kind::HeaderExpressionList) return ", expected := or = or comma";
  for (const g::Node* child = &site_.tree.nodes[statement.first]; child; child = child->next())
    if (child->kind == Kind::SEMI || g::isRangeHeader(*child))
      return ", expected { after " + keyword.str() + " clause";
  return ", expected {";
}

std::string Wording::ofBrace() const {
  switch (rule_.kind == Kind::Block ? enclosing(1) : rule_.kind) {
  case Kind::IfStatement:
    return lastChild(1) == Kind::ELSE ? "else must be followed by if or statement block"
                                      : ofHeaderBrace("if");
  case Kind::ForStatement: return ofHeaderBrace("for");
  case Kind::SwitchStatement: {
    if (rule_.children == 1 || lastChild() == Kind::SEMI) return ", expected expression";
    const g::Node* child = &site_.tree.nodes[rule_.first];
    while (child && child->kind != Kind::SEMI)
      child = child->next();
    return child ? "missing { after switch clause" : ", expected {";
  }
  case Kind::SelectStatement: return "missing { after select clause";
  default: return expected();
  }
}

// Behind an expression that is missing as well.
std::string Wording::ofMissingCondition() const {
  if (rule_.kind == Kind::SwitchStatement) return "missing { after switch clause";
  const char* keyword = enclosing(1) == Kind::IfStatement ? "if" : "for";
  return std::string(", expected { after ") + keyword + " clause";
}

// One token alone fits.
std::string Wording::ofMismatch() const {
  Kind wanted = site_.expected;
  if (wanted == Kind::LBRACE) return ofBrace();
  if (wanted == Kind::SEMI && (rule_.kind == Kind::SwitchStatement || rule_.kind == Kind::Block))
    return ofMissingCondition();
  switch (rule_.kind) {
  case Kind::SourceFile:
    if (wanted == Kind::IMPORT) return "imports must appear before other declarations";
    if (rule_.children == 1) return ", expected semicolon or newline"; // the package clause
    return definesWhereAssigned() ? ", expected =" : " after top level declaration";
  case Kind::PackageClause:
    if (wanted == Kind::PACKAGE) return "package statement must be first";
    break;
  case Kind::StatementList: {
    const g::Node& last = statementIn(site_.tree.nodes[rule_.last]);
    bool bareReturn = last.kind == Kind::ReturnStatement && !last.first()->next();
    if (definesWhereAssigned()) return ", expected =";
    if (last.kind == Kind::ExpressionList) return ", expected := or = or comma";
    return bareReturn ? ", expected expression" : " at end of statement";
  }
  case Kind::ForStatement:
    if (lastChild() == Kind::SEMI)
      return token_ == Kind::LBRACE ? ", expected for loop condition" : ", expected expression";
    break;
  case Kind::TypeParameter: return ofTypeParameterName();
  case Kind::SwitchStatement:
  case Kind::SelectStatement:
    if (wanted == Kind::RBRACE) return ", expected case or default or }";
    break;
  case Kind::FunctionDeclaration:
    if (rule_.children == 1) return ", expected name or (";
    break;
  case Kind::Index: return lastChild() == Kind::SliceTail ? expected() : ", expected comma, : or ]";
  case Kind::TypeName:
    if (enclosing(1) == Kind::FieldDeclaration && token_ == Kind::LPAREN) return ofField();
    break;
  case Kind::ArrayType:
    if (token_ == Kind::COMMA || token_ == Kind::TRAILING_COMMA)
      return "unexpected comma; expected ]";
    break;
  case Kind::Parameters:
    if (wanted == Kind::LPAREN && token_ == Kind::LBRACK &&
        (enclosing(2) == Kind::FunctionType || enclosing(2) == Kind::FunctionLiteral))
      return "function type must have no type parameters";
    break;
  case Kind::TypeSpecBracket:
    if (token_ == Kind::TRAILING_COMMA) return "unexpected comma; expected ]";
    if (lastChild() != Kind::ExpressionTail && lastChild() != Kind::TRAILING_COMMA &&
        token_ != Kind::COMMA && rule_.children > 1 &&
        site_.tree.nodes[rule_.first].kind == Kind::IDENT && wanted == Kind::RBRACK)
      return " in parameter list; possibly missing comma or ]";
    break;
  default: break;
  }
  bool closer = wanted == Kind::RPAREN || wanted == Kind::RBRACK || wanted == Kind::RBRACE;
  if (closer && g::isList(rule_.kind) && listName(rule_.kind))
    return g::hasElements(rule_) ? ofListEnd() : ofFirstElement();
  return expected();
}

std::string Wording::ofType() const {
  if (rule_.kind == Kind::VarSpec && token_ == Kind::DEFINE) return ", expected =";
  switch (lastChild(1)) {
  case Kind::ELLIPSIS:
    if (enclosing(1) == Kind::Parameter) return "... is missing type";
    break;
  case Kind::CHAN:
  case Kind::ARROW:
    if (enclosing(1) == Kind::ChannelType || enclosing(1) == Kind::ChannelOperand)
      return "missing channel element type";
    break;
  case Kind::ASSIGN:
    if (enclosing(1) == Kind::TypeSpec) return " in type declaration";
    break;
  case Kind::LBRACK:
    if (enclosing(1) == Kind::TypeArguments && token_ == Kind::RBRACK)
      return ", expected type argument list";
    break;
  default: break;
  }
  bool comma = token_ == Kind::COMMA || token_ == Kind::TRAILING_COMMA;
  if (enclosing(1) == Kind::TypeArguments && comma) return ", expected ]";
  if (enclosing(1) == Kind::TypeTerm && site_.open[site_.open.size() - 2].children == 0)
    return ", expected ~ term or type";
  return ", expected type";
}

std::string Wording::ofTypeParameterName() const {
  bool empty = token_ == Kind::RBRACK && lastChild(1) == Kind::LBRACK;
  return empty ? "empty type parameter list" : ", expected ]";
}

// Where a declaration or the end of the file should be.
std::string Wording::ofOutermost() const {
  if (token_ == Kind::LBRACE && rule_.children >= 2) {
    // The children are declarations, each with a semicolon.
    const g::Node* last = &site_.tree.nodes[rule_.first];
    for (const g::Node* child = last; child; child = child->next())
      if (g::isRule(child->kind)) last = child;
    bool bodyless = last->kind == Kind::FunctionDeclaration && !childOf(last, Kind::Block);
    if (bodyless) return "unexpected semicolon or newline before {";
  }
  return "non-declaration statement outside function body";
}

// Several tokens fit.
std::string Wording::ofChoice() const {
  switch (rule_.kind) {
  case Kind::SourceFile: return ofOutermost();
  case Kind::AnyType:
  case Kind::BaseType:
  case Kind::TypeLiteral:
  case Kind::TypeNoBracket:
  case Kind::Result:
  case Kind::VarSpec:
  case Kind::Bracketed:
  case Kind::ConstraintType: return ofType();
  case Kind::InterfaceElement:
    if (rule_.children > 0) return " in interface type; possibly missing semicolon or newline or }";
    return ", expected ~ term or type";
  case Kind::TypeTerm:
  case Kind::Constraint: return ", expected ~ term or type";
  case Kind::TypeSpec: return token_ == Kind::DEFINE ? ", expected =" : " in type declaration";
  case Kind::FieldDeclaration: return ofField();
  case Kind::Parameter: return ", expected )";
  case Kind::TypeParameter: return ofTypeParameterName();
  case Kind::Selector: return rule_.children == 1 ? ", expected name or (" : ", expected type";
  case Kind::Index:
    if (rule_.children > 1) return ", expected comma, : or ]";
    return token_ == Kind::RBRACK ? ", expected operand" : ", expected expression";
  case Kind::ConstDeclaration:
  case Kind::TypeDeclaration:
  case Kind::VarDeclaration: return ", expected name";
  case Kind::IfStatement: return "else must be followed by if or statement block";
  case Kind::ImportDeclaration:
  case Kind::ImportSpec:
  case Kind::ImportPath: return ofImportPath();
  default: return ofMissingOperand();
  }
}

// gc sees the end of the file before it looks for another element of a list.
std::string Wording::ofMissingOperand() const {
  if (token_ == Kind::EndOfFile)
    for (size_t level = 1; level < site_.open.size(); ++level) {
      if (enclosing(level) == Kind::Arguments) return ", expected )";
      if (enclosing(level) == Kind::LiteralValue) return ", expected }";
      if (enclosing(level) == Kind::Index && lastChild(level) == Kind::COMMA) return ", expected ]";
      if (site_.open[site_.open.size() - 1 - level].children > 0) break;
    }
  return ", expected expression";
}

} // namespace

std::string unexpectedToken(const g::ParseTree& tree, const g::Node& token) {
  std::string text(tree.textOf(token));
  switch (token.kind) {
  case Kind::EndOfFile: return "EOF";
  case Kind::IDENT: return "name " + text;
  case Kind::COMMA:
  case Kind::TRAILING_COMMA: return "comma";
  case Kind::SEMI:
  case Kind::TRAILING_SEMI:
    if (text == ";") return "semicolon";
    return text.empty() && token.offset == tree.text.size() ? "EOF" : "newline";
  case Kind::INT_LIT:
  case Kind::FLOAT_LIT:
  case Kind::IMAGINARY_LIT:
  case Kind::RUNE_LIT:
  case Kind::RAW_STRING_LIT:
  case Kind::INTERPRETED_STRING_LIT: return "literal " + text;
  default: return isKeyword(token.kind) ? "keyword " + text : text;
  }
}

llvm::StringRef expectedToken(Kind token) {
  switch (token) {
  case Kind::IDENT: return "name";
  case Kind::COMMA:
  case Kind::TRAILING_COMMA: return "comma";
  case Kind::SEMI:
  case Kind::TRAILING_SEMI: return "semicolon or newline";
  case Kind::LPAREN: return "(";
  case Kind::RPAREN: return ")";
  case Kind::LBRACK: return "[";
  case Kind::RBRACK: return "]";
  case Kind::LBRACE: return "{";
  case Kind::RBRACE: return "}";
  case Kind::COLON: return ":";
  case Kind::CHAN: return "keyword chan";
  default: return "another token";
  }
}

// Errors that gc reports elsewhere than at the token that does not fit.
bool SyntaxErrors::reportedElsewhere(const g::SyntaxErrorSite& site) {
  const OpenRule& rule = site.open.back();
  Kind around = site.open.size() > 1 ? site.open[site.open.size() - 2].kind : Kind::EndOfFile;
  auto report = [&](const g::Node& node, diag::Kind kind, std::string detail = {}) {
    errors_.add(source_.at(node.offset), kind, std::move(detail));
    return true;
  };
  if (rule.kind == Kind::TypeArguments && around == Kind::InterfaceElement &&
      site.expected == Kind::RBRACK)
    return report(site.tree.nodes[rule.first], diag::InterfaceMethodTypeParameters);
  if (site.expected == Kind::LBRACE && site.token.kind == Kind::VAR) {
    const char* keyword = around == Kind::ForStatement || rule.kind == Kind::ForStatement ? "for"
                          : rule.kind == Kind::SwitchStatement                            ? "switch"
                                                                                          : "if";
    return report(*(&site.token + 1), diag::SyntaxError,
                  std::string("var declaration not allowed in ") + keyword + " initializer");
  }
  if (rule.kind == Kind::StatementList && site.expected == Kind::COLON) {
    bool label = site.tree.nodes[rule.last].first()->kind == Kind::IDENT;
    return report(*(&site.token - 1), diag::SyntaxError,
                  label ? "missing statement after label" : "unexpected : at end of statement");
  }
  if (rule.kind == Kind::StructType && site.token.kind == Kind::TRAILING_COMMA &&
      g::hasElements(rule)) {
    const g::Node& field = site.tree.nodes[rule.last];
    if (field.kind == Kind::FieldDeclaration && !field.first()->next()) // a, }
      return report(*(&site.token + 1), diag::SyntaxError, "unexpected }, expected name");
  }
  return false;
}

void SyntaxErrors::syntaxError(const g::SyntaxErrorSite& site) {
  if (site.token.kind == Kind::EndOfFile && !errors_.empty()) return; // says nothing new
  if (!reportedElsewhere(site))
    errors_.add(source_.at(site.token.offset), diag::SyntaxError, Wording(site).text());
}

void SyntaxErrors::nestingTooDeep(const g::ParseTree&, const g::Node& token) {
  errors_.add(source_.at(token.offset), diag::SyntaxNestedTooDeeply, {});
}

const g::Node* Builder::tokenAt(uint32_t offset) const {
  const Node* first = tree_.nodes.data();
  return std::lower_bound(first, first + tree_.tokenCount - 1, offset,
                          [](const Node& token, uint32_t from) { return token.offset < from; });
}

void Builder::unexpected(const Node* token, llvm::StringRef what) {
  error(at(token), diag::SyntaxError, "unexpected " + unexpectedToken(tree_, *token) + what.str());
}

void Builder::unexpectedBehind(const Node* node, llvm::StringRef what) {
  unexpected(tokenBehind(node), what);
}

} // namespace minigo::parse
