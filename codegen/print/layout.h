// Lines from tokens: fits one statement or declaration into the column limit.
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace minigo::print {

constexpr unsigned kColumnLimit = 100;
constexpr unsigned kIndent = 2;
constexpr unsigned kContinuationIndent = 4;
// Where groups nested deeper than that go on: lines that only get longer can't be read.
constexpr unsigned kLastContinuation = 60;

// Texts with places between them where a line may end. A group keeps its parts together: if it does
// not fit, it is filled line by line, each four columns in from the line where the group began.
class Tokens {
public:
  void text(llvm::StringRef text);
  // A place to break; as many spaces when it is not used.
  void breakable(unsigned spaces) { add(Kind::Break, {}, spaces); }
  // The same where one rather breaks further inside: behind `(` and `=`. Used only if all up to the
  // next break then fits on one line.
  void reluctantBreak(unsigned spaces) { add(Kind::Reluctant, {}, spaces); }
  void open() { add(Kind::Open, {}, 0); }
  void close() { add(Kind::Close, {}, 0); }
  // Like open; if the group does not fit, a line ends at each of its breaks.
  void openAllOrNone() { add(Kind::OpenAllOrNone, {}, 0); }
  // Lines of their own, such as a lambda's body: the text behind the current line, from its newline
  // to the closing brace, where that line stands `indent` columns in.
  using Lines = std::function<std::string(unsigned indent)>;
  void lines(Lines text) {
    add(Kind::Lines, {}, 0);
    tokens_.back().lines = std::move(text);
  }

  // The line or lines, without indentation of the first and without newline at the end. limit: 0
  // for never breaking.
  std::string layOut(unsigned indent, unsigned limit) const;

private:
  enum class Kind : uint8_t { Text, Break, Reluctant, Open, OpenAllOrNone, Close, Lines };
  struct Token {
    Kind kind;
    std::string text;
    unsigned spaces;
    Lines lines = {};
  };
  void add(Kind kind, std::string text, unsigned spaces) {
    tokens_.push_back({kind, std::move(text), spaces});
  }
  unsigned flatWidth(size_t from, bool wholeGroup, unsigned enough) const;
  unsigned unbreakableWidth(size_t from) const;
  bool breaksAt(size_t i, unsigned column, unsigned start, unsigned limit) const;

  std::vector<Token> tokens_;
};

// Columns that text takes: code points, not bytes.
unsigned displayWidth(llvm::StringRef text);

} // namespace minigo::print
