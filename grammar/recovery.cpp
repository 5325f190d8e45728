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

bool isTypeRule(Kind rule) {
  switch (rule) {
  case Kind::AnyType:
  case Kind::BaseType:
  case Kind::TypeLiteral:
  case Kind::TypeNoBracket:
  case Kind::Result:
  case Kind::TypeTerm:
  case Kind::ConstraintType: return true;
  default: return false;
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
  if (!stopped_) handler_->syntaxError({*tree_, open_, nodes_[token_], expected});
}

// `type` is the only token that fits here, and the next token is another.
void ParserBase::recoverFromMismatch(size_t type) {
  Kind expected = type == antlr4::Token::EOF ? Kind::EndOfFile : static_cast<Kind>(type);
  if (expected == Kind::SEMI && nodes_[token_].kind == Kind::TRAILING_SEMI) {
    consume(); // a bracket that closes nothing stands behind it
    return;
  }
  report(expected);
  switch (open_.back().kind) {
  case Kind::SourceFile:
    skipUntil([](Kind kind) { return beginsDeclaration(kind) || kind == Kind::IMPORT; });
    return;
  case Kind::PackageClause:
    if (expected == Kind::PACKAGE) { // probably not Go: say no more
      stopped_ = true;
      setToken(tree_->tokenCount - 1);
      return;
    }
    break;
  case Kind::Parameters:
    if (!hasElements(open_.back()))
      skipUntil([](Kind kind) { return kind == Kind::COMMA || isCloser(kind); });
    break;
  case Kind::Block:
  case Kind::SwitchStatement:
  case Kind::SelectStatement:
    if (expected == Kind::LBRACE) {
      recoverFromMissingBlock();
      return;
    }
    if (open_.back().kind != Kind::Block) {
      skipUntilClosed();
      if (nodes_[token_].kind == expected) consume();
      return;
    }
    break;
  default: break;
  }
  if (isList(open_.back().kind) && isCloser(expected)) {
    skipUntil(isCloser);
    if (nodes_[token_].kind == expected) consume();
  } else {
    advance();
  }
}

// Goes on behind the next '{', or before a '}' where gc misses an expression then.
void ParserBase::recoverFromMissingBlock() {
  if (nodes_[token_].kind != Kind::LBRACE) advance();
  skipUntil([](Kind kind) { return kind == Kind::LBRACE || kind == Kind::RBRACE; });
  if (nodes_[token_].kind == Kind::LBRACE)
    consume();
  else
    report(Kind::EndOfFile);
}

// Skips to the '}' that closes the block which is open here.
void ParserBase::skipUntilClosed() {
  for (unsigned depth = 0; nodes_[token_].kind != Kind::EndOfFile; advance()) {
    Kind kind = nodes_[token_].kind;
    if (kind == Kind::LBRACE)
      ++depth;
    else if (kind == Kind::RBRACE && depth-- == 0)
      return;
  }
}

// Several tokens fit here, and the next is none of them.
void ErrorStrategy::reportError(ParserBase* parser, const antlr4::RecognitionException&) {
  parser->recoverFromNoAlternative();
}

void ErrorStrategy::recoverInline(ParserBase* parser) { parser->recoverFromNoAlternative(); }

void ParserBase::recoverFromNoAlternative() {
  report(Kind::EndOfFile);
  Kind rule = open_.back().kind;
  if (isTypeRule(rule))
    skipUntil([](Kind kind) {
      return isCloser(kind) || kind == Kind::COMMA || kind == Kind::TRAILING_COMMA ||
             kind == Kind::COLON || kind == Kind::SEMI || kind == Kind::TRAILING_SEMI;
    });
  else
    skipUntil(isCloser);
}

// Before each turn of the loops over statements and top-level declarations: if the next token
// neither goes on with the loop nor may stand behind it, report that and skip to one that does.
void ParserBase::syncLoop() {
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
  auto endsStatement = [](Kind kind) {
    return kind == Kind::SEMI || kind == Kind::TRAILING_SEMI || kind == Kind::RBRACE ||
           kind == Kind::CASE || kind == Kind::DEFAULT;
  };
  Kind next = nodes_[token_].kind;
  if (endsStatement(next) || next == Kind::EndOfFile) return;
  const OpenRule& list = open_.back();
  if (list.children == 0 || nodes_[list.last].kind == Kind::SEMI)
    return; // not behind a statement: the block will miss its end here
  report(Kind::SEMI);
  skipUntil(endsStatement);
  if (endsStatement(nodes_[token_].kind) || nodes_[token_].kind == Kind::EndOfFile) return;
  // A keyword begins the next statement: make up the semicolon before it.
  uint32_t offset = nodes_[token_].offset;
  resume_ = token_;
  tree_->nodes.push_back(Node{.offset = offset, .end = offset, .kind = Kind::SEMI});
  nodes_ = tree_->nodes.data();
  setToken(static_cast<uint32_t>(tree_->nodes.size() - 1));
}

} // namespace minigo::grammar
