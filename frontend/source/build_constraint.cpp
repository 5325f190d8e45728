#include "frontend/source/build_constraint.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

#include <algorithm>

namespace minigo {

namespace {

// Longer expressions are refused, which also bounds the recursion.
constexpr size_t kMaxTerms = 1000;

bool isTagCharacter(char c) {
  return llvm::isAlnum(c) || c == '_' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
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

  bool run() {
    parseOr();
    return !failed_ && rest_.empty();
  }

private:
  bool accept(llvm::StringRef token) {
    if (!rest_.consume_front(token)) return false;
    rest_ = rest_.ltrim();
    return true;
  }

  unsigned add(Term term) {
    if (terms_.size() >= kMaxTerms) failed_ = true;
    terms_.push_back(std::move(term));
    return static_cast<unsigned>(terms_.size() - 1);
  }

  unsigned parseOr() {
    unsigned left = parseAnd();
    while (!failed_ && accept("||"))
      left = add(Term{Op::Or, {}, left, parseAnd()});
    return left;
  }

  unsigned parseAnd() {
    unsigned left = parseNot();
    while (!failed_ && accept("&&"))
      left = add(Term{Op::And, {}, left, parseNot()});
    return left;
  }

  unsigned parseNot() {
    if (!accept("!")) return parseOperand();
    if (rest_.starts_with("!")) failed_ = true; // Go forbids it too
    return failed_ ? 0 : add(Term{Op::Not, {}, parseOperand()});
  }

  unsigned parseOperand() {
    if (accept("(")) {
      if (++depth_ > kMaxTerms) failed_ = true;
      unsigned inner = failed_ ? 0 : parseOr();
      --depth_;
      if (!accept(")")) failed_ = true;
      return inner;
    }
    llvm::StringRef tag = rest_.take_while(isTagCharacter);
    if (tag.empty()) failed_ = true;
    rest_ = rest_.drop_front(tag.size()).ltrim();
    return failed_ ? 0 : add(Term{Op::Tag, tag.str()});
  }

  llvm::StringRef rest_;
  std::vector<Term>& terms_;
  size_t depth_ = 0;
  bool failed_ = false;
};

std::optional<BuildConstraint> BuildConstraint::parse(llvm::StringRef text) {
  BuildConstraint constraint;
  if (!Parser(text, constraint.terms_).run()) return std::nullopt;
  return constraint;
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

  std::string constraint() {
    while (nextLine()) {
    }
    return found_.empty() ? plusBuild_ : found_;
  }

private:
  // Reads a blank line or comments; false at what is neither, or when //go:build was found.
  bool nextLine() {
    llvm::StringRef line = rest_.take_until([](char c) { return c == '\n'; });
    llvm::StringRef text = line.trim();
    if (text.empty()) {
      // `// +build` counts only if a blank line separates it from the package clause.
      plusBuild_ += (plusBuild_.empty() || pending_.empty() ? "" : " && ") + pending_;
      pending_.clear();
      if (line.size() == rest_.size()) return false;
    } else if (text.starts_with("//")) {
      lineComment(text.drop_front(2));
      if (!found_.empty()) return false;
    } else if (text.starts_with("/*")) {
      size_t end = rest_.find("*/", rest_.find("/*") + 2);
      rest_ = end == llvm::StringRef::npos ? "" : rest_.drop_front(end + 2);
      return !rest_.empty();
    } else {
      return false;
    }
    rest_ = rest_.drop_front(std::min(line.size() + 1, rest_.size()));
    return !rest_.empty();
  }

  void lineComment(llvm::StringRef text) {
    llvm::StringRef build = text;
    if (build.consume_front("go:build") && (build.starts_with(" ") || build.starts_with("\t"))) {
      found_ = build.trim().str();
      return;
    }
    text = text.trim();
    if (text.consume_front("+build") && (text.starts_with(" ") || text.starts_with("\t")))
      pending_ += (pending_.empty() ? "" : " && ") + fromPlusBuild(text);
  }

  llvm::StringRef rest_;
  std::string found_, plusBuild_, pending_;
};

} // namespace

std::string constraintInHead(llvm::StringRef fileText) { return Head(fileText).constraint(); }

} // namespace minigo
