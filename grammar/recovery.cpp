// What the parser does behind a syntax error: the same as gc, so that later errors in the file are
// gc's as well.
#include "grammar/parser_base.h"

#include <algorithm>

namespace minigo::grammar {

namespace {

bool isCloser(Kind kind) {
  return kind == Kind::RPAREN || kind == Kind::RBRACK || kind == Kind::RBRACE;
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

void ParserBase::report(Kind expected) {
  open_.back().broken = true;
  if (abandoned_ == Kind::EndOfFile)
    handler_->syntaxError({*tree_, open_, nodes_[token_], expected});
}

// Ends all open rules up to the innermost one of `rule`, without further errors: no token fits
// until that one goes on.
void ParserBase::abandonUpTo(Kind rule) {
  abandoned_ = rule;
  cursor_.current = antlr4::Token::INVALID_TYPE;
}

// `type` is the only token that fits here, and the next token is another.
void ParserBase::recoverFromMismatch(size_t type) {
  Kind rule = open_.back().kind;
  if (abandoned_ != Kind::EndOfFile) {
    open_.back().broken = true;
    if (abandoned_ != rule) return;
    abandoned_ = Kind::EndOfFile;
    setToken(token_);
    match(type);
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
  else if (rule == Kind::SwitchStatement || rule == Kind::SelectStatement)
    skipUntilClosed(expected);
  else if (rule == Kind::TypeArguments && open_[open_.size() - 2].kind == Kind::InterfaceElement)
    skipUntil([](Kind kind) { return isSemicolon(kind) || kind == Kind::RBRACE; });
  else if (isList(rule) && isCloser(expected))
    recoverInList(expected);
  else if (rule != Kind::ForStatement || nodes_[token_].kind != Kind::LBRACE)
    advance();
}

void ParserBase::recoverInList(Kind closer) {
  if (open_.back().kind == Kind::Parameters && !hasElements(open_.back()))
    skipUntil([](Kind kind) { return isComma(kind) || isCloser(kind); });
  if (open_.back().kind == Kind::TypeSpecBracket && isComma(nodes_[token_].kind)) advance();
  skipUntil(isCloser);
  if (nodes_[token_].kind == closer) consume();
}

// A function without a name is no declaration.
void ParserBase::recoverFromMissingName() {
  skipUntil([](Kind kind) { return kind == Kind::LBRACE || isSemicolon(kind); });
  abandonUpTo(Kind::SourceFile);
}

// Between a statement's keyword and its block. Goes on behind the next '{', or before a '}' where
// gc misses an expression then.
void ParserBase::recoverFromMissingBlock() {
  const OpenRule& statement = open_.back();
  bool complete = statement.kind == Kind::SelectStatement ||
                  (statement.kind == Kind::SwitchStatement &&
                   nodes_[statement.last].kind != Kind::SEMI && hasChild(statement, Kind::SEMI));
  if (complete) {
    skipUntil([](Kind kind) {
      return kind == Kind::CASE || kind == Kind::DEFAULT || kind == Kind::RBRACE;
    });
    return;
  }
  if (nodes_[token_].kind != Kind::LBRACE) advance();
  skipUntil([](Kind kind) { return kind == Kind::LBRACE || kind == Kind::RBRACE; });
  if (nodes_[token_].kind == Kind::LBRACE)
    consume();
  else
    report(Kind::EndOfFile);
}

bool ParserBase::hasChild(const OpenRule& rule, Kind kind) const {
  if (rule.children == 0) return false;
  const Node* child = &nodes_[rule.first];
  while (child && child->kind != kind)
    child = child->next();
  return child != nullptr;
}

// Skips to the bracket that closes the block which is open here, and over it.
void ParserBase::skipUntilClosed(Kind closer) {
  for (unsigned depth = 0; nodes_[token_].kind != Kind::EndOfFile; advance()) {
    Kind kind = nodes_[token_].kind;
    if (kind == Kind::LBRACE) {
      ++depth;
    } else if (kind == closer && depth-- == 0) {
      consume();
      return;
    }
  }
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
    advance();
  else
    skipUntil([rule](Kind kind) { return mayFollowBroken(rule, kind); });
  if (rule == Kind::Index && nodes_[token_].kind == Kind::RBRACK) consume();
}

// Before each turn of the loops over statements and top-level declarations: if the next token
// neither goes on with the loop nor may stand behind it, report that and skip to one that does.
void ParserBase::syncLoop() {
  if (abandoned_ != Kind::EndOfFile) return; // SourceFile's next match ends that
  if (open_.back().kind == Kind::StatementList) {
    syncStatements();
    return;
  }
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
  if (mayFollow(nodes_[token_].kind)) return;
  const OpenRule& list = open_.back();
  if (list.children == 0 || nodes_[list.last].kind == Kind::SEMI)
    return; // not behind a statement: the block will miss its end here
  if (token_ > 0 && nodes_[token_ - 1].kind == Kind::COLON) {
    report(Kind::COLON); // a label without a statement
    return;
  }
  report(Kind::SEMI);
  auto goesOn = [&](Kind kind) {
    return mayFollow(kind) || kind == Kind::CASE || kind == Kind::DEFAULT;
  };
  skipUntil(goesOn);
  if (goesOn(nodes_[token_].kind)) return;
  // A keyword begins the next statement: make up the semicolon before it.
  uint32_t offset = nodes_[token_].offset;
  resume_ = token_;
  tree_->nodes.push_back(Node{.offset = offset, .end = offset, .kind = Kind::SEMI});
  nodes_ = tree_->nodes.data();
  setToken(static_cast<uint32_t>(tree_->nodes.size() - 1));
}

} // namespace minigo::grammar
