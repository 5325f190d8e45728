#include "frontend/parse/import_header.h"

#include "frontend/parse/source_scan.h"
#include "frontend/source/unicode.h"
#include "grammar/scanner.h"

#include <algorithm>

namespace minigo::parse {

namespace {

using grammar::Kind;
using grammar::Node;

bool isIdent(char c) {
  auto rune = static_cast<unsigned char>(c);
  return rune >= 0x80 || isLetter(rune) || isDigit(rune);
}

// Finds out where the imports end, with no more than one character to look at. Semicolons count as
// blanks.
class HeaderEnd {
public:
  explicit HeaderEnd(llvm::StringRef text) : text_(text) {}

  // All of the text where it does not look like package clause and imports.
  size_t find() {
    readKeyword("package");
    readIdent();
    while (next() == 'i') {
      readKeyword("import");
      if (next() == '(') {
        ++at_;
        while (!failed_ && next() != ')')
          readImport();
        ++at_;
      } else {
        readImport();
      }
    }
    return failed_ ? text_.size() : std::min(at_, text_.size());
  }

private:
  char here() const { return failed_ || at_ >= text_.size() ? '\0' : text_[at_]; }
  void fail() { failed_ = true; }

  // The next character that is neither blank nor comment.
  char next() {
    while (here() != '\0') {
      if (llvm::StringRef(" \f\t\r\n;").contains(here())) {
        ++at_;
      } else if (here() == '/') {
        skipComment();
      } else {
        break;
      }
    }
    return here();
  }
  void skipComment() {
    llvm::StringRef rest = text_.drop_front(at_);
    bool isLine = rest.starts_with("//");
    size_t end = isLine ? rest.find('\n') : rest.starts_with("/*") ? rest.find("*/", 2) : 0;
    if (end == 0 || (end == llvm::StringRef::npos && !isLine)) return fail();
    at_ = end == llvm::StringRef::npos ? text_.size() : at_ + end + (isLine ? 1 : 2);
  }
  void readKeyword(llvm::StringRef word) {
    next();
    if (!text_.drop_front(std::min(at_, text_.size())).starts_with(word)) return fail();
    at_ += word.size();
    if (isIdent(here())) fail();
  }
  void readIdent() {
    if (!isIdent(next())) return fail();
    while (isIdent(here()))
      ++at_;
  }
  void readString() {
    char quote = next();
    if (quote != '"' && quote != '`') return fail();
    for (++at_; here() != quote; ++at_) {
      if (here() == '\0' || (quote == '"' && here() == '\n')) return fail();
      if (quote == '"' && here() == '\\') ++at_;
    }
    ++at_;
  }
  void readImport() {
    char first = next();
    if (first == '.')
      ++at_;
    else if (isIdent(first))
      readIdent();
    readString();
  }

  llvm::StringRef text_;
  size_t at_ = 0;
  bool failed_ = false;
};

class Handler final : public grammar::ScanHandler {
public:
  bool isLetter(char32_t rune) override { return minigo::isLetter(rune); }
  bool isDigit(char32_t rune) override { return minigo::isDigit(rune); }
  void lexError(grammar::LexError error, uint32_t offset, char32_t rune) override {
    if (!first) first = HeaderError{offset, messageOf(error, rune)};
  }

  std::optional<HeaderError> first; // within a token

private:
  static std::string messageOf(grammar::LexError error, char32_t rune) {
    switch (error) {
    case grammar::LexError::CommentNotTerminated: return "comment not terminated";
    case grammar::LexError::RuneNotTerminated:
    case grammar::LexError::NewlineInRune: return "rune literal not terminated";
    case grammar::LexError::NewlineInString: return "string literal not terminated";
    case grammar::LexError::StringNotTerminated: return "raw string literal not terminated";
    default: return "illegal character " + runeForMessage(rune);
    }
  }
};

// Mistakes in literals are told where these begin.
void moveToLiteral(HeaderError& error, const grammar::ParseTree& tree) {
  for (uint32_t i = 0; i < tree.tokenCount; ++i) {
    const Node& token = tree.nodes[i];
    bool literal = token.kind >= Kind::INT_LIT && token.kind <= Kind::INTERPRETED_STRING_LIT;
    if (literal && token.offset <= error.offset && error.offset <= token.end)
      error.offset = token.offset;
  }
}

// Package clause and imports, up to the first mistake.
class HeaderParser {
public:
  explicit HeaderParser(const grammar::ParseTree& tree) : tree_(tree) {}

  std::optional<HeaderError> parse() {
    expect(Kind::PACKAGE, "'package'");
    expect(Kind::IDENT, "'IDENT'");
    expectSemicolon();
    while (!error_ && is(Kind::IMPORT))
      importDeclaration();
    return error_;
  }

private:
  const Node& token() const { return tree_.nodes[at_]; }
  bool is(Kind kind) const { return token().kind == kind; }
  bool isSemicolon() const { return is(Kind::SEMI) || is(Kind::TRAILING_SEMI); }
  bool isComma() const { return is(Kind::COMMA) || is(Kind::TRAILING_COMMA); }
  // As go/token has it: names count.
  bool isLiteral() const {
    return is(Kind::IDENT) || (token().kind >= Kind::INT_LIT && token().kind <= Kind::RUNE_LIT) ||
           isString();
  }
  bool isString() const { return is(Kind::RAW_STRING_LIT) || is(Kind::INTERPRETED_STRING_LIT); }
  // 'fmt'
  bool isOverlongRune() const {
    std::string_view text = tree_.textOf(token());
    if (!is(Kind::RUNE_LIT) || text.size() < 3 || text[1] == '\\') return false;
    text = text.substr(1, text.size() - 2);
    return std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }) != 1;
  }
  void advance() {
    if (at_ + 1 < tree_.tokenCount) ++at_;
  }

  void fail(std::string message) {
    if (!error_) error_ = HeaderError{token().offset, std::move(message)};
  }
  void failExpecting(const char* what) {
    std::string text(tree_.textOf(token()));
    std::string found = is(Kind::EndOfFile)            ? "'EOF'"
                        : isSemicolon() && text != ";" ? "newline"
                        : isLiteral()                  ? text
                                                       : "'" + text + "'";
    fail(std::string("expected ") + what + ", found " + found);
  }
  void expect(Kind kind, const char* what) {
    if (!is(kind)) failExpecting(what);
    advance();
  }
  // Optional before a bracket that closes.
  void expectSemicolon() {
    if (is(Kind::RPAREN) || is(Kind::RBRACE)) return;
    if (!isSemicolon()) failExpecting("';'");
    advance();
  }
  void importDeclaration() {
    advance();
    if (!is(Kind::LPAREN)) return importSpec();
    advance();
    while (!error_ && !is(Kind::RPAREN) && !is(Kind::EndOfFile))
      importSpec();
    expect(Kind::RPAREN, "')'");
    expectSemicolon();
  }
  void importSpec() {
    if (is(Kind::IDENT) || is(Kind::PERIOD)) advance();
    if (isOverlongRune())
      fail("illegal rune literal");
    else if (!isString())
      fail(isLiteral() ? "import path must be a string" : "missing import path");
    advance();
    expectSemicolon();
  }

  const grammar::ParseTree& tree_;
  uint32_t at_ = 0;
  std::optional<HeaderError> error_;
};

} // namespace

std::optional<HeaderError> findHeaderError(llvm::StringRef text) {
  llvm::StringRef header = text.take_front(HeaderEnd(text).find());
  grammar::ParseTree tree;
  tree.text = std::string_view(header.data(), header.size());
  Handler handler;
  grammar::scan(tree, handler);
  std::optional<HeaderError> error = HeaderParser(tree).parse();
  if (handler.first) moveToLiteral(*handler.first, tree);
  return handler.first && (!error || handler.first->offset <= error->offset) ? handler.first
                                                                             : error;
}

} // namespace minigo::parse
