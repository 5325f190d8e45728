// From tokens to a concrete syntax tree.
//
//   ParseTree tree{.text = text};
//   scan(tree, scanHandler);
//   parse(tree, errorHandler);
//   for (const Node* child = tree.root->first(); child; child = child->next()) ...
#pragma once

#include "grammar/parse_tree.h"
#include "grammar/syntax_error.h"

namespace minigo::grammar {

// Bytes of stack that a rule inside another may take.
inline constexpr size_t kStackPerRule = 2048;

// Adds the rules to tree.nodes and sets tree.root; with it null, more than maxNesting rules stood
// one in the other. Behind a syntax error the parser goes on; nodes around an error are `broken`,
// up to the statement or declaration that holds it.
void parse(ParseTree& tree, SyntaxErrorHandler& handler, size_t maxNesting = 10000);

} // namespace minigo::grammar
