// Compares scanner.cpp, which runs over the table made from GoLexer.g4, with the lexer that ANTLR
// generates from it, token by token, in the files named on the command line. For developers:
// minigo_check_scanner FILE.go...
#include "GoLexer.h"
#include "grammar/byte_stream.h"
#include "grammar/scanner.h"

#include <fstream>
#include <iostream>
#include <sstream>

namespace {

using namespace minigo::grammar;

struct AnyRune : ScanHandler {
  bool isLetter(char32_t) override { return true; }
  bool isDigit(char32_t) override { return false; }
  void lexError(LexError, uint32_t, char32_t) override {}
};

// What scanner.cpp makes of a token of the grammar; EndOfFile if it drops it.
Kind scanned(Kind kind) {
  switch (kind) {
  case Kind::WS:
  case Kind::NEWLINE:
  case Kind::GENERAL_COMMENT:
  case Kind::LINE_COMMENT:
  case Kind::UNTERMINATED_COMMENT:
  case Kind::ILLEGAL: return Kind::EndOfFile;
  case Kind::UNICODE_IDENT: return Kind::IDENT;
  case Kind::UNTERMINATED_RUNE: return Kind::RUNE_LIT;
  case Kind::UNTERMINATED_STRING: return Kind::INTERPRETED_STRING_LIT;
  case Kind::UNTERMINATED_RAW_STRING: return Kind::RAW_STRING_LIT;
  default: return kind;
  }
}

Kind written(const Node& token) {
  if (token.kind == Kind::TRAILING_COMMA) return Kind::COMMA;
  return token.kind == Kind::TRAILING_SEMI ? Kind::SEMI : token.kind;
}

// The number of tokens, or -1 if they differ.
long compare(const std::string& text) {
  ParseTree tree;
  tree.text = text;
  AnyRune runes;
  scan(tree, runes);
  ByteStream input(text);
  GoLexer lexer(&input);
  const Node* mine = tree.nodes.data();
  auto inserted = [&](const Node& token) {
    return written(token) == Kind::SEMI && tree.textOf(token) != ";";
  };
  for (long count = 0;;) {
    std::unique_ptr<antlr4::Token> token = lexer.nextToken();
    bool end = token->getType() == antlr4::Token::EOF;
    Kind kind = end ? Kind::EndOfFile : scanned(static_cast<Kind>(token->getType()));
    if (!end && kind == Kind::EndOfFile) continue;
    while (inserted(*mine))
      ++mine;
    if (end) return mine->kind == Kind::EndOfFile ? count : -1;
    if (written(*mine) != kind || mine->offset != token->getStartIndex() ||
        mine->end != token->getStopIndex() + 1)
      return -1;
    ++mine;
    ++count;
  }
}

} // namespace

int main(int argc, char** argv) {
  long tokens = 0;
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    std::stringstream content;
    content << in.rdbuf();
    long count = compare(content.str());
    if (count < 0) {
      std::cout << argv[i] << ": tokens differ\n";
      return 1;
    }
    tokens += count;
  }
  std::cout << tokens << " tokens alike\n";
  return 0;
}
