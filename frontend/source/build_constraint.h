// Build constraints: the conditions in the head of a file on which it belongs to its package.
#pragma once

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>
#include <vector>

namespace minigo {

// The expression of a //go:build line: tags, `!`, `&&`, `||` and parentheses.
class BuildConstraint {
public:
  // None if `text` is no expression, or longer than any sensible one.
  static std::optional<BuildConstraint> parse(llvm::StringRef text);

  bool evaluate(llvm::function_ref<bool(llvm::StringRef tag)> hasTag) const;

  // The minor version of Go that every way to satisfy the constraint needs; -1: none.
  // `linux && go1.21` gives 21, `linux || go1.21` none.
  int minimumGoMinor() const;

private:
  enum class Op : uint8_t { Tag, Not, And, Or };
  struct Term {
    Op op;
    std::string tag;
    unsigned left = 0, right = 0; // of Not: left
  };
  class Parser;

  bool evaluate(unsigned term, llvm::function_ref<bool(llvm::StringRef)> hasTag) const;
  int minimumGoMinor(unsigned term, bool negated) const;

  std::vector<Term> terms_; // operands before what they are operands of; the last is the whole
};

// The expression of the //go:build line in the head of a file; without one, that of its `// +build`
// lines, written as a //go:build line would have it. Empty if there are none.
std::string constraintInHead(llvm::StringRef fileText);

} // namespace minigo
