#include "frontend/load/go_mod_syntax.h"

#include "frontend/types/constant_pool.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Unicode.h"

#include <algorithm>

namespace minigo {
namespace {

constexpr llvm::StringLiteral kPunctuation = "()[]{},";

struct Token {
  std::string text;
  unsigned column;    // 1 is the first character
  unsigned endColumn; // behind it
};

// The first character of a text that is not empty; what is no UTF-8 counts as one byte.
llvm::StringRef firstCharacter(llvm::StringRef text) {
  const llvm::StringRef character =
      text.take_front(llvm::getNumBytesForUTF8(static_cast<unsigned char>(text[0])));
  const auto* begin = reinterpret_cast<const llvm::UTF8*>(character.begin());
  const auto* end = reinterpret_cast<const llvm::UTF8*>(character.end());
  return llvm::isLegalUTF8Sequence(begin, end) ? character : text.take_front(1);
}

// Whether a character may be part of a word without quotes.
bool isWordCharacter(llvm::StringRef character) {
  if (character.size() == 1) {
    const char c = character[0];
    return c != ' ' && !kPunctuation.contains(c) && (llvm::isPrint(c) || (c & 0x80));
  }
  const auto* at = reinterpret_cast<const llvm::UTF8*>(character.begin());
  llvm::UTF32 rune = 0;
  llvm::convertUTF8Sequence(&at, at + character.size(), &rune, llvm::lenientConversion);
  return llvm::sys::unicode::isPrintable(static_cast<int>(rune));
}

class Parser {
public:
  Parser(llvm::StringRef text, llvm::StringRef path, bool (*hasBlock)(llvm::StringRef),
         GoModSyntax& syntax)
      : text_(text), path_(path), hasBlock_(hasBlock), syntax_(syntax) {}

  void run() {
    bool isLast = text_.empty();
    while (!isLast) {
      ++line_;
      isLast = !text_.contains('\n');
      endsHere_ = isLast;
      std::tie(rest_, text_) = text_.split('\n');
      column_ = 1;
      const std::vector<Token> tokens = readLine();
      if (!syntax_.problem.empty()) return;
      if (!tokens.empty()) addLine(tokens);
      if (!syntax_.problem.empty()) return;
    }
    if (inBlock_)
      fail("syntax error (unterminated block started at " + path_ + ":" +
               llvm::Twine(blockLine_.line) + ":" + llvm::Twine(blockLine_.column) + ")",
           column_);
  }

private:
  void fail(const llvm::Twine& problem, unsigned column) {
    syntax_.problem = problem.str();
    syntax_.problemLine = line_;
    syntax_.problemColumn = column;
  }

  // Takes the first character of the line's rest.
  llvm::StringRef take() {
    const llvm::StringRef character = firstCharacter(rest_);
    rest_ = rest_.drop_front(character.size());
    ++column_;
    return character;
  }

  std::vector<Token> readLine() {
    std::vector<Token> tokens;
    while (syntax_.problem.empty()) {
      while (!rest_.empty() && llvm::StringRef(" \t\r").contains(rest_[0]))
        take();
      if (rest_.empty()) break;
      if (rest_.starts_with("//")) { // to the end of the line
        while (!rest_.empty())
          take();
        break;
      }
      const unsigned begin = column_;
      std::string word = readWord();
      tokens.push_back({std::move(word), begin, column_});
    }
    return tokens;
  }

  std::string readWord() {
    const char first = rest_[0];
    if (kPunctuation.contains(first)) return take().str();
    if (first == '"' || first == '`') return readString();
    std::string word;
    while (!rest_.empty() && !rest_.starts_with("//") && isWordCharacter(firstCharacter(rest_))) {
      if (rest_.starts_with("/*")) {
        fail("mod files must use // comments (not /* */ comments)", column_);
        return word;
      }
      word += take();
    }
    if (!word.empty()) return word;
    const std::string shown = quote(firstCharacter(rest_));
    fail("unexpected input character '" + shown.substr(1, shown.size() - 2) + "'", column_);
    return word;
  }

  std::string readString() {
    const unsigned begin = column_;
    const char mark = rest_[0];
    std::string word = take().str();
    while (!rest_.empty()) {
      const llvm::StringRef character = take();
      word += character;
      if (character[0] == mark) return word;
      if (character == "\\" && mark == '"' && !rest_.empty()) word += take();
    }
    endsHere_ ? fail("unexpected EOF in string", begin)
              : fail("unexpected newline in string", column_);
    return word;
  }

  void addLine(const std::vector<Token>& tokens) {
    if (inBlock_ && tokens[0].text == ")") {
      inBlock_ = false;
      if (tokens.size() > 1)
        fail("syntax error (expected newline after closing paren)", tokens[1].endColumn);
      return;
    }
    GoModLine line{inBlock_ ? blockLine_.verb : tokens[0].text, {}, line_, tokens[0].column};
    for (const Token& token : llvm::ArrayRef(tokens).drop_front(inBlock_ ? 0 : 1))
      line.words.push_back(token.text);
    if (inBlock_) {
      if (isKnownBlock_) syntax_.lines.push_back(std::move(line));
      return;
    }
    const size_t size = line.words.size();
    const bool isEmptyBlock = size > 1 && line.words[size - 2] == "(" && line.words.back() == ")";
    if (size == 0 || (line.words.back() != "(" && !isEmptyBlock)) {
      syntax_.lines.push_back(std::move(line));
      return;
    }
    line.words.resize(size - (isEmptyBlock ? 2 : 1));
    isKnownBlock_ = line.words.empty() && hasBlock_(line.verb);
    if (!isKnownBlock_) {
      for (const std::string& word : line.words)
        line.verb += " " + word;
      syntax_.unknownBlocks.push_back(line);
    }
    inBlock_ = !isEmptyBlock;
    blockLine_ = std::move(line);
  }

  llvm::StringRef text_, rest_; // behind the line in work, and of it
  llvm::StringRef path_;
  bool (*hasBlock_)(llvm::StringRef);
  GoModSyntax& syntax_;
  unsigned line_ = 0, column_ = 1;
  bool endsHere_ = false; // no newline behind the line
  bool inBlock_ = false, isKnownBlock_ = false;
  GoModLine blockLine_{};
};

} // namespace

GoModSyntax parseGoModSyntax(llvm::StringRef text, llvm::StringRef path,
                             bool (*hasBlock)(llvm::StringRef verb)) {
  GoModSyntax syntax;
  Parser(text, path, hasBlock, syntax).run();
  return syntax;
}

} // namespace minigo
