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
  // None if `text` is no expression, or longer than any sensible one; then `problem`, if it is
  // wanted, says why in Go's words.
  static std::optional<BuildConstraint> parse(llvm::StringRef text, std::string* problem = nullptr);

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

// What stands in the head of a file.
struct FileConstraint {
  // Of the //go:build line; without one, that of the `// +build` lines. None if there are none.
  std::optional<BuildConstraint> constraint;
  std::string problem; // why the file belongs nowhere, as the go command says it; empty if it does
};

FileConstraint constraintInHead(llvm::StringRef fileText);

} // namespace minigo
