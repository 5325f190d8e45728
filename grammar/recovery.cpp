// What the parser does behind a syntax error: the same as gc, so that later errors in the file are
// gc's as well.
#include "grammar/parser_base.h"

#include <algorithm>

namespace minigo::grammar {

namespace {

bool isCloser(Kind kind) {
  return kind == Kind::RPAREN || kind == Kind::RBRACK || kind == Kind::RBRACE;
}

bool endsInColon(const Node& statement) {
  const Node* child = statement.first();
  while (child && child->next())
    child = child->next();
  return child && child->kind == Kind::COLON;
}

bool isBrokenList(const Node& statement) {
  const Node* inner = &statement;
  while (inner->broken && inner->first() && !inner->first()->next())
    inner = inner->first();
  return inner->broken && inner->kind == Kind::ExpressionList;
}

bool beginsDeclaration(Kind kind) {
  return kind == Kind::CONST || kind == Kind::TYPE || kind == Kind::VAR || kind == Kind::FUNC;
}

// Keywords that begin a statement: inside a function, skipping stops before them.
bool beginsStatement(Kind kind) {
  switch (kind) {
  case Kind::BREAK:
  case Kind::CONST:
  case Kind::CONTINUE:
  case Kind::DEFER:
  case Kind::FALLTHROUGH:
  case Kind::FOR:
  case Kind::GO:
  case Kind::GOTO:
  case Kind::IF:
  case Kind::RETURN:
  case Kind::SELECT:
  case Kind::SWITCH:
  case Kind::TYPE:
  case Kind::VAR: return true;
  default: return false;
  }
}

bool isSemicolon(Kind kind) { return kind == Kind::SEMI || kind == Kind::TRAILING_SEMI; }

bool isLiteral(Kind kind) { return kind >= Kind::INT_LIT && kind <= Kind::RUNE_LIT; }

bool isInImport(Kind rule) {
  return rule == Kind::ImportDeclaration || rule == Kind::ImportSpec || rule == Kind::ImportPath;
}

bool isComma(Kind kind) { return kind == Kind::COMMA || kind == Kind::TRAILING_COMMA; }

// Where parsing goes on after a rule in which several tokens fit and the next is none of them.
bool mayFollowBroken(Kind rule, Kind token) {
  switch (rule) {
  case Kind::AnyType:
  case Kind::BaseType:
  case Kind::TypeLiteral:
  case Kind::TypeNoBracket:
  case Kind::Result:
  case Kind::ConstraintType:
  case Kind::Bracketed:
  case Kind::VarSpec:
    return isCloser(token) || isComma(token) || isSemicolon(token) || token == Kind::COLON;
  case Kind::InterfaceElement:
  case Kind::TypeTerm: return isCloser(token) || isSemicolon(token) || token == Kind::OR;
  case Kind::Parameter:
  case Kind::TypeParameter: return isCloser(token) || isComma(token);
  case Kind::FieldDeclaration: return isSemicolon(token) || token == Kind::RBRACE;
  case Kind::TypeSpec:
  case Kind::ImportDeclaration:
  case Kind::ImportSpec:
  case Kind::ImportPath:
  case Kind::Selector: return isSemicolon(token) || token == Kind::RPAREN;
  case Kind::IfStatement: return token == Kind::IDENT || token == Kind::RBRACE;
  case Kind::Index: return isComma(token) || token == Kind::COLON || token == Kind::RBRACK;
  default: return isCloser(token);
  }
}

} // namespace

bool isList(Kind rule) {
  switch (rule) {
  case Kind::TypeArguments:
  case Kind::StructType:
  case Kind::Parameters:
  case Kind::InterfaceType:
  case Kind::ConstDeclaration:
  case Kind::TypeDeclaration:
  case Kind::VarDeclaration:
  case Kind::ImportDeclaration:
  case Kind::TypeParameters:
  case Kind::TypeSpecBracket:
  case Kind::LiteralValue:
  case Kind::Arguments: return true;
  default: return false;
  }
}

bool isRangeHeader(const Node& child) {
  if (child.kind == Kind::RangeClause) return true;
  if (child.kind != Kind::ForHeaderStatement) return false;
  const Node* tail = child.first()->next();
  if (!tail) return child.broken && isRangeHeader(*child.first());
  const Node* right = tail->first() ? tail->first()->next() : nullptr;
  return right && right->kind == Kind::RangeClause;
}

bool hasElements(const OpenRule& list) {
  switch (list.kind) {
  case Kind::StructType:
  case Kind::InterfaceType:
  case Kind::ConstDeclaration:
  case Kind::TypeDeclaration:
  case Kind::VarDeclaration:
  case Kind::ImportDeclaration: return list.children > 2; // behind the keyword and the bracket
  default: return list.children > 1;
  }
}

bool ParserBase::inFunction() const {
  return std::any_of(open_.begin(), open_.end(),
                     [](const OpenRule& rule) { return rule.kind == Kind::StatementList; });
}

// Skips tokens until `stop` holds, the file ends or, in a function, a statement begins.
template <class Predicate>
void ParserBase::skipUntil(Predicate stop) {
  bool statements = inFunction();
  while (nodes_[token_].kind != Kind::EndOfFile && !stop(nodes_[token_].kind) &&
         !(statements && beginsStatement(nodes_[token_].kind)))
    advance();
}

// Reports the next token in a list of statements or declarations, which it leaves intact.
void ParserBase::reportInLoop(Kind expected) {
  if (abandoned_ == Kind::EndOfFile)
    handler_->syntaxError({*tree_, open_, nodes_[token_], expected});
}

void ParserBase::report(Kind expected) {
  open_.back().broken = true;
  reportInLoop(expected);
}

// `type` is the only token that fits here, and the next token is another.
void ParserBase::recoverFromMismatch(size_t type) {
  Kind rule = open_.back().kind;
  if (abandoned_ != Kind::EndOfFile) {
    open_.back().broken = true;
    return;
  }
  Kind expected = type == antlr4::Token::EOF ? Kind::EndOfFile : static_cast<Kind>(type);
  if (expected == Kind::SEMI && nodes_[token_].kind == Kind::TRAILING_SEMI) {
    consume(); // a bracket that closes nothing stands behind it
    return;
  }
  report(expected);
  if (rule == Kind::SourceFile)
    skipUntil([](Kind kind) { return beginsDeclaration(kind) || kind == Kind::IMPORT; });
  else if (rule == Kind::PackageClause && expected == Kind::PACKAGE)
    setToken(tree_->tokenCount - 1); // probably not Go: say no more
  else if (rule == Kind::FunctionDeclaration)
    recoverFromMissingName();
  else if (expected == Kind::LBRACE &&
           (rule == Kind::Block || rule == Kind::SwitchStatement || rule == Kind::SelectStatement))
    recoverFromMissingBlock();
  else if (rule == Kind::TypeArguments && open_[open_.size() - 2].kind == Kind::InterfaceElement)
    skipUntil([](Kind kind) { return isSemicolon(kind) || kind == Kind::RBRACE; });
  else if (isList(rule) && isCloser(expected))
    recoverInList(expected);
  else if (rule == Kind::Parameters && nodes_[token_].kind == Kind::LBRACK)
    recoverFromTypeParameters();
  else if (isList(rule))
    consume(); // counts as the bracket that opens the list
  else if (!conditionIsMissing() || nodes_[token_].kind != Kind::LBRACE)
    advance();
}

// A function type or literal has type parameters: goes on behind them.
void ParserBase::recoverFromTypeParameters() {
  unsigned depth = 0;
  do {
    if (nodes_[token_].kind == Kind::LBRACK) ++depth;
    if (nodes_[token_].kind == Kind::RBRACK) --depth;
    advance();
  } while (depth > 0 && nodes_[token_].kind != Kind::EndOfFile);
  consume(); // the bracket
}

void ParserBase::recoverInList(Kind closer) {
  if (open_.back().kind == Kind::StructType &&
      (!hasElements(open_.back()) || isSemicolon(nodes_[open_.back().last].kind)))
    skipUntil([](Kind kind) { return kind == Kind::RBRACE; }); // no field: others may follow
  if (open_.back().kind == Kind::Parameters && !hasElements(open_.back()))
    skipUntil([](Kind kind) { return isComma(kind) || kind == Kind::RPAREN; });
  if (open_.back().kind == Kind::TypeSpecBracket && isComma(nodes_[token_].kind)) advance();
  skipUntil(isCloser);
  if (nodes_[token_].kind == closer) consume();
}

// A function without a name goes on with its body: nothing is said about a signature.
void ParserBase::recoverFromMissingName() {
  skipUntil([](Kind kind) { return kind == Kind::LBRACE || isSemicolon(kind); });
  abandoned_ = Kind::Signature;
}

// Between a statement's keyword and its block. Goes on behind the next '{', or before a '}' where
// gc misses an expression then.
void ParserBase::recoverFromMissingBlock() {
  if (open_.back().kind == Kind::Block && headerIsComplete(open_[open_.size() - 2])) {
    skipUntil([](Kind kind) { return kind == Kind::IDENT || kind == Kind::RBRACE; });
    return;
  }
  if (conditionIsMissing()) return recoverFromMissingCondition();
  const OpenRule& statement = open_.back();
  bool complete = statement.kind == Kind::SelectStatement ||
                  (statement.kind == Kind::SwitchStatement &&
                   nodes_[statement.last].kind != Kind::SEMI && hasChild(statement, Kind::SEMI));
  if (complete) {
    skipUntil([](Kind kind) {
      return kind == Kind::CASE || kind == Kind::DEFAULT || kind == Kind::RBRACE;
    });
  } else {
    if (nodes_[token_].kind != Kind::LBRACE) advance();
    skipUntil([](Kind kind) { return kind == Kind::LBRACE || kind == Kind::RBRACE; });
    if (nodes_[token_].kind == Kind::LBRACE) return (void)consume();
    report(Kind::EndOfFile);
  }
  if (open_.back().kind == Kind::Block) return;
  makeUp(Kind::LBRACE); // clauses follow
  consume();
}

// Behind the semicolon of a header stands neither an expression nor the block.
bool ParserBase::conditionIsMissing() const {
  const OpenRule& inner = open_.back();
  const OpenRule& statement = inner.kind == Kind::Block ? open_[open_.size() - 2] : inner;
  bool hasCondition = statement.kind == Kind::IfStatement || statement.kind == Kind::ForStatement ||
                      statement.kind == Kind::SwitchStatement;
  return hasCondition && nodes_[statement.last].kind == Kind::SEMI;
}

// gc skips what is no expression, and then misses the block.
void ParserBase::recoverFromMissingCondition() {
  skipUntil(isCloser);
  report(Kind::SEMI);
  if (open_.back().kind == Kind::Block) {
    skipUntil([](Kind kind) { return kind == Kind::IDENT || kind == Kind::RBRACE; });
    return;
  }
  skipUntil([](Kind kind) {
    return kind == Kind::CASE || kind == Kind::DEFAULT || kind == Kind::RBRACE;
  });
  makeUp(Kind::LBRACE); // clauses follow
  consume();
}

// Nothing but a block may follow what there is of an `if` or `for`.
bool ParserBase::headerIsComplete(const OpenRule& statement) const {
  if (statement.kind != Kind::IfStatement && statement.kind != Kind::ForStatement) return false;
  if (nodes_[statement.last].kind == Kind::SEMI) return false;
  return hasChild(statement, Kind::SEMI) || isRangeHeader(nodes_[statement.last]);
}

bool ParserBase::hasChild(const OpenRule& rule, Kind kind) const {
  if (rule.children == 0) return false;
  const Node* child = &nodes_[rule.first];
  while (child && child->kind != kind)
    child = child->next();
  return child != nullptr;
}

// Several tokens fit here, and the next is none of them.
void ErrorStrategy::reportError(ParserBase* parser, const antlr4::RecognitionException&) {
  parser->recoverFromNoAlternative();
}

void ErrorStrategy::recoverInline(ParserBase* parser) { parser->recoverFromNoAlternative(); }

void ParserBase::recoverFromNoAlternative() {
  report(Kind::EndOfFile);
  if (abandoned_ != Kind::EndOfFile) return;
  Kind rule = open_.back().kind;
  if (rule == Kind::ConstDeclaration || rule == Kind::TypeDeclaration ||
      rule == Kind::VarDeclaration)
    recoverInDeclaration(rule);
  else if (isInImport(rule) && isLiteral(nodes_[token_].kind))
    advance(); // of the wrong kind
  else
    skipUntil([rule](Kind kind) { return mayFollowBroken(rule, kind); });
  if (rule == Kind::Index && nodes_[token_].kind == Kind::RBRACK) consume();
}

// Behind 'const', 'type' or 'var' is no name: the token there counts as one, and what cannot go on
// behind a name is skipped.
void ParserBase::recoverInDeclaration(Kind rule) {
  advance();
  if (rule == Kind::TypeDeclaration)
    skipUntil([](Kind kind) { return isSemicolon(kind) || kind == Kind::RPAREN; });
  if (rule == Kind::VarDeclaration)
    skipUntil([](Kind kind) { return mayFollowBroken(Kind::VarSpec, kind); });
}

// Before each turn of the loops over suffixes, statements and top-level declarations, and in the
// headers of statements. In the loops over statements and declarations, if the next token neither
// goes on with the loop nor may stand behind it, reports that and skips to one that does.
void ParserBase::syncLoop() {
  switch (open_.back().kind) {
  case Kind::PrimaryExpression: return syncSuffixes();
  case Kind::StatementList: return syncStatements();
  case Kind::SourceFile: return syncDeclarations();
  default: return syncHeader();
  }
}

// Between the keyword of a statement and its block a semicolon separates, whatever is behind it;
// none can stand behind a range clause.
void ParserBase::syncHeader() {
  Kind next = nodes_[token_].kind;
  const OpenRule& header = open_.back();
  bool hasClauses = header.kind == Kind::SwitchStatement || header.kind == Kind::SelectStatement;
  if (hasClauses && hasChild(header, Kind::LBRACE)) return syncClauses();
  if (!isSemicolon(next)) return;
  nodes_[token_].kind = Kind::SEMI;
  setToken(token_);
  const OpenRule& statement = open_.back();
  if (statement.kind == Kind::ForStatement && isRangeHeader(nodes_[statement.last]))
    cursor_.current = antlr4::Token::INVALID_TYPE;
}

// Before each clause of a switch or select.
void ParserBase::syncClauses() {
  auto mayFollow = [](Kind kind) {
    return kind == Kind::CASE || kind == Kind::DEFAULT || kind == Kind::RBRACE;
  };
  if (mayFollow(nodes_[token_].kind) || nodes_[token_].kind == Kind::EndOfFile) return;
  report(Kind::RBRACE);
  skipUntil([&](Kind kind) { return mayFollow(kind) || kind == Kind::COLON; });
  makeUp(Kind::DEFAULT); // which misses its colon, unless one is next
}

void ParserBase::syncDeclarations() {
  for (;;) {
    Kind next = nodes_[token_].kind;
    if (next == Kind::IMPORT && seenDeclaration_) report(Kind::IMPORT);
    seenDeclaration_ |= beginsDeclaration(next);
    if (next == Kind::IMPORT || next == Kind::EndOfFile || beginsDeclaration(next)) return;
    report(Kind::EndOfFile);
    skipUntil([](Kind kind) { return beginsDeclaration(kind) || kind == Kind::IMPORT; });
  }
}

void ParserBase::syncStatements() {
  auto mayFollow = [](Kind kind) {
    return isSemicolon(kind) || kind == Kind::RBRACE || kind == Kind::EndOfFile;
  };
  const OpenRule& list = open_.back();
  if (mayFollow(nodes_[token_].kind)) {
    // A list that is no statement: where it is not broken, that is seen when the tree is read.
    if (list.children > 0 && isBrokenList(nodes_[list.last])) reportInLoop(Kind::SEMI);
    return;
  }
  if (list.children == 0 || nodes_[list.last].kind == Kind::SEMI)
    return; // not behind a statement: the block will miss its end here
  if (endsInColon(nodes_[list.last])) {
    reportInLoop(Kind::COLON); // a label without a statement
    return;
  }
  reportInLoop(Kind::SEMI);
  auto goesOn = [&](Kind kind) {
    return mayFollow(kind) || kind == Kind::CASE || kind == Kind::DEFAULT;
  };
  skipUntil(goesOn);
  if (goesOn(nodes_[token_].kind)) return;
  makeUp(Kind::SEMI); // a keyword begins the next statement
}

// Puts a token before the next one.
void ParserBase::makeUp(Kind kind) {
  uint32_t offset = nodes_[token_].offset;
  resume_ = token_;
  tree_->nodes.push_back(Node{.offset = offset, .end = offset, .kind = kind});
  nodes_ = tree_->nodes.data();
  setToken(static_cast<uint32_t>(tree_->nodes.size() - 1));
}

} // namespace minigo::grammar
