// What the parser tells about a syntax error; wording is up to the front end.
#pragma once

#include "grammar/parse_tree.h"

#include <span>

namespace minigo::grammar {

// A rule that has begun but not ended. first and last: indices in ParseTree::nodes, if there are
// children.
struct OpenRule {
  Kind kind;
  bool broken = false;
  uint32_t children = 0;
  uint32_t first = 0;
  uint32_t last = 0;
};

// Rules of the form open, elements with separators, close; and whether there is an element yet.
bool isList(Kind rule);
bool hasElements(const OpenRule& list);

// `range x`, or `a, b := range x`, in the header of a for statement.
bool isRangeHeader(const Node& child);

// What the parser found, in the order in which it found it.
struct SyntaxErrorSite {
  const ParseTree& tree;
  std::span<const OpenRule> open; // innermost last
  const Node& token;              // the one that does not fit
  Kind expected;                  // the only token that fits, or EndOfFile where several do
};

class SyntaxErrorHandler {
public:
  virtual void syntaxError(const SyntaxErrorSite& site) = 0;
  // Rules are nested deeper than the caller of parse allows; parsing stops.
  virtual void nestingTooDeep(const ParseTree& tree, const Node& token) = 0;

protected:
  ~SyntaxErrorHandler() = default;
};

} // namespace minigo::grammar
