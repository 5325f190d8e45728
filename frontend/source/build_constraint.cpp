#include "frontend/source/build_constraint.h"

#include "frontend/source/unicode.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"

#include <algorithm>

namespace minigo {

namespace {

// Longer expressions are refused, which also bounds the recursion.
constexpr size_t kMaxTerms = 1000;

// The first character; what is no UTF-8 counts as one byte.
llvm::StringRef firstCharacter(llvm::StringRef text) {
  const unsigned size = llvm::getNumBytesForUTF8(static_cast<unsigned char>(text[0]));
  const llvm::StringRef character = text.take_front(size);
  const auto* begin = reinterpret_cast<const llvm::UTF8*>(character.begin());
  const auto* end = reinterpret_cast<const llvm::UTF8*>(character.end());
  return llvm::isLegalUTF8Sequence(begin, end) ? character : text.take_front(1);
}

bool isTagCharacter(llvm::StringRef character) {
  if (character.size() == 1)
    return llvm::isAlnum(character[0]) || character == "_" || character == ".";
  const auto* at = reinterpret_cast<const llvm::UTF8*>(character.begin());
  llvm::UTF32 rune = 0;
  llvm::convertUTF8Sequence(&at, at + character.size(), &rune, llvm::lenientConversion);
  return isLetter(rune) || isDigit(rune);
}

// 21 of "go1.21"; 0 of "go1"; else -1.
int goMinor(llvm::StringRef tag) {
  int minor;
  if (tag == "go1") return 0;
  return tag.consume_front("go1.") && !tag.getAsInteger(10, minor) ? minor : -1;
}

} // namespace

class BuildConstraint::Parser {
public:
  Parser(llvm::StringRef text, std::vector<Term>& terms) : rest_(text.trim()), terms_(terms) {}

  // What is wrong, or "".
  std::string run() {
    next();
    parseOr();
    if (!token_.empty()) fail("unexpected token " + token_);
    return problem_;
  }

private:
  // Only the first problem counts. Nothing is read behind it.
  void fail(const llvm::Twine& problem) {
    if (problem_.empty()) problem_ = problem.str();
    token_ = rest_ = "";
    isTag_ = false;
  }

  void next() {
    rest_ = rest_.ltrim(" \t");
    isTag_ = false;
    size_t size = 0;
    if (rest_.starts_with("&&") || rest_.starts_with("||"))
      size = 2;
    else if (!rest_.empty() && llvm::StringRef("()!").contains(rest_[0]))
      size = 1;
    while (size == 0 || isTag_) {
      const llvm::StringRef behind = rest_.drop_front(size);
      if (behind.empty() || !isTagCharacter(firstCharacter(behind))) break;
      size += firstCharacter(behind).size();
      isTag_ = true;
    }
    token_ = rest_.take_front(size);
    if (size == 0 && !rest_.empty()) return fail("invalid syntax at " + firstCharacter(rest_));
    rest_ = rest_.drop_front(size);
  }

  bool accept(llvm::StringRef token) {
    if (token_ != token) return false;
    next();
    return true;
  }

  unsigned add(Term term) {
    terms_.push_back(std::move(term));
    return static_cast<unsigned>(terms_.size() - 1);
  }

  unsigned parseOr() {
    unsigned left = parseAnd();
    while (accept("||")) {
      const unsigned right = parseAnd();
      left = add(Term{Op::Or, {}, left, right});
    }
    return left;
  }

  unsigned parseAnd() {
    unsigned left = parseNot();
    while (accept("&&")) {
      const unsigned right = parseNot();
      left = add(Term{Op::And, {}, left, right});
    }
    return left;
  }

  unsigned parseNot() {
    if (++size_ > kMaxTerms) fail("build expression too large");
    if (!accept("!")) return parseOperand();
    if (token_ == "!") fail("double negation not allowed");
    const unsigned operand = parseOperand();
    return add(Term{Op::Not, {}, operand});
  }

  unsigned parseOperand() {
    constexpr llvm::StringLiteral kEnd = "unexpected end of expression";
    if (accept("(")) {
      const unsigned inner = parseOr();
      if (problem_ == kEnd) problem_ = "missing close paren";
      if (!accept(")")) fail("missing close paren");
      return inner;
    }
    const llvm::StringRef tag = token_;
    if (isTag_)
      next();
    else
      tag.empty() ? fail(kEnd) : fail("unexpected token " + tag);
    return add(Term{Op::Tag, tag.str()});
  }

  llvm::StringRef rest_, token_; // token_: in work, empty at the end
  bool isTag_ = false;
  std::vector<Term>& terms_;
  size_t size_ = 0;
  std::string problem_;
};

std::optional<BuildConstraint> BuildConstraint::parse(llvm::StringRef text, std::string* problem) {
  BuildConstraint constraint;
  const std::string found = Parser(text, constraint.terms_).run();
  if (problem) *problem = found;
  return found.empty() ? std::optional(std::move(constraint)) : std::nullopt;
}

bool BuildConstraint::evaluate(llvm::function_ref<bool(llvm::StringRef)> hasTag) const {
  return evaluate(static_cast<unsigned>(terms_.size() - 1), hasTag);
}

bool BuildConstraint::evaluate(unsigned at,
                               llvm::function_ref<bool(llvm::StringRef)> hasTag) const {
  const Term& term = terms_[at];
  switch (term.op) {
  case Op::Tag: return hasTag(term.tag);
  case Op::Not: return !evaluate(term.left, hasTag);
  case Op::And: return evaluate(term.left, hasTag) && evaluate(term.right, hasTag);
  case Op::Or: return evaluate(term.left, hasTag) || evaluate(term.right, hasTag);
  }
  return false;
}

int BuildConstraint::minimumGoMinor() const {
  return minimumGoMinor(static_cast<unsigned>(terms_.size() - 1), false);
}

// Behind a `!`, a version says nothing about the least one, and And and Or change their places.
int BuildConstraint::minimumGoMinor(unsigned at, bool negated) const {
  const Term& term = terms_[at];
  if (term.op == Op::Tag) return negated ? -1 : goMinor(term.tag);
  if (term.op == Op::Not) return minimumGoMinor(term.left, !negated);
  int left = minimumGoMinor(term.left, negated), right = minimumGoMinor(term.right, negated);
  bool both = (term.op == Op::And) != negated;
  return both ? std::max(left, right) : std::min(left, right);
}

namespace {

// `a,!b c`: blanks separate alternatives, commas what must hold together.
std::string fromPlusBuild(llvm::StringRef words) {
  std::string alternatives;
  llvm::SmallVector<llvm::StringRef, 4> options;
  llvm::SplitString(words, options);
  for (llvm::StringRef option : options) {
    if (!alternatives.empty()) alternatives += " || ";
    for (auto [together, rest] = option.split(','); !together.empty();
         std::tie(together, rest) = rest.split(','))
      alternatives += together.str() + (rest.empty() ? "" : " && ");
  }
  return "(" + alternatives + ")";
}

// The comments before the package clause, line by line.
class Head {
public:
  explicit Head(llvm::StringRef text) : rest_(text) { rest_.consume_front("\xEF\xBB\xBF"); }

  FileConstraint constraint() {
    while (!rest_.empty() && nextLine()) {
    }
    FileConstraint result;
    if (isRepeated_) {
      result.problem = "multiple //go:build comments";
    } else if (hasBuildLine_) {
      result.constraint = BuildConstraint::parse(build_, &result.problem);
      if (!result.constraint) result.problem = "parsing //go:build line: " + result.problem;
    } else if (!plusBuild_.empty()) {
      result.constraint = BuildConstraint::parse(plusBuild_);
    }
    return result;
  }

private:
  // Reads one line; false if it has more than comments, or a second //go:build.
  bool nextLine() {
    llvm::StringRef line;
    std::tie(line, rest_) = rest_.split('\n');
    line = line.trim();
    if (line.empty() && !hasEnded_) {
      // `// +build` counts only if a blank line separates it from the package clause.
      plusBuild_ += (plusBuild_.empty() || pending_.empty() ? "" : " && ") + pending_;
      pending_.clear();
    }
    if (!inComment_ && line.starts_with("//")) return lineComment(line.drop_front(2));
    hasEnded_ |= !line.empty();
    return isComment(line);
  }

  // Whether nothing but comments is in a line, where those between /* and */ may go on.
  bool isComment(llvm::StringRef line) {
    while (!line.empty()) {
      if (!inComment_ && line.starts_with("//")) return true;
      if (!inComment_ && !line.consume_front("/*")) return false;
      const size_t end = line.find("*/");
      inComment_ = end == llvm::StringRef::npos;
      if (inComment_) return true;
      line = line.drop_front(end + 2).ltrim();
    }
    return true;
  }

  bool lineComment(llvm::StringRef text) {
    llvm::StringRef build = text;
    if (build.consume_front("go:build") && (build.empty() || llvm::isSpace(build[0]))) {
      isRepeated_ = hasBuildLine_;
      hasBuildLine_ = true;
      build_ = build.trim();
      return !isRepeated_;
    }
    text = text.trim();
    if (text.consume_front("+build") && !text.empty() && llvm::isSpace(text[0]))
      pending_ += (pending_.empty() ? "" : " && ") + fromPlusBuild(text);
    return true;
  }

  llvm::StringRef rest_, build_;
  bool hasBuildLine_ = false, isRepeated_ = false;
  bool inComment_ = false;
  bool hasEnded_ = false; // `// +build` lines count no more
  std::string plusBuild_, pending_;
};

} // namespace

FileConstraint constraintInHead(llvm::StringRef fileText) { return Head(fileText).constraint(); }

} // namespace minigo
