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

// Adds the rules to tree.nodes and sets tree.root; with it null, nesting was too deep. Behind a
// syntax error the parser goes on; nodes around an error are `broken`, up to the statement or
// declaration that holds it.
void parse(ParseTree& tree, SyntaxErrorHandler& handler);

} // namespace minigo::grammar
