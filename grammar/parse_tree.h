// The concrete syntax tree that the parser hands to the front end. Knows nothing of ANTLR.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace minigo::grammar {

// What a node is: a token of GoLexer.g4 (EndOfFile is 0) or a rule of GoParser.g4. Generated from
// the grammar.
enum class Kind : uint16_t {
  EndOfFile = 0,
#define MINIGO_TOKEN(Name, Value) Name = Value,
#define MINIGO_RULE(Name, Value) Name = Value,
#include "grammar/kinds.inc"
};

inline constexpr uint16_t kFirstRule = 128;

constexpr bool isRule(Kind kind) { return static_cast<uint16_t>(kind) >= kFirstRule; }

// A token, or a rule with its children. All nodes of a tree lie in one array; links are distances
// in it, so that the array may move while it grows. A rule that only chooses between others
// (`statement`, `operand`…) and a list of one element leave no node: their only child stands in
// their place.
struct Node {
  uint32_t offset; // of the first byte
  uint32_t end;    // behind the last byte
  int32_t nextDistance = 0;
  int32_t firstDistance = 0;
  Kind kind;
  bool broken = false; // a syntax error inside; children may be missing

  const Node* next() const { return nextDistance ? this + nextDistance : nullptr; }
  const Node* first() const { return firstDistance ? this + firstDistance : nullptr; }
};

struct Comment {
  uint32_t offset;
  uint32_t end;
};

struct ParseTree {
  std::string_view text;
  std::vector<Node> nodes; // tokenCount tokens in source order, the last is EndOfFile; then rules
  uint32_t tokenCount = 0;
  std::vector<Comment> comments;
  const Node* root = nullptr; // SourceFile

  std::string_view textOf(const Node& node) const {
    return text.substr(node.offset, node.end - node.offset);
  }
};

} // namespace minigo::grammar
