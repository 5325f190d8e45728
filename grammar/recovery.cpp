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

// Rules of the form open, elements with separators, close.
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
  handler_->syntaxError({*tree_, open_, nodes_[token_], expected});
}

// `type` is the only token that fits here, and the next token is another.
void ParserBase::recoverFromMismatch(size_t type) {
  Kind expected = type == antlr4::Token::EOF ? Kind::EndOfFile : static_cast<Kind>(type);
  report(expected);
  Kind rule = open_.back().kind;
  if (rule == Kind::SourceFile) {
    skipUntil([](Kind kind) { return beginsDeclaration(kind) || kind == Kind::IMPORT; });
  } else if (isList(rule) && isCloser(expected) && open_.back().children > 1) {
    skipUntil(isCloser);
    if (nodes_[token_].kind == expected) consume();
  } else {
    advance();
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
